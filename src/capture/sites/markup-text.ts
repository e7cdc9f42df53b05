/** The words of a piece of HTML that a page's data holds, without making a document of it. */

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", hellip: "…", middot: "·" },
}

/** Line breaks where the markup has them, emoji by their names, all other tags gone. */
export const markupText = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, "")
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n")
    .replace(/<img\b[^>]*?\balt=(?:"([^"]*)"|'([^']*)'|([^\s>]*))[^>]*>/gi, "$1$2$3")
    .replace(/<\/?[a-zA-Z][^>]*>/g, "")
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi,
      (entity, name: string) => characterOf(name) ?? entity,
    )
    .trim()

function characterOf(name: string): string | null {
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
