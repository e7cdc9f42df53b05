/**
 * Pictures of the window's front tab, by the browser's own screenshot call.
 *
 * The call takes no tab: it shoots whatever is in front. Who calls it checks
 * the tab before and after (background/ownership.ts).
 */
import { type Bytes, fromBase64 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { readPngSize } from "../core/png.ts"
import { browser } from "./browser.ts"
import { wait } from "./clock.ts"
import { within } from "./limit.ts"

export interface Picture {
  readonly bytes: Bytes
  readonly width: number
  readonly height: number
}

/** A part of the page, in CSS pixels from the page's upper left corner. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SHOT_LIMIT_MS = 8_000
/**
 * Chromium allows two calls in a second that begins with the first of them, and a refused call costs nothing: asked
 * often, the next second begins as soon as it may.
 */
const QUOTA_PAUSE_MS = 40
const QUOTA_TRIES = 55
const FAILURE_PAUSE_MS = 180
const FAILURE_TRIES = 3

/**
 * A PNG of what the window shows. Retries the quota error, and a failed read
 * back three times. Throws `capture/no-picture` or `capture/quota`.
 */
export function shootWindow(windowId: number): Promise<Picture> {
  return shoot(windowId, { format: "png" })
}

/** A PNG of a part of the page, whether it is on the screen or not, where {@link makeRectProbe} found that it can be had. */
export function shootRect(windowId: number, rect: Rect, scale: number): Promise<Picture> {
  return shoot(windowId, { format: "png", rect: { ...rect }, scale })
}

/** A place that no viewport shows. */
const FAR_BELOW: Rect = { x: 0, y: 50_000, width: 1, height: 1 }

/**
 * Finds out whether the browser paints parts of a page that are not on the
 * screen (Firefox does; Chromium knows no rectangles, or only visible ones).
 * Asked once, since Chromium counts the question. Throws `capture/no-picture`
 * where it gives none for another reason.
 */
export function makeRectProbe(): (windowId: number) => Promise<boolean> {
  let known: boolean | null = null
  return async windowId => {
    if (known !== null) return known
    try {
      const dataUrl = await browser.tabs.captureVisibleTab(windowId, {
        format: "png",
        rect: FAR_BELOW,
        scale: 1,
      })
      known = decode(dataUrl).height === 1
    } catch (thrown) {
      if (!/Unexpected property|readback failed/.test(String(thrown)))
        throw new EvidenceError("capture/no-picture", String(thrown), { cause: thrown })
      known = false
    }
    return known
  }
}

type ShotOptions = Parameters<typeof browser.tabs.captureVisibleTab>[1]

async function shoot(windowId: number, options: ShotOptions): Promise<Picture> {
  let failures = 0
  let refusals = 0
  for (;;) {
    try {
      const dataUrl = await within(
        SHOT_LIMIT_MS,
        "capture/no-picture",
        "screenshot",
        browser.tabs.captureVisibleTab(windowId, options),
      )
      return decode(dataUrl)
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      if (message.includes("CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND")) {
        refusals += 1
        if (refusals > QUOTA_TRIES) throw new EvidenceError("capture/quota", message, { cause: thrown })
        await wait(QUOTA_PAUSE_MS)
        continue
      }
      failures += 1
      if (!/readback failed/i.test(message) || failures >= FAILURE_TRIES) {
        throw new EvidenceError("capture/no-picture", message, { cause: thrown })
      }
      await wait(FAILURE_PAUSE_MS)
    }
  }
}

function decode(dataUrl: string): Picture {
  const bytes = fromBase64(dataUrl.slice(dataUrl.indexOf(",") + 1))
  return { bytes, ...readPngSize(bytes) }
}
