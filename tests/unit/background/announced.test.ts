/** How many comments a site's data says there are, asked when nothing moves the page any more. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const candidate = (raw: string) => ({
  field: "comments",
  raw,
  source: "page-json",
  where: "test",
  isCut: false,
})

/** What the page is told of its comments when it is asked for its gaps; `answers`: what it says of its post, the last one again. */
async function toldOf(...answers: readonly (string | null | Error)[]) {
  const tab = openTab(1)
  const { readPostFacts } = tab.page
  let asked = 0
  tab.page.readPostFacts = (input: never) => {
    const answer = answers[Math.min(asked++, answers.length - 1)]
    if (answer instanceof Error) throw answer
    const candidates = answer == null ? [] : [candidate(answer)]
    return { ...(readPostFacts?.(input) as object), candidates }
  }
  const told: unknown[] = []
  tab.page.readGaps = (input: never) => {
    told.push(input)
    return []
  }
  const conductor = conductorOf(portsWith())
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  expect((await conductor.row(captureId))?.steps.find(({ name }) => name === "gaps")?.outcome).toBe("done")
  return told
}

const comments = { count: 3402, raw: "3,402", read: 0 }

test.each([
  ["says so", ["3,402"], comments],
  ["says so only once all has loaded", [null, "3,402"], comments],
  ["says it no more", ["3,402", null], { ...comments, raw: "3402" }],
  ["cannot be read any more", ["3,402", new Error("the adapter is gone")], { ...comments, raw: "3402" }],
  ["never says it", [null], null],
] as const)("where the site's data %s", async (_when, answers, wanted) => {
  expect(await toldOf(...answers)).toEqual([{ comments: wanted }])
})
