/**
 * 微博: weibo.com shows a post by script and holds none of its data in the page;
 * m.weibo.cn has it in `$render_data` (law.md §6.1). Its class names end in
 * letters that change with each build: only their beginnings are used.
 */
import { accountIn, statusIn, weiboPlaces } from "../../core/places/weibo.ts"
import { isSameMid } from "../../core/post-facts/id-time.ts"
import { type Place } from "../../core/places/place.ts"
import { findIn } from "../unclobbered.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { gatherDom } from "./from-dom.ts"
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type Site, type SitePage } from "./site.ts"
import { pickPost, readDesktop } from "./weibo-desktop.ts"
import { wordsOf } from "./words.ts"

export const weibo: Site = {
  ...weiboPlaces,
  version: "2026-11-25",
  utcOffsetMinutes: 480,
  pick: pickPost,
  read(page, into) {
    const { pageType } = page.place
    if (pageType === "profile") readProfile(page, into)
    if (pageType === "post") readPost(page, into)
    if (pageType !== "comment") return
    // What answers another comment stands on the page of that, and the address has no more than its own number.
    readPost(aroundComment(page, statusIn(page.url)), onlyComments(into))
  },
}

function readPost(page: SitePage, into: Gather): void {
  const statuses = page.data.assigned("$render_data").map(data => at(data, "0.status"))
  const own = statuses.filter(status => idsIn(status, page.place).length > 0)
  for (const status of own) readStatus(status, page.place, into)
  readDesktop(page, into)
  // What m.weibo.cn shows has no address of its own: its data says which post it is.
  if (own.length === statuses.length) for (const main of mobileMainOf(page)) readMobile(main, page, into)
}

/** The keys under which the data of a post has the number in the address. */
const idsIn = (status: unknown, { postId }: Place): string[] =>
  ["id", "mid", "idstr", "bid", "mblogid"].filter(key => isSameMid(textAt(status, key), postId ?? ""))

function readStatus(status: unknown, place: Place, into: Gather): void {
  const name = "$render_data[0].status"
  // It is the same number, however it is written: the address's own way is kept.
  into.add("postId", place.postId, "page-json", `${name}.${idsIn(status, place)[0] ?? ""}`)
  gatherJson(into, status, name, {
    authorName: "user.screen_name",
    authorId: ["user.idstr", "user.id"],
    authorUrl: "user.profile_url",
    authorVerified: "user.verified_reason",
    ipLocation: "region_name",
    publishedAt: "created_at",
    editedAt: "edit_at",
    reposts: "reposts_count",
    comments: "comments_count",
    likes: "attitudes_count",
    parent: ["retweeted_status.idstr", "retweeted_status.id"],
  })
  // Of a video that is passed on, its own post has the number.
  if (textAt(status, "page_info.type") === "video" && at(status, "retweeted_status") === undefined) {
    gatherJson(into, status, name, { views: "page_info.play_count" })
  }
  readText(status, name, into)
  const pictures = listAt(status, "pics").map(
    picture => textAt(picture, "large.url") || textAt(picture, "url"),
  )
  into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.pics`)
}

/** A long post has its first lines only, until its reader unfolds it. */
function readText(status: unknown, name: string, into: Gather): void {
  const whole = textAt(status, "longText.longTextContent")
  if (whole !== "") into.add("text", markupText(whole), "page-json", `${name}.longText.longTextContent`)
  else if (at(status, "isLongText") === true) {
    into.add(
      "text",
      `${markupText(textAt(status, "text")).replace(FOLD, "")}…全文`,
      "page-json",
      `${name}.text`,
    )
  } else into.add("text", markupText(textAt(status, "text")), "page-json", `${name}.text`)
}

const FOLD = /[\s.…]*全文\s*$/

const mobileMainOf = ({ root, url }: SitePage): readonly Element[] => {
  if (!url.hostname.startsWith("m.")) return []
  const found = findIn(root, ".weibo-main")
  // It has no address of its own: where there are several, none is known to be the one.
  return found.length === 1 ? found : []
}

function readMobile(main: Element, { root }: SitePage, into: Gather): void {
  gatherDom(
    into,
    main,
    {
      authorName: ".weibo-top h3, header h3",
      authorId: { css: '.weibo-top a[href*="/profile/"]', attribute: "href", pattern: /\/profile\/(\d+)/ },
      publishedAt: ".weibo-top .time, header .time",
      ipLocation: { css: ".weibo-top .from, header .from", pattern: /(发布于\s*\S+)/ },
      text: ".weibo-og .weibo-text",
      media: { css: ".weibo-media img, .weibo-media-wraps img", attribute: "src" },
    },
    ".weibo-rp",
  )
  for (const tab of findIn(root, ".lite-page-tab > *")) readTab(tab, into)
  for (const card of findIn(root, ".lite-page-comment .card")) readMobileComment(card, into.comment())
}

const TABS = { reposts: /^转发\s*(\S+)$/, comments: /^评论\s*(\S+)$/, likes: /^赞\s*(\S+)$/ } as const

function readTab(tab: Element, into: Gather): void {
  const words = wordsOf(tab)
  for (const field of ["reposts", "comments", "likes"] as const) {
    into.add(field, TABS[field].exec(words)?.[1], "dom", ".lite-page-tab")
  }
}

function readMobileComment(card: Element, into: Gather | null): void {
  if (into === null) return
  gatherDom(into, card, {
    authorName: "h4",
    authorId: { css: 'a[href*="/profile/"]', attribute: "href", pattern: /\/profile\/(\d+)/ },
    text: "h3",
    publishedAt: { css: ".time", pattern: /^(.*?)\s*(?:来自|$)/ },
    ipLocation: { css: ".time", pattern: /(来自\s*\S+)/ },
  })
}

function readProfile({ url, root }: SitePage, into: Gather): void {
  const uid = accountIn(url)
  into.add("authorId", uid, "url", "address")
  if (uid !== null) into.add("authorUrl", `https://weibo.com/u/${uid}`, "url", "address")
  gatherDom(into, root, {
    authorName: '[class*="ProfileHeader_name"]',
    ipLocation: {
      css: '[class*="ProfileHeader"] [title^="IP属地"], [class*="ProfileHeader_items"]',
      pattern: /(IP属地[:：]?\s*\S+)/,
    },
  })
}
