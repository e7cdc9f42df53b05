/**
 * A private window of our own, for one picture of an address as a visitor sees
 * it. It takes the user's word for private windows, in the browser's list of
 * extensions, and access to all sites: the browser lets nobody photograph a
 * window that was not clicked in with less (decisions.md, Capture).
 */
import { EvidenceError } from "../core/errors.ts"
import { browser } from "./browser.ts"
import { wait } from "./clock.ts"
import { type Picture, shootWindow } from "./screenshot.ts"
import { readTab, type TabFacts } from "./tabs.ts"

const LOAD_LIMIT_MS = 20_000
const POLL_MS = 100
/** For what a page draws once it has loaded. */
const SETTLE_MS = 1_500

export interface PrivatePicture extends Picture {
  /** The address in the end, and the title. */
  readonly url: string
  readonly title: string
  /** Whether the page said by then that it had loaded. */
  readonly loaded: boolean
}

/** Whether the user has allowed the extension in private windows. */
export const isAllowedInPrivate = (): Promise<boolean> => browser.extension.isAllowedIncognitoAccess()

/** Whether this page of ours stands in a private window, with what the browser keeps from it there; Chromium lends such windows our ordinary pages. */
export const isInPrivateWindow = (): boolean => browser.extension.inIncognitoContext === true

/** Throws `private/in-use` where a private window is open: they all share their sign-ins. */
export async function checkNoPrivateWindow(): Promise<void> {
  const open = await browser.windows.getAll()
  if (open.some(({ incognito }) => incognito))
    throw new EvidenceError("private/in-use", "a private window is open")
}

/**
 * The first screen of `url` in a private window, which is closed again. Throws
 * `private/in-use`, `capture/wrong-tab` where something else came to its front,
 * and as `shootWindow` does.
 */
export async function photographInPrivate(url: string): Promise<PrivatePicture> {
  await checkNoPrivateWindow()
  const { id, tabs } = await browser.windows.create({ url, incognito: true, focused: true })
  const tabId = tabs?.[0]?.id
  if (id === undefined) throw new EvidenceError("capture/no-picture", "no private window")
  try {
    if (tabId === undefined) throw new EvidenceError("capture/tab-closed", "a window without a tab")
    const loaded = await hasLoaded(tabId)
    await wait(SETTLE_MS)
    const before = await ownTab(tabId, id)
    const picture = await shootWindow(id)
    const after = await ownTab(tabId, id)
    if (after.url !== before.url) throw new EvidenceError("capture/page-left", "the page was left meanwhile")
    return { ...picture, url: after.url, title: after.title, loaded }
  } finally {
    await browser.windows.remove(id)
  }
}

async function hasLoaded(tabId: number): Promise<boolean> {
  for (let waited = 0; waited < LOAD_LIMIT_MS; waited += POLL_MS) {
    const { status, url } = await readTab(tabId)
    if (status === "complete" && url !== "" && url !== "about:blank") return true
    await wait(POLL_MS)
  }
  return false
}

/** Throws where the window's front is another tab's, or the window is not private. */
async function ownTab(tabId: number, windowId: number): Promise<TabFacts> {
  const tab = await readTab(tabId)
  if (tab.active && tab.incognito && tab.windowId === windowId) return tab
  throw new EvidenceError("capture/wrong-tab", "another tab is in front of the private window")
}
