/**
 * One spelling for what a reader takes for the same: full-width and narrow
 * letters, upper and lower case. Marks that cannot be seen are left out, since
 * words are broken up with them so that no search should find them.
 */

const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g

/** The text in that spelling, on one line. Simplified and traditional characters stay two. */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(invisible, "")
    .toLowerCase()
    // At the end of a word the same letter has another form.
    .replaceAll("ς", "σ")
    .replace(/\s+/g, " ")
    .trim()
