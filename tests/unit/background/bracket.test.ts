import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { type Ports } from "../../../src/background/ports.ts"
import { usualBeacons } from "../../../src/core/bracket/beacons.ts"
import { QUICKNET } from "../../../src/core/bracket/drand.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { captureById } from "../../../src/vault/read.ts"
import { keepBeacons } from "../../../src/vault/write-options.ts"
import { pulse, round1000 } from "../bracket/rounds.ts"
import { at } from "../vault/rows.ts"
import { openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const { round, signature } = round1000
const came = { round, signature }

/** What the record of a capture says, with these to be asked. */
async function captured(on: boolean, beacons: Partial<Ports["beacons"]> = {}, mayReach = true) {
  openTab(1)
  const asked: string[] = []
  const ports = portsWith(
    {},
    {
      mayReach: () => Promise.resolve(mayReach),
      beacons: {
        newestRound: relay => {
          asked.push(relay)
          return Promise.resolve(came)
        },
        newestPulse: address => {
          asked.push(address)
          return Promise.resolve(pulse())
        },
        ...beacons,
      },
    },
  )
  await keepBeacons(ports.vault, at, { ...usualBeacons, on })
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const row = await captureById(ports.vault, captureId)
  const bytes = await readBack(ports.vault, row?.record ?? expect.unreachable("sealed"))
  const { bracket } = parseCaptureRecord(JSON.parse(new TextDecoder().decode(bytes)))
  return { bracket, asked, row }
}

test("nobody is asked before it is switched on, and the record speaks of none", async () => {
  const { bracket, asked } = await captured(false)
  expect(asked).toEqual([])
  expect(bracket).toBeUndefined()
})

test("each is asked once, and its number stands in the record", async () => {
  const { bracket, asked } = await captured(true)
  expect(asked).toEqual([usualBeacons.drand[0], usualBeacons.nist])
  expect(bracket?.missing).toEqual([])
  expect(bracket?.values).toHaveLength(2)
  expect(bracket?.values).toContainEqual(
    expect.objectContaining({ source: "drand", from: usualBeacons.drand[0], chain: QUICKNET.hash, ...came }),
  )
  expect(bracket?.values).toContainEqual(expect.objectContaining({ source: "nist", raw: pulse() }))
})

test("the next relay is asked where one does not answer", async () => {
  const tried: string[] = []
  const { bracket } = await captured(true, {
    newestRound: relay => {
      tried.push(relay)
      if (tried.length === 1) return Promise.reject(new EvidenceError("time/refused", "status 503"))
      return Promise.resolve(came)
    },
  })
  expect(tried).toEqual(usualBeacons.drand)
  expect(bracket?.values).toContainEqual(expect.objectContaining({ from: usualBeacons.drand[1], ...came }))
})

test("what was refused, and what the browser may not reach, is missing with its reason", async () => {
  const refuse = () => Promise.reject(new EvidenceError("time/bad-answer", "no round"))
  const { bracket, row } = await captured(true, { newestRound: refuse }, false)
  expect(bracket?.values).toEqual([])
  expect(bracket?.missing).toHaveLength(2)
  expect(bracket?.missing).toContainEqual(
    expect.objectContaining({ source: "drand", code: "time/bad-answer" }),
  )
  expect(bracket?.missing).toContainEqual(
    expect.objectContaining({ source: "nist", code: "time/not-allowed" }),
  )
  expect(row?.complete, "no part of the page is missing for it").toBe(true)
})

test("one that never answers keeps nothing waiting, and one that comes too late changes nothing", async () => {
  const late: ((round: typeof came) => void)[] = []
  const { bracket, row } = await captured(true, {
    newestRound: () => new Promise(resolve => late.push(resolve)),
  })
  expect(row?.state).toBe("sealed")
  expect(bracket?.missing).toContainEqual(expect.objectContaining({ source: "drand", code: "time/offline" }))
  for (const answer of late) answer(came)
  await Promise.resolve()
  expect(bracket?.values.map(({ source }) => source)).toEqual(["nist"])
})
