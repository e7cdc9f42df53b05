/** A report of an example bundle: two items, one with all that a page can say of a post. */
import { type DocumentGround, makeBundle } from "../../../src/core/bundle/bundle.ts"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import type { Paper } from "../../../src/core/papers/block.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { reportOf } from "../../../src/core/papers/report.ts"
import type { ReportLanguage } from "../../../src/core/papers/wanted.ts"
import { type AnyValue, type Field, notFound, type PostFields } from "../../../src/core/post-facts/fields.ts"
import { exampleItem, exampleSnapshot, exampleWords, fakeSign, pixel, sha256Of } from "../bundle/example.ts"

const read = <Value extends AnyValue>(value: Value, raw: string): Field<Value> => ({
  ...{ value, raw, source: "dom", where: "article", verdict: "ok" },
})

/** `\u{20bb7}` is a rare character, and the title goes through four scripts. */
export const strange = "\u{20bb7}野家 🙂 مرحبا بالعالم สวัสดี"

const fields: PostFields = {
  ...{ permalink: read("https://weibo.com/1/abc", "https://weibo.com/1/abc"), postId: notFound },
  ...{ authorName: read("张三", "张三"), authorHandle: notFound, authorId: read("1234567890", "1234567890") },
  ...{ authorUrl: notFound, authorVerified: notFound, ipLocation: read("浙江", "发布于 浙江") },
  publishedAt: read({ at: "2026-11-20T03:02:00.000Z", plusMinusSeconds: 30, basis: "text" }, "11-20 11:02"),
  ...{ editedAt: notFound, text: read("这是一个示例帖子的正文。\n第二段。", "…"), media: notFound },
  ...{
    views: read({ count: 12_000, rounded: true }, "1.2万"),
    reposts: read({ count: 530, rounded: false }, "530"),
  },
  ...{ comments: notFound, likes: notFound, collects: notFound, parent: notFound, position: notFound },
  title: notFound,
}

export const exampleReportItems = (): ItemSnapshot[] => [
  {
    ...exampleItem(
      "e001",
      { "frames/0000.png": pixel, "page-1.png": pixel, "source.html": "<!doctype html>", "post.json": "{}" },
      {
        title: `标题 ${strange}`,
        url: "https://weibo.com/1/abc?xsec_token=SECRET&page=2",
        pages: [
          { path: "page-1.png", sha256: sha256Of(pixel), from: ["frames/0000.png"], y: 0, height: 4000 },
        ],
      },
    ),
    facts: {
      ...{ schema: 1, adapter: { id: "weibo", version: "1" }, pageType: "post", fields },
      ...{ comments: [], commentsLeft: 0, faults: [] },
    },
    corrections: [
      { field: "authorHandle", value: "zhangsan", source: "user", at: "2026-11-23T10:00:00.000Z" },
    ],
  },
  exampleItem(
    "e003",
    { "frames/0000.png": pixel },
    {
      title: "abc\u202Egnp.exe",
      complete: false,
      gaps: [{ what: "folded", reason: "not-unfolded", count: 3, where: null }],
    },
  ),
]

/** Words were selected that the second frame shows, and the user marked the joined page. */
export function markedItem(): ItemSnapshot {
  const [post] = exampleReportItems()
  if (post === undefined) throw new Error("no post")
  const { facts } = post
  if (facts === undefined) throw new Error("no facts")
  const area = { x: 100, y: 300, width: 400, height: 60 }
  return {
    ...exampleItem(
      "e001",
      { "frames/0000.png": pixel, "frames/0001.png": pixel, "page-1.png": pixel },
      {
        pages: post.record.pages,
        quote: { text: "示例", rects: [area], frames: [{ path: "frames/0001.png", rect: 0, ...area }] },
      },
    ),
    facts,
    annotations: [
      {
        picture: { path: "page-1.png", sha256: sha256Of(pixel) },
        source: "user",
        at: "2026-11-23T10:00:00.000Z",
        marks: [{ kind: "box", ...area }],
      },
    ],
  }
}

export async function groundOf(items: readonly ItemSnapshot[]): Promise<DocumentGround> {
  const grounds: DocumentGround[] = []
  await makeBundle(exampleSnapshot(items), exampleWords, fakeSign, undefined, undefined, ground => {
    grounds.push(ground)
    return Promise.resolve([])
  })
  const [ground] = grounds
  if (ground === undefined) throw new Error("no document was asked for")
  return ground
}

export async function exampleReport(
  language: ReportLanguage,
  items: readonly ItemSnapshot[] = exampleReportItems(),
): Promise<Paper> {
  return reportOf({ ...(await groundOf(items)), caseFacts: caseFactsOf({}) }, exampleWords, language)
}
