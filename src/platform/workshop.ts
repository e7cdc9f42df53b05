/**
 * Where long work on bytes is done: stitching, hashing, packing. A service
 * worker is stopped in the middle of such work; a page is not.
 */
import { browser } from "./browser.ts"
import { listen } from "./listen.ts"
import { type Ask, connect, type Handlers } from "./messaging.ts"
import { workshopReaders } from "./requests.ts"
import { isBackground } from "./trust.ts"
import { type WorkshopApi } from "../protocol.ts"

declare const chrome: {
  readonly runtime: {
    getContexts(filter: { contextTypes: string[] }): Promise<readonly unknown[]>
  }
  readonly offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>
  }
}

/** True where the background is a page itself, and so can do the long work in place (Firefox). */
export const backgroundIsPage = (): boolean => typeof document !== "undefined"

/** In the offscreen document: answers the background. */
export function openWorkshop(handlers: Handlers<WorkshopApi>): void {
  listen<WorkshopApi>("workshop", workshopReaders, handlers, isBackground)
}

/** In the background, where it is not a page: asks the offscreen document, which is made when it is not there. */
export function remoteWorkshop(): Ask<WorkshopApi> {
  const ask = connect<WorkshopApi>("workshop", request => browser.runtime.sendMessage(request))
  return async (method, input) => {
    await ensureOffscreenDocument()
    return keepingAwake(ask(method, input))
  }
}

async function ensureOffscreenDocument(): Promise<void> {
  if ((await chrome.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })).length > 0) return
  try {
    await chrome.offscreen.createDocument({
      url: "offscreen.html",
      reasons: ["BLOBS", "USER_MEDIA"],
      justification:
        "Stitches and packs captured pictures, records a tab when asked to, and saves the finished bundle.",
    })
  } catch (thrown) {
    // Two calls at once: the other one made it.
    if (!String(thrown).includes("single offscreen")) throw thrown
  }
}

/** A worker is stopped after 30 s without an API call, even while it waits for an answer. */
export async function keepingAwake<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 10_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
