/** What goes along of the bundles that items came in, as it came. */
import { type ItemSnapshot, type OriginFiles } from "../core/bundle/snapshot.ts"
import { EvidenceError } from "../core/errors.ts"
import { originById } from "../vault/read-restores.ts"
import { type Vault } from "../vault/schema.ts"
import { type Check } from "./item-of-export.ts"

/** Throws `vault/missing` or `vault/damaged`: without it nobody could check the items that came in it. */
export async function readOrigins(
  vault: Vault,
  check: Check,
  items: readonly Pick<ItemSnapshot, "origins">[],
): Promise<OriginFiles[]> {
  const bundles = new Set(items.flatMap(({ origins = [] }) => origins.map(({ bundle }) => bundle)))
  const origins: OriginFiles[] = []
  for (const bundle of bundles) {
    const row = await originById(vault, bundle)
    if (row === undefined) throw new EvidenceError("vault/missing", `the log of bundle ${bundle}`)
    const files = []
    for (const file of row.files) files.push({ ...file, blob: await check(file.sha256) })
    origins.push({ bundle, files })
  }
  return origins
}
