/**
 * Where the marks of annotations.json and the boxes of redacted copies lie: on
 * their picture, or somewhere that nobody sees. And a redacted copy is a PNG, of
 * the size of what it is a copy of.
 * What those files must be besides is held elsewhere, and so is what cannot be
 * read of them: nothing is said of that here.
 */
import { EvidenceError } from "../errors.ts"
import { asCount, asFields, asList, asString } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding, type Told } from "./finding.ts"
import { type PictureSize, pngSize } from "./picture-head.ts"

const ANNOTATIONS = "annotations.json"
const REDACTIONS = "redacted/redactions.json"
const FILE_LIMIT = 64 * 1024 * 1024

interface Placed {
  readonly path: string
  readonly right: number
  readonly bottom: number
}

export async function placeFindings(contents: Contents, item: string): Promise<Told> {
  const marks = await readOf(contents, item, ANNOTATIONS, readMarks)
  const copies = await readOf(contents, item, REDACTIONS, readCopies)
  const sizes = new Map<string, PictureSize | null>()
  const outside = new Set<string>()
  for (const { path, right, bottom } of [...marks, ...copies.flatMap(({ boxes }) => boxes)]) {
    if (!sizes.has(path)) sizes.set(path, await pngSize(contents, `data/${item}/${path}`))
    const size = sizes.get(path) ?? null
    if (size !== null && (right > size.width || bottom > size.height)) outside.add(path)
  }
  const faults: Finding[] = []
  for (const { path, original } of copies) {
    const whole = `data/${item}/${path}`
    // One that is not there is missed by whoever reads the list.
    if (!contents.files.has(whole)) continue
    const size = await pngSize(contents, whole)
    // Pictures from elsewhere may be of a kind whose size is not read here.
    const wanted = await pngSize(contents, `data/${item}/${original}`)
    if (size === null) faults.push(finding("record/copy-no-picture", { item, path }))
    else if (wanted !== null && (size.width !== wanted.width || size.height !== wanted.height))
      faults.push(finding("record/copy-other-size", { item, path, original }))
  }
  return { faults, warnings: Array.from(outside, path => finding("record/mark-outside", { item, path })) }
}

async function readOf<T>(
  contents: Contents,
  item: string,
  file: string,
  read: (input: unknown) => T[],
): Promise<T[]> {
  const path = `data/${item}/${file}`
  if (!contents.files.has(path)) return []
  try {
    return read(strictJson(await contents.read(path, FILE_LIMIT)))
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return []
    throw thrown
  }
}

const readMarks = (input: unknown): Placed[] =>
  asList(asFields(input, ANNOTATIONS).annotations, "annotations", each => {
    const { picture, marks } = asFields(each, "annotations")
    return placedOn(picture, marks)
  }).flat()

interface PlacedCopy {
  readonly path: string
  /** The path of the picture that it is a copy of. */
  readonly original: string
  readonly boxes: readonly Placed[]
}

const readCopies = (input: unknown): PlacedCopy[] =>
  asList(asFields(input, REDACTIONS).copies, "copies", each => {
    const { path, original, boxes } = asFields(each, "copies")
    return {
      path: asString(path, "copies.path"),
      original: asString(asFields(original, "picture").path, "picture.path"),
      boxes: placedOn(original, boxes),
    }
  })

function placedOn(picture: unknown, areas: unknown): Placed[] {
  const path = asString(asFields(picture, "picture").path, "picture.path")
  return asList(areas, "areas", each => {
    const { x, y, width, height } = asFields(each, "area")
    return {
      path,
      right: asCount(x, "x") + asCount(width, "width"),
      bottom: asCount(y, "y") + asCount(height, "height"),
    }
  })
}
