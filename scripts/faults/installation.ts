/** A browser with the extension that is killed and launched again, on one profile. */
import { keep } from "../../tests/e2e/harness/exported.ts"
import { newPlace, type Place, startIn } from "../../tests/e2e/harness/place.ts"
import { readVault, type Vault } from "../../tests/e2e/harness/vault.ts"
import { type Driven, type LaunchOptions, openPopup, type Page, type Popup } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"
import { type Ground } from "./fault.ts"

export interface Installation {
  readonly place: Place
  readonly ground: Ground
  readonly driven: Driven
  again(options?: Partial<LaunchOptions>): Promise<void>
}

/** Runs `work` in a fresh installation, and leaves neither browser nor files behind. */
export async function withInstallation<T>(
  ground: Ground,
  work: (installation: Installation) => Promise<T>,
  profile?: string,
): Promise<T> {
  const fresh = newPlace()
  const place = profile === undefined ? fresh : { ...fresh, profile }
  const launched = async (options: Partial<LaunchOptions> = {}) => {
    const driven = await startIn(ground.target, place, { ...ground.options, ...options })
    // A window that closes with its last tab takes the focus along, and with it the popup over the next one.
    await driven.newPage("about:blank")
    return driven
  }
  const held = { driven: await launched() }
  try {
    return await work({
      place,
      ground,
      get driven() {
        return held.driven
      },
      async again(options) {
        held.driven = await launched(options)
      },
    })
  } finally {
    await held.driven.kill()
    fresh.clear()
  }
}

/**
 * The popup over a page, which wakes the background as a user does; answers
 * with the vault when nothing is left open in it. Throws where something stays.
 */
export async function recovered(
  driven: Driven,
  url: string,
): Promise<{ readonly page: Page; readonly popup: Popup; readonly vault: Vault }> {
  const page = await driven.newPage(url)
  const popup = await openPopup(driven, page)
  const vault = await until(
    "everything that was left open to be closed",
    async () => {
      const found = await readVault(popup)
      const isOpen =
        found.captures.some(({ state }) => state === "running") ||
        found.exports.some(({ state }) => state === "running")
      return isOpen ? null : found
    },
    60_000,
  )
  return { page, popup, vault }
}

/** Captures one of the pages, undisturbed. */
export async function keepPage({ driven, ground }: Installation, path: string): Promise<void> {
  const page = await driven.newPage(`${ground.site.origin}${path}`)
  await keep(driven, page)
  await page.close()
}

export async function closeAll(popup: Popup, pages: readonly Page[]): Promise<void> {
  if (await popup.isOpen()) await popup.close()
  for (const page of pages) await page.close()
}
