import { type ListEntry } from "../list-entries.ts"
import { contentOf } from "./ground.ts"

/** The post that was published first, as far as the pages say so, else captured first; null where there is none. */
export function oldestPostOf(
  entries: readonly ListEntry[],
): { readonly number: string; readonly from: string; readonly offsetMinutes: number } | null {
  const [first = null] = contentOf(entries)
    .map(({ number, item: { record, facts } }) => ({
      number,
      from: facts?.fields.publishedAt.value?.at ?? record.startedAt,
      offsetMinutes: record.clock.utcOffsetMinutes,
    }))
    .filter(({ from }) => Number.isFinite(Date.parse(from)))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  return first
}
