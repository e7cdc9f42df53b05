/** The floor of a tall page: the browser's own screenshot calls for as many frames, back to back after one click, its quota included. */
import { type Popup } from "../browsers/driver.ts"

/** Rows of one call where the browser paints any rectangle of the page: a canvas of more may be empty. */
const TILE_ROWS = 16_000
const QUOTA_PAUSE_MS = 180

export interface Floor {
  readonly ms: number
  readonly calls: number
  /** The calls that the browser refused at first, since two a second had been made, counted from 1. */
  readonly refused: readonly number[]
}

interface Shot {
  readonly rect?: object
}

/** Of a page of `height` CSS pixels in a window of `viewport`, in front of which the popup stands. */
export async function bareFloor(
  popup: Popup,
  height: number,
  { width, height: screen }: { readonly width: number; readonly height: number },
  byRects: boolean,
): Promise<Floor> {
  const rows = byRects ? TILE_ROWS : screen
  const shots = Array.from({ length: Math.ceil(height / rows) }, (_, index): Shot => {
    const y = index * rows
    return byRects ? { rect: { x: 0, y, width, height: Math.min(rows, height - y) } } : {}
  })
  // A click of its own, on nothing: for five seconds after one, calls are not counted.
  await popup.click("h1")
  const { ms, refused } = await popup.evaluate(shootAll, shots, QUOTA_PAUSE_MS)
  return { ms, calls: shots.length, refused }
}

/** Runs in the popup. */
async function shootAll(shots: readonly Shot[], pauseMs: number): Promise<Omit<Floor, "calls">> {
  interface Api {
    readonly tabs: { captureVisibleTab(options: object): Promise<string> }
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
  const { tabs } = browser ?? chrome
  const refused: number[] = []
  const began = performance.now()
  for (const [index, { rect }] of shots.entries()) {
    const options = rect === undefined ? { format: "png" } : { format: "png", rect, scale: 1 }
    for (;;) {
      try {
        await tabs.captureVisibleTab(options)
        break
      } catch (thrown) {
        if (!String(thrown).includes("CALLS_PER_SECOND")) throw thrown
        if (refused.at(-1) !== index + 1) refused.push(index + 1)
        await new Promise(resolve => setTimeout(resolve, pauseMs))
      }
    }
  }
  return { ms: performance.now() - began, refused }
}
