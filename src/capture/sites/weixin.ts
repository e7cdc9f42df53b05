/**
 * 微信公众号: an article is one document, with its words in `#js_content` and its
 * account, time and region in scripts, as variables of their own (law.md §6.1). A
 * post of pictures, a video or a few words has them in an element of their own, and
 * in the object `cgiDataNew`. Who signs an article (`meta[name=author]`) is not the
 * account that publishes it. Counters are not in the page.
 */
import { articleOf, SLUG, weixinPlaces } from "../../core/places/weixin.ts"
import { readLiteral } from "../../core/post-facts/literal.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type Site, type SitePage } from "./site.ts"

export const weixin: Site = {
  ...weixinPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  read(page, into) {
    if (page.place.pageType === "profile") {
      into.add("authorId", page.url.searchParams.get("__biz"), "url", "__biz")
    }
    if (page.place.pageType === "post" && !isOfAnother(page)) readArticle(page, into)
  },
}

/** Whether the page says of itself, in a way that can be compared, that it is another article than the address names. */
function isOfAnother(page: SitePage): boolean {
  const own = articleOf(page.url.searchParams)
  const [, slug] = SLUG.exec(page.url.pathname) ?? []
  const isOther = (address: string) => {
    if (!URL.canParse(address)) return false
    const said = new URL(address)
    const [, saidSlug] = SLUG.exec(said.pathname) ?? []
    const saidId = articleOf(said.searchParams)
    if (slug !== undefined && saidSlug !== undefined) return slug !== saidSlug
    return own !== null && saidId !== null && (own.biz !== saidId.biz || own.article !== saidId.article)
  }
  if (addressesIn(page).some(isOther)) return true
  const differs = (name: string, meant: string) => spoken(page, name).some(value => value !== meant)
  const [mid = "", idx = ""] = own?.article.split("_") ?? []
  return own !== null && (differs("biz", own.biz) || differs("mid", mid) || differs("idx", idx))
}

const addressesIn = (page: SitePage): string[] => [
  ...findIn(page.root, 'head meta[property="og:url"]').map(meta => attributeOf(meta, "content") ?? ""),
  ...spoken(page, "msg_link").map(markupText),
]

const HEAD = "#img-content, #js_article, .rich_media_area_primary"
/** Where the words of a post stand that is no article: of pictures, of words alone, of a video. */
const SHORT = "#js_image_desc, #js_text_desc, #js_common_share_desc"
/** What `item_show_type` says of those: a video, pictures, words. */
const NO_ARTICLE = /^(?:5|8|10)$/
/** What the site's program leaves in the page until it knows the name. */
const NAME = /^(?!data-miniprogram)([^]+)$/
/** Cards of other accounts and articles, and what the site writes below. */
const APART =
  "mp-common-profile, mp-common-product, .mp_profile_iframe_wrp, .qr_code_pc, #js_pc_qr_code, .rich_media_tool, .reward_area, .wx_bottom_modal_wrp"
/** Emoji have their words in `alt`; what pictures have there ("图片") nobody wrote. */
const PICTURES = "img[data-src], img.rich_pages, img.wxw-img"

function readArticle(page: SitePage, into: Gather): void {
  const { root, place } = page
  const contents = findIn(root, "#js_content")
  // Without either, it is a notice: deleted, blocked, a question whether one is a person.
  if (contents.length > 1 || (contents.length === 0 && findIn(root, HEAD).length === 0)) return
  readScripts(page, into)
  const ids = addressesIn(page).flatMap(address => {
    const id = URL.canParse(address) ? articleOf(new URL(address).searchParams) : null
    return id === null ? [] : [id.article]
  })
  if (place.postId === null) for (const id of ids) into.add("postId", id, "page-json", "msg_link")
  // Articles may have all of their markup in the object as well; what they show is what they say.
  const isShort =
    findIn(root, SHORT).length > 0 ||
    contents.length === 0 ||
    spoken(page, "item_show_type").some(type => NO_ARTICLE.test(type))
  gatherDom(
    into,
    root,
    {
      authorName: [
        { css: "#js_name", pattern: NAME },
        { css: ".wx_follow_nickname, #js_wx_follow_nickname", pattern: NAME },
      ],
      title: "#activity-name",
      publishedAt: "#publish_time",
      ipLocation: { css: "#js_ip_wording", pattern: /^(?:Posted on\s+)?(.+)$/ },
    },
    // In a post that is no article, the site writes the time and the region in there itself.
    isShort ? SHORT : "#js_content",
  )
  gatherDom(
    into,
    root,
    { title: { css: 'head meta[property="og:title"]', attribute: "content" } },
    undefined,
    "meta",
  )
  for (const entry of findIn(root, COMMENT)) readComment(entry, into.comment())
  if (isShort) {
    readShort(page, into)
    return
  }
  gatherDom(into, root, { text: "#js_content" }, `${APART}, ${PICTURES}`)
  gatherDom(into, root, { media: { css: "#js_content img[data-src]", attribute: "data-src" } }, APART)
}

/** Around its words stand a title again, the site's dialogues, the time and the region. */
function readShort(page: SitePage, into: Gather): void {
  for (const words of spoken(page, "content_noencode")) {
    into.add("text", markupText(words), "page-json", "content_noencode")
  }
  gatherDom(into, page.root, {
    text: SHORT,
    media: { css: ".swiper_item_img img[data-src]", attribute: "data-src" },
  })
}

const COMMENT = "li.discuss_item, li.js_comment_item"
const REPLY = ".reply_result, .js_reply_item, .discuss_reply_primary"

/** Comments that the account chose to show; of their writers the page has a name and nothing else. */
function readComment(entry: Element, into: Gather | null): void {
  if (into === null) return
  gatherDom(
    into,
    entry,
    {
      authorName: { css: ".nickname", pattern: /^(.+?)\s*(?:[(（]朋友[)）])?$/ },
      text: ".discuss_message_content",
      publishedAt: { css: ".discuss_extra_info", pattern: /^(.+?)(?:\s*删除)?$/ },
      likes: { css: ".praise_num", pattern: /^([\d.,]+\s*[万亿]?)$/ },
    },
    REPLY,
  )
}

/** Each variable, and what it is called where all of them stand in one object. */
const NAMES = {
  authorName: ["nickname", "nick_name"],
  authorHandle: ["user_name"],
  authorId: ["biz", "bizuin"],
  publishedAt: ["ct", "create_time"],
} as const

function readScripts(page: SitePage, into: Gather): void {
  for (const [field, names] of Object.entries(NAMES) as [keyof typeof NAMES, readonly string[]][]) {
    for (const name of names) {
      for (const value of spoken(page, name)) into.add(field, markupText(value), "page-json", name)
    }
  }
  for (const [, block = ""] of page.data
    .texts()
    .flatMap(text => [...text.matchAll(/\bip_wording\s*[=:]\s*\{([^{}]*)\}/g)])) {
    const valueOf = (key: string) =>
      new RegExp(`\\b${key}["']?\\s*:\\s*(?:JsDecode\\(\\s*)?["']([^"'\\n]*)["']`).exec(block)?.[1] ?? ""
    const country = valueOf("countryId") || valueOf("country_id")
    const keys = country === "156" ? ["provinceName", "province_name"] : ["countryName", "country_name"]
    for (const key of keys) into.add("ipLocation", valueOf(key), "page-json", `ip_wording.${key}`)
  }
  // An article that was passed on names the account that it is from as well: only where it is the article's own address.
  for (const address of spoken(page, "msg_link").map(markupText)) {
    const id = URL.canParse(address) ? articleOf(new URL(address).searchParams) : null
    if (id !== null) into.add("authorId", id.biz, "page-json", "msg_link")
  }
}

/**
 * What scripts say under a name, each thing once: `var NAME = "" || "x"`,
 * `NAME = htmlDecode("x")`, and, as a key, `NAME: JsDecode('x')`, whose backslashes
 * that function undoes.
 */
function spoken({ data }: SitePage, name: string): string[] {
  const found = data.texts().flatMap(text =>
    placesOf(name, text).flatMap(at => {
      const said = textAt(STRINGS, text, at)
      const values = (said.match(STRING) ?? []).map(quoted => valueIn(quoted))
      return values.filter(value => typeof value === "string" && value !== "").slice(0, 1)
    }),
  )
  return [...new Set(found.filter(value => typeof value === "string"))]
}

const ONE = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`
const STRING = new RegExp(ONE, "g")
const STRINGS = new RegExp(String.raw`(?:${ONE})(?:\s*\|\|\s*(?:${ONE}))*`, "y")
const ASSIGNS = /\s*=\s*(?:htmlDecode\(\s*)?/y
const HOLDS = /\s*:\s*JsDecode\(\s*/y

/**
 * Where a value may begin that scripts give a name. They are looked for by the
 * name, and from it back: from each new line on, a page of nothing but new lines
 * would be gone over once for each of them.
 */
function placesOf(name: string, text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const behind = at + name.length
    const statement = statementBefore(text, at)
    const assigned =
      statement !== null && begins(text, statement, ";\n{}") ? textAt(ASSIGNS, text, behind) : ""
    const held = assigned === "" && begins(text, at, ",\n{") ? textAt(HOLDS, text, behind) : ""
    if (assigned !== "" || held !== "") found.push(behind + assigned.length + held.length)
  }
  return found
}

/** Where the `var` or `window.` before a name begins; null where there is none. */
function statementBefore(text: string, at: number): number | null {
  if (text.startsWith("window.", at - 7) && at >= 7) return at - 7
  const end = endBefore(text, at)
  return end < at && end >= 3 && text.startsWith("var", end - 3) ? end - 3 : null
}

/** Whether what stands before a place, but for white space, is the beginning or one of some letters; a new line is white space, too. */
function begins(text: string, at: number, letters: string): boolean {
  const end = endBefore(text, at)
  return end === 0 || letters.includes(text.charAt(end - 1)) || text.slice(end, at).includes("\n")
}

function endBefore(text: string, at: number): number {
  let end = at
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1
  return end
}

/** What a sticky pattern takes of a text from a place on. */
function textAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ""
}

function valueIn(quoted: string): unknown {
  const value = readLiteral(quoted, 0)?.value
  if (typeof value !== "string") return value
  return value.replace(/\\x([0-9a-fA-F]{2})/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
