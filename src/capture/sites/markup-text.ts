/** The words of a piece of HTML that a page's data holds, without making a document of it. */

/** Names of characters that people and editors write; others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003" },
  ...{ thinsp: "\u2009", zwnj: "\u200c", zwj: "\u200d", shy: "\u00ad", lsquo: "‘", rsquo: "’", ldquo: "“" },
  ...{ rdquo: "”", sbquo: "‚", bdquo: "„", lsaquo: "‹", rsaquo: "›", laquo: "«", raquo: "»", hellip: "…" },
  ...{ middot: "·", bull: "•", ndash: "–", mdash: "—", times: "×", divide: "÷", plusmn: "±", deg: "°" },
  ...{ yen: "¥", pound: "£", cent: "¢", euro: "€", copy: "©", reg: "®", trade: "™", sect: "§", para: "¶" },
  ...{ permil: "‰", prime: "′", Prime: "″", larr: "←", uarr: "↑", rarr: "→", darr: "↓", frac12: "½" },
  ...{ frac14: "¼", frac34: "¾", sup2: "²", sup3: "³", ne: "≠", le: "≤", ge: "≥", asymp: "≈", infin: "∞" },
  ...{ hearts: "♥", iexcl: "¡", iquest: "¿", tilde: "˜", circ: "ˆ", uml: "¨", acute: "´", macr: "¯" },
  ...{
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    aacute: "á",
    ccedil: "ç",
    ntilde: "ñ",
    oacute: "ó",
  },
  ...{
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    iacute: "í",
    uacute: "ú",
    acirc: "â",
  },
}

/** Line breaks where the markup has them, emoji by their names, all other tags gone. */
export const markupText = (html: string): string =>
  withoutTags(withNames(withoutComments(html).replace(BREAKS, "\n")))
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi,
      (entity, name: string) => characterOf(name) ?? entity,
    )
    .trim()

const BREAKS = /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote|tr)>/gi

// Pages write the markup, and may write what never ends: each scan goes over it once, which patterns with `.*?` do not.

function withoutComments(html: string): string {
  const kept: string[] = []
  let from = 0
  for (;;) {
    const at = html.indexOf("<!--", from)
    const end = at === -1 ? -1 : html.indexOf("-->", at + 4)
    kept.push(html.slice(from, end === -1 ? html.length : at))
    if (end === -1) return kept.join("")
    from = end + 3
  }
}

/** Each tag that begins as `opening` says, in the place of which `said` is written; null leaves it. */
function withTags(
  html: string,
  opening: RegExp,
  said: (at: number, close: number) => { readonly words: string; readonly end: number } | null,
): string {
  const kept: string[] = []
  let from = 0
  opening.lastIndex = 0
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const close = html.indexOf(">", found.index)
    if (close === -1) break
    const tag = said(found.index, close)
    if (tag !== null) {
      kept.push(html.slice(from, found.index), tag.words)
      from = tag.end
    }
    opening.lastIndex = tag?.end ?? close + 1
  }
  return kept.join("") + html.slice(from)
}

const withoutTags = (html: string): string =>
  withTags(html, /<\/?[a-zA-Z]/g, (_at, close) => ({ words: "", end: close + 1 }))

/** Pictures that have a name by it. */
const withNames = (html: string): string =>
  withTags(html, /<img\b/gi, (at, close) => {
    const tag = html.slice(at, close)
    const name = /\balt=/i.exec(tag)
    if (name === null) return null
    const start = at + name.index + name[0].length
    const mark = html.charAt(start)
    // A name in quotation marks may have `>` in it.
    const last = mark === '"' || mark === "'" ? html.indexOf(mark, start + 1) : -1
    const end = last === -1 ? -1 : html.indexOf(">", last)
    if (end !== -1) return { words: html.slice(start + 1, last), end: end + 1 }
    return { words: /^\S*/.exec(html.slice(start, close))?.[0] ?? "", end: close + 1 }
  })

function characterOf(name: string): string | null {
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
