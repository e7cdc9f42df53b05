import type { Area } from "../core/marks.ts"
import type { PictureName } from "../core/picture/picture.ts"
import type { Sha256, Sm3 } from "../core/seal/hash.ts"

/** A copy of a picture of a sealed capture in which parts are covered. Never changed; goes only with its capture. */
export interface RedactionRow {
  readonly id: string
  /** The id of the capture. */
  readonly of: string
  readonly at: string
  /** The number of its line in custody: a bundle holds those whose lines its log holds. */
  readonly custodySeq: number
  /** The picture that it was made of. */
  readonly original: PictureName
  readonly boxes: readonly Area[]
  /** SHA-256 of the copy, under which its bytes are stored. */
  readonly file: Sha256
  readonly sm3: Sm3
  readonly crc32: number
  readonly bytes: number
}
