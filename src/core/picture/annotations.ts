/**
 * `annotations.json`: what the user marked on pictures of an item. The pictures
 * stay as they were sealed; `of` names the capture.json that this is about. A
 * change is a further version of all the marks of one picture: the newest
 * stands, and none takes an earlier one away.
 */
import { type Bytes, utf8 } from "../bytes.ts"
import { type Area } from "../marks.ts"
import { asFields, asList, asOneOf, asSha256, asString, asTime, malformed } from "../parse.ts"
import { type Sha256 } from "../seal/hash.ts"
import { asArea, asPictureName, asPicturePath, type PictureName } from "./picture.ts"

/** In an item's folder. */
export const ANNOTATIONS = "annotations.json"

export const annotationKinds = ["highlight", "box"] as const
export type AnnotationKind = (typeof annotationKinds)[number]

/** In pixels of the picture. */
export interface Annotation extends Area {
  readonly kind: AnnotationKind
  readonly note?: string
}

/** All the marks of one picture, as the user left them at that time. Empty: they took all away. */
export interface AnnotationVersion {
  readonly picture: PictureName
  readonly source: "user"
  readonly at: string
  readonly marks: readonly Annotation[]
}

export interface Annotations {
  readonly schema: 1
  /** SHA-256 of the item's capture.json. */
  readonly of: Sha256
  readonly annotations: readonly AnnotationVersion[]
}

export const MOST_MARKS = 200
/** UTF-16 units. */
export const LONGEST_NOTE = 2_000

/** What the user asks for. */
export interface AnnotationWish {
  readonly path: string
  readonly marks: readonly Annotation[]
}

/** @throws EvidenceError `input/malformed` for what is no picture, no mark, or more of them than one picture may have */
export function parseAnnotationWish(input: unknown): AnnotationWish {
  const { path, marks } = asFields(input, "annotations")
  return { path: asPicturePath(path, "path"), marks: asMarks(marks) }
}

export const writeAnnotations = (of: Sha256, annotations: readonly AnnotationVersion[]): Bytes =>
  utf8(`${JSON.stringify({ schema: 1, of, annotations } satisfies Annotations, null, 2)}\n`)

/** Reads it back. @throws EvidenceError `input/malformed`, with the name of the field */
export function parseAnnotations(input: unknown): Annotations {
  const { schema, of, annotations } = asFields(input, ANNOTATIONS)
  if (schema !== 1) throw malformed("schema")
  return { schema, of: asSha256(of, "of"), annotations: asList(annotations, "annotations", parseVersion) }
}

function parseVersion(input: unknown): AnnotationVersion {
  const { picture, source, at, marks } = asFields(input, "annotations")
  return {
    picture: asPictureName(picture, "annotations.picture"),
    source: asOneOf(source, "annotations.source", ["user"]),
    at: asTime(at, "annotations.at"),
    marks: asMarks(marks),
  }
}

function asMarks(input: unknown): Annotation[] {
  const marks = asList(input, "marks", each => {
    const { kind, note } = asFields(each, "marks")
    return {
      kind: asOneOf(kind, "marks.kind", annotationKinds),
      ...asArea(each, "marks"),
      ...(note === undefined ? {} : { note: asNote(note) }),
    }
  })
  if (marks.length > MOST_MARKS) throw malformed("marks: too many")
  return marks
}

function asNote(input: unknown): string {
  const note = asString(input, "marks.note")
  if (note.trim() === "" || note.length > LONGEST_NOTE) throw malformed("marks.note")
  return note
}

/** What stands on each picture now, by its path; pictures of which all marks were taken away are not in it. */
export function standingMarks<V extends Pick<AnnotationVersion, "picture" | "marks">>(
  versions: readonly V[],
): ReadonlyMap<string, V> {
  const newest = new Map<string, V>()
  for (const version of versions) {
    if (version.marks.length === 0) newest.delete(version.picture.path)
    else newest.set(version.picture.path, version)
  }
  return newest
}
