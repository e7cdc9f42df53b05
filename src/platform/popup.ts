/** What the popup needs of the browser. */
import { isPractice } from "../core/address.ts"
import { isPdfAddress } from "../core/notices.ts"
import { type BackgroundApi } from "../protocol.ts"
import { browser } from "./browser.ts"
import { chosenTabs } from "./chosen-tabs.ts"
import { type Ask, connect } from "./messaging.ts"

export { copyText } from "./clipboard.ts"
export { uiLanguage } from "./language.ts"
export { frontTab } from "./tabs.ts"
export { mayRecord } from "./grants.ts"
export { captureShortcut, hasPanel, mayPhotograph, openPanel, watchFront } from "./panel.ts"
export { openShutter } from "./shutter.ts"
export { storageUse } from "./storage.ts"

export function backgroundClient(): Ask<BackgroundApi> {
  return connect<BackgroundApi>("background", request => browser.runtime.sendMessage(request))
}

export interface Pages {
  /** In a tab: a question of the browser's would close the popup. `sites` are those that the reader is to be asked about. */
  readonly openSettings: (sites: readonly string[]) => Promise<void>
  /** What a new user should know, and the way to the practice post. */
  readonly openWelcome: () => Promise<void>
  /** The list of all items. */
  readonly openLibrary: () => Promise<void>
  /** The page that verifies. */
  readonly openVerifier: () => Promise<void>
  /** The page that attaches proofs from elsewhere. */
  readonly openAttach: () => Promise<void>
  /** The page that captures a list of addresses; it is told which tabs are selected. */
  readonly openQueue: () => Promise<void>
  /** The page that asks for an item's address as a visitor would. */
  readonly openVisitor: (captureId: string) => Promise<void>
  /** The window that records a tab. */
  readonly openRecorder: (tabId: number) => Promise<void>
  /** The same, of a recording that runs. */
  readonly openRecording: (captureId: string) => Promise<void>
  /** The page of an item. */
  readonly openItem: (captureId: string) => Promise<void>
}

/** Pages of ours, each in a tab of its own. `leave` gives way to it: Firefox would leave a popup open over it. */
export function pagesIn(leave: () => void): Pages {
  const open = async (path: string, asked: URLSearchParams = new URLSearchParams()) => {
    const query = asked.size === 0 ? "" : `?${asked.toString()}`
    await browser.tabs.create({ url: browser.runtime.getURL(`ui/${path}.html${query}`) })
    leave()
  }
  // The tab stays in front of its own window.
  const openBeside = async (path: string, query: URLSearchParams) => {
    const url = browser.runtime.getURL(`ui/${path}.html?${query.toString()}`)
    await browser.windows.create({ url, type: "popup", width: 460, height: 620 })
    leave()
  }
  const ofItem = (item: string) => new URLSearchParams({ item })
  return {
    openSettings: sites => open("settings", new URLSearchParams(sites.map(site => ["site", site]))),
    openWelcome: () => open("welcome"),
    openLibrary: () => open("library"),
    openVerifier: () => open("verify"),
    openAttach: () => open("attach"),
    openRecorder: tabId => openBeside("record", new URLSearchParams({ tab: String(tabId) })),
    openRecording: id => openBeside("record", ofItem(id)),
    openQueue: async () => {
      const tabs = await chosenTabs()
      // One alone is the tab in front, which the big button captures.
      const several = tabs.length > 1 ? tabs : []
      await open("queue", new URLSearchParams(several.map(id => ["tab", String(id)])))
    },
    openVisitor: id => open("visitor", ofItem(id)),
    openItem: id => open("item", ofItem(id)),
  }
}

/**
 * What the browser lets an extension do on an address, as far as the address
 * tells. The capture itself finds out by trying; this only warns beforehand.
 */
export function pageAccess(url: string): "full" | "picture-only" | "none" {
  // Chromium hides the addresses of its own pages and of error pages, and gives pictures of most of them.
  if (url === "") return "picture-only"
  if (!URL.canParse(url)) return "none"
  const { protocol, hostname } = new URL(url)
  if (url === "about:blank" || isPractice(url)) return "full"
  if (/^(about|chrome-untrusted|devtools):$/.test(protocol)) return "none"
  if (hostname === "addons.mozilla.org" || hostname === "chromewebstore.google.com") return "picture-only"
  if (isPdfAddress(url)) return "picture-only"
  return /^(https?|file|data):$/.test(protocol) ? "full" : "picture-only"
}
