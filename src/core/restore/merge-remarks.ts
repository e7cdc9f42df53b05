/**
 * What the user said of an item or a case in two vaults: what is here stays as
 * it is, and what comes stands behind or beside it. Two texts under one id and
 * version are both kept, the one that comes under an id of its own.
 */
import { hashOfContent, type Labels, MOST_TAGS, type Remark, type RemarkVersion } from "../remarks.ts"

export interface Merged {
  /** Versions to be added, each chain by its id here. */
  readonly added: readonly Remark[]
  /** How many of what comes say another thing than what is here under the same id and version. */
  readonly differing: number
}

const sameVersion = (a: RemarkVersion | undefined, b: RemarkVersion): boolean =>
  a?.at === b.at && a.sha256 === b.sha256

const beginsWith = (long: readonly RemarkVersion[], short: readonly RemarkVersion[]): boolean =>
  short.every((each, index) => sameVersion(long[index], each))

/**
 * @param idFor a free id for a remark: another one where its own is taken here
 * @param at when labels of both are put together
 */
export function mergeRemarks(
  held: readonly Remark[],
  given: readonly Remark[],
  idFor: (remark: Remark) => string,
  at: string,
): Merged {
  const added: Remark[] = []
  let differing = 0
  for (const remark of given) {
    const { id, versions } = remark
    if (held.some(each => beginsWith(each.versions, versions))) continue
    const own = held.find(each => each.id === id)
    if (own !== undefined && beginsWith(versions, own.versions)) {
      added.push({ id, versions: versions.slice(own.versions.length) })
      continue
    }
    const labels = held.find(each => each.versions.at(-1)?.kind === "labels")
    if (labels !== undefined && versions.at(-1)?.kind === "labels") {
      const both = withLabels(labels, remark, at)
      if (both !== null) added.push({ id: labels.id, versions: [both] })
      continue
    }
    if (own !== undefined) differing += 1
    added.push({ id: idFor(remark), versions })
  }
  return { added, differing }
}

/** An item has its labels once: those of both, as a further version. Null where there is none more. */
function withLabels(held: Remark, given: Remark, at: string): RemarkVersion | null {
  const [mine, theirs] = [labelsOf(held), labelsOf(given)]
  const content = {
    tags: [...new Set([...mine.tags, ...theirs.tags])].slice(0, MOST_TAGS),
    wrongs: [...new Set([...mine.wrongs, ...theirs.wrongs])],
  }
  const isMore = content.tags.length + content.wrongs.length > mine.tags.length + mine.wrongs.length
  if (!isMore) return null
  const said = { kind: "labels", content } as const
  return { ...said, version: held.versions.length + 1, at, sha256: hashOfContent(said) }
}

function labelsOf({ versions }: Remark): Labels {
  const newest = versions.at(-1)
  return newest?.kind === "labels" && newest.content !== null ? newest.content : { tags: [], wrongs: [] }
}
