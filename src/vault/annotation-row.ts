import type { AnnotationVersion } from "../core/picture/annotations.ts"

/** All the marks on a picture of a sealed capture, as the user left them. Never changed; goes only with its capture. */
export interface AnnotationRow extends AnnotationVersion {
  readonly id: string
  /** The id of the capture. */
  readonly of: string
  /** The number of its line in custody: a bundle holds those whose lines its log holds. */
  readonly custodySeq: number
}
