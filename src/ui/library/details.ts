/** What the views tell besides the entries, of the lines in view alone: what was read again, and the sums of accounts. */
import { accountIn } from "../../core/account.ts"
import { type EvidenceError } from "../../core/errors.ts"
import { type AccountTotals, totalsOfAccount } from "../../core/readings/account.ts"
import { type CountersSummary } from "../../core/readings/reading.ts"
import { type Arrangement } from "../../core/search/groups.ts"
import { postsRead } from "../../vault/read-account.ts"
import { capturesOfAccount } from "../../vault/read-posts.ts"
import { readingsOfAll } from "../../vault/read-schedules.ts"
import { isCountersRow } from "../../vault/reading-row.ts"
import { watch } from "../../vault/read.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Heading, isHeading, type Line } from "./lines.ts"
import { type Change } from "./model.ts"
import { type Row } from "./shown.ts"

/** How often an item's page was read again, and how it came out the last time. */
export interface Later {
  readonly times: number
  readonly newest: CountersSummary
}

export interface Details {
  /** Follows these lines, in place of those before; where they are the same, nothing is asked anew. */
  follow(arrangement: Arrangement, lines: readonly Line<Row>[]): void
}

export function makeDetails(vault: Vault, change: Change, fail: (error: EvidenceError) => void): Details {
  let asked: readonly Line<Row>[] = []
  let stop: () => void = () => undefined
  return {
    follow(arrangement, lines) {
      const wanted = lines.filter(line =>
        arrangement === "timeline" ? !isHeading(line) : arrangement === "authors" && isHeading(line),
      )
      if (wanted.length === asked.length && wanted.every((line, at) => line === asked[at])) return
      asked = wanted
      stop()
      if (wanted.length === 0) return
      stop =
        arrangement === "timeline"
          ? watch(
              () =>
                laterOf(
                  vault,
                  wanted.map(({ id }) => id),
                ),
              found => {
                change(({ later }) => ({ later: merged(later, wanted, found) }))
              },
              fail,
            )
          : watch(
              () => totalsOf(vault, wanted.filter(isHeading)),
              found => {
                change(({ totals }) => ({ totals: merged(totals, wanted, found) }))
              },
              fail,
            )
    },
  }
}

/** What was known of other lines stays, so that nothing flickers while the window scrolls. */
function merged<T>(
  before: ReadonlyMap<string, T>,
  asked: readonly { readonly id: string }[],
  found: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const next = new Map(before)
  for (const { id } of asked) next.delete(id)
  for (const [id, value] of found) next.set(id, value)
  return next
}

async function laterOf(vault: Vault, ids: readonly string[]): Promise<Map<string, Later>> {
  const later = new Map<string, Later>()
  // In the order in which they were taken: the last one stays.
  for (const { of, summary } of (await readingsOfAll(vault, ids)).filter(isCountersRow)) {
    later.set(of, { times: (later.get(of)?.times ?? 0) + 1, newest: summary })
  }
  return later
}

/** Of the listed items alone, and only where the pages gave the account's id or handle: by a name, several could be summed as one. */
async function totalsOf(
  vault: Vault,
  headings: readonly Heading<Row>[],
): Promise<Map<string, AccountTotals>> {
  const totals = new Map<string, AccountTotals>()
  for (const { id, group } of headings) {
    const [first] = group.items
    if (group.kind !== "account" || first === undefined) continue
    const account = accountIn({ ...first, adapter: first.adapter ?? "generic" }, first.host)
    if (account.authorId === null && account.authorHandle === null) continue
    const listed = new Set(group.items.map(item => item.id))
    const captures = await capturesOfAccount(vault, account)
    const posts = await postsRead(
      vault,
      captures.filter(row => listed.has(row.id)),
    )
    totals.set(id, totalsOfAccount(posts))
  }
  return totals
}
