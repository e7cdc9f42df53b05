/**
 * A page whose script is not ours any more: it answers each question with
 * whatever it likes. The capture ends, is never complete, and says why.
 */
import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type ExtraName, usualOptions } from "../../../src/core/capture-options.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { artifactsOf, logOf } from "../../../src/vault/read.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { addBox, openTab, resetScene, type Tab } from "../background/browser.ts"
import { conductorOf } from "../background/conducting.ts"
import { portsWith } from "../background/ports.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))

beforeEach(resetScene)

type Tree = Readonly<Record<string, unknown>>

/** Captures a page whose script `spoil` has changed, and answers with what became of it. */
async function captured(
  spoil: (tab: Tab) => void,
  extras: readonly ExtraName[] = [],
): Promise<{ row: CaptureRow; paths: readonly string[]; log: readonly string[] }> {
  const tab = openTab(1)
  addBox(tab)
  // Where something is selected, a page is asked where it stands.
  answering("readFacts", withField("selection", "words"))(tab)
  spoil(tab)
  const ports = portsWith()
  await keepCaptureOptions(ports.vault, { ...usualOptions, extras })
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const row = (await conductor.row(captureId)) ?? expect.unreachable("it was started")
  const paths = (await artifactsOf(ports.vault, captureId)).map(({ path }) => path)
  const log = (await logOf(ports.vault, captureId)).map(({ what }) => what)
  resetScene()
  return { row, paths, log }
}

const answering = (method: string, change: (honest: unknown) => unknown) => (tab: Tab) => {
  const honest = tab.page[method]
  tab.page[method] = (input: never) => change(honest?.(input))
}
const withField = (field: string, value: unknown) => (honest: unknown) => ({
  ...(honest as Tree),
  [field]: value,
})

const methods = [
  "readFacts",
  "readMarks",
  "readPostFacts",
  "prepare",
  "scrollTo",
  "readBoxes",
  "scrollBox",
  "whereIsBox",
  "noteBoxSeen",
  "whereIs",
  "restore",
  "takeText",
  "readChunk",
  "readForCopy",
  "readParts",
  "readWalls",
  "readGaps",
]
const junk: readonly unknown[] = [null, "text", 7, true, [], {}, [null], { changes: {} }, { base64: 7 }]

test("a page that answers honestly is complete, so that what follows can fail", async () => {
  expect((await captured(() => undefined)).row).toMatchObject({ state: "sealed", complete: true, gaps: [] })
})

test("the table names every question that a page is asked", () => {
  const tab = openTab(2)
  addBox(tab)
  expect(Object.keys(tab.page).sort()).toEqual(
    [...methods, "readMedia", "readSigns", "findChat", "readChat"].sort(),
  )
})

/** Nothing is read of the first, the second may be gone, and of the others an empty list is an honest answer. */
const isHonest = (method: string, value: unknown) =>
  method === "noteBoxSeen" ||
  (method === "whereIsBox" && value === null) ||
  (["readGaps", "readBoxes"].includes(method) && Array.isArray(value) && value.length === 0)

/** What only tells more of the page: without it the pictures and texts are as whole as with it. */
const isExtra = (method: string) => method === "readPostFacts" || method === "readWalls"

describe.each(methods.filter(method => method !== "noteBoxSeen" && !isExtra(method)))(
  "junk in place of the answer to %s",
  method => {
    test.each(junk.filter(value => !isHonest(method, value)))(
      "such as %j, is a failed step or a gap, and the first picture is kept",
      async value => {
        const { row, paths } = await captured(answering(method, () => value))
        expect(row).toMatchObject({ state: "sealed", complete: false })
        expect(row.gaps.length).toBeGreaterThan(0)
        expect(row.steps.find(({ code }) => code === "input/malformed")).toBeDefined()
        expect(paths).toContain("frames/0000.png")
      },
    )
  },
)

test.each(junk.filter(value => !Array.isArray(value) || value.length > 0))(
  "junk such as %j in place of the walls takes nothing from the capture, and is in its log",
  async value => {
    const { row, log } = await captured(answering("readWalls", () => value))
    expect(row).toMatchObject({ state: "sealed", complete: true })
    expect(row.walls).toBeUndefined()
    expect(log).toContain("walls were not looked for")
  },
)

/** Asked where originals are wanted, when the pictures of the screen are safe: what fails then fails by itself. */
describe("junk in place of the answer to readMedia", () => {
  const file = { url: "https://weibo.com/a.png", kind: "picture", width: 9, height: 9, inPost: false }
  const honest = async (found: readonly unknown[]) =>
    captured(
      answering("readMedia", () => ({ found, left: 0 })),
      ["originals"],
    )

  test("an honest answer is a step that is done, so that what follows can fail", async () => {
    const { row, paths } = await honest([])
    expect(row.steps.find(({ name }) => name === "originals")).toMatchObject({ outcome: "done" })
    expect(paths).toContain("media.json")
  })

  test.each([
    ...junk,
    { found: [], left: -1 },
    { found: [{ ...file, url: "file:///etc/passwd" }], left: 0 },
    { found: [{ ...file, url: "javascript:alert(1)" }], left: 0 },
    { found: [{ ...file, url: `https://weibo.com/${"a".repeat(16_384)}` }], left: 0 },
    { found: [{ ...file, inPost: "yes" }], left: 0 },
    { found: [{ ...file, width: 1e300 }], left: 0 },
    { found: Array.from({ length: 61 }, () => file), left: 0 },
  ])("such as %j, is a failed step, no file, and the capture is whole without it", async value => {
    const { row, paths } = await captured(
      answering("readMedia", () => value),
      ["originals"],
    )
    expect(row).toMatchObject({ state: "sealed", complete: true, gaps: [] })
    expect(row.steps.find(({ name }) => name === "originals")).toMatchObject({
      ...{ outcome: "failed", code: "input/malformed" },
    })
    expect(paths).toContain("frames/0000.png")
    expect(paths.filter(path => path.startsWith("media"))).toEqual([])
  })
})

test.each(junk)(
  "junk in place of the answer to readPostFacts, such as %j, is a failed step, and costs nothing else",
  async value => {
    const { row, paths } = await captured(answering("readPostFacts", () => value))
    expect(row).toMatchObject({ state: "sealed", complete: true, gaps: [] })
    expect(row.steps.find(({ name }) => name === "post-facts")).toMatchObject({
      outcome: "failed",
      code: "input/malformed",
    })
    expect(row.facts).toBeUndefined()
    expect(paths).not.toContain("post.json")
  },
)

const lies: [what: string, method: string, field: string, value: unknown][] = [
  ["a page of an endless height", "scrollTo", "documentHeight", 1e300],
  ["a page of an endless height, from the beginning", "readFacts", "documentHeight", 1e300],
  ["a place far beyond any page", "scrollTo", "scrollY", 1e15],
  ["no pixels at all", "scrollTo", "dpr", 0],
  ["pixels below nothing", "scrollTo", "dpr", -1],
  ["a million pixels in one", "scrollTo", "dpr", 1e6],
  ["a text larger than memory", "takeText", "bytes", 2 ** 52],
  ["a text that never ends", "takeText", "bytes", 256 * 1024 * 1024 + 1],
  ["a piece that is no base64", "readChunk", "base64", "固证"],
  ["an empty piece", "readChunk", "base64", ""],
  ["a piece that is too long", "readChunk", "base64", Buffer.alloc(10_000).toString("base64")],
]

test.each(lies)("%s is refused and named", async (_what, method, field, value) => {
  const { row } = await captured(answering(method, withField(field, value)))
  expect(row).toMatchObject({ state: "sealed", complete: false })
  expect(row.steps.find(({ code }) => code === "input/malformed")).toBeDefined()
})

test("a text in a million pieces is refused before it has kept the capture busy", async () => {
  const { row } = await captured(tab => {
    answering("takeText", withField("bytes", 1_000_000))(tab)
    answering("readChunk", () => ({ base64: "AA==" }))(tab)
  })
  expect(row).toMatchObject({ state: "sealed", complete: false })
  expect(row.steps.filter(({ code }) => code === "input/malformed").length).toBeGreaterThan(0)
})

test(
  "whatever a page answers, the capture ends, and keeps the first picture",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), fc.jsonValue(), async (method, value) => {
        const { row, paths } = await captured(answering(method, () => value))
        expect(row.state).toBe("sealed")
        expect(paths).toContain("frames/0000.png")
        if (row.complete && !isExtra(method))
          expect({ method, value, isHonest: isHonest(method, value) }).toMatchObject({ isHonest: true })
      }),
      { seed: 20261122, numRuns: 60 },
    )
  },
)

test("a script that answers for another address, or another document, is not believed", async () => {
  for (const [field, value] of [
    ["href", "https://evil.example/"],
    ["document", "another one"],
  ] as const) {
    const { row, paths } = await captured(answering("scrollTo", withField(field, value)))
    expect(row.complete).toBe(false)
    expect(paths.filter(path => /^frames\/(?!0000)/.test(path))).toEqual([])
  }
})
