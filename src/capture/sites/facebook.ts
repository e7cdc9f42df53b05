/**
 * Facebook: what its scripts are given for a page stands in it as JSON, post by
 * post (facebook-data.ts); its class names are all made up by a build, and what it
 * shows of a time is scrambled. A part of the page counts where a link right in it
 * leads to the address (law.md §6.1). Hosts for phones: facebook-mobile.ts.
 */
import { facebookPlaces, facebookPostIn, type FacebookPost } from "../../core/places/facebook.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { readData } from "./facebook-data.ts"
import { readMobile } from "./facebook-mobile.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type Site, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

export const facebook: Site = {
  ...facebookPlaces,
  version: "2026-11-27",
  read(page, into) {
    const post = facebookPostIn(page.url)
    if (page.place.pageType === "profile") readProfile(page, into)
    // A picture stands in a post with others, whose words and time are not surely those of the picture.
    if (post === null || post.path.startsWith("photo/")) return
    readData(page, post, into)
    if (post.comment !== null) return
    readShown(page, post, into)
    readMobile(page, post, into)
  },
}

/** What it shows has no names of its own; its number stands in the address, where it is not a name. */
function readProfile({ url: { pathname, searchParams } }: SitePage, into: Gather): void {
  const [, inPath] = /^\/people\/[^/]+\/(\d{5,20})\/?$/.exec(pathname) ?? []
  const id = inPath ?? (pathname === "/profile.php" ? searchParams.get("id") : null)
  if (id === null || !/^\d{5,20}$/.test(id)) return
  into.add("authorId", id, "url", "address")
  into.add("authorUrl", `https://www.facebook.com/profile.php?id=${id}`, "url", "address")
}

/** Posts, and each comment below one, too. */
const ARTICLE = '[role="article"]'

function readShown({ root, url }: SitePage, { id }: FacebookPost, into: Gather): void {
  for (const article of findIn(root, ARTICLE)) {
    const named = elementsAt(article, "a[href]", ARTICLE).flatMap(link => {
      const address = attributeOf(link, "href") ?? ""
      const found = URL.canParse(address, url) ? facebookPostIn(new URL(address, url)) : null
      return found?.comment === null ? [found.id] : []
    })
    // What passes another on leads to that one, too.
    if (named.length === 0 || !named.every(each => each === id)) continue
    readAuthor(article, into)
    // Of a picture that is passed on, its words might be those of another.
    if (elementsAt(article, PICTURES, ARTICLE).length > 0) continue
    gatherDom(into, article, { text: WORDS.map(name => `[${name}]`).join(", ") }, ARTICLE)
  }
}

const PICTURES = 'a[href*="/photo"], a[href*="fbid="], a[href*="/share/"], a[href*="/stories/"]'

const WORDS = [
  'data-ad-rendering-role="story_message"',
  'data-ad-comet-preview="message"',
  'data-ad-preview="message"',
]

/** The first of the links in the head of a post; behind it may stand with whom its author was. */
function readAuthor(article: Element, into: Gather): void {
  const css = '[data-ad-rendering-role="profile_name"] a[href]'
  const [link] = elementsAt(article, css, ARTICLE)
  const href = link === undefined ? "" : (attributeOf(link, "href") ?? "")
  // In lists of all groups, a post has its group in its head.
  if (link === undefined || /\/groups\/[^/?]+\/?(?:\?|$)/.test(href)) return
  into.add("authorName", wordsOf(link), "dom", css)
  into.add("authorId", /\/(?:profile\.php\?id=|user\/)(\d+)/.exec(href)?.[1], "dom", `${css} @href`)
}
