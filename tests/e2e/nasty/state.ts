/** Everything of a page that a capture has to leave as it was. */
import { type Page } from "../../../scripts/browsers/driver.ts"

export interface State {
  readonly html: string
  /** The same of what stands in open shadow roots and frames of the same site. */
  readonly inner: readonly string[]
  readonly place: readonly [number, number]
  /** Every other position that is not zero. */
  readonly positions: readonly string[]
  readonly focus: string
  readonly selection: string
  readonly sheets: number
  readonly globals: number
  readonly open: number
}

/** Two frames later, so that the page has done what it does when it is scrolled. */
export const stateOf = (page: Page): Promise<State> => page.evaluate(readState)

/** Runs in the page. */
async function readState(): Promise<State> {
  const frame = () =>
    new Promise<void>(resolve =>
      requestAnimationFrame(() => {
        resolve()
      }),
    )
  // A page may have taken its frames away from every script in its world.
  await Promise.race([frame().then(frame), new Promise(resolve => setTimeout(resolve, 500))])
  const all = Array.from(document.querySelectorAll("*"))
  const inner = all.flatMap(element => {
    if (element.shadowRoot) return [element.shadowRoot.innerHTML]
    if (element.localName !== "iframe" && element.localName !== "frame") return []
    const { contentDocument } = element as HTMLIFrameElement
    return contentDocument ? [contentDocument.documentElement.outerHTML] : []
  })
  return {
    html: document.documentElement.outerHTML,
    inner,
    place: [scrollX, scrollY],
    positions: all.flatMap(({ localName, scrollTop, scrollLeft }) =>
      scrollTop !== 0 || scrollLeft !== 0 ? [`${localName} ${String(scrollLeft)} ${String(scrollTop)}`] : [],
    ),
    focus: `${document.activeElement?.localName ?? ""}#${document.activeElement?.id ?? ""}`,
    selection: String(getSelection()),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    globals: Object.keys(window).length,
    open: document.querySelectorAll("dialog[open], :popover-open, :fullscreen").length,
  }
}
