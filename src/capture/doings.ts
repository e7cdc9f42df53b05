/**
 * What is done in a page: clicks, and where it came to stand. Never keys, nor
 * what stands in any field. Only what the browser says that a person did: what
 * the page's own scripts make up is not trusted (`isTrusted`), and they cannot
 * reach this listener.
 */
import { type Doing, LONGEST_TEXT } from "../core/procedure/entry.ts"
import {
  attributeOf,
  closestIn,
  findIn,
  isElement,
  lengthOf,
  localNameOf,
  pageScroller,
  renderedIn,
} from "./unclobbered.ts"

/** Whatever may hold what a person wrote. */
const WRITTEN = 'input, textarea, select, option, [contenteditable]:not([contenteditable="false" i])'

/** What a click on something inside of it is meant for. */
const TARGETS = "a, button, summary, label, [role], [onclick], video, img"

/** A page that scrolls is told of once it stands, and this often on the way. */
const STILL_MS = 250
const ON_THE_WAY_MS = 1_000

/** Tells of each, until what it returns is called. */
export function watchDoings(tell: (doing: Doing) => void): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.isTrusted) tell(clickOf(event))
  }
  const scrolling = watchScroll(tell)
  const options = { capture: true, passive: true } as const
  addEventListener("click", onClick, options)
  addEventListener("auxclick", onClick, options)
  addEventListener("scroll", scrolling.onScroll, options)
  return () => {
    removeEventListener("click", onClick, options)
    removeEventListener("auxclick", onClick, options)
    removeEventListener("scroll", scrolling.onScroll, options)
    scrolling.stop()
  }
}

function clickOf(event: MouseEvent): Doing {
  const [hit] = event.composedPath()
  const x = Math.round(event.clientX)
  const y = Math.round(event.clientY)
  if (hit === undefined || !(hit instanceof Node) || !isElement(hit)) {
    return { kind: "click", x, y, role: "", text: "" }
  }
  const target = closestIn(hit, TARGETS) ?? hit
  return { kind: "click", x, y, role: roleOf(target), text: textOf(hit, target) }
}

function roleOf(target: Element): string {
  const role = (attributeOf(target, "role") ?? localNameOf(target)).toLowerCase()
  return /^[a-z0-9-]{1,40}$/.test(role) ? role : ""
}

/** What is read on it, cut; nothing where the person may have written it. */
function textOf(hit: Element, target: Element): string {
  if (closestIn(hit, WRITTEN) !== null || closestIn(target, WRITTEN) !== null) return ""
  if (findIn(target, WRITTEN).length > 0) return ""
  const text = renderedIn(target).replace(/\s+/g, " ").trim()
  return Array.from(text)
    .slice(0, LONGEST_TEXT / 2)
    .join("")
}

function watchScroll(tell: (doing: Doing) => void) {
  let waiting: ReturnType<typeof setTimeout> | null = null
  let toldAt = -Infinity
  let told = ""
  const say = () => {
    const scroller = pageScroller()
    const place = {
      x: Math.round(scrollX),
      y: Math.round(scrollY),
      height: innerHeight,
      documentHeight: lengthOf(scroller, "scrollHeight"),
    }
    // A box that scrolls by itself moves no page.
    const now = JSON.stringify(place)
    if (now === told) return
    told = now
    toldAt = performance.now()
    tell({ kind: "scroll", ...place })
  }
  const stop = () => {
    if (waiting !== null) clearTimeout(waiting)
    waiting = null
  }
  const onScroll = (event: Event) => {
    if (!event.isTrusted) return
    stop()
    if (performance.now() - toldAt >= ON_THE_WAY_MS && toldAt > 0) say()
    if (toldAt === -Infinity) toldAt = performance.now()
    waiting = setTimeout(say, STILL_MS)
  }
  return { onScroll, stop }
}
