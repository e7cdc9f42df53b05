/**
 * The words in an element, one line a line: with the names of its emoji, which
 * stand for words, and without what the user is writing in it.
 */
import { isDraft } from "../redact.ts"
import {
  attributeOf,
  childrenOf,
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
  return written
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/**
 * The words of a post, without the site's buttons in it that unfold and fold them.
 * Where there is one that unfolds, what is shown is not all: the words end in `…展开`.
 */
export function postWordsOf(element: Element, isLeftOut: (part: Element) => boolean): string {
  const words = wordsOf(element, part => isLeftOut(part) || isButton(part, FOLDS) || isButton(part, UNFOLDS))
  const isFolded = findIn(element, "*").some(part => isButton(part, UNFOLDS) && !isLeftOut(part))
  return isFolded ? `${words.replace(/[\s.…\u200b]+$/, "")}…展开` : words
}

const UNFOLDS = /^[\s.…]*(?:展开|展開|展开全文|查看全文|阅读全文|全文|展开更多)[\s∨]*$/
const FOLDS = /^\s*(?:收起|收起全文)[\s∧]*$/

/** Buttons hold their words and a picture, and no parts. */
const isButton = (part: Element, words: RegExp): boolean =>
  elementsOf(part).length <= 2 && words.test(textIn(part))

/** White space in the source is one space on the screen, except where the page keeps its lines. */
function lineOf(node: Node): string {
  const text = node.nodeValue ?? ""
  const around = text.includes("\n") ? parentOf(node) : null
  const keepsLines = around !== null && /^(?:pre|break)/.test(getComputedStyle(around).whiteSpace)
  return keepsLines ? text.replace(/[ \t\r\f]+/g, " ") : text.replace(/[ \t\r\n\f]+/g, " ")
}
