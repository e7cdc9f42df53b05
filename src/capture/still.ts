/**
 * Waiting until the page shows what it is going to show: painted frames, then
 * the pictures in the viewport, within a bound.
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

/** @param forScreen false: that the page was drawn is enough; what it drew need not be on the screen yet */
export async function untilStill(forScreen: boolean): Promise<Stillness> {
  const painted = await untilPainted(forScreen)
  const end = performance.now() + PICTURE_LIMIT_MS
  let waiting = pendingPictures()
  if (waiting.length === 0) return { painted, waitingPictures: 0 }
  while (waiting.length > 0 && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
    waiting = pendingPictures()
  }
  return { painted: await untilPainted(forScreen), waitingPictures: waiting.length }
}

/**
 * Resolves after two animation frames (what was drawn before is then on the
 * screen), or after the first one was drawn; false after a second without any.
 */
function untilPainted(forScreen: boolean): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve(false)
    }, PAINT_LIMIT_MS)
    const done = () => {
      clearTimeout(timer)
      resolve(true)
    }
    // Lazy pictures are asked for while a frame is drawn: a task behind it sees them.
    requestAnimationFrame(() => (forScreen ? requestAnimationFrame(done) : setTimeout(done)))
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
