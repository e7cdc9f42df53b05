/**
 * Elements from plain values. Text enters as text nodes only, so whatever a
 * page called itself stays text (integrity.md §8.2).
 */
export type Child = Node | string | null
export type Attributes = Readonly<Record<string, string | boolean | null>>

/** An element with its attributes and children. `true` is an empty attribute, `false` and `null` are none. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.filter(child => child !== null))
  return element
}

/**
 * Makes `shown` look like `wanted` while keeping the elements that are already
 * there, so that focus, scrolling and an open disclosure survive a redraw.
 *
 * What belongs to the reader is left alone: whether a disclosure is open, what
 * is ticked, and the inside of anything marked with an equal `data-keep`.
 */
export function patch(shown: Element, wanted: Element): void {
  const kept = shown.getAttribute("data-keep")
  patchAttributes(shown, wanted)
  if (kept !== null && kept === wanted.getAttribute("data-keep")) return
  const before = [...shown.childNodes]
  const after = [...wanted.childNodes]
  const stays = new Set(after.map(idOf))
  for (const next of after) {
    // What is gone from before it goes, so that it keeps its place, and whoever is in it.
    if (idOf(next) !== "" && before.some(each => isSameKind(each, next))) {
      while (before[0] !== undefined && !isSameKind(before[0], next)) before.shift()?.remove()
    }
    const [old] = before
    if (old === undefined) shown.append(next)
    else if (isSameKind(old, next)) patchNode(before.shift() ?? old, next)
    // What is new comes before what is still wanted.
    else if (idOf(old) !== "" && stays.has(idOf(old))) old.before(next)
    else (before.shift() ?? old).replaceWith(next)
  }
  for (const old of before) old.remove()
}

const idOf = (node: Node): string => (node instanceof Element ? node.id : "")

function patchNode(old: Node, next: Node): void {
  if (old instanceof Element && next instanceof Element) {
    patch(old, next)
    return
  }
  if (old.textContent !== next.textContent) old.textContent = next.textContent
}

function isSameKind(old: Node, next: Node): boolean {
  if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName) return false
  if (!(old instanceof Element) || !(next instanceof Element)) return true
  return old.id === next.id
}

function patchAttributes(shown: Element, wanted: Element): void {
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name) && !belongsToReader(shown, name)) shown.removeAttribute(name)
  }
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value && !belongsToReader(shown, name)) shown.setAttribute(name, value)
  }
}

const belongsToReader = (element: Element, name: string): boolean =>
  (element instanceof HTMLDetailsElement && name === "open") ||
  (element instanceof HTMLInputElement && name === "checked")
