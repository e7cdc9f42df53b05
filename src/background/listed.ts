import { type CommentWords } from "../core/queue/comment.ts"

/** An address of a list that we opened: what its capture is told of it. */
export interface Listed {
  /** The id that its capture gets. */
  readonly captureId: string
  readonly caseId: string
  /** The address as it stood in the list: the page may have gone on to another one. */
  readonly asked: string
  readonly openedAt: string
  /** Whether the page said by then that it had loaded. */
  readonly hasLoaded: boolean
  /** The comment that its item is of; not there where it is the page. */
  readonly comment?: CommentWords
}
