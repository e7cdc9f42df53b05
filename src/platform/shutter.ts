/**
 * The shutter: an open popup takes the pictures, since calls from a page that
 * was clicked within the last five seconds are not counted against Chromium's
 * two a second (decisions.md, Capture).
 */
import { browser } from "./browser.ts"
import { within } from "./limit.ts"
import { listen } from "./listen.ts"
import { type Ask, connect, type Handlers } from "./messaging.ts"
import { shutterReaders } from "./requests.ts"
import { isBackground, isOwnPage } from "./trust.ts"
import { type ShutterApi } from "../protocol.ts"

/** By this name a popup tells the other pages of ours that it is open. */
export const SHUTTER_PORT = "holdfast-shutter"
const RECONNECT_MS = 250
/** Longer than a picture with its retries takes: after it, the popup is taken for closed. */
const SHUTTER_LIMIT_MS = 12_000

/** In the popup: answers the background's requests for pictures for as long as the popup is open. */
export function openShutter(handlers: Handlers<ShutterApi>): void {
  listen<ShutterApi>("shutter", shutterReaders, handlers, isBackground)
  reportOpen()
}

/** A background that was stopped is started by this, and finds at once what it left unfinished. */
function reportOpen(): void {
  const port = browser.runtime.connect({ name: SHUTTER_PORT })
  port.onDisconnect.addListener(() => setTimeout(reportOpen, RECONNECT_MS))
}

export interface ShutterPost {
  /** True while a popup is open. */
  isManned(): boolean
  readonly ask: Ask<ShutterApi>
}

/** In the background: knows whether a popup is open. Called once, synchronously, at start. */
export function watchShutter(): ShutterPost {
  const ports = new Set<unknown>()
  browser.runtime.onConnect.addListener(port => {
    // A page's script may open a port of any name; only a popup of ours is a shutter.
    if (port.name !== SHUTTER_PORT || !isOwnPage(port.sender ?? {})) return
    ports.add(port)
    port.onDisconnect.addListener(() => ports.delete(port))
  })
  return {
    isManned: () => ports.size > 0,
    ask: connect<ShutterApi>("shutter", request =>
      within(SHUTTER_LIMIT_MS, "capture/no-picture", "the popup", browser.runtime.sendMessage(request)),
    ),
  }
}
