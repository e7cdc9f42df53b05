/** The papers of a bundle when one of them, or all, cannot be had: what is left out, what is told, and that the rest goes out. */
import { beforeEach, expect, test, vi } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import type { Draft } from "../../../src/core/papers/draft.ts"
import type { PapersOutcome } from "../../../src/core/papers/wanted.ts"
import { papersMaker, type PapersMaking } from "../../../src/workshop/make-papers.ts"
import type { Tools } from "../../../src/workshop/report/draw-paper.ts"
import { exampleWords } from "../bundle/example.ts"
import { listGround, placedIn } from "../papers/example-list.ts"
import { exampleTyped } from "../papers/example-notice.ts"

const drawPaper = vi.hoisted(() => vi.fn<(paper: object, tools: Tools) => Promise<Blob>>())
const writeDraft = vi.hoisted(() => vi.fn<(draft: Draft) => Promise<Uint8Array>>())
vi.mock("../../../src/workshop/report/draw-paper.ts", () => ({ drawPaper }))
vi.mock("../../../src/workshop/word/write-draft.ts", () => ({ writeDraft }))
vi.mock("../../../src/platform/identity.ts", () => ({
  readOwnFile: () => Promise.resolve(new Uint8Array()),
}))

const made = { outcome: "made", code: null }
/** Of what failed, where it came from is told. */
const cause = { name: expect.stringMatching(/Error$/) as unknown, places: expect.any(Array) as unknown }
const stopped = { outcome: "stopped", code: null }

async function papers(
  signal = new AbortController().signal,
  wish: Pick<PapersMaking, "papers" | "typed"> = {},
) {
  const outcomes: PapersOutcome[] = []
  const documents = await papersMaker({
    ...{ language: "zh-CN", words: exampleWords, signal, onProgress: () => Promise.resolve() },
    ...wish,
    onOutcome: outcome => {
      outcomes.push(outcome)
    },
  })(await listGround())
  return { paths: documents.map(({ path }) => path), outcomes }
}

const pagesIn = (): string =>
  JSON.stringify(writeDraft.mock.calls[0]?.[0].blocks.filter(({ kind }) => kind === "groups"))

beforeEach(() => {
  vi.resetAllMocks()
  drawPaper.mockImplementation((_paper, { onPlaced }) => {
    onPlaced(placedIn("zh-CN"))
    return Promise.resolve(new Blob(["%PDF"]))
  })
  writeDraft.mockResolvedValue(new Uint8Array([80, 75]))
})

test("all go along, and the list names the pages of the report", async () => {
  expect(await papers()).toEqual({
    paths: ["01-report.pdf", "02-evidence-list.docx", "03-notary-route.pdf"],
    outcomes: [{ reportMade: made, listMade: made, routeMade: made }],
  })
  expect(pagesIn()).toContain("5–7")
})

test("the others go out without a report that failed, and the list names no page", async () => {
  drawPaper.mockRejectedValueOnce(new TypeError("a library's own"))
  expect(await papers()).toEqual({
    paths: ["02-evidence-list.docx", "03-notary-route.pdf"],
    outcomes: [
      {
        reportMade: { outcome: "failed", code: "export/report-failed", cause },
        listMade: made,
        routeMade: made,
      },
    ],
  })
  expect(pagesIn()).not.toContain("5–7")
})

test.each([
  ["a library's error by its own code", new TypeError("no"), "export/list-failed"],
  ["an error of ours by that one's", new EvidenceError("vault/full", "no"), "vault/full"],
])("the others go out without a list that failed, and it tells %s", async (_what, thrown, code) => {
  writeDraft.mockRejectedValue(thrown)
  expect(await papers()).toEqual({
    paths: ["01-report.pdf", "03-notary-route.pdf"],
    outcomes: [{ reportMade: made, listMade: { outcome: "failed", code, cause }, routeMade: made }],
  })
})

test("the others go out without a route sheet that failed", async () => {
  drawPaper.mockImplementation((paper, { onPlaced }) => {
    if ("title" in paper && paper.title === "公证现场操作单") return Promise.reject(new TypeError("no"))
    onPlaced(placedIn("zh-CN"))
    return Promise.resolve(new Blob(["%PDF"]))
  })
  expect(await papers()).toEqual({
    paths: ["01-report.pdf", "02-evidence-list.docx"],
    outcomes: [
      {
        reportMade: made,
        listMade: made,
        routeMade: { outcome: "failed", code: "export/route-failed", cause },
      },
    ],
  })
})

test("who gives up while the report is drawn gets none", async () => {
  const giving = new AbortController()
  drawPaper.mockImplementation(async (_paper, { onPart }) => {
    giving.abort()
    await onPart(1, 2)
    return new Blob()
  })
  expect(await papers(giving.signal)).toEqual({
    paths: [],
    outcomes: [{ reportMade: stopped, listMade: stopped, routeMade: stopped }],
  })
  expect(writeDraft).not.toHaveBeenCalled()
})

test("who gives up once the report is there keeps it", async () => {
  const giving = new AbortController()
  writeDraft.mockImplementation(() => {
    giving.abort()
    return Promise.reject(new Error("given up"))
  })
  expect(await papers(giving.signal)).toEqual({
    paths: ["01-report.pdf"],
    outcomes: [{ reportMade: made, listMade: stopped, routeMade: stopped }],
  })
})

test("only what is chosen is made: a platform's copy has no report, and its notice says what was typed", async () => {
  const { paths, outcomes } = await papers(undefined, { papers: ["list", "notice"], typed: exampleTyped })
  expect(paths[0]).toBe("02-evidence-list.docx")
  expect(paths.slice(1).every(path => /^04-platform-notice(-\d)?\.docx$/.test(path))).toBe(true)
  expect(drawPaper).not.toHaveBeenCalled()
  expect(outcomes).toEqual([
    {
      reportMade: null,
      listMade: made,
      routeMade: null,
      draftsMade: [{ name: "notice", files: paths.length - 1, ...made }],
    },
  ])
  expect(JSON.stringify(writeDraft.mock.calls[1])).toContain("李小明")
})

test("papers for the police and the courts go along where they are chosen, in the order of their files", async () => {
  const chosen = ["list", "preservation", "police", "civil"] as const
  const { paths, outcomes } = await papers(undefined, {
    papers: chosen,
    typed: { ...exampleTyped, claims: ["apology"] },
  })
  expect(paths).toEqual([
    "02-evidence-list.docx",
    "05-police-report.docx",
    "06-civil-complaint.docx",
    "11-court-preservation.docx",
  ])
  expect(outcomes[0]?.draftsMade).toEqual(
    (["police", "civil", "preservation"] as const).map(name => ({ name, files: 1, ...made })),
  )
  expect(JSON.stringify(writeDraft.mock.calls[2])).toContain("赔礼道歉，方式、位置和持续时间")
})

test("a notice that failed is left out and told, and the rest goes out", async () => {
  writeDraft.mockImplementation(({ blocks }) =>
    blocks.some(({ kind }) => kind === "page" && blocks[0]?.kind === "banner")
      ? Promise.reject(new TypeError("no"))
      : Promise.resolve(new Uint8Array([80, 75])),
  )
  const { paths, outcomes } = await papers(undefined, { papers: ["list", "notice"] })
  expect(paths).toEqual(["02-evidence-list.docx"])
  expect(outcomes[0]?.draftsMade).toEqual([
    { name: "notice", files: 0, outcome: "failed", code: "export/draft-failed", cause },
  ])
})
