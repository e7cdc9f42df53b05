/** What Reddit writes in the place of an author and of words that are gone, told apart from those. */

/** As Reddit lets people call themselves; it writes `[deleted]` for who has left. */
export const nameOfUser = (words: string): string => /^([\w-]{3,20})$/.exec(words.trim())?.[1] ?? ""

export const userIn = (href: string): string => /\/user\/([\w-]+)(?:[/?#]|$)/.exec(href)?.[1] ?? ""

/** Not `[removed]`, `[deleted by user]`, `[ Removed by Reddit ]`: those are the site's words. */
export const AUTHORS_OWN = /^(?!\[\s*(?:deleted|removed)\b[^\]]*\]$)([^]+)$/i
