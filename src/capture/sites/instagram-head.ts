/** What an Instagram page says of itself in its head, where that names this very post or account. */
import { accountIn, codeIn } from "../../core/places/instagram.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { gatherDom, type Spot, wordsAtSpot } from "./from-dom.ts"
import { at, gatherJson, textAt } from "./from-json.ts"
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

const content = (names: string, pattern: RegExp): Spot => ({
  css: names
    .split(" ")
    .map(name => `meta[property="${name}"], meta[name="${name}"]`)
    .join(", "),
  attribute: "content",
  pattern,
})

/** The site leaves its head behind as its reader goes on; then it names another. */
function isNamed(root: Element, isOwn: (address: string) => boolean): boolean {
  const addresses = findIn(root, 'meta[property="og:url"]').map(meta => attributeOf(meta, "content") ?? "")
  return addresses.length > 0 && addresses.every(isOwn)
}

const TITLES = "og:title twitter:title"
const SUMMARIES = "og:description description"
const NUMBER = String.raw`\d[\d.,]*(?:\s?[KkMmB万亿])?`
const BEFORE = String.raw`^(?:${NUMBER} [Vv]iews?, )?`
const COUNTS = String.raw`${BEFORE}(?:${NUMBER} [Ll]ikes?, )?${NUMBER} [Cc]omments?`

export function readHead(page: SitePage, code: string, into: Gather): void {
  readLinkedData(page, code, into)
  const { root } = page
  if (!isNamed(root, address => codeIn(address) === code)) return
  // Behind these stand the words of the post, which could say the like.
  gatherDom(
    into,
    root,
    {
      authorName: [
        content(TITLES, /^(.+?) on Instagram: ["“]/),
        content(TITLES, /^Instagram 上的 (.+?)[:：]\s?["“]/),
        content(TITLES, /^(.+) \(@[\w.]{1,30}\) • Instagram[^"“]*$/),
      ],
      authorHandle: [
        content(TITLES, /^.+ \(@([\w.]{1,30})\) • Instagram[^"“]*$/),
        // Others have a name there that is shown, and only looks like one of those.
        content(SUMMARIES, new RegExp(`${COUNTS} - ([\\w.]{1,30}) on (?!Instagram)`)),
      ],
      likes: content(SUMMARIES, new RegExp(`${BEFORE}(${NUMBER})(?: [Ll]ikes?,? | 次赞、)`)),
      comments: [
        content(SUMMARIES, new RegExp(`${BEFORE}(?:${NUMBER} [Ll]ikes?, )?(${NUMBER}) [Cc]omments? - `)),
        content(SUMMARIES, new RegExp(`^(?:${NUMBER} 次赞、)?(${NUMBER}) 条评论 - `)),
      ],
    },
    undefined,
    "meta",
  )
  readCaption(root, into)
}

/** The words of the post in its title, in quotation marks; where they end in dots, they may go on. */
function readCaption(root: Element, into: Gather): void {
  const caption = wordsAtSpot(
    root,
    content("og:title", /^(?:.+? on Instagram: |Instagram 上的 .+?[:：]\s?)["“]([^]*)["”]$/),
  )
  const isCut = /(?:\.{3}|…)$/.test(caption)
  into.add("text", isCut ? `${caption.replace(/[.…]+$/, "")}…more` : caption, "meta", "og:title")
}

export function readAccountHead({ root }: SitePage, account: string, into: Gather): void {
  const isOwn = (address: string) => URL.canParse(address) && accountIn(new URL(address)) === account
  if (!isNamed(root, isOwn)) return
  const form = new RegExp(String.raw`^(.+) \(@${account.replaceAll(".", String.raw`\.`)}\) • Instagram`)
  gatherDom(into, root, { authorName: content(TITLES, form) }, undefined, "meta")
}

/** Pages of some years ago have their post in JSON-LD. */
function readLinkedData({ data }: SitePage, code: string, into: Gather): void {
  for (const given of data.ofType("application/ld+json").flat()) {
    const addresses = ["mainEntityOfPage.@id", "mainEntityOfPage", "url"].map(path => textAt(given, path))
    if (!addresses.some(address => codeIn(address) === code)) continue
    gatherJson(
      into,
      given,
      "JSON-LD",
      {
        authorName: "author.name",
        authorHandle: ["author.identifier.value", "author.alternateName"],
        text: ["articleBody", "caption"],
        comments: "commentCount",
      },
      "json-ld",
    )
    for (const name of ["dateCreated", "uploadDate"]) {
      const time = at(given, name)
      const hasZone = typeof time === "string" && /(?:Z|[+-]\d{2}:?\d{2})$/.test(time)
      if (hasZone) into.add("publishedAt", time, "json-ld", `JSON-LD.${name}`)
    }
  }
}
