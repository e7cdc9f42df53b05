/** Which rows of the chosen post come from which frame; the geometry is that of stitched pages. */
import { type GapReason } from "./evidence.ts"
import { type Area, type PostPart } from "./marks.ts"
import { type PagePlan, type PlacedFrame, planSlices, type Seam } from "./stitch.ts"

export interface PostFrame extends PlacedFrame {
  readonly post: PostPart
}

export interface PostPlan {
  readonly page: PagePlan
  readonly seams: readonly Seam[]
  /** The whole post on the page, as these frames show it. */
  readonly of: Area
}

/** Device pixels: what is rounded may differ by one. */
const ROUNDED = 1

/**
 * The frames of one kind that show all of the post, in the order of what they
 * are worth: those of the page's last pass, those of each box, the as-seen
 * frame. Frames of two kinds are not mixed. Where none shows all, why not:
 * `moved`, `too-large` for a picture, or `not-shown`.
 */
export function planPost(frames: readonly PostFrame[]): PostPlan | GapReason {
  const lastPass = Math.max(0, ...frames.flatMap(({ pass, box }) => (box === undefined ? [pass] : [])))
  const boxes = [...new Set(frames.flatMap(({ box }) => (box === undefined ? [] : [box.box])))]
  const groups = [
    frames.filter(({ pass, box }) => box === undefined && pass === lastPass),
    ...boxes.map(number => frames.filter(({ box }) => box?.box === number)),
    frames.filter(({ pass, box }) => box === undefined && pass === 0),
  ]
  const plans = groups.map(planGroup)
  const planned = plans.find(plan => typeof plan !== "string")
  if (planned !== undefined) return planned
  return (["moved", "too-large"] as const).find(reason => plans.includes(reason)) ?? "not-shown"
}

function planGroup(frames: readonly PostFrame[]): PostPlan | GapReason {
  const [first] = frames
  if (first === undefined) return "not-shown"
  const { of } = first.post
  if (!frames.every(frame => isSame(standOf(first), standOf(frame)))) return "moved"
  const slices = frames
    .filter(({ post }) => post.column === 0 && post.width === of.width)
    .map(({ path, post: { x, y, width, height, row } }) => ({ path, left: x, top: y, width, height, y: row }))
  const plan = planSlices(slices)
  const [page, more] = plan?.pages ?? []
  if (plan === null || page === undefined || plan.holes.length > 0) return "not-shown"
  if (more !== undefined) return "too-large"
  return page.height === of.height ? { page, seams: plan.seams, of } : "not-shown"
}

/** Where the post stands on the page, or in the box that the frame is of: that must not change from frame to frame. */
function standOf({ post: { of, x, y, column, row }, box }: PostFrame): readonly number[] {
  if (box === undefined) return [of.x, of.y, of.width, of.height]
  return [x - column - box.left, y - row - box.top + box.y, of.width, of.height]
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, index) => Math.abs(value - (other[index] ?? NaN)) <= ROUNDED)
