import { browser } from "./browser.ts"
import { type Sender } from "./messaging.ts"

/** True for our own pages: popup, offscreen document, background. A content script has a page's address, and a tab. */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL("")) ?? false)
}

/** True for the background, which alone gives orders to pages' scripts, the shutter and the workshop. */
export function isBackground(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined
}
