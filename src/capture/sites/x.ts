/**
 * X, which was Twitter: a post is drawn by script, in an article that names it by
 * the link on its time. Pages that were sent with data have it in
 * `__INITIAL_STATE__`, by the numbers of posts and accounts (law.md §6.1); an
 * account's page has the account in JSON-LD.
 */
import { accountIn, xPlaces } from "../../core/places/x.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { elementsAt, gatherDom, type Spot } from "./from-dom.ts"
import { at, gatherJson, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type Site, type SitePage } from "./site.ts"
import { wordsOf } from "./words.ts"
import { pickArticle, readArticles } from "./x-article.ts"

export const x: Site = {
  ...xPlaces,
  version: "2026-11-27",
  pick: pickArticle,
  read(page, into) {
    const account = accountIn(page.url)
    if (page.place.postId !== null) {
      readState(page, page.place.postId, into)
      readHead(page, page.place.postId, into)
      readArticles(page, page.place.postId, into)
    } else if (account !== null) readAccount(page, account, into)
  },
}

function readState({ data }: SitePage, id: string, into: Gather): void {
  for (const state of data.assigned("__INITIAL_STATE__")) {
    const path = `entities.tweets.entities.${id}`
    const post = at(state, path)
    if (textAt(post, "id_str") !== id) continue
    const name = `__INITIAL_STATE__.${path}`
    gatherJson(into, post, name, {
      postId: "id_str",
      [isLaterVersion(post, id) ? "editedAt" : "publishedAt"]: "created_at",
      comments: "reply_count",
      likes: "favorite_count",
      collects: "bookmark_count",
      views: ["views.count", "ext_views.count"],
      parent: ["in_reply_to_status_id_str", "quoted_status_id_str"],
      // A post that begins its thread has its own number there.
      ...(textAt(post, "conversation_id_str") === id ? {} : { position: "conversation_id_str" }),
      // What the page shows is both together.
      ...(at(post, "quote_count") === 0 ? { reposts: "retweet_count" } : {}),
    })
    readAuthor(state, textAt(post, "user"), into)
    into.add("text", wholeText(post), "page-json", `${name}.full_text`)
    const pictures = listAt(post, "extended_entities.media").map(each => textAt(each, "media_url_https"))
    into.add("media", pictures.filter(Boolean).join("\n"), "page-json", `${name}.extended_entities.media`)
  }
}

/** An edit makes a post of its own, whose time is that of the edit. */
function isLaterVersion(post: unknown, id: string): boolean {
  const versions = listAt(post, "edit_control.edit_tweet_ids")
  return versions.length > 1 && versions[0] !== id
}

function readAuthor(state: unknown, id: string, into: Gather): void {
  const path = `entities.users.entities.${id}`
  const author = at(state, path)
  if (id === "" || textAt(author, "id_str") !== id) return
  gatherJson(into, author, `__INITIAL_STATE__.${path}`, {
    authorName: "name",
    authorHandle: "screen_name",
    authorId: "id_str",
  })
}

/**
 * The words as they are shown, or none: links stand shortened in the data, the
 * names of those who are answered stand before the words, and of a long post
 * there is the beginning only.
 */
function wholeText(post: unknown): string {
  const text = textAt(post, "full_text")
  const [from = 0, to = Infinity] = listAt(post, "display_text_range").map(Number)
  const letters = Array.from(text)
  const isWhole = from === 0 && to >= letters.length
  const isLong = at(post, "note_tweet") !== undefined || at(post, "truncated") === true
  if (isLong || text.includes("//t.co/")) return ""
  // Nobody says whether such a mark counts as one letter or as those that it is written in.
  if (!isWhole && /&\w+;/.test(text)) return ""
  return markupText(isWhole ? text : letters.slice(from, to).join(""))
}

/** What the page says of itself counts where it says that it is of this post. */
function readHead({ root }: SitePage, id: string, into: Gather): void {
  const addresses = findIn(root, 'meta[property="og:url"]').map(meta => attributeOf(meta, "content") ?? "")
  const isOwn = (address: string) => /\/status\/(\d+)\/?(?:[?#]|$)/.exec(address)?.[1] === id
  if (addresses.length === 0 || !addresses.every(isOwn)) return
  const title = (pattern: RegExp): Spot => ({
    css: 'meta[property="og:title"]',
    attribute: "content",
    pattern,
  })
  gatherDom(
    into,
    root,
    {
      authorName: title(/^(.+) \(@\w{1,20}\) on (?:X|Twitter)$/),
      authorHandle: title(/^.+ \(@(\w{1,20})\) on (?:X|Twitter)$/),
    },
    undefined,
    "meta",
  )
}

function readAccount({ root, data }: SitePage, account: string, into: Gather): void {
  const isSame = (name: string | undefined) => name?.toLowerCase() === account.toLowerCase()
  for (const entity of data.ofType("application/ld+json")) {
    const person = at(entity, "mainEntity")
    if (!isSame(textAt(person, "additionalName"))) continue
    gatherJson(
      into,
      person,
      "JSON-LD.mainEntity",
      {
        authorName: "givenName",
        authorHandle: "additionalName",
        authorId: "identifier",
        authorUrl: "url",
      },
      "json-ld",
    )
  }
  for (const head of elementsAt(root, '[data-testid="UserName"]')) {
    const [, name, handle] = /^([^\n]+)\n+@(\w{1,20})(?:\n|$)/.exec(wordsOf(head)) ?? []
    if (!isSame(handle)) continue
    into.add("authorName", name, "dom", '[data-testid="UserName"]')
    into.add("authorHandle", handle, "dom", '[data-testid="UserName"]')
  }
  // The picture behind the head of the page has the number of its account in its address.
  for (const link of elementsAt(root, 'a[href$="/header_photo"]')) {
    if (!isSame(/\/(\w{1,20})\/header_photo$/.exec(attributeOf(link, "href") ?? "")?.[1])) continue
    gatherDom(into, link, {
      authorId: { css: "img", attribute: "src", pattern: /\/profile_banners\/(\d+)\// },
    })
  }
  // The address takes large letters for small ones; the account's own spelling goes before it.
  if (!into.has("authorHandle")) into.add("authorHandle", account, "url", "address")
  if (!into.has("authorUrl")) into.add("authorUrl", `https://x.com/${account}`, "url", "address")
}
