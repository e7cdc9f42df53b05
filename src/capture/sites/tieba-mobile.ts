/**
 * 百度贴吧 as it is drawn for phones: the thread's post, and beside it a list of
 * floors, each with replies. It holds no data, and nothing in it has a number; of
 * a floor that the address names, only the place is known. Its names are known
 * from user scripts that change these pages.
 */
import { closestIn } from "../unclobbered.ts"
import { type DomFields, elementsAt, gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

interface Named {
  readonly thread: string
  readonly floor: string | null
  readonly reply: string | null
}

const POST = ".main-page-wrap .main-thread-content"
const FLOOR = ".post-item"
const REPLIES = ".lzl-post"

export function readMobile({ root }: SitePage, { thread, floor, reply }: Named, into: Gather): void {
  const posts = elementsAt(root, POST, FLOOR)
  const [post] = posts
  // It names no thread: of several, any may be the one.
  if (post === undefined || posts.length > 1) return
  if (floor === null) readPost(post, into)
  else {
    into.add("parent", reply === null ? thread : floor, "url", "address")
    const opening = into.comment()
    if (opening !== null) readPost(post, opening)
  }
  for (const entry of elementsAt(root, `.main-page-wrap ${FLOOR}`)) {
    if (closestIn(entry, POST) === null) readFloor(entry, into.comment())
  }
}

const person: DomFields = {
  authorName: ".user-line .user-info .username",
  publishedAt: ".user-line .desc-info .time",
  ipLocation: ".user-line .desc-info .ip",
}

function readPost(post: Element, into: Gather): void {
  gatherDom(
    into,
    post,
    {
      ...person,
      title: ":scope > h1, .thread-title",
      text: [".thread-text .text-content", ".thread-text"],
      media: { css: '.media-list img[src*="tiebapic"], .thread-img img', attribute: "src" },
    },
    `${FLOOR}, ${REPLIES}`,
  )
}

function readFloor(floor: Element, into: Gather | null): void {
  if (into === null) return
  gatherDom(
    into,
    floor,
    {
      ...person,
      text: [".content .thread-text .text-content", ".content .thread-text"],
      position: { css: ".user-line .desc-info .floor-info", pattern: /^第?\s*(\d+)\s*楼/ },
    },
    REPLIES,
  )
}
