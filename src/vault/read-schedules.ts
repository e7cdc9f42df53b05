/** What is to be read again, and what was of one address. Nothing here writes. */
import { type PageType } from "../core/post-facts/fields.ts"
import { type CaptureRow } from "./capture-row.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type ScheduleRow } from "./schedule-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Undefined where the item has none. */
export function scheduleOf(vault: Vault, captureId: string): Promise<ScheduleRow | undefined> {
  return query(vault.schedules.get(captureId))
}

/** Those that are on. */
export function schedulesOn(vault: Vault): Promise<ScheduleRow[]> {
  return query(vault.schedules.filter(({ off }) => off === null).toArray())
}

/** All that the vault holds of one post, by its address or its permalink, the trash too, and what was read again of it. */
export async function historyOfPost(
  vault: Vault,
  { url, facts }: Pick<CaptureRow, "url" | "facts">,
): Promise<{ readonly captures: readonly CaptureRow[]; readonly readings: readonly ReadingRow[] }> {
  return query(
    vault.transaction("r", [vault.captures, vault.readings], async () => {
      const byAddress = await vault.captures.where("url").equals(url).toArray()
      const permalink = facts?.permalink ?? null
      const byPost =
        permalink === null ? [] : await vault.captures.where("facts.permalink").equals(permalink).toArray()
      const captures = [...new Map([...byAddress, ...byPost].map(row => [row.id, row])).values()]
      const ids = captures.map(({ id }) => id)
      return { captures, readings: await vault.readings.where("of").anyOf(ids).toArray() }
    }),
  )
}

/** Pages that are of one post, whose numbers are its own; an account's own page has the account's. */
const OF_POST: ReadonlySet<PageType> = new Set(["post", "thread", "comment"])

/** The sealed captures of posts by one account on one site, outside the trash. */
export function capturesOfAccount(vault: Vault, adapter: string, authorId: string): Promise<CaptureRow[]> {
  return query(
    vault.captures
      .where("facts.authorId")
      .equals(authorId)
      .filter(
        ({ state, trashedAt, facts }) =>
          state === "sealed" &&
          trashedAt === null &&
          facts?.adapter === adapter &&
          OF_POST.has(facts.pageType),
      )
      .toArray(),
  )
}

/** The readings of these captures, in the order in which they were taken. */
export async function readingsOfAll(vault: Vault, ids: readonly string[]): Promise<ReadingRow[]> {
  return query(vault.readings.where("of").anyOf(ids).sortBy("custodySeq"))
}
