/** The page script's end of the messages. */
import { type PageApi } from "../protocol/page.ts"
import { browser } from "./browser.ts"
import { type Handlers, serve } from "./messaging.ts"
import { pageReaders } from "./requests.ts"
import { isBackground } from "./trust.ts"
import { type Runtime } from "webextension-polyfill"

declare global {
  // Left by an earlier injection into this document, ours or that of a version since replaced.
  var holdfastRelease: (() => void) | undefined
}

/**
 * Answers the background, in place of any earlier script of ours in this
 * document; `onLineBroken` runs when the background is gone.
 */
export function serveInPage(handlers: Handlers<PageApi>, onLineBroken: () => void): void {
  globalThis.holdfastRelease?.()
  const listener = serve<PageApi>(
    "page",
    pageReaders,
    handlers,
    isBackground,
  ) as Runtime.OnMessageListenerCallback
  const onConnect = (port: Runtime.Port) => {
    if (port.name === "holdfast-line") port.onDisconnect.addListener(onLineBroken)
  }
  browser.runtime.onMessage.addListener(listener)
  browser.runtime.onConnect.addListener(onConnect)
  globalThis.holdfastRelease = () => {
    onLineBroken()
    // Without an id this script outlived its extension: an update leaves it behind, deaf already.
    const runtime: { readonly id?: string } = browser.runtime
    if (runtime.id === undefined) return
    browser.runtime.onMessage.removeListener(listener)
    browser.runtime.onConnect.removeListener(onConnect)
  }
}
