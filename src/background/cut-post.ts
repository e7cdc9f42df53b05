/** The chosen post as a picture of its own, once the frames are there. Where there can be none, a gap says so. */
import { EvidenceError } from "../core/errors.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { captureById } from "../vault/read.ts"
import { addToCapture } from "../vault/write.ts"
import { derivedPicture } from "./keep-file.ts"
import { type Run, runStep } from "./run.ts"

const PATH = "post.png"

/** Nothing, where the user pointed at no post. */
export async function cutChosenPost(run: Run): Promise<void> {
  const { vault } = run.ports
  const row = await captureById(vault, run.id)
  if (row === undefined) throw new EvidenceError("vault/missing", `capture ${run.id}`)
  const { post } = row
  if (post !== undefined) await runStep(run, "post", () => cut(run, post))
}

async function cut(run: Run, post: NonNullable<CaptureRow["post"]>): Promise<void> {
  const { vault } = run.ports
  const made = await run.ports.workshop("cutPost", { captureId: run.id })
  if (made.outcome === "none") {
    run.note("post", "no picture of the post could be cut out of the frames", { reason: made.reason })
    run.gap({ what: "post", reason: made.reason, count: null, where: post.selector })
    return
  }
  const { sha256, bytes, at, from, place } = made
  run.note("post", "post cut out of the frames", { path: PATH, sha256, from, ...place })
  const file = derivedPicture(run, { path: PATH, sha256, bytes, at })
  const row = { post: { ...post, ...place, file: PATH, from } }
  await addToCapture(vault, run.id, { files: [file], log: run.takeNotes(), row })
}
