/**
 * The words in an element, one line a line: with the names of its emoji, which
 * stand for words, and without what the user is writing in it.
 */
import { foldLabel } from "../../core/post-facts/fold-labels.ts"
import { isDraft } from "../redact.ts"
import {
  attributeOf,
  childrenOf,
  closestIn,
  elementsOf,
  findIn,
  isElement,
  localNameOf,
  parentOf,
  textIn,
} from "../unclobbered.ts"

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
)
const SILENT: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "select", "iframe"])
const MOST_NODES = 50_000

/** @param isLeftOut parts that are not of it: comments below a post, another post in it */
export function wordsOf(element: Element, isLeftOut: (part: Element) => boolean = () => false): string {
  const written: string[] = []
  let nodes = 0
  const write = (node: Node): void => {
    nodes += 1
    if (nodes > MOST_NODES) return
    if (!isElement(node)) {
      if (node.nodeType === Node.TEXT_NODE) written.push(lineOf(node))
      return
    }
    const name = localNameOf(node)
    if (SILENT.has(name) || isDraft(node) || isLeftOut(node)) return
    if (name === "br") written.push("\n")
    else if (name === "img") written.push(attributeOf(node, "alt") ?? "")
    else {
      const isBlock = BLOCKS.has(name)
      if (isBlock) written.push("\n")
      for (const child of Array.from(childrenOf(node))) write(child)
      if (isBlock) written.push("\n")
    }
  }
  write(element)
  // Line by line: a pattern with spaces on both sides would go over a page full of them again and again.
  return written
    .join("")
    .split("\n")
    .map(line => without(line, " "))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/**
 * The words of a post, without the site's buttons in it that unfold and fold them.
 * Where there is one that unfolds, what is shown is not all: the words end in `…展开`.
 */
export function postWordsOf(element: Element, isLeftOut: (part: Element) => boolean): string {
  const words = wordsOf(element, part => isLeftOut(part) || isButton(part, FOLDS) || isUnfolder(part))
  const isFolded = findIn(element, "*").some(part => isUnfolder(part) && !isLeftOut(part))
  return isFolded ? `${words.slice(0, endOf(words, " \t\n\u00a0\u3000.…\u200b"))}…展开` : words
}

const FOLDS = /^\s*(?:收起|收起全文)[\s∧]*$/

/** Buttons hold their words and a picture, and no parts. */
const isButton = (part: Element, words: RegExp): boolean =>
  elementsOf(part).length <= 2 && words.test(textIn(part))

/** Words that may name something else unfold this text only on what is a button; behind dots they tell by themselves. */
function isUnfolder(part: Element): boolean {
  if (elementsOf(part).length > 2) return false
  const label = foldLabel(textIn(part))
  return label === "text" || (label === "more" && closestIn(part, "button, [role=button]") === part)
}

/** Where a text ends, but for such letters. */
function endOf(text: string, letters: string): number {
  let end = text.length
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1
  return end
}

/** A line without the letters at its beginning and at its end. */
function without(line: string, letters: string): string {
  const end = endOf(line, letters)
  let from = 0
  while (from < end && letters.includes(line.charAt(from))) from += 1
  return line.slice(from, end)
}

/** White space in the source is one space on the screen, except where the page keeps its lines. */
function lineOf(node: Node): string {
  const text = node.nodeValue ?? ""
  const around = text.includes("\n") ? parentOf(node) : null
  const keepsLines = around !== null && /^(?:pre|break)/.test(getComputedStyle(around).whiteSpace)
  return keepsLines ? text.replace(/[ \t\r\f]+/g, " ") : text.replace(/[ \t\r\n\f]+/g, " ")
}
