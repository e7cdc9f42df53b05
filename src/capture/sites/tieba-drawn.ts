/**
 * 百度贴吧 as it is drawn by script since 2026, on the desktop and on phones: the
 * thread's post, and below it a list of floors, each with replies. It holds no data
 * of its own; only the floors have numbers.
 */
import { attributeOf, closestIn } from "../unclobbered.ts"
import { type DomFields, elementsAt, gatherDom, type Spot } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

/** The thread, and the floor and the reply in it that the address names. */
interface Named {
  readonly thread: string
  readonly floor: string | null
  readonly reply: string | null
}

const FLOOR = ".pb-comment-item[data-id]"
const REPLY = ".pb-lzl-item[data-id]"
/** Where the thread's post ends. */
const BELOW = ".pc-pb-reply-top, .pc-pb-comments, .pc-pb-reply-list, .thread-container, .virtual-list-item"
const POST = ".pb-content-wrap"

export function readDrawn({ root }: SitePage, { thread, floor, reply }: Named, into: Gather): void {
  const posts = elementsAt(root, POST, `${FLOOR}, ${REPLY}`)
  const [post] = posts
  // It names no thread: of several, any may be the one.
  if (post === undefined || posts.length > 1) return
  const around = aroundPost(post)
  if (around === null) return
  if (floor === null) readPost(around, root, into)
  else {
    into.add("parent", reply === null ? thread : floor, "url", "address")
    const opening = into.comment()
    if (opening !== null) readPost(around, null, opening)
  }
  for (const entry of elementsAt(root, FLOOR)) {
    const id = attributeOf(entry, "data-id") ?? ""
    readEntry(entry, id, null, reply === null && id === floor ? into : into.comment())
    for (const inner of elementsAt(entry, REPLY)) {
      const innerId = attributeOf(inner, "data-id") ?? ""
      const isNamed = reply !== null && id === floor && innerId === reply
      readEntry(inner, innerId, isNamed ? null : id, isNamed ? into : into.comment())
    }
  }
}

/** The nearest part that says whose words they are, and what they are called. */
function aroundPost(post: Element): Element | null {
  const around = closestIn(post, ".image-text, .pc-pb-box, .container")
  return around !== null && elementsAt(around, ".user-info", `${BELOW}, ${FLOOR}`).length === 1
    ? around
    : null
}

const person = (css: string): DomFields => ({
  authorName: `${css} .head-name`,
  authorUrl: {
    css: `${css} a[href*="/home/main"]`,
    attribute: "href",
    pattern: /^(.*\/home\/main\?id=[^&]+)/,
  },
})

const DATE = String.raw`(?:\d{4}-)?\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2})?|(?:今天|昨天|前天)(?: ?\d{1,2}:\d{2})?|\d{1,2}:\d{2}|\d+ ?(?:秒|分钟|小时|天)前|刚刚`
const dateAt = (css: string): Spot => ({
  css,
  pattern: new RegExp(String.raw`^(?:第?\s*\d+\s*楼)?\s*(${DATE})(?:\s+[\u4e00-\u9fff]{2,8})?$`),
})

/** @param root where the number of answers stands; null where they are none of its own */
function readPost(around: Element, root: Element | null, into: Gather): void {
  gatherDom(
    into,
    around,
    {
      ...person(".user-info"),
      title: ".pb-title-wrap .pb-title, .pc-pb-title .pb-title",
      text: POST,
      media: { css: `${POST} .image-card-wrapper img, ${POST} img[src*="/pic/item/"]`, attribute: "src" },
      publishedAt: [dateAt(".user-info .desc-info .post-num"), dateAt(".user-info .desc-info")],
      ipLocation: ".user-info .desc-info .ip-address",
    },
    `${BELOW}, ${FLOOR}`,
  )
  if (root === null) return
  gatherDom(into, root, { comments: { css: ".tab-item", pattern: /^全部回复\s*\((\d+)\)$/ } }, FLOOR)
}

/** @param parent the number of the floor that it stands in, where the address does not name it already */
function readEntry(entry: Element, id: string, parent: string | null, into: Gather | null): void {
  if (into === null) return
  into.add("postId", id, "dom", "@data-id")
  into.add("parent", parent, "dom", `${FLOOR} @data-id`)
  const told = ".comment-desc-left"
  gatherDom(
    into,
    entry,
    {
      ...person(".user-info"),
      text: ".pb-rich-text",
      publishedAt: dateAt(told),
      ipLocation: { css: told, pattern: new RegExp(String.raw`(?:${DATE})\s+([\u4e00-\u9fff]{2,8})$`) },
      position: { css: told, pattern: /^第?\s*(\d+)\s*楼/ },
    },
    REPLY,
  )
}
