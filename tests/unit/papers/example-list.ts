/** A list of evidence of an example bundle: a post that was read again, a profile, complaints, and a page that means harm. */
import type { BundleSnapshot, ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { makeBundle, type DocumentGround } from "../../../src/core/bundle/bundle.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import type { Draft } from "../../../src/core/papers/draft.ts"
import { listDraftOf } from "../../../src/core/papers/list-draft.ts"
import type { Placed } from "../../../src/core/papers/placed.ts"
import type { ReportLanguage } from "../../../src/core/papers/wanted.ts"
import { notFound } from "../../../src/core/post-facts/fields.ts"
import { type Complaint, hashOfContent, type RemarkVersion } from "../../../src/core/remarks.ts"
import { exampleItem, exampleSnapshot, exampleWords, fakeSign, pixel } from "../bundle/example.ts"
import { exampleReportItems } from "./example-report.ts"

/** Controls, what XML cannot hold, half a character, marks that turn text round, markup, and 100 kB of it. */
export const hostile = `\u0000\u0008\u001b\ufffe\uffff\ud800 </w:t></w:p> & ]]> \u202enem\u202c \u2066x مرحبا _x0000_ ${"长".repeat(50_000)}`

const content: Complaint = {
  ...{ platform: "微博客服", channel: "platform", sentAt: "2026-11-23T02:00:00.000Z", number: null },
  ...{ result: "declined", repliedAt: "2026-11-25T03:00:00.000Z", said: "称不违反社区规定" },
}
const complaint: RemarkVersion = {
  ...{ kind: "complaint", content, version: 1, at: "2026-11-25T04:00:00.000Z" },
  sha256: hashOfContent({ kind: "complaint", content }),
}

export function exampleListItems(): ItemSnapshot[] {
  const [post, page] = exampleReportItems()
  if (post?.facts === undefined || page === undefined) throw new Error("no items")
  const own = { schema: 1, adapter: { id: "weibo", version: "1" }, comments: [], commentsLeft: 0 } as const
  const hostileItem = exampleItem("e009", { "frames/0000.png": pixel }, { title: hostile })
  return [
    {
      ...post,
      counters: [
        {
          ...{ at: "2026-11-24T01:00:00.000Z", openedBy: "user", occasion: "click", visits: 2, status: 200 },
          ...{ state: "there", stateBasis: "same-text", words: null, editedAt: null },
          counters: { reposts: { value: { count: 611, rounded: false }, raw: "611" } },
        },
      ],
      remarks: [complaint],
    },
    page,
    {
      ...exampleItem(
        "e007",
        { "frames/0000.png": pixel, "media/001.jpg": "jpeg" },
        { url: "https://weibo.com/u/1" },
      ),
      facts: {
        ...own,
        pageType: "profile",
        fields: { ...post.facts.fields, publishedAt: notFound, views: notFound, reposts: notFound },
        faults: [],
      },
    },
    {
      ...hostileItem,
      facts: {
        ...own,
        pageType: "post",
        fields: {
          ...post.facts.fields,
          ...{ views: notFound, reposts: notFound, publishedAt: notFound },
          authorName: { ...post.facts.fields.authorName, value: hostile },
          text: { ...post.facts.fields.text, value: hostile },
        },
        faults: [],
      },
    },
  ]
}

export async function listGround(
  items: readonly ItemSnapshot[] = exampleListItems(),
  facts: Partial<BundleSnapshot> = {},
): Promise<DocumentGround> {
  const grounds: DocumentGround[] = []
  await makeBundle(exampleSnapshot(items, facts), exampleWords, fakeSign, undefined, undefined, ground => {
    grounds.push(ground)
    return Promise.resolve([])
  })
  return grounds[0] ?? Promise.reject(new Error("no document was asked for"))
}

const headings: Readonly<Record<ReportLanguage, readonly [string, string, string]>> = {
  "zh-CN": ["E-001 · 微博 · 帖子", "E-003 · example.cn · 网页", "E-007 · 微博 · 账号主页"],
  en: ["E-001 · Weibo · post", "E-003 · example.cn · web page", "E-007 · Weibo · profile page"],
  both: [
    "E-001 · 微博 · 帖子 · E-001 · Weibo · post",
    "E-003 · example.cn · 网页 · E-003 · example.cn · web page",
    "E-007 · 微博 · 账号主页 · E-007 · Weibo · profile page",
  ],
}

/** As the report of the example came to stand. */
export function placedIn(language: ReportLanguage): Placed {
  const [first, second, third] = headings[language]
  return {
    headings: [
      { mark: "counters-zh", level: 2, page: 3, isAtTop: false },
      { mark: first, level: 2, page: 5, isAtTop: false },
      { mark: second, level: 2, page: 8, isAtTop: true },
      { mark: third, level: 2, page: 9, isAtTop: true },
      { mark: "procedure", level: 1, page: 11, isAtTop: true },
    ],
    pages: 20,
  }
}

export async function exampleList(
  language: ReportLanguage,
  items: readonly ItemSnapshot[] = exampleListItems(),
  placed: Placed | null = placedIn(language),
  facts: Partial<BundleSnapshot> = {},
): Promise<Draft> {
  const ground = await listGround(items, facts)
  return listDraftOf({ ...ground, caseFacts: caseFactsOf(ground.snapshot) }, exampleWords, language, placed)
}
