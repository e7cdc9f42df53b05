/** What comes after every fault: looking for what was acknowledged, and going on. */
import { damagedFiles, type Vault } from "../../tests/e2e/harness/vault.ts"
import { type Tally } from "./fault.ts"
import { type Installation, recovered } from "./installation.ts"
import { tryNext } from "./next.ts"
import { heights, paths } from "./pages.ts"
import { judge, type Seen } from "./witness.ts"

/**
 * Wakes the background, waits until nothing is left open, judges what is there,
 * and tries the next capture and export. `harmed`: files whose bytes the fault
 * took, and which may be damaged.
 */
export async function assess(
  tally: Tally,
  { driven, ground }: Installation,
  seen: Seen,
  harmed: readonly string[] = [],
): Promise<Vault> {
  const short = `${ground.site.origin}${paths.short}`
  const { popup, page, vault } = await recovered(driven, short)
  const damaged = (await damagedFiles(popup)).filter(
    each => !harmed.some(path => each.startsWith(`${path}:`)),
  )
  await popup.close()
  await page.close()
  judge(tally, seen, vault, damaged, heights)
  tally.rounds += 1
  await tryNext(tally, driven, short)
  return vault
}
