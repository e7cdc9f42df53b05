/**
 * The side panel of Chromium and the sidebar of Firefox: a page of ours that
 * stays open from tab to tab. A click in it is no permission for the page beside
 * it: `activeTab` comes with the toolbar icon, the shortcut and the context menu
 * alone. Measured: in Chromium 156 it lasts until the tab leaves that site, in
 * Firefox 153 until the tab loads another page, in both from tab to tab; without
 * it the browser hides the tab's address.
 */
import { browser } from "./browser.ts"
import { mayReach } from "./hosts.ts"
import { SHUTTER_PORT } from "./shutter.ts"

declare const chrome: {
  readonly sidePanel?: { open(options: { tabId: number }): Promise<void> }
}

const hasSidebar = () => "sidebarAction" in browser

/** Whether this browser has a place for the panel. */
export const hasPanel = (): boolean => hasSidebar() || chrome.sidePanel !== undefined

/** Opens the panel in the window of a tab, for all of its tabs. To be called first thing in a click. */
export async function openPanel(tabId: number): Promise<void> {
  await (hasSidebar() ? browser.sidebarAction.open() : chrome.sidePanel?.open({ tabId }))
}

/**
 * Whether the browser would give a picture of a tab, by the address that it tells of it ("" for none). Nothing is
 * tried for it. The address is told as well where only its site was allowed, which is enough for no picture: then,
 * and for addresses that are not of the web, the answer is no, though it may be yes.
 */
export async function mayPhotograph(url: string): Promise<boolean> {
  if (!/^(https?|file):/.test(url)) return false
  if (await browser.permissions.contains({ origins: ["<all_urls>"] })) return true
  return url.startsWith("file:") || !(await mayReach(url))
}

/** Calls `onChange` whenever the tab in front may be another one, or another page, or may have been granted. */
export function watchFront(onChange: () => void): void {
  browser.tabs.onActivated.addListener(onChange)
  browser.tabs.onUpdated.addListener((_tabId, { status }) => {
    if (status !== undefined) onChange()
  })
  // A popup that opens was opened by the toolbar icon.
  browser.runtime.onConnect.addListener(port => {
    if (port.name === SHUTTER_PORT) onChange()
  })
  // Nothing tells of the shortcut and the menu; whoever is about to use the panel comes to it first.
  window.addEventListener("focus", onChange)
  for (const come of ["pointerenter", "click", "keyup"]) {
    document.documentElement.addEventListener(come, onChange)
  }
}

/** The keys that capture without a click, as the user has them; null for none. */
export async function captureShortcut(): Promise<string | null> {
  const found = (await browser.commands.getAll()).find(({ name }) => name === "capture")?.shortcut
  return found === undefined || found === "" ? null : found
}
