/**
 * The two ways in which 微博 writes the number of a post: in digits (mid), and in
 * letters (mblogid), four of which stand for seven digits (law.md §6.2).
 */
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** The digits of either; null for what is neither. */
export function midOf(id: string): string | null {
  if (/^\d{12,20}$/.test(id)) return id
  if (!/^[0-9A-Za-z]{5,12}$/.test(id)) return null
  const parts: string[] = []
  for (let end = id.length; end > 0; end -= 4) {
    const number = Array.from(id.slice(Math.max(0, end - 4), end)).reduce(
      (sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter),
      0,
    )
    parts.unshift(end > 4 ? String(number).padStart(7, "0") : String(number))
  }
  return parts.join("")
}

export const isSameId = (a: string, b: string): boolean => {
  const mid = midOf(a)
  return mid !== null && mid === midOf(b)
}
