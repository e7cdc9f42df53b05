/** What is kept besides: each extra that was wanted says how it ended, and harms nothing else. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { type ExtraName, usualOptions } from "../../../src/core/capture-options.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

async function captured(extras: readonly ExtraName[], different: Partial<Ports>, stops = false) {
  const tab = openTab(1)
  const ports = portsWith({}, different)
  await keepCaptureOptions(ports.vault, { ...usualOptions, extras })
  const conductor = conductorOf(ports)
  const ids: string[] = []
  const { readGaps } = tab.page
  tab.page.readGaps = (input: never) => {
    // The pictures are through by then.
    if (stops) for (const id of ids) void conductor.stop(id)
    return readGaps?.(input)
  }
  const { captureId } = await conductor.start(1, "popup")
  ids.push(captureId)
  await conductor.whenSealed(captureId)
  const row = await conductor.row(captureId)
  const steps = row?.steps.filter(({ name }) => ["mhtml", "originals", "server-record"].includes(name))
  const paths = (await artifactsOf(ports.vault, captureId)).map(({ path }) => path)
  return { row, paths, steps: steps?.map(({ name, outcome, code }) => [name, outcome, code]) }
}

test("one that is wanted and can be had is a file of the capture", async () => {
  const { steps, paths, row } = await captured(["mhtml"], {
    archivePage: () => Promise.resolve(utf8("From: <Saved by Blink>")),
  })
  expect(steps).toEqual([["mhtml", "done", null]])
  expect(paths).toContain("page.mhtml")
  expect(row).toMatchObject({ state: "sealed", complete: true })
})

describe("one that is wanted and cannot be had says why, and the capture is whole without it", () => {
  const asking = () => Promise.reject(new EvidenceError("internal", "the browser was not to be asked"))
  test.each<readonly [string, ExtraName, Partial<Ports>, boolean, readonly [string, string]]>([
    [
      "not allowed",
      "server-record",
      { mayRecord: () => Promise.resolve(false) },
      false,
      ["skipped", "site/not-allowed"],
    ],
    [
      "not possible",
      "mhtml",
      { mayArchive: () => Promise.resolve(false) },
      false,
      ["skipped", "capture/no-archive"],
    ],
    ["not known whether it may be", "mhtml", { mayArchive: asking }, false, ["skipped", "internal"]],
    ["refused in the middle", "mhtml", {}, false, ["failed", "capture/no-archive"]],
    ["stopped before", "mhtml", { mayArchive: asking }, true, ["skipped", "capture/stopped"]],
  ])("%s", async (_name, extra, different, stops, [outcome, code]) => {
    const { steps, row } = await captured([extra], different, stops)
    expect(steps).toEqual([[extra, outcome, code]])
    expect(row).toMatchObject({ state: "sealed", complete: true, gaps: [] })
  })
})

test("one that nobody wanted leaves no step", async () => {
  expect((await captured([], {})).steps).toEqual([])
})
