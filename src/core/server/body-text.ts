/**
 * What a server's answer says, in the forms in which a sentence may stand in it:
 * as text between tags, and as data inside scripts. Every step is linear in the
 * length, since the answer may be made to be slow.
 */

/** The text between tags: without scripts, styles, comments and the tags themselves, entities read. */
export function textOfHtml(html: string): string {
  const kept: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf("<", at)
    if (open === -1) break
    kept.push(html.slice(at, open))
    at = afterMarkup(html, open)
    // A lone "<" is text.
    if (at === open) {
      kept.push("<")
      at += 1
    }
  }
  kept.push(html.slice(at))
  return withoutEntities(kept.join(""))
}

/** The same bytes read as data: escapes of JSON and JavaScript undone, also where one JSON stands in another. */
export const textOfData = (body: string): string => withoutEntities(unescaped(unescaped(body)))

/** Tags taken out of data, where a post's text has links and breaks of its own. */
export const withoutTags = (data: string): string => data.replace(/<\/?[a-z][^<>]{0,2000}>/gi, "")

/** How two texts are compared: without white space, invisible signs and case, in one form of Unicode. */
export const comparable = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g, "")

/** The name of the charset that a body is written in, as its head and its first bytes (one character each) say. */
export function charsetOf(contentType: string, start: string): string {
  const said = /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1]
  if (start.startsWith("\xef\xbb\xbf")) return "utf-8"
  return said ?? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ?? "utf-8"
}

/** Content of these is no text that anybody sees. */
const UNSEEN = /^<(script|style|template|noscript)(?=[\s/>])/i

/** Where the text goes on after the tag, comment or script that begins at `open`; `open` itself where none does. */
function afterMarkup(html: string, open: number): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4)
  const start = html.slice(open, open + 20)
  if (!/^<[a-z/!?]/i.test(start)) return open
  const end = tagEnd(html, open + 1)
  const name = UNSEEN.exec(start)?.[1]
  if (name === undefined) return end
  const close = new RegExp(`</${name}`, "gi")
  close.lastIndex = end
  const found = close.exec(html)
  return found === null ? html.length : tagEnd(html, found.index + 1)
}

/** After the `>` that ends a tag: one in quotes does not. */
function tagEnd(html: string, from: number): number {
  const part = /[>"']/g
  part.lastIndex = from
  for (let met = part.exec(html); met; met = part.exec(html)) {
    if (met[0] === ">") return met.index + 1
    const quote = html.indexOf(met[0], met.index + 1)
    // An apostrophe in a tag that is none: the next ">" ends it.
    if (quote === -1) return after(html, ">", met.index)
    part.lastIndex = quote + 1
  }
  return html.length
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", hellip: "…", middot: "·" },
  ...{ mdash: "—", ndash: "–", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", laquo: "«", raquo: "»" },
  ...{ copy: "©", reg: "®", trade: "™", times: "×", bull: "•", ensp: "\u2002", emsp: "\u2003", deg: "°" },
}

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hexadecimal, name) => {
    if (typeof name === "string") return NAMED[name.toLowerCase()] ?? whole
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }

const unescaped = (text: string): string =>
  text.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|(["'\\/bfnrt]))/gi,
    (whole, four, braced, two, sign) => {
      if (typeof sign === "string") return ESCAPES[sign] ?? sign
      const code = Number.parseInt(String(four ?? braced ?? two), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
