import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { Block, Column, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { isItemEntry, listEntries, type ListEntry, listGroups } from "./list-entries.ts"
import { rowOf } from "./list-draft.ts"
import { plain, soft, type Speaker } from "./say.ts"

/** The entries of 02-evidence-list.docx under the same numbers, group by group; what they are to prove is for a lawyer, and stands there alone. */
export function evidenceList({ snapshot, speaker, offsetMinutes }: Section): Block[] {
  const entries = listEntries(snapshot)
  const { say, inOne } = speaker
  return [
    { kind: "text", said: say(({ report }) => report.listNote), isNote: true },
    ...listGroups.flatMap((group): Block[] => {
      const own = entries.filter(entry => entry.group === group)
      if (own.length === 0) return []
      return [
        {
          kind: "heading",
          level: 3,
          said: say(({ list }) => list.group[group]),
          mark: inOne(({ list }) => list.group[group]),
        },
        {
          kind: "table",
          columns: columnsOf(speaker),
          rows: own.map(entry => cellsOf(entry, speaker, offsetMinutes)),
        },
      ]
    }),
  ]
}

const columnsOf = ({ say }: Speaker): Column[] => [
  { head: say(({ list }) => list.columns.number), width: 0.1 },
  { head: say(({ list }) => list.columns.name), width: 0.28 },
  { head: say(({ list }) => list.columns.from), width: 0.3 },
  { head: say(({ list }) => list.columns.content), width: 0.32 },
]

function cellsOf(entry: ListEntry, speaker: Speaker, offsetMinutes: number): Said[] {
  const { item, name, from, content } = rowOf(entry, speaker, null, offsetMinutes)
  return [
    [...plain(entry.number), ...(item === null ? [] : soft(item))],
    name,
    isItemEntry(entry) && entry.item.record.imported === undefined
      ? [...from, ...wholeSaid(entry.item, speaker)]
      : from,
    content,
  ]
}

/** A row names its gaps; where there are none, it says of what that is said. */
const wholeSaid = ({ record: { complete, gaps } }: ItemSnapshot, { say }: Speaker): Said =>
  complete && gaps.length === 0 ? say(({ readme }) => readme.completeAsLoaded, "soft") : []
