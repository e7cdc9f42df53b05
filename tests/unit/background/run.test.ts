import "fake-indexeddb/auto"
import { expect, test, vi } from "vitest"
import { type Run, runStep, startRun, store } from "../../../src/background/run.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { captureById, logOf } from "../../../src/vault/read.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { draftOf } from "../vault/rows.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

const newRun = (): Run =>
  startRun(portsWith(), {
    id: "a",
    tabId: 1,
    windowId: 10,
    url: "https://weibo.com/1/N",
    signal: new AbortController().signal,
  })

/** A page, or a library, may throw what is no error at all. */
const rejecting: (reason: unknown) => Promise<never> = Promise.reject.bind(Promise)

test("a step that ends well is recorded as done, with its value handed on", async () => {
  const run = newRun()
  expect(await runStep(run, "text", () => Promise.resolve("value"))).toBe("value")
  expect(run.steps()).toMatchObject([{ name: "text", outcome: "done", code: null }])
  expect(run.takeNotes()).toEqual([])
})

test.each([
  [
    "an error of ours",
    () => Promise.reject(new EvidenceError("capture/page-left", "gone")),
    "capture/page-left",
  ],
  ["an error of the platform", () => Promise.reject(new TypeError("x is not a function")), "internal"],
  ["what is no error", () => rejecting("text"), "internal"],
  [
    "an error before anything was awaited",
    () => {
      throw new RangeError("too long")
    },
    "internal",
  ],
])("a step that fails by %s is recorded and noted, and the next one runs", async (_name, work, code) => {
  const run = newRun()
  expect(await runStep(run, "source", work)).toBeNull()
  expect(await runStep(run, "text", () => Promise.resolve(7))).toBe(7)
  expect(run.steps().map(({ name, outcome, code: said }) => [name, outcome, said])).toEqual([
    ["source", "failed", code],
    ["text", "done", null],
  ])
  expect(run.takeNotes()).toMatchObject([{ step: "source", what: "failed", detail: { code } }])
})

test("a message of any length is cut in the log", async () => {
  const run = newRun()
  await runStep(run, "source", () => Promise.reject(new Error("x".repeat(100_000))))
  const [note] = run.takeNotes()
  expect(String(note?.detail.message)).toHaveLength(500)
})

test("what a step took is measured on the clock that nobody can set", async () => {
  vi.useFakeTimers({ toFake: ["performance", "Date"], now: Date.parse("2026-11-22T15:20:00Z") })
  const run = newRun()
  await runStep(run, "stitch", () => {
    vi.advanceTimersByTime(1234)
    vi.setSystemTime(0)
    return Promise.resolve()
  })
  vi.useRealTimers()
  expect(run.steps()).toEqual([
    { name: "stitch", at: "2026-11-22T15:20:00.000Z", ms: 1234, outcome: "done", code: null },
  ])
})

test("what was noted is stored once, in order, with steps, gaps and redactions", async () => {
  const run = newRun()
  const { vault } = run.ports
  await beginCapture(vault, draftOf("a"), [], [])
  run.note("source", "one", { n: 1 })
  run.note("source", "two")
  run.gap({ what: "source", reason: "refused", count: null, where: "HTTP 403" })
  run.redact([{ what: "password", count: 1, where: "source.html" }])
  await runStep(run, "source", () => Promise.resolve())
  await store(run)
  await store(run, { title: "changed" })
  expect((await logOf(vault, "a")).map(({ seq, what, detail }) => [seq, what, detail])).toEqual([
    [1, "one", { n: 1 }],
    [2, "two", {}],
  ])
  expect(await captureById(vault, "a")).toMatchObject({
    title: "changed",
    steps: [{ name: "source", outcome: "done" }],
    gaps: [{ what: "source", reason: "refused" }],
    redacted: [{ what: "password", count: 1, where: "source.html" }],
  })
})
