/** What the popup needs of the browser. */
import { isPractice } from "../core/address.ts"
import { type BackgroundApi } from "../protocol.ts"
import { browser } from "./browser.ts"
import { type Ask, connect } from "./messaging.ts"

export { copyText } from "./clipboard.ts"
export { uiLanguage } from "./language.ts"
export { frontTab } from "./tabs.ts"
export { mayRecord } from "./grants.ts"
export { openShutter } from "./shutter.ts"
export { storageUse } from "./storage.ts"

export function backgroundClient(): Ask<BackgroundApi> {
  return connect<BackgroundApi>("background", request => browser.runtime.sendMessage(request))
}

/** In a tab: a question of the browser's would close the popup. `sites` are those that the reader is to be asked about. */
export function openSettings(sites: readonly string[] = []): Promise<void> {
  const asked = new URLSearchParams(sites.map(site => ["site", site]))
  return openTab(`ui/settings.html${sites.length === 0 ? "" : `?${asked.toString()}`}`)
}

/** Opens what a new user should know, and the way to the practice post. */
export const openWelcome = (): Promise<void> => openTab("ui/welcome.html")

/** Opens the list of all items. */
export const openLibrary = (): Promise<void> => openTab("ui/library.html")

/** Opens the page that verifies. */
export const openVerifier = (): Promise<void> => openTab("ui/verify.html")

/** Opens the page that attaches proofs from elsewhere. */
export const openAttach = (): Promise<void> => openTab("ui/attach.html")

/** Opens the page that asks for an item's address as a visitor would. */
export const openVisitor = (captureId: string): Promise<void> =>
  openTab(`ui/visitor.html?${new URLSearchParams({ item: captureId }).toString()}`)

/** Opens the page of an item. */
export const openItem = (captureId: string): Promise<void> =>
  openTab(`ui/item.html?${new URLSearchParams({ item: captureId }).toString()}`)

/** A page of ours in a tab of its own. Firefox would leave the popup open over it. */
async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) })
  window.close()
}

/**
 * What the browser lets an extension do on an address, as far as the address
 * tells. The capture itself finds out by trying; this only warns beforehand.
 */
export function pageAccess(url: string): "full" | "picture-only" | "none" {
  // Chromium hides the addresses of its own pages and of error pages, and gives pictures of most of them.
  if (url === "") return "picture-only"
  if (!URL.canParse(url)) return "none"
  const { protocol, hostname, pathname } = new URL(url)
  if (url === "about:blank" || isPractice(url)) return "full"
  if (/^(about|chrome-untrusted|devtools):$/.test(protocol)) return "none"
  if (hostname === "addons.mozilla.org" || hostname === "chromewebstore.google.com") return "picture-only"
  if (/\.pdf$/i.test(pathname)) return "picture-only"
  return /^(https?|file|data):$/.test(protocol) ? "full" : "picture-only"
}
