/**
 * The words of an e-mail that has them as HTML alone. Read as text, in one pass,
 * and never shown as a page: nothing in it is run, loaded or drawn, and what its
 * styles would have hidden is read as well.
 */

/** What a tag that is none of a word's ends. */
const BLOCKS =
  /^(?:address|article|blockquote|br|div|dd|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/
const UNSAID = /^(?:head|noscript|script|style|template|title)$/

export function htmlWords(html: string): string {
  const words: string[] = []
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at)
    words.push(decoded(html.slice(at, open < 0 ? html.length : open)))
    if (open < 0) break
    at = afterTag(html, open, words)
  }
  return words
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim()
}

/** Where the text goes on. A tag that has no end is the last thing that is looked at. */
function afterTag(html: string, open: number, words: string[]): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4)
  const name = /^<\/?([a-z][a-z0-9]{0,15})/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase()
  if (name === undefined && !/^<[!?/]/.test(html.slice(open, open + 2))) {
    words.push("<")
    return open + 1
  }
  const close = after(html, ">", open)
  if (name === undefined) return close
  if (BLOCKS.test(name)) words.push("\n")
  if (html[open + 1] === "/" || !UNSAID.test(name)) return close
  const end = after(html, `</${name}`, close)
  // Without an end, as HTML has it: all the rest.
  return end >= html.length ? end : after(html, ">", end)
}

function after(html: string, wanted: string, from: number): number {
  const at = html.indexOf(wanted, from)
  return at < 0 ? html.length : at + wanted.length
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", copy: "©", reg: "®" },
  ...{ hellip: "…", mdash: "—", ndash: "–", middot: "·", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’" },
  ...{ yen: "¥", times: "×" },
}

/** White space of the source is a space; a break stands only where a tag says so. */
const decoded = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, ...found) => {
    const [decimal, hexadecimal, name] = found as (string | undefined)[]
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "�"
  })
