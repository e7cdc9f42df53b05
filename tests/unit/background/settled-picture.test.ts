/** The browser's answers after a move: a picture may have the scroll bar in the new place and the rows in the old one. */
import { expect, test, vi } from "vitest"
import { type Stage } from "../../../src/background/frame-loop.ts"
import { takeSettled } from "../../../src/background/settled-picture.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

const hashOf = (picture: string): Sha256 => picture.padStart(64, "0") as Sha256

test.each([
  { where: "a chat", pictures: ["a", "a"], taken: "a" },
  { where: "a chat", pictures: ["half", "whole", "whole"], taken: "whole" },
  { where: "a chat", pictures: ["a", "b", "c", "d"], taken: "d" },
  { where: "another box", pictures: ["a", "a"], taken: "a" },
  { where: "another box", pictures: ["half", "whole", "whole"], taken: "whole" },
  { where: "another box", pictures: ["a", "b", "c"], taken: "c" },
])("of the pictures $pictures of $where it is $taken that is kept", async ({ where, pictures, taken }) => {
  const left = [...pictures]
  const notes: string[] = []
  const stage = {
    run: {
      note: (_step: string, what: string) => notes.push(what),
      ports: {
        shutter: {
          isManned: () => true,
          ask: () => Promise.resolve({ sha256: hashOf(left.shift() ?? expect.unreachable()), width: 1 }),
        },
      },
    },
    chatIn: where === "a chat" ? { box: 1, all: false } : null,
  } as unknown as Stage
  expect((await takeSettled(stage, null)).sha256).toBe(hashOf(taken))
  expect(left).toEqual([])
  expect(notes).toHaveLength(pictures.at(-1) === pictures.at(-2) ? 0 : 1)
})
