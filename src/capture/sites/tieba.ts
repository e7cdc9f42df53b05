/**
 * 百度贴吧: a thread is a list of floors; each has its facts beside what it shows,
 * as JSON in `data-field` (law.md §6.1). The first floor is the thread's post; an
 * address may name another floor, or a reply in one. Which thread the page is of,
 * it says in `PageData.thread`, whose keys stand without quotes, and in its
 * canonical address. What the site draws since 2026 is read in tieba-drawn.ts, and
 * what it draws for phones in tieba-mobile.ts.
 */
import { ID, namedIn, threadIn, tiebaPlaces } from "../../core/places/tieba.ts"
import { readLiteral } from "../../core/post-facts/literal.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { gatherJson, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type PageData } from "./page-data.ts"
import { type Site, type SitePage } from "./site.ts"
import { readDrawn } from "./tieba-drawn.ts"
import { readMobile } from "./tieba-mobile.ts"

export const tieba: Site = {
  ...tiebaPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") readProfile(page, into)
    const thread = threadIn(page.url)
    if (thread === null) return
    const said = threadsSaid(page)
    if (said.some(id => id !== thread)) return
    if (said.length > 0) readThread(page, into)
    // Its address is all that says of what a drawn page is.
    readDrawn(page, { thread, ...namedIn(page.url) }, into)
    readMobile(page, { thread, ...namedIn(page.url) }, into)
  },
}

/** Nothing that a floor says names its thread: the page must, and must not name another. */
function threadsSaid({ root, data }: SitePage): string[] {
  const linked = findIn(root, 'link[rel="canonical"], meta[property="og:url"]').map(
    link =>
      /\/p\/(\d+)(?:[/?#]|$)/.exec(attributeOf(link, "href") ?? attributeOf(link, "content") ?? "")?.[1] ??
      "",
  )
  return [...threadsIn(data).map(({ id }) => id), ...linked].filter(id => ID.test(id))
}

interface Thread {
  readonly id: string
  /** As it stands there, in its quotes. */
  readonly title: string
  readonly replies: string
}

/** One string, and what it holds is passed over whole: a title that looks like data is none. */
const WORDS = String.raw`"(?:[^"\\\n]|\\.)*"`
// What stands before it is of its own line: from each of many empty lines, those below would be gone over again.
const THREAD = new RegExp(
  String.raw`(?:^|[;\n}])[^\S\n]*PageData\.thread\s*=\s*\{\s*"?author"?\s*:\s*${WORDS}\s*,\s*"?thread_id"?\s*:\s*(\d+)\s*,\s*"?title"?\s*:\s*(${WORDS})\s*,\s*"?reply_num"?\s*:\s*(\d+)`,
)

const threadsIn = (data: PageData): readonly Thread[] =>
  data.texts().flatMap(text => {
    const [, id, title, replies] = THREAD.exec(text) ?? []
    return id === undefined || title === undefined || replies === undefined ? [] : [{ id, title, replies }]
  })

const FLOOR = ".l_post"
const REPLY = ".lzl_single_post"
const REPLIES = ".j_lzl_container, .core_reply_wrapper, .lzl_single_post"

function readThread(page: SitePage, into: Gather): void {
  const named = namedIn(page.url)
  if (named.floor === null) readTitle(page, into)
  else into.add("parent", named.reply === null ? threadIn(page.url) : named.floor, "url", "address")
  for (const floor of findIn(page.root, FLOOR)) {
    const facts = factsOf(floor)
    const id = textAt(facts, "content.post_id")
    const isFirst = textAt(facts, "content.post_no") === "1"
    const isNamed = named.floor === null ? isFirst : named.reply === null && id === named.floor
    const own = isNamed ? into : into.comment()
    if (own !== null) readFloor(floor, facts, own, !isNamed || named.floor !== null)
    for (const reply of elementsAt(floor, REPLY)) {
      const isNamedReply = named.reply !== null && id === named.floor && idOf(reply) === named.reply
      readReply(reply, isNamedReply ? into : into.comment(), isNamedReply ? "" : id)
    }
  }
}

const factsOf = (floor: Element): unknown => readLiteral(attributeOf(floor, "data-field") ?? "", 0)?.value

const idOf = (reply: Element): string =>
  /["']spid["']\s*:\s*["']?(\d+)/.exec(attributeOf(reply, "data-field") ?? "")?.[1] ?? ""

function readTitle({ root, data }: SitePage, into: Gather): void {
  gatherDom(into, root, {
    title: { css: ".core_title_txt", attribute: "title" },
    comments: { css: ".l_reply_num", pattern: /^(\d+)\s*回复贴/ },
  })
  for (const { id, title, replies } of threadsIn(data)) {
    into.add("postId", id, "page-json", "PageData.thread.thread_id")
    into.add("title", readLiteral(title, 0)?.value, "page-json", "PageData.thread.title")
    into.add("comments", replies, "page-json", "PageData.thread.reply_num")
  }
}

/** @param isNumbered whether its own number is what it is known by; the first floor is known by its thread's */
function readFloor(floor: Element, facts: unknown, into: Gather, isNumbered: boolean): void {
  const name = ".l_post @data-field"
  gatherJson(into, facts, name, {
    authorName: "author.user_nickname",
    authorHandle: "author.user_name",
    authorId: "author.user_id",
    publishedAt: "content.date",
    position: "content.post_no",
  })
  if (isNumbered) {
    gatherJson(into, facts, name, { postId: "content.post_id", comments: "content.comment_num" })
  }
  gatherDom(
    into,
    floor,
    {
      authorName: ".p_author_name",
      authorUrl: { css: '.p_author_name[href*="/home/main"]', attribute: "href" },
      ipLocation: { css: ".post-tail-wrap span", pattern: /^(IP属地\s*[:：]\s*\S+)$/ },
      publishedAt: { css: ".tail-info", pattern: /^(\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2})$/ },
      position: { css: ".tail-info", pattern: /^(\d+)楼$/ },
      text: ".d_post_content",
      media: { css: '.d_post_content img[class*="BDE_"]', attribute: "src" },
    },
    REPLIES,
  )
}

/** @param floor the number of the floor that it stands in, where the address does not name it already */
function readReply(reply: Element, into: Gather | null, floor: string): void {
  if (into === null) return
  const name = ".lzl_cnt > a.at"
  into.add("postId", idOf(reply), "dom", `${REPLY} @data-field`)
  into.add("parent", floor, "dom", `${FLOOR} @data-field`)
  gatherDom(into, reply, {
    authorName: name,
    authorHandle: { css: name, attribute: "username" },
    authorUrl: { css: `${name}[href*="/home/main"]`, attribute: "href" },
    text: ".lzl_content_main",
    publishedAt: ".lzl_time",
    ipLocation: { css: ".lzl_content_reply span", pattern: /^(IP属地\s*[:：]\s*\S+)$/ },
  })
}

function readProfile({ url, root }: SitePage, into: Gather): void {
  into.add("authorUrl", url.href, "url", "address")
  // Older links name the account by the name that it signs in with.
  into.add("authorHandle", url.searchParams.get("un"), "url", "un")
  gatherDom(into, root, {
    authorName: ".userinfo_username",
    ipLocation: { css: ".userinfo_userdata span", pattern: /^(IP属地\s*[:：]\s*\S+)$/ },
  })
}
