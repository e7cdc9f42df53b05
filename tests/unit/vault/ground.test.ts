/** What the page of the next steps reads of a case: what is in it, outside the trash, and no practice. */
import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { type Said } from "../../../src/core/remarks.ts"
import { type CountersRow } from "../../../src/vault/reading-row.ts"
import { groundOfCase } from "../../../src/vault/read-ground.ts"
import { type ExportRow, type StampRow } from "../../../src/vault/schema.ts"
import { keepAdvice } from "../../../src/vault/write-advice.ts"
import { makeCase, moveToCase } from "../../../src/vault/write-cases.ts"
import { keepRemark } from "../../../src/vault/write-remarks.ts"
import { at, exportDraft, later, newVault, record, sealedCapture } from "./rows.ts"

const stamp = (id: string, of: string, state: StampRow["state"]): StampRow => ({
  ...{
    id,
    kind: "capture",
    of,
    authority: "a",
    digest: record,
    state,
    query: new Uint8Array(1),
    reply: state === "received" ? Uint8Array.of(9) : null,
  },
  ...{
    requestedAt: at,
    tries: 1,
    nextTryAt: at,
    receivedAt: null,
    token: null,
    time: state === "received" ? "2026-11-22T15:22:00.000Z" : null,
    signer: null,
    code: null,
  },
})
const reading = (id: string, custodySeq: number, count: number, state: "there" | "gone"): CountersRow => ({
  ...{ id, of: "a", custodySeq, line: "", files: [], hashes: [], kind: "counters" },
  summary: {
    ...{ at: custodySeq === 98 ? at : later, openedBy: "tool", occasion: "click", visits: 1, status: 200 },
    ...{ state, stateBasis: state === "there" ? "same-text" : "status", words: null, editedAt: null },
    counters: {
      views: { value: { count, rounded: false }, raw: String(count) },
      likes: { value: null, raw: "?" },
    },
  },
})
const complaint = (platform: string): Said<"complaint"> => ({
  kind: "complaint",
  content: {
    ...{
      platform,
      channel: "platform",
      sentAt: at,
      number: null,
      result: "waiting",
      repliedAt: null,
      said: null,
    },
  },
})

test("is told by item, with what was read of it, stamped, handed out and said", async () => {
  const vault = newVault()
  for (const id of ["a", "b", "gone", "elsewhere", "practice"]) await sealedCapture(vault, id)
  await vault.captures.update("gone", { trashedAt: at })
  await vault.captures.update("practice", { url: "chrome-extension://x/practice/index.html" })
  await makeCase(vault, { id: "other", name: "张某", created: at })
  await moveToCase(vault, ["elsewhere"], "other")
  await vault.readings.bulkAdd([reading("r2", 99, 20, "gone"), reading("r1", 98, 10, "there")])
  await vault.stamps.bulkAdd([stamp("s1", "a", "received"), stamp("s2", "b", "waiting")])
  const done: ExportRow = {
    ...exportDraft("x", { state: "done", captures: ["b", "elsewhere"] }),
    custodySeq: 1,
  }
  await vault.exports.bulkAdd([done, { ...done, id: "y", state: "failed", captures: ["a"] }])
  const filled = (custodySeq: number, value: string | null) =>
    ({ id: String(custodySeq), of: "b", custodySeq, field: "authorId", value, source: "user", at }) as const
  await vault.corrections.bulkAdd([filled(50, "501"), { ...filled(51, "x"), field: "publishedAt" }])
  await vault.corrections.add({ ...filled(52, null), field: "publishedAt" })
  await keepAdvice(vault, { of: "b", name: "loss", state: "done" })
  for (const [of, platform] of [
    ["a", "about an item"],
    [DEFAULT_CASE, "about the case"],
    ["elsewhere", "about another case's item"],
    ["other", "about another case"],
  ] as const)
    await keepRemark(vault, { of, id: null, newId: `n-${of}`, at, said: complaint(platform) })

  const { items, complaints, practice } = await groundOfCase(vault, DEFAULT_CASE)
  expect(items.map(({ id }) => id)).toEqual(["a", "b"])
  expect(practice).toBe(1)
  expect(complaints.map(({ platform }) => platform).sort()).toEqual(["about an item", "about the case"])
  const [first, second] = items
  expect(first).toMatchObject({ isStamped: true, isInBundle: false, host: "weibo.com", isOfWeb: true })
  expect(first?.lastSeen).toEqual({ at: later, state: "gone" })
  expect(first?.readings.map(({ kind }) => kind)).toEqual(["counters", "counters"])
  // What could not be read for certain is no number.
  expect(first?.post.read.slice(1)).toEqual([
    { at, counters: { views: { count: 10, rounded: false } } },
    { at: later, counters: { views: { count: 20, rounded: false } } },
  ])
  expect(second).toMatchObject({ isStamped: false, isInBundle: true, lastSeen: null })
  expect(second?.said.get("loss")).toBe("done")
  // What was taken back is not said any more.
  expect([...(second?.filled ?? [])].map(([field, { value }]) => [field, value])).toEqual([
    ["authorId", "501"],
  ])
  expect((await groundOfCase(vault, "other")).items.map(({ id }) => id)).toEqual(["elsewhere"])
  expect(await groundOfCase(vault, "none")).toEqual({
    items: [],
    complaints: [],
    said: new Map(),
    practice: 0,
  })
})

test("of more items than are looked up one by one it reads the same", async () => {
  const vault = newVault()
  await sealedCapture(vault, "model")
  const model = (await vault.captures.get("model")) ?? expect.unreachable("nothing was sealed")
  await vault.captures.clear()
  await vault.captures.bulkAdd(
    Array.from({ length: 250 }, (_, at) => ({ ...model, id: `i${String(at)}`, item: 250 - at })),
  )
  await vault.stamps.bulkAdd([stamp("s", "i7", "received"), stamp("t", "elsewhere", "received")])
  const filled = (custodySeq: number, value: string | null) =>
    ({
      id: String(100 - custodySeq),
      of: "i7",
      custodySeq,
      field: "authorId",
      value,
      source: "user",
      at,
    }) as const
  await vault.corrections.bulkAdd([filled(51, "502"), filled(50, "501")])
  const { items } = await groundOfCase(vault, DEFAULT_CASE)
  expect(items.map(({ item }) => item)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1))
  expect(items.filter(({ isStamped }) => isStamped).map(({ id }) => id)).toEqual(["i7"])
  const corrected = items.find(({ id }) => id === "i7")
  expect(corrected?.filled.get("authorId")?.value).toBe("502")
})
