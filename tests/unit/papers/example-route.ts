/** A notary route sheet of an example bundle: links that were seen again, edited, walled off and gone, and a page that means harm. */
import type { BundleSnapshot, ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import type { CaptureRecord } from "../../../src/core/evidence.ts"
import type { Paper } from "../../../src/core/papers/block.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { routeSheetOf } from "../../../src/core/papers/route-sheet.ts"
import type { ReportLanguage } from "../../../src/core/papers/wanted.ts"
import { type Field, notFound, type PageType, type PostFields } from "../../../src/core/post-facts/fields.ts"
import type { CountersSummary, StateBasis, PostState } from "../../../src/core/readings/reading.ts"
import type { VisitorSummary } from "../../../src/core/server/reading.ts"
import { exampleItem, exampleWords, pixel } from "../bundle/example.ts"
import { exampleListItems, hostile, listGround } from "./example-list.ts"
import { exampleReportItems } from "./example-report.ts"

const ok = <Value extends string>(value: Value): Field<Value> => ({
  ...{ value, raw: value, source: "dom", where: "a", verdict: "ok" },
})

export const foundAgain = (
  at: string,
  state: PostState,
  stateBasis: StateBasis,
  words: string | null = null,
): CountersSummary => ({
  ...{ at, openedBy: "user", occasion: "click", visits: 1, status: 200, state, stateBasis, words },
  ...{ editedAt: null, counters: {} },
})

export const asVisitor = (at: string, verdict: VisitorSummary["verdict"]): VisitorSummary => ({
  ...{ at, status: 200, visitorStatus: 200, requests: 2, verdict },
  reason: verdict === "public" ? "same-text" : verdict === "not-public" ? "log-in" : "no-answer",
})

/** A post on 微博, of an author with a page of their own. */
export function routeItem(
  item: string,
  facts: Partial<PostFields> = {},
  record: Partial<CaptureRecord> = {},
  pageType: PageType = "post",
): ItemSnapshot {
  const [post] = exampleReportItems()
  if (post?.facts === undefined) throw new Error("no post")
  const link = `https://weibo.com/1234567890/${item}`
  return {
    ...exampleItem(item, { "frames/0000.png": pixel }, { url: link, ...record }),
    facts: {
      ...post.facts,
      pageType,
      fields: {
        ...post.facts.fields,
        ...{ publishedAt: notFound, views: notFound, reposts: notFound },
        ...{ permalink: ok(link), authorUrl: ok("https://weibo.com/u/1234567890"), ...facts },
      },
    },
  }
}

export function exampleRouteItems(): ItemSnapshot[] {
  const [post, page] = exampleListItems()
  if (post?.facts === undefined || page === undefined) throw new Error("no items")
  const [, fromList] = exampleReportItems()
  if (fromList === undefined) throw new Error("no page")
  return [
    post,
    fromList,
    {
      ...routeItem("e004", {
        text: ok("这条在采集之后又被改过，文字和以前不一样了，请看当时的样子和现在的样子。"),
      }),
      counters: [foundAgain("2026-11-23T01:00:00.000Z", "changed", "text-differs")],
      readings: [asVisitor("2026-11-24T01:00:00.000Z", "not-public")],
    },
    {
      ...routeItem(
        "e005",
        { text: ok("附有视频的一条") },
        {
          signedIn: "yes",
          complete: false,
          gaps: [
            { what: "video", reason: "not-downloaded", count: 1, where: null },
            { what: "folded", reason: "not-unfolded", count: 2, where: null },
            { what: "not-loaded", reason: "not-loaded", count: 40, where: null },
          ],
        },
      ),
      readings: [asVisitor("2026-11-24T02:00:00.000Z", "public")],
    },
    {
      ...routeItem("e006", { text: ok("已经看不到的一条") }),
      counters: [foundAgain("2026-11-24T03:00:00.000Z", "gone", "phrase-deleted", "该微博已被作者删除")],
    },
    {
      ...routeItem(
        "e009",
        { text: ok(hostile), authorName: ok(hostile), permalink: ok("javascript:alert(1)") },
        { url: `https://weibo.com/x?token=SECRET&q=${"长".repeat(500)}`, title: hostile },
      ),
      counters: [foundAgain("2026-11-24T04:00:00.000Z", "wall", "sign-in")],
    },
  ]
}

export async function exampleRoute(
  language: ReportLanguage,
  items: readonly ItemSnapshot[] = exampleRouteItems(),
  facts: Partial<BundleSnapshot> = {},
): Promise<Paper> {
  const ground = await listGround(items, facts)
  return routeSheetOf({ ...ground, caseFacts: caseFactsOf(ground.snapshot) }, exampleWords, language)
}
