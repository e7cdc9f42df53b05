/**
 * Every change that is made to the page, kept so that it can be taken back and
 * written into the procedure log.
 */

export interface Change {
  readonly selector: string
  readonly property: string
  readonly old: string
  readonly now: string
}

export interface Changes {
  /** Sets an inline style as important, and remembers what stood there. */
  setStyle(element: Styled, property: string, value: string): void
  /** Adds a style sheet for the whole document. */
  addSheet(css: string): void
  /** The style attribute without our changes; undefined for an element that has none of them. */
  styleAsFound(element: Element): string | null | undefined
  /** Whether we put it into the page. */
  isOurs(element: Element): boolean
  /** What was changed since the last call. */
  takeLog(): Change[]
  /** Takes everything back, newest first; answers with what could not be. */
  undo(): Change[]
}

export function trackChanges(): Changes {
  const done: (Change & { undo(): boolean })[] = []
  const untouched = new Map<Element, Untouched>()
  const sheets = new Set<Element>()
  let reported = 0

  return {
    setStyle(element, property, value) {
      const old = element.style.getPropertyValue(property)
      const priority = element.style.getPropertyPriority(property)
      if (!untouched.has(element)) {
        const meaning = element.style.cssText
        untouched.set(element, { element, attribute: element.getAttribute("style"), meaning, set: [] })
      }
      untouched.get(element)?.set.push({ property, value, old, priority })
      element.style.setProperty(property, value, "important")
      done.push({
        selector: describe(element),
        property,
        old: old + (priority ? ` !${priority}` : ""),
        now: `${value} !important`,
        undo: () => {
          // The page may have set something of its own meanwhile: that stays.
          if (element.style.getPropertyValue(property) === value) {
            if (old === "") element.style.removeProperty(property)
            else element.style.setProperty(property, old, priority)
          }
          // Read, so that it takes effect before the next is taken back: what kept it from being animated stands until then.
          getComputedStyle(element).getPropertyValue(property)
          return element.style.getPropertyValue(property) !== value || old === value
        },
      })
    },
    addSheet(css) {
      const sheet = document.createElement("style")
      sheet.textContent = css
      document.documentElement.append(sheet)
      sheets.add(sheet)
      done.push({
        selector: ":root",
        property: "style sheet",
        old: "",
        now: css,
        undo: () => {
          sheet.remove()
          return !sheet.isConnected
        },
      })
    },
    styleAsFound(element) {
      const was = untouched.get(element)
      if (was === undefined) return undefined
      const found = document.createElement("div").style
      found.cssText = was.element.style.cssText
      for (const { property, value, old, priority } of was.set.toReversed()) {
        // The page may have set something of its own meanwhile: that is how it was found.
        if (found.getPropertyValue(property) !== value) continue
        if (old === "") found.removeProperty(property)
        else found.setProperty(property, old, priority)
      }
      return found.cssText === was.meaning ? was.attribute : found.cssText
    },
    isOurs: element => sheets.has(element),
    takeLog() {
      const fresh = done
        .slice(reported)
        .map(({ selector, property, old, now }) => ({ selector, property, old, now }))
      reported = done.length
      return fresh
    },
    undo() {
      const stuck: Change[] = []
      for (const change of done.splice(0).reverse()) {
        const { selector, property, old, now } = change
        if (!change.undo()) stuck.push({ selector, property, old, now })
      }
      for (const was of untouched.values()) putBack(was)
      untouched.clear()
      reported = 0
      return stuck
    },
  }
}

type Styled = HTMLElement | SVGElement

/** A style attribute as the page wrote it, and what the browser made of it. */
interface Untouched {
  readonly element: Styled
  readonly attribute: string | null
  readonly meaning: string
  /** What we set, in order. */
  readonly set: {
    readonly property: string
    readonly value: string
    readonly old: string
    readonly priority: string
  }[]
}

/** The browser writes a changed attribute anew, in its own spelling: where it means the same again, it gets the page's. */
function putBack({ element, attribute, meaning }: Untouched): void {
  if (element.style.cssText !== meaning || element.getAttribute("style") === attribute) return
  if (attribute === null) element.removeAttribute("style")
  else element.setAttribute("style", attribute)
  // A page may allow no style attributes: then only what it means can be had.
  if (element.style.cssText !== meaning) element.style.cssText = meaning
}

/** A selector that a person can find the element by, short and from the page's own names. */
export function describe(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && parts.length < 4; at = at.parentElement) {
    const name = at.localName
    if (at.id) {
      parts.unshift(`${name}#${at.id}`)
      break
    }
    const classes = Array.from(at.classList).slice(0, 2)
    parts.unshift([name, ...classes].join("."))
  }
  return parts.join(" > ").slice(0, 300)
}
