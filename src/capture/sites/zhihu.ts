/**
 * 知乎: answers, articles, pins, questions and people stand in `js-initialData` by
 * their ids (law.md §6.1), and in cards that name what they show in `data-zop`. An
 * answer that is folded away shows its beginning only.
 */
import { commentIn, type Kind, partOf, zhihuPlaces } from "../../core/places/zhihu.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { dataAt } from "./attribute-data.ts"
import { aroundComment, onlyComments } from "./comment-page.ts"
import { elementsAt, gatherDom } from "./from-dom.ts"
import { at, gatherJson, type JsonFields, listAt, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { markupText } from "./markup-text.ts"
import { type Site, type SitePage } from "./site.ts"
import { pickCard, readCard, readCards } from "./zhihu-card.ts"

export const zhihu: Site = {
  ...zhihuPlaces,
  version: "2026-11-26",
  utcOffsetMinutes: 480,
  pick: pickCard,
  read(page, into) {
    const [kind = null, id = null] = partOf(page.url) ?? []
    // Of a video, it is not known where the page has what of it.
    if (kind === null || kind === "zvideos") return
    if (kind === "users") readPerson(page, into)
    else if (commentIn(page.url) === null) readPost(page, kind, into)
    // Its comments do not say their numbers: which one is meant is not known.
    else if (kind !== "questions") readCards(aroundComment(page, id), kind, onlyComments(into))
  },
}

function readPost(page: SitePage, kind: Exclude<Kind, "users" | "zvideos">, into: Gather): void {
  if (kind === "questions") readQuestion(page, into)
  else {
    readEntity(page, kind, into)
    readCards(page, kind, into)
  }
}

const ENTITY: JsonFields = {
  postId: "id",
  authorName: "author.name",
  authorHandle: "author.urlToken",
  ipLocation: "ipInfo",
  publishedAt: ["createdTime", "created"],
  comments: "commentCount",
  collects: "favlistsCount",
}

interface Entity {
  readonly entity: unknown
  readonly name: string
}

function entityOf({ data, place }: SitePage, kind: Kind): Entity | null {
  const path = `initialState.entities.${kind}.${place.postId ?? ""}`
  const entity = at(data.byId("js-initialData"), path)
  return textAt(entity, "id") === place.postId ? { entity, name: `js-initialData.${path}` } : null
}

function readEntity(page: SitePage, kind: "answers" | "articles" | "pins", into: Gather): void {
  const found = entityOf(page, kind)
  if (found === null) return
  const { entity, name } = found
  gatherJson(into, entity, name, ENTITY)
  readAuthorId(entity, name, into)
  if (kind === "articles") gatherJson(into, entity, name, { title: "title" })
  if (kind === "answers") gatherJson(into, entity, name, { parent: "question.id" })
  gatherJson(into, entity, name, kind === "pins" ? { likes: "likeCount", reposts: "repinCount" } : VOTES)
  readEdit(entity, name, into)
  if (kind === "pins") readPin(entity, name, into)
  else into.add("text", htmlAt(entity, "content"), "page-json", `${name}.content`)
}

const VOTES: JsonFields = { likes: "voteupCount" }

/** Who writes without a name has the id 0. */
function readAuthorId(entity: unknown, name: string, into: Gather): void {
  if (textAt(entity, "author.id") !== "0") gatherJson(into, entity, name, { authorId: "author.id" })
}

/** It is written when there was no edit, too: an edit is later. */
function readEdit(entity: unknown, name: string, into: Gather): void {
  const [made = 0, changed = 0] = ["created", "updated"].map(key =>
    Number(textAt(entity, `${key}Time`) || textAt(entity, key)),
  )
  if (made > 1e9 && changed > made) gatherJson(into, entity, name, { editedAt: ["updatedTime", "updated"] })
}

function htmlAt(json: unknown, path: string): string {
  const html = at(json, path)
  return typeof html === "string" ? markupText(html) : ""
}

function readPin(pin: unknown, name: string, into: Gather): void {
  const words = listAt(pin, "content")
    .filter(part => textAt(part, "type") === "text")
    .map(part => htmlAt(part, "content"))
  into.add("text", words.join("\n"), "page-json", `${name}.content`)
}

function readQuestion(page: SitePage, into: Gather): void {
  const found = entityOf(page, "questions")
  if (found !== null) {
    const { entity, name } = found
    gatherJson(into, entity, name, { ...ENTITY, title: "title", views: "visitCount" })
    readAuthorId(entity, name, into)
    readEdit(entity, name, into)
    into.add("text", htmlAt(entity, "detail"), "page-json", `${name}.detail`)
  }
  const own = (name: string) => ({ css: `:scope > meta[itemprop="${name}"]`, attribute: "content" })
  for (const entity of findIn(page.root, '[itemtype$="schema.org/Question"]')) {
    const urls = elementsAt(entity, ':scope > meta[itemprop="url"]').map(
      url => attributeOf(url, "content") ?? "",
    )
    if (!urls.some(url => url.endsWith(`/question/${page.place.postId ?? ""}`))) continue
    gatherDom(into, entity, {
      title: own("name"),
      publishedAt: own("dateCreated"),
      comments: own("commentCount"),
      views: own("zhihu:visitsCount"),
    })
    for (const card of elementsAt(entity, "[data-zop]")) readAnswer(card, into)
  }
}

function readAnswer(card: Element, into: Gather): void {
  const zop = dataAt(card, "data-zop")
  if (textAt(zop, "type") !== "answer") return
  const answer = into.comment()
  if (answer === null) return
  answer.add("postId", textAt(zop, "itemId"), "dom", "[data-zop] @data-zop.itemId")
  answer.add("authorName", textAt(zop, "authorName"), "dom", "[data-zop] @data-zop.authorName")
  readCard(card, answer)
}

function readPerson({ url, root, data }: SitePage, into: Gather): void {
  const [, token = ""] = partOf(url, "users") ?? []
  into.add("authorHandle", token, "url", "address")
  const path = `initialState.entities.users.${token}`
  const person = at(data.byId("js-initialData"), path)
  if (textAt(person, "urlToken") === token) {
    gatherJson(into, person, `js-initialData.${path}`, {
      authorName: "name",
      authorId: "id",
      ipLocation: "ipInfo",
    })
  }
  gatherDom(into, root, {
    authorName: ".ProfileHeader-name",
    ipLocation: {
      css: ".ProfileHeader span, .ProfileHeader div",
      pattern: /^(IP\s*属地\s*[:：]?\s*[\u4e00-\u9fff]{2,8})$/,
    },
  })
}
