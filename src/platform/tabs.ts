/** What the browser says of tabs. */
import { withoutCredentials } from "../core/address.ts"
import { EvidenceError } from "../core/errors.ts"
import { browser } from "./browser.ts"

export interface TabFacts {
  readonly tabId: number
  readonly windowId: number
  readonly url: string
  readonly title: string
  readonly active: boolean
  readonly incognito: boolean
  readonly status: string
  /** When it last came to the front, in milliseconds since 1970; null where the browser does not keep that (Firefox). */
  readonly cameToFrontAt: number | null
  readonly width: number
  readonly height: number
}

/** Throws `capture/tab-closed` when there is no such tab any more. */
export async function readTab(tabId: number): Promise<TabFacts> {
  try {
    const asked = Date.now()
    return factsOf(await browser.tabs.get(tabId), asked)
  } catch (thrown) {
    throw new EvidenceError("capture/tab-closed", `tab ${String(tabId)}`, { cause: thrown })
  }
}

/** The tab in front of the window that the user is in. */
export async function frontTab(): Promise<TabFacts> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab === undefined) throw new EvidenceError("capture/tab-closed", "no window is in front")
  return factsOf(tab, Date.now())
}

/** The browser's own zoom of a tab, 1 for 100 %; null where it does not say. */
export async function readZoom(tabId: number): Promise<number | null> {
  try {
    return await browser.tabs.getZoom(tabId)
  } catch {
    // Pages without a zoom of their own (some browser pages) throw; the record says null.
    return null
  }
}

/** Opens an address in a tab behind the one in front. Throws `capture/tab-closed` where the browser opens none. */
export async function openTabBehind(url: string): Promise<number> {
  try {
    const { id } = await browser.tabs.create({ url, active: false })
    if (id !== undefined) return id
  } catch (thrown) {
    throw new EvidenceError("capture/tab-closed", String(thrown), { cause: thrown })
  }
  throw new EvidenceError("capture/tab-closed", "the new tab has no number")
}

/** Sends a tab to an address. Throws `capture/tab-closed` where there is no such tab any more. */
export async function sendTab(tabId: number, url: string): Promise<void> {
  try {
    await browser.tabs.update(tabId, { url })
  } catch (thrown) {
    throw new EvidenceError("capture/tab-closed", `tab ${String(tabId)}`, { cause: thrown })
  }
}

/** Closes a tab that we opened; false where the user has closed it already. */
export async function closeTab(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.remove(tabId)
    return true
  } catch {
    return false
  }
}

/** Calls `onActivated` whenever another tab comes to the front. Returns what ends it. */
export function watchActivation(onActivated: (windowId: number, tabId: number) => void): () => void {
  const listener = (info: { windowId: number; tabId: number }) => {
    onActivated(info.windowId, info.tabId)
  }
  browser.tabs.onActivated.addListener(listener)
  return () => {
    browser.tabs.onActivated.removeListener(listener)
  }
}

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.get>>

/** Milliseconds by which clocks may be off: Firefox gives the time of the question for the tab in front. */
const JUST_NOW_MS = 100

function factsOf(tab: BrowserTab, asked: number): TabFacts {
  const { lastAccessed } = tab
  return {
    tabId: tab.id ?? -1,
    windowId: tab.windowId ?? -1,
    url: withoutCredentials(tab.url ?? ""),
    title: tab.title ?? "",
    active: tab.active,
    incognito: tab.incognito,
    status: tab.status ?? "unknown",
    cameToFrontAt: lastAccessed !== undefined && lastAccessed < asked - JUST_NOW_MS ? lastAccessed : null,
    width: tab.width ?? 0,
    height: tab.height ?? 0,
  }
}
