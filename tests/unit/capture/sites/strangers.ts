/**
 * What real pages hold besides their post: the data of others before and behind
 * its own, who is signed in, what the page was of before its reader went on. A
 * stranger's page is the page itself with every name, number, time and word in it
 * turned into another of the same form: whatever finds the one finds the other.
 */
import { type PostFacts } from "../../../../src/core/post-facts/judge.ts"
import { type Meta } from "./fixtures.ts"

/** Puts another in the place of all that tells the page's post; the same in the same place each time. */
export type Estrange = (text: string) => string

/** What the author is called there. */
export const STRANGER = "陌生人"

export function estrangerOf({ fields }: PostFacts, { url }: Meta): Estrange {
  const words = [...linesOf(fields.text.value), ...linesOf(fields.title.value)]
    .filter(line => line.length > 3)
    .sort((a, b) => b.length - a.length)
  const names = [fields.authorName.value, fields.authorVerified.value].filter(isSaid)
  const named = (["postId", "authorId", "authorHandle", "parent"] as const).map(name => fields[name].value)
  const ids = [...new Set([...named, ...(url.match(ID_IN_ADDRESS) ?? [])])]
    .filter(isSaid)
    .filter(id => id.length > 3 && /\d|[a-z][A-Z]/.test(id))
    .sort((a, b) => b.length - a.length)
  const counts = (["views", "reposts", "comments", "likes", "collects"] as const)
    .flatMap(name => [fields[name].raw, fields[name].value?.count.toString() ?? null])
    .filter(isSaid)
    .flatMap(raw => /\d[\d,.]+/.exec(raw) ?? [])
  const region = fields.ipLocation.value
  const inLetters: Estrange = text => {
    let turned = text
    for (const [at, line] of words.entries())
      turned = turned.replaceAll(line, `${String(at)} 别人说的另一句话`)
    for (const name of names) turned = turned.replaceAll(name, STRANGER)
    for (const id of ids) turned = turned.replaceAll(id, anotherId(id))
    // 微博 has the number of a post in letters besides.
    turned = turned.replaceAll(/(?<="(?:bid|mblogid)"\s*:\s*")\w+/g, anotherId)
    for (const count of new Set(counts)) {
      turned = turned.replaceAll(
        new RegExp(String.raw`(?<![\w.])${literal(count)}(?![\w.])`, "g"),
        anotherNumber,
      )
    }
    if (region !== null) turned = turned.replaceAll(region, "海南")
    // Times and numbers of accounts, as far as nothing above named them; and dates in words.
    return turned.replaceAll(/(?<!\d)\d{8,}(?!\d)/g, anotherNumber).replaceAll("2026", "2019")
  }
  // Facebook writes the numbers of what stands in its data in base64.
  return text => inLetters(text.replaceAll(IN_BASE64, token => btoa(inLetters(atob(token)))))
}

/** `feedback:…`, `comment:…` and the stories' own. */
const IN_BASE64 = /(?:ZmVlZGJhY2s6|Y29tbWVudDo|Uzpf)[A-Za-z0-9+/]+={0,2}(?![A-Za-z0-9+/=])/g
/** What of an address may be a number of the site's. */
const ID_IN_ADDRESS = /(?<=[/=])[\w-]{6,}/g

const isSaid = (said: string | null): said is string => said !== null && said !== ""
const linesOf = (words: string | null): string[] => (words ?? "").split("\n").map(line => line.trim())
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Of the same form: digits stay digits, letters letters. */
const anotherNumber = (number: string): string =>
  number.replace(/[1-8]/g, digit => String((Number(digit) % 8) + 1))
const anotherId = (id: string): string =>
  anotherNumber(id).replace(/[b-y]/gi, letter =>
    String.fromCharCode(letter.charCodeAt(0) + (/[bdfhjlnprtvx]/i.test(letter) ? 1 : -1)),
  )
