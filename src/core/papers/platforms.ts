/** To which platforms a notice goes: one for each site that something complained of is on. */
import { siteOf } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { groupsOf } from "../groups.ts"

export interface Platform {
  /** Of its site; null where no adapter knows it. */
  readonly adapter: string | null
  /** Of the first item. */
  readonly host: string
  readonly items: readonly ItemSnapshot[]
}

const GENERIC = "generic"

/**
 * In the order of their first items. Addresses of one site that an adapter knows
 * are one platform; so is an item without facts that has the host of such a one.
 */
export function platformsOf(all: readonly ItemSnapshot[]): Platform[] {
  // A file from elsewhere is on no platform.
  const items = all.filter(({ record }) => record.imported === undefined)
  const known = new Map(
    items.flatMap((item): [string, string][] => {
      const adapter = adapterOf(item)
      return adapter === null ? [] : [[siteOf(item.record.url), adapter]]
    }),
  )
  const adapterFor = (item: ItemSnapshot) => adapterOf(item) ?? known.get(siteOf(item.record.url)) ?? null
  const groups = groupsOf(items, item => adapterFor(item) ?? `host ${siteOf(item.record.url)}`)
  return Array.from(groups.values()).flatMap((own): Platform[] => {
    const [first] = own
    return first === undefined
      ? []
      : [{ adapter: adapterFor(first), host: siteOf(first.record.url), items: own }]
  })
}

function adapterOf({ facts }: ItemSnapshot): string | null {
  return facts === undefined || facts.adapter.id === GENERIC ? null : facts.adapter.id
}
