/** A chat whose list slides, and a browser that gives pictures of before: where it is moved to, and what is believed of a picture. */
import { expect, test, vi } from "vitest"
import { type ChatWay, wayDown } from "../../../src/background/chat-way.ts"
import { downTo, moveAlong, placedShot } from "../../../src/background/chat-box.ts"
import { type KnownShot, type Stage } from "../../../src/background/frame-loop.ts"
import { type BoxStop, type FoundBox } from "../../../src/core/box-answers.ts"
import { type ChatRow, type ChatStop } from "../../../src/core/chat/row.ts"
import { type Gap } from "../../../src/core/evidence.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

const row = (element: number, y: number): ChatRow => {
  const area = { x: 0, y, width: 300, height: 40 }
  return {
    ...{ kind: "text", side: "own", continues: false, sender: null, time: null, replyTo: null, key: null },
    ...{ element, y, height: 40, text: { raw: "好", where: "p" }, mark: { whole: area, seen: area } },
  }
}

const stopOf = (y: number): ChatStop => ({ dpr: 1, rows: [row(1, y)], isCut: false })
const hashOf = (picture: string): Sha256 => picture.padStart(64, "0") as Sha256

interface Made {
  readonly chats?: readonly ChatStop[]
}

/** A stage whose page answers one after the other. */
function stageOf({ chats = [] }: Made) {
  const gaps: Gap[] = []
  const left = [...chats]
  const stage = {
    run: {
      gap: (gap: Gap) => gaps.push(gap),
    },
    page: () => Promise.resolve(left.shift() ?? expect.unreachable()),
    chatIn: { box: 1, all: false },
  } as unknown as Stage
  return { stage, gaps }
}

function begun(y: number): ChatWay {
  const way = wayDown([])
  way.pass(stopOf(y))
  return way
}

const arrived = {} as BoxStop

test("a list that slides after it was moved is moved again, to where its rows are then", async () => {
  const { stage } = stageOf({ chats: [stopOf(500), stopOf(-700), stopOf(-700)] })
  const moves: number[] = []
  const move = (y: number) => {
    moves.push(y)
    return Promise.resolve(arrived)
  }
  await moveAlong(stage, begun(500), 480, move)
  expect(moves).toEqual([480, -720])
})

test("a list that never stands is not moved for ever", async () => {
  const { stage } = stageOf({ chats: Array.from({ length: 30 }, (_, index) => stopOf(index * 100)) })
  let moves = 0
  await moveAlong(stage, begun(0), 0, () => {
    moves += 1
    return Promise.resolve(arrived)
  })
  expect(moves).toBe(5)
})

const shot = { sha256: hashOf("a"), chat: { stop: stopOf(0), moved: new Set() } } as unknown as KnownShot

test("in a picture that is the one before, no row has a sure place, and a gap says so", () => {
  const { stage, gaps } = stageOf({})
  expect(placedShot(stage, shot, hashOf("b"))).toBe(shot)
  expect(gaps).toEqual([])
  expect(placedShot(stage, shot, hashOf("a")).chat?.moved).toEqual(new Set([1]))
  expect(gaps).toMatchObject([{ what: "transcript", reason: "moved" }])
})

test("a chat that was not gone through to its newest message has a gap in its transcript", async () => {
  const { stage, gaps } = stageOf({})
  const box = { box: 1 } as FoundBox
  await downTo(stage, box, () => Promise.resolve({ ending: "end" }))
  expect(gaps).toEqual([])
  await downTo(stage, box, () => Promise.resolve({ ending: "stuck" }))
  await expect(downTo(stage, box, () => Promise.reject(new Error("lost")))).rejects.toThrow("lost")
  expect(gaps.map(({ what, reason }) => `${what}:${reason}`)).toEqual(
    Array.from({ length: 2 }, () => "transcript:not-reached"),
  )
})
