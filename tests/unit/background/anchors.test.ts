import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { askWhatIsDue, newAnchor, nextAskAt, wantedAnchors } from "../../../src/background/anchors.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { fromHex, hex } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { parseProof } from "../../../src/core/ots/proof.ts"
import { pendingOf } from "../../../src/core/ots/stamp.ts"
import { anchorsOf } from "../../../src/vault/read.ts"
import { addAnchors, keepAnchoring } from "../../../src/vault/write-anchors.ts"
import { commit } from "../../../src/vault/transact.ts"
import { doorTo, fakeCalendar } from "../ots/calendar.ts"
import { at, chainFaults, custodyOf, record } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const urls = ["https://one.example", "https://two.example"]
const of = { kind: "capture", of: "a", digest: record } as const
const LATER = "2100-01-01T00:00:00.000Z"

async function desk(on = true, door: Partial<Ports["calendars"]> = {}) {
  const calendars = urls.map(url => fakeCalendar(url))
  const alarms: (string | null)[] = []
  const ports = portsWith(
    {},
    {
      calendars: { ...doorTo(calendars), ...door },
      setAnchorAlarm: due => {
        alarms.push(due)
        return Promise.resolve()
      },
    },
  )
  const { vault } = ports
  await keepAnchoring(vault, at, { on: true, calendars: urls })
  const wanted = await wantedAnchors(vault, of, at)
  await commit(vault, [vault.anchors, vault.custody], () => addAnchors(vault, at, wanted))
  if (!on) await keepAnchoring(vault, at, { on: false, calendars: urls })
  const row = async () => (await anchorsOf(vault, "a"))[0] ?? expect.unreachable("it was wanted")
  const due = async () => vault.anchors.update((await row()).id, { nextTryAt: at })
  return { ports, vault, calendars, alarms, row, due }
}

test("nothing is wanted, and nothing sent, before it is switched on", async () => {
  const ports = portsWith()
  expect(await wantedAnchors(ports.vault, of, at)).toEqual([])
  const { vault, calendars, alarms, row, ports: off } = await desk(false)
  await askWhatIsDue(off)
  expect(calendars.flatMap(({ given }) => given)).toEqual([])
  expect(await row()).toMatchObject({ state: "waiting", tries: 0 })
  expect(alarms).toEqual([null])
  expect(await custodyOf(vault)).toContainEqual(
    expect.objectContaining({ event: "settings.changed", setting: "time", on: [] }),
  )
})

test("a capture gets its promises, then its block, each with its line in custody", async () => {
  const { ports, vault, calendars, alarms, row, due } = await desk()
  await askWhatIsDue(ports)
  const promised = await row()
  expect(promised).toMatchObject({ state: "pending", block: null, code: null })
  const proof = parseProof(promised.proof ?? expect.unreachable("a proof"))
  expect(hex(proof.message)).toBe(record)
  expect(pendingOf(proof).map(({ calendar }) => calendar)).toEqual(urls)
  expect(alarms.at(-1)).toBe(promised.nextTryAt)

  await due()
  await askWhatIsDue(ports)
  expect(await row()).toMatchObject({ state: "pending", tries: 1, proof: promised.proof })

  calendars[0]?.confirm(812_345)
  await due()
  await askWhatIsDue(ports)
  expect(await row()).toMatchObject({ state: "confirmed", block: { height: 812_345 } })
  expect(alarms.at(-1)).toBeNull()

  const told = (await custodyOf(vault)).filter(line => String(line.event).startsWith("time."))
  const by = { capture: "a", digest: record, authority: "opentimestamps" }
  const token = expect.stringMatching(/^[0-9a-f]{64}$/) as string
  expect(told).toMatchObject([
    { event: "time.requested", ...by },
    { event: "time.pending", ...by, token },
    { event: "time.anchored", ...by, token, block: 812_345 },
  ])
  expect(await chainFaults(vault)).toEqual([])
})

test("calendars that are silent are asked again, and told of once", async () => {
  const silent = () => Promise.reject(new EvidenceError("time/offline", "silent"))
  const { ports, vault, row, due } = await desk(true, { submit: silent })
  await askWhatIsDue(ports)
  await due()
  await askWhatIsDue(ports)
  const waiting = await row()
  expect(waiting).toMatchObject({ state: "waiting", tries: 2, code: "time/offline", proof: null })
  expect(Date.parse(waiting.nextTryAt)).toBeGreaterThan(Date.parse(at))
  const failed = (await custodyOf(vault)).filter(({ event }) => event === "time.failed")
  expect(failed).toHaveLength(1)
})

test("what is not due is let be", async () => {
  const { ports, vault, calendars, row, alarms } = await desk()
  await vault.anchors.update((await row()).id, { nextTryAt: LATER })
  await askWhatIsDue(ports)
  expect(calendars.flatMap(({ given }) => given)).toEqual([])
  expect(alarms).toEqual([LATER])
})

describe("a promise is asked for", () => {
  test.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 24],
    [50, 24],
  ])("after %i tries in %i hours", (tries, hours) => {
    const from = "2026-11-22T12:00:00.000Z"
    expect(Date.parse(nextAskAt(from, tries)) - Date.parse(from)).toBe(hours * 3_600_000)
  })
})

test("the digest stays here: calendars get 32 bytes that are not it", async () => {
  const { ports, calendars } = await desk()
  await askWhatIsDue(ports)
  const given = calendars.flatMap(each => each.given)
  expect(given).toHaveLength(2)
  for (const tip of given) {
    expect(fromHex(tip)).toHaveLength(32)
    expect(tip).not.toBe(newAnchor(of, at).digest)
  }
})
