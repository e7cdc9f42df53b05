/** What becomes of each original: kept, refused, not asked for; in media.json, in the summary, and in the count of our requests. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { keepOriginals } from "../../../src/background/originals.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { startRun } from "../../../src/background/run.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type MediaFound, type OriginalsSummary, summaryOfOriginals } from "../../../src/core/media.ts"
import { type Hop } from "../../../src/core/server/record.ts"
import { type SiteAnswer, type SiteAsk } from "../../../src/platform/ask-site.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { artifactsOf, captureById } from "../../../src/vault/read.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { draftOf, later, record, sha256Of } from "../vault/rows.ts"
import { openTab, resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const media = (name: string, inPost = false): MediaFound => ({
  ...{ url: `https://${name}.sinaimg.cn/a.jpg`, kind: "picture", width: 300, height: 200, inPost },
})
const hop = (status: number | null): Hop => ({
  ...{ at: later, ms: 5, url: "https://x.sinaimg.cn/", ip: null, fromCache: null, status, statusLine: null },
  ...{ requestHeaders: [], responseHeaders: [], connection: null },
})
const answer = (different: Partial<SiteAnswer> = {}, status: number | null = 200): SiteAnswer => ({
  ...{ outcome: "answered", hops: [hop(status)], sentTo: null, mediaType: "image/jpeg", body: utf8("jpeg") },
  ...different,
})

interface Listed {
  readonly url: string
  readonly outcome: string
  readonly status: number | null
  readonly file: { readonly path: string; readonly sha256: string } | null
}

async function kept(
  found: readonly MediaFound[],
  answers: (ask: SiteAsk) => SiteAnswer,
  different: Partial<Ports> = {},
  left = 0,
) {
  const tab = openTab(1)
  tab.page.readMedia = () => ({ found, left })
  const asked: SiteAsk[] = []
  const askSite = (ask: SiteAsk) => {
    asked.push(ask)
    return Promise.resolve(answers(ask))
  }
  const ports = portsWith({}, { askSite, ...different })
  await beginCapture(ports.vault, draftOf("a"), [], [])
  const controller = new AbortController()
  const run = startRun(ports, {
    ...{ id: "a", tabId: 1, windowId: 10, url: "https://weibo.com/1/N", signal: controller.signal },
  })
  const keeping = async (): Promise<{ row: Awaited<ReturnType<typeof captureById>>; files: Listed[] }> => {
    await keepOriginals(run)
    const list = (await artifactsOf(ports.vault, "a")).find(({ path }) => path === "media.json")
    const text = new TextDecoder().decode(await readBack(ports.vault, list?.sha256 ?? record))
    return {
      row: await captureById(ports.vault, "a"),
      files: (JSON.parse(text) as { files: Listed[] }).files,
    }
  }
  return { run, asked, controller, keeping, vault: ports.vault }
}

describe("of one file that", () => {
  test.each<[string, SiteAnswer, string, number | null]>([
    ["comes", answer(), "kept", 200],
    ["is a video", answer({ mediaType: "video/mp4" }), "kept", 200],
    ["has no kind of its own", answer({ mediaType: "application/octet-stream" }), "kept", 200],
    ["is a page with words", answer({ mediaType: "text/html" }), "refused", 200],
    ["is refused", answer({}, 403), "refused", 403],
    ["is gone", answer({}, 404), "refused", 404],
    ["is not answered", answer({ outcome: "no-answer" }, null), "no-answer", null],
    ["leads to another site", answer({ outcome: "sent-to-other-site" }, 302), "no-answer", 302],
    ["is too large", answer({ outcome: "too-large" }), "limit", 200],
    ["is late", answer({ outcome: "late" }, null), "limit", null],
  ])("%s, the outcome and the status stand in media.json", async (_what, given, outcome, status) => {
    const { keeping, vault } = await kept([media("wx1")], () => given)
    const { files, row } = await keeping()
    expect(files).toMatchObject([{ outcome, status }])
    const paths = (await artifactsOf(vault, "a"))
      .map(({ path }) => path)
      .filter(path => path !== "media.json")
    expect(paths).toHaveLength(outcome === "kept" ? 1 : 0)
    expect(files[0]?.file?.sha256 ?? null).toBe(outcome === "kept" ? sha256Of("jpeg") : null)
    expect(row?.originals).toMatchObject({ kept: outcome === "kept" ? 1 : 0, notAllowed: 0 })
    expect(row?.requests.map(request => [request.purpose, request.status])).toEqual([["original", status]])
  })
})

test("they are asked for in the order of the page's answer, with the page's sign-in and its origin alone", async () => {
  const { asked, keeping } = await kept([media("post", true), media("wx1")], () => answer())
  const { files } = await keeping()
  expect(asked.map(({ url, cookies, referer }) => [url, cookies, referer])).toEqual([
    ["https://post.sinaimg.cn/a.jpg", "sent", "https://weibo.com/"],
    ["https://wx1.sinaimg.cn/a.jpg", "sent", "https://weibo.com/"],
  ])
  expect(files.map(({ file }) => file?.path)).toEqual(["media/001.jpg", "media/002.jpg"])
})

test("a site that was not allowed is not asked, and is named", async () => {
  const mayRecord = (url: string) => Promise.resolve(!url.includes("closed"))
  const { asked, keeping } = await kept([media("closed"), media("open")], () => answer(), { mayRecord })
  const { files, row } = await keeping()
  expect(asked.map(({ url }) => url)).toEqual(["https://open.sinaimg.cn/a.jpg"])
  expect(files.map(({ outcome }) => outcome)).toEqual(["not-allowed", "kept"])
  expect(row?.originals).toMatchObject({ notAllowed: 1, sites: ["https://closed.sinaimg.cn"] })
})

test("each is given what is left of the room, and those behind a full one are not asked", async () => {
  const large = 200 * 1024 * 1024
  const { asked, keeping } = await kept([media("a"), media("b")], () =>
    answer({ body: new Uint8Array(large) }),
  )
  const { files } = await keeping()
  expect(asked.map(({ limits }) => limits.bytes)).toEqual([large])
  expect(files.map(({ outcome }) => outcome)).toEqual(["kept", "limit"])
})

test("after a stop nothing more is asked, and the rest says so", async () => {
  const { asked, controller, keeping } = await kept([media("a"), media("b")], () => {
    controller.abort()
    return answer()
  })
  const { files } = await keeping()
  expect(asked).toHaveLength(1)
  expect(files.map(({ outcome }) => outcome)).toEqual(["kept", "stopped"])
})

test("of a page that shows another address by now nothing is asked", async () => {
  const { asked, keeping } = await kept([media("a")], () => answer())
  openTab(1, 130, { url: "https://weibo.com/2/M" })
  await expect(keeping()).rejects.toMatchObject({ code: "capture/route-changed" })
  expect(asked).toEqual([])
})

const file = (
  outcome: "kept" | "refused" | "not-allowed" | "limit",
  status: number | null,
  inPost = false,
) => ({
  ...{ ...media("wx1", inPost), outcome, status },
})

test.each<[string, ReturnType<typeof file>[], number, OriginalsSummary]>([
  ["none", [], 0, { kept: 0, refused: 0, notAllowed: 0, sites: [], notHad: [] }],
  [
    "each reason once, with its status and how many",
    [file("refused", 403), file("refused", 404), file("refused", 403), file("kept", 200)],
    0,
    {
      ...{ kept: 1, refused: 3, notAllowed: 0, sites: [] },
      notHad: [
        { outcome: "refused", status: 403, count: 2 },
        { outcome: "refused", status: 404, count: 1 },
      ],
    },
  ],
  [
    "those beyond the limit of files with those beyond another",
    [file("limit", null)],
    2,
    {
      ...{ kept: 0, refused: 3, notAllowed: 0, sites: [] },
      notHad: [{ outcome: "limit", status: null, count: 3 }],
    },
  ],
  [
    "the chosen post's apart",
    [file("kept", 200, true), file("not-allowed", null, true), file("kept", 200)],
    0,
    {
      ...{ kept: 2, refused: 0, notAllowed: 1, sites: ["https://wx1.sinaimg.cn"], notHad: [] },
      post: { found: 2, kept: 1 },
    },
  ],
])("the summary counts %s", (_what, files, left, summary) => {
  expect(summaryOfOriginals(files, left)).toEqual(summary)
})

describe("videos that the page counted as not downloaded", () => {
  const film = (name: string): MediaFound => ({ ...media(name), kind: "video" })
  const counted = { what: "video", reason: "not-downloaded", where: "video" } as const
  const others = [{ what: "pictures", reason: "not-loaded", count: 1, where: "img" }] as const

  test.each([
    ["the only one, kept", 1, [film("a")], answer({ mediaType: "video/mp4" }), []],
    ["one of two, kept", 2, [film("a")], answer({ mediaType: "video/mp4" }), [{ ...counted, count: 1 }]],
    ["one that the site refuses", 1, [film("a")], answer({}, 403), [{ ...counted, count: 1 }]],
    ["one in whose place a picture came", 1, [film("a")], answer(), [{ ...counted, count: 1 }]],
    ["a picture, kept", 1, [media("a")], answer({ mediaType: "video/mp4" }), [{ ...counted, count: 1 }]],
  ] as const)("%s", async (_what, count, found, given, left) => {
    const { run, keeping } = await kept(found, () => given)
    run.gap(others[0])
    run.gap({ ...counted, count })
    const { row } = await keeping()
    expect(run.gaps()).toEqual([...others, ...left])
    expect(row?.gaps).toEqual([...others, ...left])
  })
})
