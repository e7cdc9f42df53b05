/**
 * Text that the page holds back until somebody clicks: cut after some lines,
 * behind a label such as 展开, in closed details.
 *
 * Sites also cut what is no content of theirs: titles of other posts in a side
 * column, names in menus. Nothing would unfold there, a click would lead away;
 * they are no gap.
 */
import { MORE_LABELS, WHOLE_TEXT_LABELS } from "../core/post-facts/fold-labels.ts"
import { isAround, isVisible, linkAway } from "./elements.ts"
import { lengthOf } from "./unclobbered.ts"

const HIDDEN_PIXELS = 4

export function foldedTexts(all: readonly Element[]): Element[] {
  const found = all.filter(element => isCut(element) || isUnfoldLabel(element) || isClosedDetails(element))
  return outermost(found.filter(element => isVisible(element) && !isAround(element)))
}

/** Those among them that a click may unfold: the labels themselves, and closed details. */
export const unfoldersIn = (all: readonly Element[]): Element[] =>
  all.filter(element => (isUnfoldLabel(element) || isClosedDetails(element)) && isVisible(element))

/** A label and the box around it, or a text and the text that it stands in, are one. */
const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter(element => !elements.some(other => other !== element && other.contains(element)))

function isCut(element: Element): boolean {
  const hidden = {
    x: lengthOf(element, "scrollWidth") - lengthOf(element, "clientWidth"),
    y: lengthOf(element, "scrollHeight") - lengthOf(element, "clientHeight"),
  }
  if (hidden.x <= 0 && hidden.y <= HIDDEN_PIXELS) return false
  const style = getComputedStyle(element)
  const lines = style.getPropertyValue("-webkit-line-clamp")
  const byLines =
    lines !== "" && lines !== "none" && style.overflowY !== "visible" && hidden.y > HIDDEN_PIXELS
  const byWidth = style.textOverflow === "ellipsis" && style.overflowX !== "visible" && hidden.x > 0
  return (byLines || byWidth) && !isNameOfSomethingElse(element)
}

/** A title that is a link to where all of it stands, or what is written on a button. */
function isNameOfSomethingElse(element: Element): boolean {
  if (linkAway(element) !== null || element.closest("button, [role=button], label, summary") !== null)
    return true
  const words = element.textContent.trim()
  if (words === "") return true
  return Array.from(element.querySelectorAll("a[href]")).some(
    link => link.textContent.trim() === words && linkAway(link) !== null,
  )
}

const LABELLED = new Set(["a", "button", "span", "summary", "div", "p", "i", "em", "b", "strong", "small"])
const LABEL_LIMIT = 40
// Dots before, an arrow after: sites draw them in many ways.
const BEFORE = "^[^\\p{L}\\p{N}]*"
const AFTER = "(?:\\s+v)?[^\\p{L}\\p{N}]*$"

// Whole labels only: the words also occur in sentences.
const WHOLE_TEXT = new RegExp(`${BEFORE}(?:${WHOLE_TEXT_LABELS})${AFTER}`, "iu")
// These are as often the name of a menu, or of a page with more of the like.
const MORE = new RegExp(`${BEFORE}(?:${MORE_LABELS})${AFTER}`, "iu")
const MORE_REPLIES = new RegExp(
  `${BEFORE}(?:(?:展开|查看|显示|加载|点击查看|展開|view|show|load)\\s*(?:全部|更多|剩余|其余|all|more|another)?\\s*[\\d,.]*\\s*[万w]?\\s*(?:条|則|个)?\\s*(?:more\\s*)?|更多)(?:评论|回复|留言|評論|回覆|comments?|repl(?:y|ies))${AFTER}`,
  "iu",
)

/** True for the whole label of something that unfolds. Exported for its table of cases. */
export function unfolds(label: string): "text" | "perhaps" | null {
  if (WHOLE_TEXT.test(label)) return "text"
  return MORE.test(label) || MORE_REPLIES.test(label) ? "perhaps" : null
}

function isUnfoldLabel(element: Element): boolean {
  if (element.childElementCount > 1 || !LABELLED.has(element.localName)) return false
  const label = element.textContent.trim()
  const kind = label.length > LABEL_LIMIT ? null : unfolds(label)
  if (kind === null) return false
  // 全文 as a link to another page is still a text that was cut here.
  if (kind === "text") return true
  return !leadsOn(element) && isPressable(element) && element.closest("[aria-haspopup]") === null
}

/** To another page, or to another place of this one. */
function leadsOn(element: Element): boolean {
  const target = element.closest("a[href^='#']")?.getAttribute("href")?.slice(1) ?? ""
  return (
    linkAway(element) !== null ||
    target === "top" ||
    (target !== "" && document.getElementById(target) !== null)
  )
}

const isPressable = (element: Element): boolean =>
  element.closest("a, button, [role=button], [onclick]") !== null ||
  getComputedStyle(element).cursor === "pointer"

function isClosedDetails(element: Element): boolean {
  if (element.localName !== "details" || element.hasAttribute("open")) return false
  const summary = Array.from(element.children).find(child => child.localName === "summary")
  if (summary?.hasAttribute("aria-haspopup") === true) return false
  const all = element.textContent.trim().length
  return (
    all > (summary?.textContent.trim().length ?? 0) || element.querySelector("img, video, iframe") !== null
  )
}
