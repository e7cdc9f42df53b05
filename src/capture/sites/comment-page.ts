/** A page whose address names a comment, of a site that shows it below its post: what is said of the post is not said of it. */
import { type Gather } from "./gather.ts"
import { type SitePage } from "./site.ts"

/** The page as that of the post that the comment is below, for what finds the post by the address. */
export const aroundComment = (page: SitePage, postId: string | null): SitePage => ({
  ...page,
  place: { ...page.place, postId },
})

/** Takes nothing of the post; comments of the page as they come. */
export const onlyComments = (into: Gather): Gather => ({
  ...into,
  add: () => undefined,
  has: () => false,
})
