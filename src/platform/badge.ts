import { browser } from "./browser.ts"

/** What the toolbar icon says: at most four characters, and the same in words. */
export async function showBadge(text: string, title: string): Promise<void> {
  await browser.action.setBadgeText({ text })
  await browser.action.setTitle({ title })
}

/** The words that the icon shows now. */
export const badgeTitle = (): Promise<string> => browser.action.getTitle({})
