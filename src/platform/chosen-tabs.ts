/**
 * The addresses of the user's tabs. Without `tabs`, which the extension does not
 * ask for, both browsers tell an address to nobody whom the site was not granted
 * to (measured in Chromium 156 and Firefox 153): so all sites are asked for first.
 */
import { browser } from "./browser.ts"

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.get>>

/** Of the window that the asking page is in, as the user selected them in its tab bar; numbers alone, which need no grant. */
export async function chosenTabs(): Promise<readonly number[]> {
  const chosen = await browser.tabs.query({ currentWindow: true, highlighted: true })
  return chosen.flatMap(({ id }) => (id === undefined ? [] : [id]))
}

export interface TabAddresses {
  readonly urls: readonly string[]
  /** Tabs that show no page of the web, and private ones: they are signed in otherwise than a window of ours. */
  readonly others: number
}

/** `tabs`: those named, as far as they are open still; else those of this page's window. This page itself is none of them. */
export async function readAddresses(tabs: readonly number[] | "chosen" | "all"): Promise<TabAddresses> {
  const own = (await browser.tabs.getCurrent()).id
  const found = (await tabsOf(tabs)).filter(({ id }) => id !== own)
  const urls = found.flatMap(({ url, incognito }) =>
    url !== undefined && /^https?:/.test(url) && !incognito ? [url] : [],
  )
  return { urls, others: found.length - urls.length }
}

async function tabsOf(tabs: readonly number[] | "chosen" | "all"): Promise<readonly BrowserTab[]> {
  if (tabs === "all") return browser.tabs.query({ currentWindow: true })
  if (tabs === "chosen") return browser.tabs.query({ currentWindow: true, highlighted: true })
  const open = await Promise.allSettled(tabs.map(id => browser.tabs.get(id)))
  return open.flatMap(each => (each.status === "fulfilled" ? [each.value] : []))
}
