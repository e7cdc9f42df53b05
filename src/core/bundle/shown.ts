/**
 * Text of pages, made fit to stand in a paper. The untouched text is in
 * capture.json; here it must not run, not reorder its neighbours, not hide
 * anything, and not fill a hundred pages.
 */

const TITLE_CHARACTERS = 300
const ADDRESS_CHARACTERS = 400

/** Parameters that open a page as somebody, or as somebody's guest: `xsec_token`, `session_id`, `access-token`. */
const SECRET =
  /(?:^|[_-])(?:token|auth|session|sessionid|sid|sig|sign|signature|secret|password|passwd|pwd|ticket|jwt)(?:$|[_-])/i

/** A page's title, or any other text of a page: one line, at most 300 characters, marks made visible. */
export function shownText(text: string): string {
  return visible(
    cut(
      text
        .slice(0, 100 * TITLE_CHARACTERS)
        .replaceAll(/\s+/gu, " ")
        .trim(),
      TITLE_CHARACTERS,
    ),
  )
}

/** Words of a page with their line breaks, at most `limit` characters, marks made visible; `isCut` where there were more. */
export function shownPassage(
  text: string,
  limit: number,
): { readonly text: string; readonly isCut: boolean } {
  const kept = cut(text.replaceAll(/\r\n?/g, "\n").trim(), limit)
  const lines = kept.split("\n").map(line => visible(line.replaceAll(/\s+/gu, " ").trim()))
  return {
    text: lines.join("\n").replaceAll(/\n{3,}/g, "\n\n"),
    isCut: kept.endsWith("…") && !text.trim().endsWith("…"),
  }
}

/** An address as papers print it; `shortened` where a token or the end was left out. */
export function shownAddress(address: string): { readonly text: string; readonly shortened: boolean } {
  const bare = withoutSecrets(address)
  const text = cut(bare, ADDRESS_CHARACTERS)
  return { text: visible(text), shortened: text !== address }
}

/** The host, in its ASCII form, so that no look-alike letter can pose as another; the scheme where there is none. */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return "—"
  const { hostname, protocol } = new URL(address)
  return hostname === "" ? protocol : hostname
}

/** Text content and double-quoted attribute values alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
}

/**
 * Papers are handed round, so a token in an address would go round with them.
 * Works on the text: taking the address apart and together again would change
 * more than the token.
 */
function withoutSecrets(address: string): string {
  return address
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1")
    .replaceAll(/([?&#])([^?&#=]*)=[^&#]*/g, (pair, mark: string, name: string) =>
      SECRET.test(name) ? `${mark}${name}=…` : pair,
    )
}

/** By code points, so that no character is cut in half. */
function cut(text: string, limit: number): string {
  const characters = Array.from(text.slice(0, 2 * limit + 2))
  return characters.length <= limit ? text : `${characters.slice(0, limit).join("")}…`
}

/** Controls, marks that reorder text (UAX #9), and halves of characters, by their numbers. */
function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu,
    mark => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  )
}
