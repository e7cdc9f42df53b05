/** What is said of a picture, and of places on it, in records that stand beside capture.json. */
import { asCount, asFields, asSha256, asString, malformed } from "../parse.ts"
import type { ListedFile } from "./record-reading.ts"

export interface NamedPicture {
  readonly path: string
  readonly sha256: string
}

export function readPictureName(input: unknown, what: string): NamedPicture {
  const { path, sha256 } = asFields(input, what)
  return { path: asString(path, `${what}.path`), sha256: asSha256(sha256, `${what}.sha256`) }
}

/** Asks of many pictures whether the item's own record lists them, with that hash: what was added later is none of its pictures. */
export function ofRecord(files: readonly ListedFile[]): (picture: NamedPicture) => boolean {
  const listed = new Set(files.map(({ path, sha256 }) => `${sha256} ${path}`))
  return ({ path, sha256 }) => listed.has(`${sha256} ${path}`)
}

/** Whole pixels, and at least one of them. */
export function checkArea(input: unknown, what: string): void {
  const { x, y, width, height } = asFields(input, what)
  asCount(x, `${what}.x`)
  asCount(y, `${what}.y`)
  if (asCount(width, `${what}.width`) === 0) throw malformed(`${what}.width`)
  if (asCount(height, `${what}.height`) === 0) throw malformed(`${what}.height`)
}
