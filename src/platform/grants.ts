/**
 * What the extras need of the browser beyond the installation: single sites, and
 * functions that warn. All is asked for in a click, and can be given back.
 */
import { type Manifest } from "webextension-polyfill"
import { browser } from "./browser.ts"
import { patternOf } from "./hosts.ts"

type OptionalPermission = Manifest.OptionalPermission

/** As this build's manifest names them: what the browser has not is not in it. */
const optional = (start: string): OptionalPermission[] =>
  (browser.runtime.getManifest().optional_permissions ?? []).filter((name): name is OptionalPermission =>
    name.startsWith(start),
  )

/** To see the heads of our own requests; granted without a question where the site is. */
export const heads = () => optional("webRequest")
const archive = () => optional("pageCapture")

/** Whether the answers of the site of `url` may be asked for and recorded now. */
export const mayRecord = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(url)], permissions: heads() })

/** Asks the user, in the browser's own words, for the site of `url`. To be called first thing in a click. */
export const askToRecord = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(url)], permissions: heads() })

/** The sites that were granted, as the browser writes them: `https://weibo.com/*`. */
export async function grantedSites(): Promise<readonly string[]> {
  return ((await browser.permissions.getAll()).origins ?? []).filter(pattern =>
    /^https?:\/\/[^*/]+\/\*$/.test(pattern),
  )
}

/** Gives a site back, by the pattern that {@link grantedSites} gave. */
export const giveBackSite = (pattern: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [pattern] })

export type ArchiveGrant = "granted" | "not-granted" | "impossible"

/** Whether the browser may be asked for a page as one file (Chromium alone has that). */
export async function archiveGrant(): Promise<ArchiveGrant> {
  const permissions = archive()
  if (permissions.length === 0) return "impossible"
  return (await browser.permissions.contains({ permissions })) ? "granted" : "not-granted"
}

/** To be called first thing in a click. */
export const askToArchive = (): Promise<boolean> => browser.permissions.request({ permissions: archive() })

export const giveBackArchive = (): Promise<boolean> => browser.permissions.remove({ permissions: archive() })

/** Calls `onChange` when anything was granted or given back, in whichever window. */
export function watchGrants(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange)
  browser.permissions.onRemoved.addListener(onChange)
}
