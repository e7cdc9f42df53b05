/** What a page of YouTube shows: the video that it plays, a post of a channel, and the comments below either. */
import { type YouTubePart, youtubePartIn } from "../../core/places/youtube.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { type DomFields, elementsAt, gatherDom } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

/** Parts that name the video that they are of. */
const watchedIn = (root: Element, id: string): readonly Element[] =>
  findIn(root, `ytd-watch-metadata[video-id="${id}"]`)

export function readShownVideo(root: Element, id: string, into: Gather): void {
  for (const watched of watchedIn(root, id)) {
    const owner = "#owner ytd-channel-name a[href]"
    gatherDom(into, watched, {
      title: "#title h1",
      authorName: owner,
      authorUrl: { css: owner, attribute: "href" },
      authorHandle: { css: owner, attribute: "href", pattern: /\/(@[^/?#%]+)\/?$/ },
      authorId: { css: owner, attribute: "href", pattern: /\/channel\/(UC[\w-]{22})$/ },
      publishedAt: [
        { css: "ytd-watch-info-text #date-text", attribute: "aria-label" },
        // Views, the day, and what else there is.
        { css: "ytd-watch-info-text #tooltip", pattern: /^[^•]*•\s*([^•]+?)\s*(?:•|$)/ },
      ],
      views: [
        { css: "ytd-watch-info-text #view-count", attribute: "aria-label", pattern: VIEWS },
        { css: "ytd-watch-info-text #tooltip", pattern: VIEWS },
      ],
    })
  }
}

/** In the same place a stream says how many watch it now, or wait for it. */
const VIEWS =
  /^(?![^•]*(?:watching|waiting|正在|观看中|觀看中|收看|等待|視聴中|待機|시청 중|대기))([^•]+?)(?=\s*(?:•|$))/

/** The page's own item for machines, where its name is the video's. */
export function readVideoItem(root: Element, id: string, into: Gather): void {
  for (const item of findIn(root, '[itemtype$="schema.org/VideoObject"]')) {
    const names = elementsAt(item, ':scope > meta[itemprop="identifier"], :scope > meta[itemprop="videoId"]')
    if (names.length === 0 || !names.every(name => attributeOf(name, "content") === id)) continue
    const own = (name: string) => ({ css: `:scope > meta[itemprop="${name}"]`, attribute: "content" })
    const author = ':scope > [itemprop="author"] > link'
    const fields: DomFields = {
      title: own("name"),
      publishedAt: own("datePublished"),
      media: { css: ':scope > link[itemprop="thumbnailUrl"]', attribute: "href" },
      authorName: { css: `${author}[itemprop="name"]`, attribute: "content" },
      authorUrl: { css: `${author}[itemprop="url"]`, attribute: "href" },
    }
    gatherDom(into, item, fields, undefined, "meta")
  }
}

/** Where a post says since when it is there, with its own address. */
const TIME = "#published-time-text a[href], .published-time-text a[href]"

export function readShownPost({ root, url }: SitePage, id: string, into: Gather): void {
  for (const post of findIn(root, "ytd-backstage-post-renderer")) {
    const links = elementsAt(post, TIME)
    const isOwn = links.length > 0 && links.every(link => partOf(link, url)?.id === id)
    if (isOwn) gatherDom(into, post, { ...WRITTEN, media: PICTURES }, POSTS)
  }
}

const COMMENTS = "ytd-comment-view-model, ytd-comment-renderer"
const POSTS = "ytd-backstage-post-renderer, ytd-post-renderer"

/** The site hides what it keeps for the next post. */
const PICTURES = { css: "ytd-backstage-image-renderer:not([hidden]) img", attribute: "src" }

const WRITTEN: DomFields = {
  authorName: "#author-text",
  authorUrl: { css: "#author-text", attribute: "href" },
  authorHandle: { css: "#author-text", attribute: "href", pattern: /\/(@[^/?#%]+)\/?$/ },
  // Behind it may stand that it was changed.
  publishedAt: { css: TIME, pattern: /^([^()（）]+)/ },
  text: "#content-text",
  likes: "#vote-count-middle",
}

/** Those that name the page's video or post, and themselves; one that the address names is the post then. */
export function readComments({ root, url }: SitePage, part: YouTubePart, into: Gather): void {
  const comments = elementsAt(root, COMMENTS).flatMap(element => {
    const named = new Set(
      elementsAt(element, TIME, COMMENTS).map(link => {
        const found = partOf(link, url)
        return found?.id === part.id ? (found.comment ?? "") : ""
      }),
    )
    const [id = ""] = named
    return id !== "" && named.size === 1 ? [{ element, id }] : []
  })
  const own = comments.filter(({ id }) => id === part.comment)
  if (part.comment !== null && own.length !== 1) return
  for (const { element, id } of comments) {
    const found = id === part.comment ? into : into.comment()
    if (found === null) continue
    found.add("postId", id, "dom", TIME)
    found.add("parent", /^([^.]+)\./.exec(id)?.[1], "dom", TIME)
    gatherDom(found, element, WRITTEN, COMMENTS)
  }
}

const partOf = (link: Element, base: URL): YouTubePart | null => {
  const address = attributeOf(link, "href") ?? ""
  return URL.canParse(address, base) ? youtubePartIn(new URL(address, base)) : null
}
