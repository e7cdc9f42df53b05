/**
 * Waiting until the page shows what it is going to show: two painted frames,
 * then the pictures in the viewport, within a bound.
 */

export interface Stillness {
  /** False when the browser painted nothing in time: a hidden tab. */
  readonly painted: boolean
  /** Pictures in the viewport that had still not come. */
  readonly waitingPictures: number
}

const PAINT_LIMIT_MS = 1_000
const PICTURE_LIMIT_MS = 1_500
const POLL_MS = 25

export async function untilStill(): Promise<Stillness> {
  const painted = await untilPainted()
  const end = performance.now() + PICTURE_LIMIT_MS
  let waiting = pendingPictures()
  if (waiting.length === 0) return { painted, waitingPictures: 0 }
  while (waiting.length > 0 && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
    waiting = pendingPictures()
  }
  return { painted: await untilPainted(), waitingPictures: waiting.length }
}

/** Resolves after two animation frames (what was drawn before is then on the screen), or false after a second. */
function untilPainted(): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve(false)
    }, PAINT_LIMIT_MS)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer)
        resolve(true)
      }),
    )
  })
}

// A picture that failed is `complete` too, with no width: it is counted in gaps.ts, not waited for.
function pendingPictures(): HTMLImageElement[] {
  return Array.from(document.images).filter(image => !image.complete && isInViewport(image))
}

function isInViewport(element: Element): boolean {
  const box = element.getBoundingClientRect()
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0
}
