/**
 * Waiting until the page shows what it is going to show: painted frames, then
 * the pictures that a frame would show, within a bound.
 */
import { type Pictures, type Reach } from "./pictures.ts"

export interface Stillness {
  /** False when the browser painted nothing in time: a hidden tab. */
  readonly painted: boolean
  /** Pictures that had still not come. */
  readonly waitingPictures: number
}

const PAINT_LIMIT_MS = 1_000
const POLL_MS = 25

/** @param forScreen false: that the page was drawn is enough; what it drew need not be on the screen yet */
export async function untilStill(
  forScreen: boolean,
  pictures: Pictures,
  reach: Reach = "window",
): Promise<Stillness> {
  const painted = await untilPainted(forScreen)
  const began = performance.now()
  const end = began + pictures.patience()
  pictures.look(reach)
  let awaited = pictures.awaited(reach)
  if (awaited.length === 0) return { painted, waitingPictures: pictures.pending(reach).length }
  while (awaited.length > 0 && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
    awaited = pictures.awaited(reach)
  }
  pictures.giveUp(awaited, performance.now() - began)
  return { painted: await untilPainted(forScreen), waitingPictures: pictures.pending(reach).length }
}

/**
 * Resolves after two animation frames (what was drawn before is then on the
 * screen), or after the first one was drawn; false after a second without any.
 */
export function untilPainted(forScreen: boolean): Promise<boolean> {
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
