/** Comments: the number that the page shows, against the number that it holds. */
import { type Gap } from "../core/evidence.ts"
import { type AnnouncedComments } from "../core/post-facts/announced.ts"
import { closestOf, isAround, isVisible, linkAway } from "./elements.ts"

// 评论 312 / 312条评论 / 评论（312）/ 共312条回复 / 312 comments / Comments (312)
const COUNT_FIRST =
  /(?<![\d:/.-])(\d[\d,.]*)\s*([万wWkK]?)\s*(?:条|个|則|则)?\s*(?:评论|評論|回复|回覆|留言|comments?|replies)/i
const WORD_FIRST =
  /(?:评论|評論|回复|回覆|留言|comments?|replies)\s*[（(:：]?\s*(\d[\d,.]*)(?![\d:/-])\s*([万wWkK]?)/i

const LABEL_LIMIT = 40

/**
 * The gap between the number of comments that the page shows, or its site's data
 * says, and those in the page; null where neither does, or all are there. Of none
 * that were found nobody knows how many were: the markup may be another.
 */
export function commentGap(all: readonly Element[], announced: AnnouncedComments | null): Gap | null {
  const shown = shownCount(all)
  const said = shown === null || (announced !== null && announced.count > shown.count) ? announced : shown
  if (said === null || said.count === 0) return null
  const held = Math.max(heldCount(all), announced?.read ?? 0)
  if (held >= said.count) return null
  const where = `${said.raw}: ${String(held)} / ${String(said.count)}`
  const isCounted = held > 0 || said === shown
  return { what: "not-loaded", reason: "not-loaded", count: isCounted ? said.count - held : null, where }
}

/** The largest number that stands beside a word for comments in a short label. Exported for its table of cases. */
export function parseCommentCount(label: string): number | null {
  const match = COUNT_FIRST.exec(label) ?? WORD_FIRST.exec(label)
  if (match === null) return null
  const number = Number((match[1] ?? "").replaceAll(",", ""))
  if (!Number.isFinite(number)) return null
  const unit = (match[2] ?? "").toLowerCase()
  return Math.round(number * (unit === "万" || unit === "w" ? 10_000 : unit === "k" ? 1_000 : 1))
}

function shownCount(all: readonly Element[]): { readonly count: number; readonly raw: string } | null {
  let best: { count: number; raw: string } | null = null
  for (const element of all) {
    if (element.childElementCount > 2) continue
    const raw = element.textContent.trim()
    if (raw.length === 0 || raw.length > LABEL_LIMIT || closestOf(element, COMMENT) !== null) continue
    const count = parseCommentCount(raw)
    if (count === null || count <= (best?.count ?? -1)) continue
    if (isVisible(element) && !isAround(element) && !isOfAnotherPost(element, raw)) best = { count, raw }
  }
  return best
}

/** A number on a card that is a link to another post. A link that says nothing but the number is this post's. */
function isOfAnotherPost(element: Element, raw: string): boolean {
  const link = linkAway(element)
  return link !== null && link.textContent.trim().length > raw.length
}

// What forums, schema.org and ARIA call one comment. Names of classes are whole words or their first part.
const COMMENT = [
  '[itemtype$="schema.org/Comment"]',
  '[itemprop="comment"]',
  'article[role="comment"]',
  '[role="comment"]',
  '[class~="comment" i]',
  '[class*="comment-item" i]',
  '[class*="commentItem" i]',
  '[class*="reply-item" i]',
].join(", ")

// A list called "comment" around its comments is no comment: count those without another inside, and their parents that are marked as one.
const heldCount = (all: readonly Element[]): number =>
  all.filter(
    element =>
      element.matches(COMMENT) &&
      (element.querySelector(COMMENT) === null || element.matches("article, li, [itemtype]")) &&
      isVisible(element),
  ).length
