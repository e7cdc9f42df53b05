/**
 * `redacted/redactions.json`: the copies of pictures of an item in which the
 * user covered parts. Each copy is a file of its own beside it, named as what it
 * is; the picture that it was made of stays as it was sealed. `of` names the
 * capture.json that this is about.
 */
import { type Bytes, utf8 } from "../bytes.ts"
import { type Area } from "../marks.ts"
import { asCount, asFields, asList, asMatch, asOneOf, asSha256, asTime, malformed } from "../parse.ts"
import { type Sha256 } from "../seal/hash.ts"
import { asArea, asPictureName, asPicturePath, type PictureName } from "./picture.ts"

/** In an item's folder. */
export const REDACTED = "redacted/"
export const REDACTIONS = "redacted/redactions.json"

/** The colour of a covered pixel: opaque black. */
export const COVER = "#000000"

export interface RedactedCopy {
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly source: "user"
  readonly at: string
  /** The picture that it was made of. */
  readonly original: PictureName
  /** What is covered, in pixels of both pictures. */
  readonly boxes: readonly Area[]
  readonly cover: typeof COVER
}

export interface Redactions {
  readonly schema: 1
  /** SHA-256 of the item's capture.json. */
  readonly of: Sha256
  readonly copies: readonly RedactedCopy[]
}

export const MOST_BOXES = 200

/** What the user asks for: `file` is the SHA-256 of the copy, whose bytes are stored. */
export interface RedactionWish {
  readonly path: string
  readonly boxes: readonly Area[]
  readonly file: Sha256
}

/** @throws EvidenceError `input/malformed` for what is no picture, or covers nothing */
export function parseRedactionWish(input: unknown): RedactionWish {
  const { path, boxes, file } = asFields(input, "redaction")
  return { path: asPicturePath(path, "path"), boxes: asBoxes(boxes), file: asSha256(file, "file") }
}

/** `redacted/001-page-1-redacted.png`: the name says what it is wherever it is taken to. `index` counts all copies of the item from 0. */
export const redactedPath = (index: number, original: string): string =>
  `${REDACTED}${String(index + 1).padStart(3, "0")}-${original.replace(/\.png$/, "").replaceAll("/", "-")}-redacted.png`

const PATH = /^redacted\/\d{3,}-[a-z0-9-]+-redacted\.png$/

export const writeRedactions = (of: Sha256, copies: readonly RedactedCopy[]): Bytes =>
  utf8(`${JSON.stringify({ schema: 1, of, copies } satisfies Redactions, null, 2)}\n`)

/** Reads it back. @throws EvidenceError `input/malformed`, with the name of the field */
export function parseRedactions(input: unknown): Redactions {
  const { schema, of, copies } = asFields(input, REDACTIONS)
  if (schema !== 1) throw malformed("schema")
  return { schema, of: asSha256(of, "of"), copies: asList(copies, "copies", parseCopy) }
}

function parseCopy(input: unknown): RedactedCopy {
  const { path, sha256, bytes, source, at, original, boxes, cover } = asFields(input, "copies")
  return {
    path: asMatch(path, "copies.path", PATH),
    sha256: asSha256(sha256, "copies.sha256"),
    bytes: asCount(bytes, "copies.bytes"),
    source: asOneOf(source, "copies.source", ["user"]),
    at: asTime(at, "copies.at"),
    original: asPictureName(original, "copies.original"),
    boxes: asBoxes(boxes),
    cover: asOneOf(cover, "copies.cover", [COVER]),
  }
}

function asBoxes(input: unknown): Area[] {
  const boxes = asList(input, "boxes", each => asArea(each, "boxes"))
  if (boxes.length === 0 || boxes.length > MOST_BOXES) throw malformed("boxes")
  return boxes
}
