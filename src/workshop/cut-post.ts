/** The picture of the chosen post: cut out of the raw frames, by the rules of stitched pages, and never taken anew. */
import { planPost, type PostFrame } from "../core/plan-post.ts"
import { now } from "../platform/clock.ts"
import { type PostCut } from "../protocol.ts"
import { artifactsOf } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { makePage, readerOf } from "./stitch-capture.ts"

/**
 * Answers why there is none where the frames do not show all of the post, or do
 * not fit together. Throws `capture/stitch-mismatch` as stitching does.
 */
export async function cutPost(vault: Vault, captureId: string): Promise<PostCut> {
  const files = await artifactsOf(vault, captureId)
  const frames = files.flatMap(({ path, place, marks }): PostFrame[] =>
    place === null || marks?.post == null ? [] : [{ ...place, path, post: marks.post }],
  )
  const plan = planPost(frames)
  if (typeof plan === "string") return { outcome: "none", reason: plan }
  const seams = new Map(plan.seams.map(seam => [seam.lower.path, seam]))
  const at = now()
  const { sha256, bytes, torn } = await makePage(vault, plan.page, readerOf(vault, files), seams, at)
  if (torn.length > 0) return { outcome: "none", reason: "moved" }
  const from = plan.page.slices.map(slice => slice.path)
  return { outcome: "cut", sha256, bytes: bytes.length, at, from, place: plan.of }
}
