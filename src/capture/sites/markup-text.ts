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
  html
    .replace(/<!--.*?-->/gs, "")
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote|tr)>/gi, "\n")
    .replace(/<img\b[^>]*?\balt=(?:"([^"]*)"|'([^']*)'|([^\s>]*))[^>]*>/gi, "$1$2$3")
    .replace(/<\/?[a-zA-Z][^>]*>/g, "")
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi,
      (entity, name: string) => characterOf(name) ?? entity,
    )
    .trim()

function characterOf(name: string): string | null {
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
