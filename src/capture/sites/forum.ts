/**
 * Forums by the software that they run on: a thread, its opening post, and the
 * posts that answer it. Each kind is a row of places in the table.
 */
import { attributeOf } from "../unclobbered.ts"
import { type DomFields, elementsAt, gatherDom, type Spot, wordsAtSpot } from "./from-dom.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"

interface Forum {
  /** One post. */
  readonly post: string
  /** The number of a post, in an attribute of it. */
  readonly id: { readonly attribute: string; readonly pattern: RegExp }
  /** What shows that a post is the opening one: a number, or a mark that only that one has. */
  readonly opening: readonly Spot[]
  /** The title of the thread; the page's one heading, where none is named. */
  readonly title?: string
  /** The subject of a post, where only the opening one has that of the thread. */
  readonly subject?: string
  /** The number of the page of a thread, where the mark of the opening post stands on each page. */
  readonly page?: string
  readonly fields: DomFields & { readonly text: string }
  /** Words of others that stand in a post. */
  readonly except: string
}

const FORUMS: readonly Forum[] = [
  // XenForo 2
  {
    post: "article.message[data-content]",
    id: { attribute: "data-content", pattern: /^post-(\d+)$/ },
    opening: [{ css: ".message-attribution-opposite a", pattern: /^(#1)$/ }],
    fields: {
      authorName: [".message-name .username", ".message-name"],
      authorUrl: { css: ".message-name a.username", attribute: "href" },
      publishedAt: { css: ".message-attribution-main time[datetime]", attribute: "datetime" },
      text: ".message-body .bbWrapper",
      position: { css: ".message-attribution-opposite a", pattern: /^(#[\d,]+)$/ },
    },
    except: "blockquote, .bbCodeBlock--quote, .message-signature",
  },
  // Discuz! X
  {
    post: 'div[id^="post_"] table.plhin',
    id: { attribute: "id", pattern: /^pid(\d+)$/ },
    opening: [{ css: 'a[id^="postnum"]', pattern: /^(楼主|#?1#?|1楼)$/ }],
    fields: {
      authorName: ".authi a.xw1",
      authorUrl: { css: ".authi a.xw1", attribute: "href" },
      publishedAt: [
        { css: 'em[id^="authorposton"] span[title]', attribute: "title" },
        { css: 'em[id^="authorposton"]', pattern: /发表于\s*(.+)$/ },
      ],
      text: 'td[id^="postmessage_"]',
      position: 'a[id^="postnum"]',
    },
    except: ".quote, blockquote, .sign, .pstatus",
  },
  // phpBB 3
  {
    post: 'div.post[id^="p"]',
    id: { attribute: "id", pattern: /^p(\d+)$/ },
    opening: [{ css: ".postbody h3.first", pattern: /(.)/ }],
    page: ".pagination .active",
    title: "h2.topic-title, h1.topic-title",
    subject: ".postbody h3",
    fields: {
      authorName: [".author .username", ".author .username-coloured"],
      authorUrl: { css: ".author a.username, .author a.username-coloured", attribute: "href" },
      publishedAt: { css: ".author time[datetime]", attribute: "datetime" },
      text: ".postbody .content",
    },
    except: "blockquote, .signature",
  },
  // Discourse
  {
    post: "article[data-post-id]",
    id: { attribute: "data-post-id", pattern: /^(\d+)$/ },
    opening: [
      { css: ":scope", attribute: "id", pattern: /^(post_1)$/ },
      { css: '.post-date a[href$="/1"], .post-date a[href*="/1?"]', attribute: "href", pattern: /(1)/ },
    ],
    fields: {
      authorName: [".names .username a", ".names .first a"],
      authorUrl: { css: ".names .username a, .names .first a", attribute: "href" },
      publishedAt: { css: ".post-date .relative-date[data-time]", attribute: "data-time" },
      text: ".cooked",
      position: { css: ":scope", attribute: "id", pattern: /^post_(\d+)$/ },
    },
    except: "aside.quote, .embedded-posts",
  },
  // vBulletin 5
  {
    post: "li.b-post[data-node-id]",
    id: { attribute: "data-node-id", pattern: /^(\d+)$/ },
    opening: [{ css: ".b-post__count", pattern: /^(#1)$/ }],
    fields: {
      authorName: [".b-userinfo .author a", ".b-userinfo .author"],
      authorUrl: { css: ".b-userinfo .author a", attribute: "href" },
      publishedAt: { css: ".b-post__timestamp time[datetime]", attribute: "datetime" },
      text: ".js-post__content-text",
      position: { css: ".b-post__count", pattern: /^(#[\d,.]+)$/ },
    },
    except: ".bbcode_container, .b-post-signature, .post-signature",
  },
  // vBulletin 4
  {
    post: 'li.postcontainer[id^="post_"]',
    id: { attribute: "id", pattern: /^post_(\d+)$/ },
    opening: [{ css: "a.postcounter", pattern: /^(#1)$/ }],
    title: "h1 .threadtitle",
    fields: {
      authorName: [".username_container a.username", ".username_container .username"],
      authorUrl: { css: ".username_container a.username", attribute: "href" },
      publishedAt: ".postdate .date",
      text: ".postcontent",
      position: { css: "a.postcounter", pattern: /^(#[\d,.]+)$/ },
    },
    except: ".bbcode_container, .signature",
  },
  // vBulletin 3
  {
    post: 'table[id^="post"]',
    id: { attribute: "id", pattern: /^post(\d+)$/ },
    opening: [{ css: 'a[id^="postcount"]', pattern: /^#?(1)$/ }],
    fields: {
      authorName: ".bigusername",
      authorUrl: { css: "a.bigusername", attribute: "href" },
      publishedAt: { css: "td.thead", pattern: /^(\D*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}, \d{1,2}:\d{2}.*)$/ },
      text: 'div[id^="post_message_"]',
      position: 'a[id^="postcount"]',
    },
    except: "div[style] > table, .bbcode_container, .signature",
  },
]

/** True where the page is a thread of one of them. Its first post is the opening one only where it says so. */
export function readForum({ root }: SitePage, into: Gather): boolean {
  for (const forum of FORUMS) {
    const posts = elementsAt(root, forum.post).filter(post => idOf(post, forum) !== "")
    const [first] = posts
    // A post with a number is no mark of a forum: many sites number theirs.
    if (first === undefined || !posts.some(post => elementsAt(post, forum.fields.text).length > 0)) continue
    const isMarked = forum.opening.some(spot => wordsAtSpot(first, spot, forum.except) !== "")
    const opening = isMarked && isFirstPage(root, forum) && isOfThread(first, root, forum) ? first : undefined
    for (const post of posts) {
      const found = post === opening ? into : into.comment()
      if (found === null) continue
      found.add("postId", idOf(post, forum), "dom", `${forum.post} @${forum.id.attribute}`)
      gatherDom(found, post, forum.fields, forum.except)
    }
    const title = forum.title ?? "h1"
    if (opening !== undefined && elementsAt(root, title, forum.post).length === 1) {
      gatherDom(into, root, { title }, forum.post)
    }
    return true
  }
  return false
}

const isFirstPage = (root: Element, { page }: Forum): boolean =>
  page === undefined || elementsAt(root, page).every(number => wordsOf(number) === "1")

const isOfThread = (post: Element, root: Element, { subject, title = "h1" }: Forum): boolean =>
  subject === undefined || wordsAtSpot(post, { css: subject }) === wordsAtSpot(root, { css: title })

const idOf = (post: Element, { id }: Forum): string =>
  id.pattern.exec(attributeOf(post, id.attribute) ?? "")?.[1] ?? ""
