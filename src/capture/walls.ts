/** Finds what a site puts before a post. Looks, and changes nothing. */
import { type Cover, wallIn, type WallKind } from "../core/walls.ts"
import { closestOf, isFrame, isVisible, outwards } from "./elements.ts"
import { shadowOf } from "./shadow.ts"
import { findIn, page, pageRoot, renderedIn } from "./unclobbered.ts"

const COLUMNS = 5
const ROWS = 8
/** Of the places looked at, so many at least: a bar along an edge covers a tenth of them. */
const LEAST_PLACES = 4

const MOST_TEXT = 5_000
const MOST_NAMED = 300

/** Without doubles. A page of another site in a frame is known by its address alone. */
export function findWalls(): WallKind[] {
  const covers = [...countCovers()].filter(([, places]) => places >= LEAST_PLACES).map(([cover]) => cover)
  const inPlace = findIn(pageRoot(), IN_PLACE).filter(isVisible)
  const boxes = [...covers, ...inPlace].map(part => describe(part, false))
  const all = [...boxes, describe(pageRoot(), true)]
  return [...new Set(all.map(wallIn).filter(kind => kind !== null))]
}

/** What lies over the page, with the number of places at which it does. */
function countCovers(): ReadonlyMap<Element, number> {
  const places = new Map<Element, number>()
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const hit = topAt((innerWidth * (column + 0.5)) / COLUMNS, (innerHeight * (row + 0.5)) / ROWS)
      const cover = hit === null ? null : coverAround(hit)
      if (cover !== null) places.set(cover, (places.get(cover) ?? 0) + 1)
    }
  }
  return places
}

function topAt(x: number, y: number): Element | null {
  let hit = page.elementFromPoint(x, y)
  for (;;) {
    const inner = hit === null ? null : shadowOf(hit)?.elementFromPoint(x, y)
    if (inner == null || inner === hit) return hit
    hit = inner
  }
}

const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]"

/** The outermost thing around it that is taken out of the page's flow and stays in the window. */
function coverAround(element: Element): Element | null {
  let cover = closestOf(element, DIALOGS)
  for (let at: Element | null = element; at; at = outwards(at)) {
    if (getComputedStyle(at).position === "fixed") cover = at
  }
  return cover
}

/** What stands where the post would, and over nothing: YouTube's player says there why it does not play. */
export const IN_PLACE =
  "yt-playability-error-supported-renderers, yt-player-error-message-renderer, ytm-player-error-message-renderer"

const ACCOUNT_FIELDS =
  'input[type="password"], input[type="tel"], input[autocomplete~="username"], input[autocomplete~="one-time-code"], input[name*="phone" i], input[name*="mobile" i], input[placeholder*="手机"], input[placeholder*="密码"], input[placeholder*="验证码"]'
const SCANNED =
  '[class*="qrcode" i], [class*="qr-code" i], [id*="qrcode" i], [alt*="二维码"], img[src*="qrcode" i]'
/** A field for a password, a telephone number or a code, or a code to be scanned. */
export const ACCOUNT_SIGNS = `${ACCOUNT_FIELDS}, ${SCANNED}`

function describe(cover: Element, isWholePage: boolean): Cover {
  const inside = findIn(cover, "iframe, [id], [class]").slice(0, MOST_NAMED)
  return {
    isWholePage,
    text: renderedIn(cover).slice(0, MOST_TEXT),
    names: [cover, ...inside].filter(isVisible).map(namesOf).join(" "),
    asksForAccount: findIn(cover, ACCOUNT_SIGNS).some(isVisible),
  }
}

const namesOf = (element: Element): string =>
  ["id", "class", ...(isFrame(element) ? ["src"] : [])]
    .map(name => element.getAttribute(name)?.slice(0, 300) ?? "")
    .join(" ")
