/**
 * The time that stands in the number of a post (law.md §6.2). No platform
 * documents it; it corroborates what a page shows, and proves nothing by itself.
 */

export interface InId {
  readonly at: string
  /** How it was computed. */
  readonly basis: string
}

/** @param id as it stands in the post's address; null where the site has no rule, or the id is none of it */
export function idTime(site: string, id: string): InId | null {
  const rule = Object.hasOwn(RULES, site) ? RULES[site] : undefined
  const ms = rule?.msOf(id) ?? null
  if (rule === undefined || ms === null || ms < EARLIEST || ms > LATEST) return null
  return { at: new Date(ms).toISOString(), basis: rule.basis }
}

interface Rule {
  readonly basis: string
  readonly msOf: (id: string) => number | null
}

/** 2005 and 2100: what lies outside is no time of a post. */
const EARLIEST = 1_104_537_600_000
const LATEST = 4_102_444_800_000

const RULES: Readonly<Record<string, Rule>> = {
  weibo: {
    basis: "(mid >> 22) + 515483463 s",
    msOf: id => {
      const mid = midOf(id)
      return mid === null ? null : Number((BigInt(mid) >> 22n) + 515_483_463n) * 1000
    },
  },
  x: {
    basis: "(id >> 22) + 1288834974657 ms",
    msOf: id => {
      const number = digitsOf(id)
      return number === null || number < 300_000_000_000_000n
        ? null
        : Number((number >> 22n) + 1_288_834_974_657n)
    },
  },
  douyin: {
    basis: "id >> 32 s",
    msOf: id => {
      const number = digitsOf(id)
      return number === null ? null : Number(number >> 32n) * 1000
    },
  },
  xiaohongshu: {
    basis: "first 8 hex digits, s",
    msOf: id => (/^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1000 : null),
  },
  instagram: {
    basis: "(pk >> 23) + 1314220021721 ms",
    msOf: id => {
      const pk = numberOf(id, BASE64URL)
      return pk === null || id.length > 12 ? null : Number((pk >> 23n) + 1_314_220_021_721n)
    },
  },
}

const digitsOf = (id: string): bigint | null => (/^\d{1,20}$/.test(id) ? BigInt(id) : null)

const BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

function numberOf(text: string, letters: string): bigint | null {
  let number = 0n
  for (const letter of text) {
    const digit = letters.indexOf(letter)
    if (digit === -1) return null
    number = number * BigInt(letters.length) + BigInt(digit)
  }
  return text === "" ? null : number
}

/**
 * The number of a 微博 in digits, whichever of its two ways it is written in: in
 * digits (mid), or in letters (mblogid), four of which stand for seven digits.
 * Null for what is neither.
 */
export function midOf(id: string): string | null {
  if (/^\d{12,20}$/.test(id)) return id
  if (!/^[0-9A-Za-z]{5,12}$/.test(id)) return null
  const parts: string[] = []
  for (let end = id.length; end > 0; end -= 4) {
    const number = numberOf(id.slice(Math.max(0, end - 4), end), BASE62)
    if (number === null) return null
    parts.unshift(String(number).padStart(end > 4 ? 7 : 1, "0"))
  }
  return parts.join("")
}

/** Whether two numbers of a 微博 are the same, in digits or in letters. */
export function isSameMid(a: string, b: string): boolean {
  const mid = midOf(a)
  return mid !== null && mid === midOf(b)
}
