/** What becomes of one tab, as far as the browser tells without a permission. */
import { browser } from "./browser.ts"

export interface TabWatcher {
  /** A document has loaded, or the same one is under another address. */
  readonly onLoaded: () => void
  /** Another tab of its window came to the front, or it again. */
  readonly onFront: (isIn: boolean) => void
}

/** Returns what ends it. */
export function watchTab(tabId: number, windowId: number, { onLoaded, onFront }: TabWatcher): () => void {
  const onUpdated = (id: number, change: { readonly status?: string; readonly url?: string }) => {
    if (id === tabId && (change.status === "complete" || change.url !== undefined)) onLoaded()
  }
  const onActivated = (info: { readonly tabId: number; readonly windowId: number }) => {
    if (info.windowId === windowId) onFront(info.tabId === tabId)
  }
  browser.tabs.onUpdated.addListener(onUpdated)
  browser.tabs.onActivated.addListener(onActivated)
  return () => {
    browser.tabs.onUpdated.removeListener(onUpdated)
    browser.tabs.onActivated.removeListener(onActivated)
  }
}
