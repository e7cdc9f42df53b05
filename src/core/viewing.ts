/**
 * The viewing copy of a recording: the same coded pictures and sounds, packet by
 * packet, in a file that has a length and an index to seek by. It is derived, it
 * is never the exhibit, and it can be made again from the original at any time.
 */
import { asCount, asFields, asList, asMatch, asSha256, asString } from "./parse.ts"
import { type Sha256 } from "./seal/hash.ts"

/** Its name says what it is, wherever it is copied to. */
export const VIEWING_FILE = "recording/view-derived.webm"

/** From `ms` on the pictures are of so many pixels. */
export interface PictureSize {
  readonly ms: number
  readonly width: number
  readonly height: number
}

/** What whoever makes the copy finds in the original on the way. */
export interface Viewed {
  /** Length, in milliseconds, to the end of its last picture or sound. */
  readonly durationMs: number
  /** How many coded pictures and pieces of sound, all of the original's. */
  readonly packets: number
  /** As the coded pictures themselves say: the first, and each that is of another size than the one before. */
  readonly sizes: readonly PictureSize[]
  /** What wrote it. */
  readonly tool: string
  readonly version: string
}

/** What capture.json says of it. */
export interface ViewingRecord extends Viewed {
  readonly file: string
  readonly sha256: Sha256
  /** The file that it was made of, as that was then. */
  readonly of: string
  readonly ofSha256: Sha256
}

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseViewing(input: unknown): ViewingRecord {
  const view = asFields(input, "recording.view")
  return {
    file: asMatch(view.file, "recording.view.file", /^recording\/view-derived\.webm$/),
    sha256: asSha256(view.sha256, "recording.view.sha256"),
    of: asMatch(view.of, "recording.view.of", /^recording\/original\.webm$/),
    ofSha256: asSha256(view.ofSha256, "recording.view.ofSha256"),
    durationMs: asCount(view.durationMs, "recording.view.durationMs"),
    packets: asCount(view.packets, "recording.view.packets"),
    sizes: asList(view.sizes, "recording.view.sizes", parseSize),
    tool: asString(view.tool, "recording.view.tool"),
    version: asString(view.version, "recording.view.version"),
  }
}

export const parseSizes = (input: unknown): readonly PictureSize[] =>
  asList(input, "recording.sizes", parseSize)

function parseSize(input: unknown): PictureSize {
  const size = asFields(input, "recording.view.sizes")
  return {
    ms: asCount(size.ms, "recording.view.sizes.ms"),
    width: asCount(size.width, "recording.view.sizes.width"),
    height: asCount(size.height, "recording.view.sizes.height"),
  }
}
