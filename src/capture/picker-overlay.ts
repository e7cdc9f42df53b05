/**
 * What the picker draws over the page: a pane that keeps the pointer off the
 * page, a frame around what is chosen, a line of words. In a closed shadow root,
 * in the top layer where the browser has one; styled by properties alone, which
 * no policy of a page forbids.
 */
import { boxOf, pageRoot } from "./unclobbered.ts"

export interface PickerWords {
  readonly language: string
  /** Which keys do what. */
  readonly keys: string
  readonly post: string
  readonly entry: string
  readonly box: string
  readonly part: string
}

export interface Overlay {
  readonly host: HTMLElement
  /** Frames an element, and says what it is. */
  readonly show: (element: Element, said: string) => void
  /** Frames it again where it stands now. */
  readonly follow: () => void
  readonly remove: () => void
}

const XHTML = "http://www.w3.org/1999/xhtml"
/** A colour that pages hardly have. */
const INK = "#d6006f"
const PAPER = "#14080e"
const EDGE = 3
/** Above all that is not in the top layer. */
const TOPMOST = "2147483647"

export function drawOverlay(words: PickerWords): Overlay {
  const host = pane({
    all: "initial",
    position: "fixed",
    inset: "0",
    width: "100%",
    height: "100%",
    overflow: "hidden",
    background: "transparent",
    cursor: "crosshair",
    "user-select": "none",
    transition: "none",
    animation: "none",
    "z-index": TOPMOST,
  })
  host.tabIndex = -1
  // An assistive reader hands the keys on only to what says that it takes them.
  host.setAttribute("role", "application")
  host.setAttribute("aria-label", words.keys)
  const frame = pane({
    position: "fixed",
    "box-sizing": "border-box",
    border: `${String(EDGE)}px solid ${INK}`,
    "border-radius": "3px",
    display: "none",
  })
  const label = pane({
    position: "fixed",
    left: "50%",
    transform: "translateX(-50%)",
    "max-width": "min(44rem, calc(100vw - 2rem))",
    padding: "10px 16px",
    "border-radius": "8px",
    border: `2px solid ${INK}`,
    background: PAPER,
    color: "#ffffff",
    font: '14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  })
  label.lang = words.language
  const said = pane({ "font-weight": "600" })
  said.setAttribute("role", "status")
  said.setAttribute("aria-live", "polite")
  const keys = pane({ opacity: "0.85" })
  keys.textContent = words.keys
  label.append(said, keys)
  host.attachShadow({ mode: "closed" }).append(frame, label)
  pageRoot().append(host)
  raise(host)

  let framed: Element | null = null
  const follow = () => {
    if (framed === null) return
    const { left, top, width, height } = boxOf(framed)
    set(frame, { display: "block", left: px(left), top: px(top), width: px(width), height: px(height) })
    // Where it covers less of what is chosen.
    const isHigh = top + height / 2 < innerHeight / 2
    set(label, isHigh ? { top: "auto", bottom: "16px" } : { top: "16px", bottom: "auto" })
  }
  return {
    host,
    follow,
    show(chosen, text) {
      framed = chosen
      if (said.textContent !== text) said.textContent = text
      follow()
    },
    remove: () => {
      host.remove()
    },
  }
}

/** Into the top layer: above the page's own dialogs. Where there is none, the z-index has to do. */
function raise(host: HTMLElement): void {
  if (typeof host.showPopover !== "function") return
  host.setAttribute("popover", "manual")
  host.showPopover()
}

const px = (length: number): string => `${String(length)}px`

/** Also where the page is XML, in which a bare name makes no element of HTML. */
function pane(styles: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElementNS(XHTML, "div")
  set(made, styles)
  return made
}

function set({ style }: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) style.setProperty(property, value, "important")
}
