/** The picture of a box that was just scrolled: not the first one that the browser gives, but one that it stands by. */
import { type Sha256 } from "../core/seal/hash.ts"
import { type FrameShot } from "../protocol.ts"
import { type Stage, takeFresh } from "./frame-loop.ts"

/** Of a chat, in which each message is to have its place; and of any other box, of which the seams tell what does not fit. */
const MOST_PICTURES = { chat: 4, other: 3 }

/**
 * A picture that the browser gives twice. Of a box that was scrolled it may give one
 * in which the scroll bar stands in the new place already and the rows in the old one.
 * Where something keeps moving, the last one: whether it fits its neighbours the seams tell.
 */
export async function takeSettled(stage: Stage, before: Sha256 | null): Promise<FrameShot> {
  const most = MOST_PICTURES[stage.chatIn === null ? "other" : "chat"]
  let shot = await takeFresh(stage, before)
  for (let pictures = 2; pictures <= most; pictures++) {
    const again = await takeFresh(stage, before)
    if (again.sha256 === shot.sha256) return again
    shot = again
  }
  stage.run.note(stage.step, "no two pictures of the box were alike", { pictures: most })
  return shot
}
