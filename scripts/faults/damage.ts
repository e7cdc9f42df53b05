/** A stored blob is changed, cut or removed while the browser is closed: its item is named, the others go on. */
import { basename } from "node:path"
import { readJson, unpack } from "../../tests/e2e/harness/bundle.ts"
import { framesOf, newest, type Vault } from "../../tests/e2e/harness/vault.ts"
import { verify } from "../../tests/e2e/harness/verifier.ts"
import { itemName } from "../../src/core/evidence.ts"
import { openPopup } from "../browsers/driver.ts"
import { exportAll } from "../browsers/use-popup.ts"
import { type Fault, newTally, type Tally } from "./fault.ts"
import { filesOfHash, harms } from "./files.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { lookInto } from "./witness.ts"

export const damagedBlob: Fault = {
  name: "damage",
  what: "a frame's bytes changed, cut, removed while closed",
  async cause(ground) {
    const tally = newTally()
    for (const harm of harms)
      await withInstallation(ground, async installation => {
        await keepPage(installation, paths.short)
        await keepPage(installation, paths.middle)
        const { driven, place } = installation
        const seen = await lookInto(driven.background)
        await driven.close()
        const victim = newest(seen.vault)
        const frame = lastFrame(seen.vault)
        filesOfHash(place.profile, frame.sha256).forEach(harm.to)
        await installation.again()
        await expectNamed(tally, installation, itemName(victim.item), harm.name)
        const harmed = seen.vault.files.filter(({ sha256 }) => sha256 === frame.sha256)
        await assess(
          tally,
          installation,
          seen,
          harmed.map(({ path }) => path),
        )
        ground.say(`${tally.rounds}: ${harm.name}: ${basename(frame.path)}`)
      })
    return tally
  },
}

function lastFrame(vault: Vault): Vault["files"][number] {
  const frame = framesOf(vault, newest(vault)).at(-1)
  if (frame === undefined) throw new Error("the capture has no frames")
  return frame
}

/** The bundle leaves the item out by name, holds the others, and verifies. */
async function expectNamed(tally: Tally, { driven, place, ground }: Installation, item: string, how: string) {
  const page = await driven.newPage(`${ground.site.origin}${paths.short}`)
  const popup = await openPopup(driven, page)
  await exportAll(popup, 60_000)
  const isSaid = await popup.evaluate(() => document.querySelector("#left-out") !== null)
  const zip = await driven.nextDownload()
  await popup.close()
  await page.close()
  const { leftOut } = readJson(unpack(zip, place.folder), "data/case.json") as { readonly leftOut: unknown }
  if (!isSaid) tally.broken.push(`${how}: the popup does not say that an item was left out`)
  if (JSON.stringify(leftOut) !== JSON.stringify([{ item, reason: "damaged" }]))
    tally.broken.push(`${how}: the bundle names ${JSON.stringify(leftOut)}, not ${item}`)
  const { status, faults } = verify(zip)
  if (status !== 0) tally.broken.push(`${how}: the bundle of the others: ${String(status)} ${faults.join()}`)
}
