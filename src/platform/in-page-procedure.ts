/** The end of a procedure's line that is in the page. */
import { type Runtime } from "webextension-polyfill"
import { type Doing } from "../core/procedure/entry.ts"
import { type PageHeard } from "../protocol/procedure.ts"
import { browser } from "./browser.ts"

declare global {
  // Left by an earlier injection into this document.
  var holdfastProcedure: (() => void) | undefined
}

/** Must be the name that platform/procedure-line.ts calls. */
const NAME = "holdfast-procedure"

/**
 * Waits for the background's call, says when the page was drawn, and tells of
 * what `watch` tells until the line breaks. In place of an earlier one.
 */
export function onProcedureLine(watch: (tell: (doing: Doing) => void) => () => void): void {
  globalThis.holdfastProcedure?.()
  let stop: (() => void) | null = null
  const onConnect = (port: Runtime.Port) => {
    if (port.name !== NAME) return
    stop?.()
    const post = (heard: PageHeard) => {
      port.postMessage(heard)
    }
    const unwatch = watch(doing => {
      post({ kind: "doing", doing })
    })
    stop = () => {
      stop = null
      unwatch()
    }
    port.onDisconnect.addListener(() => stop?.())
    // Two frames: the first of them may have been begun before.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (stop !== null) post({ kind: "drawn" })
      })
    })
  }
  browser.runtime.onConnect.addListener(onConnect)
  globalThis.holdfastProcedure = () => {
    stop?.()
    const runtime: { readonly id?: string } = browser.runtime
    if (runtime.id !== undefined) browser.runtime.onConnect.removeListener(onConnect)
  }
}
