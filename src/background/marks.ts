/** Marks of the chosen post and the selected words in frames: read before and after each picture, kept beside it. */
import { type FramePlace } from "../core/frames.ts"
import { type Marks, marksInFrame, parseMarks } from "../core/marks.ts"
import { type FrameShot } from "../protocol.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { type Stage } from "./frame-loop.ts"

/** A picture, and where the marks stood while it was taken; null where they moved, or where there are none. */
export interface MarkedShot extends FrameShot {
  readonly marks: Marks | null
}

export const readMarks = async ({ marked, page }: Pick<Stage, "marked" | "page">): Promise<Marks | null> =>
  marked ? parseMarks(await page("readMarks", null)) : null

/** The marks, where they are the same before a picture and after it. */
export function steadyMarks({ run, step }: Stage, before: Marks | null, after: Marks | null): Marks | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return after
  run.note(step, "the post or the selected words moved while the picture was taken")
  return null
}

/** A frame's file with what the frame shows of the marks. */
export function withMarks<Row extends Pick<ArtifactRow, "place">>(file: Row, marks: Marks | null): Row {
  const { place } = file
  const found = marks === null || place === null ? null : marksInFrame(marks, place satisfies FramePlace)
  return found === null ? file : { ...file, marks: found }
}
