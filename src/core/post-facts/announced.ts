/** How many comments a post has as its site's data says, in what words, and how many were read out of the page. */
export interface AnnouncedComments {
  readonly count: number
  readonly raw: string
  readonly read: number
}
