/** The database does not answer, is blocked by another tab, or loses its connections; the extension is loaded anew. */
import { setTimeout as sleep } from "node:timers/promises"
import { type Popup } from "../browsers/driver.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { blockFor, captureUpTo, leave, reloadExtension, type Scene } from "./scene.ts"

/** A little longer than the vault waits for its database. */
const HUNG_MS = 11_500
/** Commits of a capture of the middle page before which it stands in its first, its middle and its last steps. */
const MOMENTS = [1, 2, 6, 9, 14, 18, 20]

export const hungTransactions: Fault = {
  name: "hang",
  what: "database does not answer for longer than the watchdog waits",
  cause: ground =>
    atMoments(ground, async ({ popup, open }, { driven }) => {
      await sleep(HUNG_MS)
      await open()
      await untilTold(popup)
      // What could not be closed is closed at the next start of the background.
      await driven.stopWorker()
    }),
}

export const blockedByAnotherTab: Fault = {
  name: "blocked",
  what: "another tab opens the database in a newer version, and holds it for two seconds",
  cause: ground =>
    atMoments(ground, async scene => {
      await blockFor(scene, 2_000)
      await untilTold(scene.popup)
    }),
}

export const reloadedMidway: Fault = {
  name: "reload",
  what: "extension loaded anew in the middle of a capture",
  cause: ground => atMoments(ground, ({ onlooker }, { driven }) => reloadExtension(driven, onlooker)),
}

async function atMoments(
  ground: Ground,
  strike: (scene: Scene, installation: Installation) => Promise<void>,
): Promise<Tally> {
  const tally = newTally()
  await withInstallation(ground, async installation => {
    await keepPage(installation, paths.short)
    for (const passing of MOMENTS) {
      const scene = await captureUpTo(installation.driven, `${ground.site.origin}${paths.middle}`, passing)
      await strike(scene, installation)
      await leave(scene)
      await assess(tally, installation, scene.seen)
      ground.say(`${tally.rounds}: before commit ${passing + 1}`)
    }
  })
  return tally
}

/** Until the popup says how it went. */
const untilTold = (popup: Popup): Promise<unknown> =>
  popup.waitFor(
    () => document.body.dataset.view === "saved" || document.querySelector("#error") !== null,
    90_000,
  )
