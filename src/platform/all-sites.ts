/**
 * Access to all sites, for one piece of work that the user began: the browser
 * gives pictures of tabs that were not clicked in for nothing less than the
 * literal `<all_urls>` (decisions.md, Capture).
 */
import { browser } from "./browser.ts"
import { heads } from "./grants.ts"

const ALL = "<all_urls>"
/** Lives as long as the browser's session, and longer than a background that is stopped. */
const HOLDER = "holdfast-all-sites"

/** Asks the user, in the browser's own words, for all sites. To be called first thing in a click. */
export const askForAll = (): Promise<boolean> =>
  browser.permissions.request({ origins: [ALL], permissions: heads() })

export const hasAll = (): Promise<boolean> => browser.permissions.contains({ origins: [ALL] })

/** From here to {@link letGoOfAll} nothing else that ends gives all sites back: `holder` still needs them. */
export const holdAll = (holder: string): Promise<void> => browser.storage.session.set({ [HOLDER]: holder })

/** Who holds them in this session of the browser; null for nobody. */
export async function holderOfAll(): Promise<string | null> {
  const found: unknown = (await browser.storage.session.get(HOLDER))[HOLDER]
  return typeof found === "string" ? found : null
}

export async function letGoOfAll(): Promise<void> {
  await browser.storage.session.remove(HOLDER)
  await giveBackAll()
}

/** Gives all sites back, where they were granted later and not with the installation. Single sites stay. */
export async function giveBackAll(): Promise<void> {
  const { host_permissions: own } = browser.runtime.getManifest()
  if (own?.includes(ALL) || (await holderOfAll()) !== null) return
  if (await hasAll()) await browser.permissions.remove({ origins: [ALL] })
}
