import { browser } from "./browser.ts"

/** What the toolbar icon says: at most four characters, and the same in words. */
export async function showBadge(text: string, title: string): Promise<void> {
  await browser.action.setBadgeText({ text })
  await browser.action.setTitle({ title })
}

/** The words that the icon shows now. */
export const badgeTitle = (): Promise<string> => browser.action.getTitle({})

const SIZES = [16, 24, 32, 48, 64]

/** The picture of the toolbar icon, and of the sidebar's in Firefox: our own, or a plain sheet of paper. An empty title is the manifest's. */
export async function dressIcon(isPlain: boolean, title: string): Promise<void> {
  const path = Object.fromEntries(SIZES.map(size => [size, `/icons/${isPlain ? "plain-" : ""}${size}.png`]))
  await browser.action.setIcon({ path })
  await browser.action.setTitle({ title })
  if ("sidebarAction" in browser) {
    await browser.sidebarAction.setIcon({ path })
    await browser.sidebarAction.setTitle({ title: title === "" ? null : title })
  }
}
