/**
 * A window of our own in which the addresses of a list are opened, one after
 * another, each in a tab that is in front of it: the browser gives pictures of
 * what is in front alone. The user goes on in their other windows. What is ours
 * is remembered for as long as the browser runs, so that a background that was
 * stopped finds it, and never takes a tab of the user's for its own.
 */
import { EvidenceError } from "../core/errors.ts"
import { browser } from "./browser.ts"
import { closeTab } from "./tabs.ts"

const KEPT = "holdfast-queue-window"

interface Kept {
  readonly windowId: number
  readonly tabId: number
}

export interface QueueWindow {
  /**
   * Opens an address in the window, which is opened where there is none, and closes the tab before it. Answers with
   * the tab. Throws `queue/window-closed` where the user has closed the window since, once.
   */
  readonly open: (url: string) => Promise<number>
  /** Closes our tab, and with it a window that holds nothing else. */
  readonly close: () => Promise<void>
}

export const queueWindow: QueueWindow = {
  open: async url => {
    const kept = await readKept()
    if (kept !== null && !(await isOpen(kept.windowId))) {
      await browser.storage.session.remove(KEPT)
      throw new EvidenceError("queue/window-closed", "the window was closed")
    }
    const opened = kept === null ? await openWindow(url) : await openBeside(kept, url)
    await browser.storage.session.set({ [KEPT]: opened })
    return opened.tabId
  },
  close: async () => {
    const kept = await readKept()
    await browser.storage.session.remove(KEPT)
    if (kept !== null) await closeTab(kept.tabId)
  },
}

async function openWindow(url: string): Promise<Kept> {
  // In front once, so that the page is drawn; whatever the user brings to the front afterwards stays there.
  const { id, tabs } = await browser.windows.create({ url, focused: true })
  const tabId = tabs?.[0]?.id
  if (id !== undefined && tabId !== undefined) return { windowId: id, tabId }
  throw new EvidenceError("capture/tab-closed", "a window without a tab")
}

async function openBeside({ windowId, tabId: before }: Kept, url: string): Promise<Kept> {
  const { id } = await browser.tabs.create({ url, windowId, active: true })
  if (id === undefined) throw new EvidenceError("capture/tab-closed", "the new tab has no number")
  await closeTab(before)
  return { windowId, tabId: id }
}

async function isOpen(windowId: number): Promise<boolean> {
  return (await browser.windows.getAll()).some(({ id }) => id === windowId)
}

async function readKept(): Promise<Kept | null> {
  const found: unknown = (await browser.storage.session.get(KEPT))[KEPT]
  if (typeof found !== "object" || found === null) return null
  if (!("windowId" in found && "tabId" in found)) return null
  const { windowId, tabId } = found
  return typeof windowId === "number" && typeof tabId === "number" ? { windowId, tabId } : null
}
