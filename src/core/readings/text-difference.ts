/**
 * What of a text went and what came, for people to read: by words of Latin
 * letters, by single characters of Chinese. Bounded in time and in length.
 */

export const partKinds = ["same", "gone", "new"] as const

export interface TextPart {
  readonly kind: (typeof partKinds)[number]
  /** `same` parts are cut in their middle. */
  readonly text: string
}

export interface TextDifference {
  readonly parts: readonly TextPart[]
  /** There is more than the parts tell. */
  readonly isCut: boolean
  /** How much of the longer text stands in both, from 0 to 1. */
  readonly alike: number
}

/** Cells of the table below: what is larger is told as one piece that went and one that came. */
const MOST_CELLS = 1_000_000
const MOST_PARTS = 60
/** UTF-16 units of one part. */
const LONGEST_PART = 400
/** Of an unchanged part, what stands beside a change. */
const BESIDE = 20

export function textDifference(before: string, after: string): TextDifference {
  const [old, young] = [piecesOf(before), piecesOf(after)]
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1
  let end = 0
  const most = Math.min(old.length, young.length) - start
  while (end < most && old[old.length - 1 - end] === young[young.length - 1 - end]) end += 1
  const middle = compareMiddle(old.slice(start, old.length - end), young.slice(start, young.length - end))
  const parts = joined([
    ...old.slice(0, start).map(text => ({ kind: "same", text }) as const),
    ...middle.parts,
    ...old.slice(old.length - end).map(text => ({ kind: "same", text }) as const),
  ])
  const told = parts.slice(0, MOST_PARTS).map(shorten)
  const longer = Math.max(old.length, young.length)
  return {
    parts: told.map(({ part }) => part),
    isCut: middle.isCut || parts.length > MOST_PARTS || told.some(({ isCut }) => isCut),
    alike: longer === 0 ? 1 : (start + end + middle.same) / longer,
  }
}

const piecesOf = (text: string): string[] =>
  text.normalize("NFC").match(/[\p{sc=Latin}\p{M}\d]+|\s+|[^]/gu) ?? []

interface Middle {
  readonly parts: readonly TextPart[]
  readonly same: number
  readonly isCut: boolean
}

function compareMiddle(old: readonly string[], young: readonly string[]): Middle {
  if ((old.length + 1) * (young.length + 1) > MOST_CELLS) {
    const parts: TextPart[] = [
      { kind: "gone", text: old.join("") },
      { kind: "new", text: young.join("") },
    ]
    return { parts, same: 0, isCut: true }
  }
  const width = young.length + 1
  // Cell (i, j): the longest run of pieces that the rests from i and from j have in common.
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: TextPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    const [gone, fresh] = [old[i], young[j]]
    if (gone !== undefined && gone === fresh) {
      parts.push({ kind: "same", text: gone })
      i += 1
      j += 1
    } else if (gone !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "gone", text: gone })
      i += 1
    } else {
      parts.push({ kind: "new", text: fresh ?? "" })
      j += 1
    }
  }
  return { parts, same: at(0, 0), isCut: false }
}

/** Neighbours of one kind become one part. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const runs: { kind: TextPart["kind"]; texts: string[] }[] = []
  for (const { kind, text } of parts) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.texts.push(text)
    else runs.push({ kind, texts: [text] })
  }
  return runs.map(({ kind, texts }) => ({ kind, text: texts.join("") }))
}

function shorten(part: TextPart): { readonly part: TextPart; readonly isCut: boolean } {
  const { kind, text } = part
  // What did not change is cut for the eye; nothing is lost by that.
  if (kind === "same" && text.length > 3 * BESIDE) {
    return { part: { kind, text: `${text.slice(0, BESIDE)} … ${text.slice(-BESIDE)}` }, isCut: false }
  }
  if (text.length <= LONGEST_PART) return { part, isCut: false }
  return { part: { kind, text: `${text.slice(0, LONGEST_PART)}…` }, isCut: true }
}
