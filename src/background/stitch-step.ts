/** The step that has the stitched pages made of a capture's frames. */
import { now } from "../platform/clock.ts"
import { artifactsOf } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import { derivedPicture } from "./keep-file.ts"
import { type Run, runStep } from "./run.ts"

/** Makes the stitched pages, once the last frame is in the vault. What fails is a failed step; without frames it is skipped. */
export async function stitchFrames(run: Run): Promise<void> {
  if (await hasScrolledFrames(run)) await runStep(run, "stitch", () => stitch(run))
  else run.addStep({ name: "stitch", at: now(), ms: 0, outcome: "skipped", code: null })
}

/** Stitched pages come from scrolled frames; the as-seen frame alone, pass 0, makes none. */
async function hasScrolledFrames(run: Run): Promise<boolean> {
  return (await artifactsOf(run.ports.vault, run.id)).some(file => file.place !== null && file.place.pass > 0)
}

async function stitch(run: Run): Promise<void> {
  const { pages, gaps } = await run.ports.workshop("stitch", { captureId: run.id })
  gaps.forEach(run.gap)
  for (const { path, sha256, from } of pages) run.note("stitch", "page derived", { path, sha256, from })
  const files = pages.map(page => derivedPicture(run, page))
  const records = pages.map(({ path, sha256, from, y, height, box }) => ({
    ...{ path, sha256, from, y, height },
    ...(box === undefined ? {} : { box }),
  }))
  await addToCapture(run.ports.vault, run.id, { files, log: run.takeNotes(), row: { pages: records } })
}
