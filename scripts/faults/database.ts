/** The database does not answer, is blocked by another tab, or loses its connections; the extension is loaded anew. */
import { setTimeout as sleep } from "node:timers/promises"
import { openPopup, type Page, type Popup } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"
import { shutAfter } from "./gate.ts"
import { closeAll, type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { type Seen } from "./witness.ts"

/** A little longer than the vault waits for its database. */
const HUNG_MS = 11_500
/** Commits of a capture of the middle page before which it stands in its first, its middle and its last steps. */
const MOMENTS = [1, 2, 6, 9, 14, 18, 20]

/** A capture under way, with a document of the extension that looks on. */
interface Scene {
  readonly installation: Installation
  readonly onlooker: Page
  readonly popup: Popup
}

export const hungTransactions: Fault = {
  name: "hang",
  what: "database does not answer for longer than the watchdog waits",
  cause: ground =>
    atMoments(ground, async ({ installation, popup }, seen, open) => {
      await sleep(HUNG_MS)
      await open()
      await untilTold(popup)
      // What could not be closed is closed at the next start of the background.
      await installation.driven.stopWorker()
      return seen
    }),
}

export const blockedByAnotherTab: Fault = {
  name: "blocked",
  what: "another tab opens the database in a newer version, and holds it for two seconds",
  cause: ground =>
    atMoments(ground, async ({ onlooker, popup }, seen, open) => {
      const newer = onlooker.evaluate(openNewer, 2_000)
      await open()
      await newer
      await untilTold(popup)
      return seen
    }),
}

export const reloadedMidway: Fault = {
  name: "reload",
  what: "extension loaded anew in the middle of a capture",
  cause: ground =>
    atMoments(ground, async ({ installation: { driven }, onlooker }, seen) => {
      // It takes all documents of the extension with it, this one in the middle of its answer.
      await onlooker.evaluate("void setTimeout(() => chrome.runtime.reload(), 0)")
      await until("the extension to be there again", () =>
        driven.background.evaluate("chrome.runtime.id !== undefined"),
      )
      return seen
    }),
}

async function atMoments(
  ground: Ground,
  strike: (scene: Scene, seen: Seen, open: () => Promise<void>) => Promise<Seen>,
): Promise<Tally> {
  const tally = newTally()
  await withInstallation(ground, async installation => {
    await keepPage(installation, paths.short)
    for (const passing of MOMENTS) {
      const { driven } = installation
      const onlooker = await driven.openExtensionPage("icons/128.png")
      const page = await driven.newPage(`${ground.site.origin}${paths.middle}`)
      const popup = await openPopup(driven, page)
      await popup.waitFor(() => document.querySelector("#capture") !== null)
      const gate = await shutAfter(onlooker, passing)
      await popup.click("#capture")
      const held = await gate.untilShut()
      if (held === null) {
        tally.broken.push(`a capture has no more than ${await gate.passed()} commits`)
        await closeAll(popup, [onlooker, page])
        continue
      }
      const seen = await strike({ installation, onlooker, popup }, held, () => gate.open())
      await leave(popup, [onlooker, page])
      await assess(tally, installation, seen)
      ground.say(`${tally.rounds}: before commit ${passing + 1}`)
    }
  })
  return tally
}

/** A document that went with the extension cannot be closed once more. */
async function leave(popup: Popup, pages: readonly Page[]): Promise<void> {
  for (const each of [popup, ...pages]) {
    try {
      await each.close()
    } catch (thrown) {
      if (!/closed|no such frame|not found|detached|ended/i.test(String(thrown))) throw thrown
    }
  }
}

/** Until the popup says how it went. */
const untilTold = (popup: Popup): Promise<unknown> =>
  popup.waitFor(
    () => document.body.dataset.view === "saved" || document.querySelector("#error") !== null,
    90_000,
  )

/** Runs in the browser: asks for a version that is never made, after `ms`. */
function openNewer(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("holdfast", 100_000)
    asked.onupgradeneeded = () => {
      const upgrade = asked.transaction
      if (upgrade === null) return
      const end = performance.now() + ms
      const spin = () => {
        if (performance.now() > end) upgrade.abort()
        else upgrade.objectStore("captures").count().onsuccess = spin
      }
      spin()
    }
    asked.onsuccess = () => {
      reject(new Error("the newer version was made"))
    }
    asked.onerror = () => {
      resolve()
    }
  })
}
