/** What the section of public random numbers does: it asks the browser for NIST's host in the click itself, then keeps the choice. */
import { type Beacons, usualBeacons } from "../../core/bracket/beacons.ts"
import { askToReach } from "../../platform/hosts.ts"
import { beacons } from "../../vault/read-settings.ts"
import { watch } from "../../vault/read.ts"
import { type Surroundings } from "./surroundings.ts"

export function followBracket({ vault, background, show, report }: Surroundings<Beacons>): void {
  const held = { beacons: usualBeacons }
  /** Where the host is refused, NIST's number is missing and drand's is not: relays answer any origin. */
  const choose = async (on: boolean): Promise<void> => {
    if (on) await askToReach([held.beacons.nist])
    await background("setBeacons", { beacons: { ...held.beacons, on } })
  }
  watch(
    () => beacons(vault),
    found => {
      held.beacons = found
      show(found)
    },
    report,
  )
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "beacons") choose(target.checked).catch(report)
  })
}
