/**
 * Text of strangers, made harmless to look at: a page's name may hold marks that
 * turn the reading direction of our own sentence, control characters, or be
 * longer than a book.
 */
export { hostOf } from "../../core/address.ts"

// Controls but tab and line ends; soft hyphen, zero-width marks, direction marks, line separators, interlinear marks.
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** At most `most` characters on one line; what cannot be seen becomes U+FFFD, what is cut ends in an ellipsis. */
export function inertText(text: string, most: number): string {
  // Cut first: cleaning 100 kB to show 60 characters would be work for nothing.
  const head = text.slice(0, most * 8)
  const clean = head.replace(invisible, "\ufffd").replace(/\s+/g, " ").trim()
  const characters = Array.from(clean)
  if (characters.length <= most && head.length === text.length) return clean
  return `${characters.slice(0, most - 1).join("")}…`
}

/** A SHA-256 for reading aloud: 16 groups of four digits. */
export const inFours = (digest: string): string => digest.match(/.{1,4}/g)?.join(" ") ?? digest
