/** What the custody log tells, against the rest: each log here is whole, listed and signed by the device's key. */
import { describe, expect, test } from "vitest"
import { en } from "../../../src/i18n/verdict/en.ts"
import { told } from "../../../src/i18n/verdict/told.ts"
import { zhCN } from "../../../src/i18n/verdict/zh-CN.ts"
import { bundleFiles, check, type Draft, failing, json, key, type Making, sha256, zipOf } from "./example.ts"

const [FIRST, THIRD] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000003"]
const RECORD = "data/e003/capture.json"
const SPKI = key.publicKey.export({ type: "spki", format: "der" })
const at = "2026-11-22T15:21:00.000Z"

const judge = (making: Making) => check(zipOf(bundleFiles(making)))
const layerOf = async (making: Making) => {
  const result = await judge(making)
  const layer = result.layers.find(each => each.layer === "history") ?? expect.unreachable()
  // What is found is said in both languages.
  for (const words of [en, zhCN]) {
    const said = told(result, words).layers.find(each => each.layer === "history")
    expect(said?.sentences.every(text => text !== "" && !text.includes("undefined"))).toBe(true)
  }
  return { result, outcome: layer.outcome, codes: layer.detail.map(({ code }) => code) }
}

type Change = (events: Draft[]) => unknown
const sealedIn = (events: Draft[]) =>
  events.findIndex(each => each.event === "capture.sealed" && each.capture === THIRD)
/** Before the line that begins the export. */
const before =
  (...more: Draft[]): Change =>
  events =>
    events.splice(-1, 0, ...more)
const without =
  (...names: string[]): Change =>
  events => {
    events.splice(0, events.length, ...events.filter(({ event }) => !names.includes(String(event))))
  }
const changed =
  (name: string, change: Draft): Change =>
  events => {
    for (const each of events) if (each.event === name && each.capture !== FIRST) Object.assign(each, change)
  }
const withRecord =
  (change: (record: string) => Draft): Change =>
  events => {
    before(change(String(events[sealedIn(events)]?.record)))(events)
  }
const stamp = (more: Draft = {}): Change =>
  withRecord(digest => ({
    ...{ event: "time.received", capture: THIRD, digest, authority: "tsa.example" },
    ...{ token: "3".repeat(64), time: at, ...more },
  }))

test("a log that agrees says so", async () => {
  expect(await layerOf({})).toMatchObject({ outcome: "pass", codes: ["history/agrees"] })
})

describe("a fault is that", () => {
  test.each<[string, Change, string]>([
    [
      "an item was deleted for good",
      withRecord(record => ({ event: "deleted", capture: THIRD, record })),
      "deleted",
    ],
    [
      "a capture was closed twice, with different records",
      events => events.splice(sealedIn(events), 0, { ...events[sealedIn(events)], record: "1".repeat(64) }),
      "out-of-turn",
    ],
    [
      "a capture was closed after the export began",
      events => events.push(...events.splice(sealedIn(events), 1)),
      "after-export",
    ],
    ["no line begins a capture", without("capture.started"), "not-started"],
    ["a capture was given another number", changed("capture.started", { item: "e009" }), "other-number"],
    ["two captures were given one number", changed("capture.started", { item: "e001" }), "out-of-turn"],
    [
      "a capture that was captured was brought in",
      changed("capture.started", { by: "import" }),
      "other-kind",
    ],
    [
      "a whole capture was interrupted",
      changed("capture.sealed", { event: "capture.interrupted" }),
      "interrupted",
    ],
    ["a capture is named by an empty text", before({ event: "capture.recovered", capture: "" }), "lacking"],
    ["a line of a seal has no record", before({ event: "capture.sealed", capture: "x" }), "lacking"],
    [
      "the export is begun twice",
      events => events.splice(-1, 0, { ...events.at(-1), captures: ["x"] }),
      "export-twice",
    ],
    [
      "the export had failed",
      events => events.push({ event: "export.failed", export: events.at(-1)?.export }),
      "export-ended",
    ],
    [
      "the export names no captures",
      events => Object.assign(events.at(-1) ?? {}, { captures: [1, 2, FIRST, THIRD] }),
      "lacking",
    ],
    [
      "the export names a capture that is not there",
      events => Object.assign(events.at(-1) ?? {}, { captures: [FIRST, THIRD, "gone"] }),
      "not-here",
    ],
    ["the key is another", changed("key.created", { key: "2".repeat(64) }), "other-key"],
    ["the newest key is another", before({ event: "key.created", key: "2".repeat(64) }), "other-key"],
    ["a stamp that was received is not there", stamp(), "stamp-gone"],
    [
      "a stamp that was received is over another record",
      stamp({ digest: "1".repeat(64) }),
      "stamp-elsewhere",
    ],
    ["a setting that was changed is none", before({ event: "settings.changed", on: [] }), "lacking"],
    [
      "numbers are asked of nobody by name",
      before({ event: "settings.changed", setting: "beacons", on: ["drand", 7] }),
      "lacking",
    ],
    ["a stamp was received at no time", stamp({ time: "2026-99-99T00:00:00Z" }), "lacking"],
    ["a stamp says of nothing that it is over it", stamp({ capture: undefined }), "lacking"],
    [
      "a proof that was promised is not there",
      stamp({ event: "time.pending", authority: "opentimestamps" }),
      "stamp-gone",
    ],
    [
      "a stamp over the key is not there",
      before({
        ...{
          event: "time.received",
          key: sha256(SPKI),
          authority: "tsa.example",
          token: "3".repeat(64),
          time: at,
        },
        digest: sha256(key.publicKey.export({ type: "spki", format: "pem" })),
      }),
      "stamp-gone",
    ],
    [
      "a reading that was kept is not there",
      before({ event: "reading.kept", reading: "a", capture: THIRD }),
      "not-kept",
    ],
    [
      "a correction that was kept is not there",
      before({ event: "correction.kept", correction: "a", capture: THIRD }),
      "not-kept",
    ],
    [
      "a copy that was kept is not there",
      before({ event: "redaction.kept", redaction: "a", capture: THIRD }),
      "not-kept",
    ],
    [
      "a file that was attached is not there",
      before({ event: "imported", import: "a", capture: THIRD }),
      "not-kept",
    ],
    [
      "something was added to what was deleted",
      withRecord(record => ({ event: "deleted", capture: "x", record })),
      "out-of-turn",
    ],
  ])("%s", async (_what, events, code) => {
    const { result, codes } = await layerOf({ events })
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(codes).toContain(`history/${code}`)
  })

  test("an item began otherwise than its record says, and no other layer says that again", async () => {
    const result = await judge({ events: changed("capture.started", { by: "import" }) })
    expect(failing(result)).toEqual(["history"])
  })

  const correction = { field: "views", value: "9", source: "user", at }
  test.each<[string, Draft]>([
    ["has no line", { at: "2026-11-22T15:21:30.000Z" }],
    ["is of another time than its line", {}],
  ])("a correction %s", async (_what, change) => {
    const making: Making = {
      payload: files => {
        const of = sha256(files.get(RECORD) ?? "")
        const corrections = [{ ...correction, ...change }]
        files.set("data/e003/corrections.json", json({ schema: 1, of, corrections }))
      },
      events: events => {
        const line = events.findIndex(({ event }) => event === "correction.kept")
        if ("at" in change) events.splice(line, 1)
        else Object.assign(events[line] ?? {}, { at: "2026-11-22T15:21:01.000Z" })
      },
    }
    const { result, codes } = await layerOf(making)
    expect(failing(result)).toEqual(["history"])
    expect(codes).toContain("history/unlogged")
  })

  test("a reading has no line", async () => {
    const { codes } = await layerOf({
      payload: files => {
        const line = { schema: 1, of: sha256(files.get(RECORD) ?? ""), kind: "other", at }
        files.set("data/e003/readings.jsonl", Buffer.from(`${JSON.stringify(line)}\n`))
      },
      events: without("reading.kept"),
    })
    expect(codes).toContain("history/unlogged")
  })

  test("an item was taken out, and data/case.json does not say so", async () => {
    const taken = (leftOut: readonly Draft[]): Making => ({
      payload: files => {
        for (const path of files.keys()) if (path.startsWith("data/e003/")) files.delete(path)
        const { items } = JSON.parse(String(files.get("data/case.json"))) as { items: readonly Draft[] }
        files.set(
          "data/case.json",
          json({ schema: 1, items: items.filter(each => each.item === "e001"), leftOut }),
        )
      },
    })
    expect((await layerOf(taken([]))).codes).toContain("history/not-here")
    expect(failing(await judge(taken([{ item: "e003", reason: "damaged" }])))).toEqual([])
  })

  test("there is no item at all", async () => {
    const result = await judge({
      payload: files => {
        for (const path of files.keys()) if (/^data\/e\d/.test(path)) files.delete(path)
        files.set("data/case.json", json({ schema: 1, items: [], leftOut: [] }))
      },
      events: events => Object.assign(events.at(-1) ?? {}, { captures: [] }),
    })
    expect(failing(result)).toEqual(["records"])
    expect(
      told(result, en)
        .layers.flatMap(({ sentences }) => sentences)
        .join(),
    ).toContain("no item in the bundle")
  })
})

describe("told of, and no fault, is that", () => {
  test.each<[string, Change, string]>([
    [
      "an item lies in the trash",
      withRecord(record => ({ event: "capture.trashed", capture: THIRD, record })),
      "trashed",
    ],
    [
      "the newest check found an item damaged",
      before({ event: "integrity.checked", files: 1, items: 1, damaged: [THIRD] }),
      "damaged",
    ],
    ["no line tells of an installation and its key", without("installed", "key.created"), "no-key"],
    [
      "times run backwards",
      events => Object.assign(events.at(-2) ?? {}, { at: "2016-11-22T15:20:00.250Z" }),
      "backwards",
    ],
  ])("%s", async (_what, events, code) => {
    const { result, outcome, codes } = await layerOf({ events })
    expect({ verdict: result.verdict, outcome }).toEqual({ verdict: "integrity-only", outcome: "warn" })
    expect(codes).toContain(`history/${code}`)
  })
})

describe("nothing is wrong where", () => {
  test.each<[string, Change]>([
    [
      "an item was in the trash, and was taken out",
      withRecord(record => ({ event: "capture.trashed", capture: THIRD, record })),
    ],
    [
      "a later check found all whole",
      before({ event: "integrity.checked", files: 1, items: 1, damaged: [THIRD] }),
    ],
    [
      "marks were left out by the user's wish",
      before({ event: "annotation.kept", annotation: "a", capture: THIRD }),
    ],
    [
      "public random numbers are asked for from then on",
      before({ event: "settings.changed", setting: "beacons", on: ["drand", "nist"] }),
    ],
    ["a setting of a later version was changed", before({ event: "settings.changed", setting: "later" })],
    ["an event is of a later version", before({ event: "from.later", capture: 7 })],
    [
      "the clock was set right by some minutes",
      events => Object.assign(events.at(-2) ?? {}, { at: "2026-11-22T15:16:00.000Z" }),
    ],
    ["an item that is not in the bundle has a stamp", stamp({ capture: "elsewhere" })],
  ])("%s", async (what, events) => {
    const { result, outcome } = await layerOf({
      events: given => {
        events(given)
        if (what.includes("taken out"))
          withRecord(record => ({ event: "capture.restored", capture: THIRD, record }))(given)
        if (what.includes("later check"))
          before({ event: "integrity.checked", files: 1, items: 1, damaged: [] })(given)
      },
    })
    expect(failing(result)).toEqual([])
    expect(outcome).toBe("pass")
  })

  test("the chain itself is broken: the story is left alone, and that is said", async () => {
    const { result, outcome, codes } = await layerOf({ log: text => text.replace("e003", "e004") })
    expect(failing(result)).toEqual(["log-chain"])
    expect({ outcome, codes }).toEqual({ outcome: "unknown", codes: ["history/not-followed"] })
  })
})

test("a time that no clock shows is no time of a line", async () => {
  const result = await judge({
    events: events => Object.assign(events[1] ?? {}, { at: "2026-02-30T15:20:00Z" }),
  })
  expect(failing(result)).toEqual(["log-chain"])
})
