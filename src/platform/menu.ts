/** The ways to begin a capture without the popup: the page's context menu, and the shortcut. */
import { browser } from "./browser.ts"

const MENU_ID = "holdfast-capture"

/** Called once, synchronously, at start. `title` is asked for when the menu is made: at installation. */
export function watchInvocations(
  title: () => Promise<string>,
  onInvoked: (tabId: number, by: "menu" | "shortcut") => void,
): void {
  browser.runtime.onInstalled.addListener(() => {
    void Promise.all([title(), browser.contextMenus.removeAll()]).then(([said]) => {
      browser.contextMenus.create({
        id: MENU_ID,
        title: said,
        contexts: ["page", "selection", "link", "image", "video", "frame"],
      })
    })
  })
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ID && tab?.id !== undefined) onInvoked(tab.id, "menu")
  })
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "capture" && tab?.id !== undefined) onInvoked(tab.id, "shortcut")
  })
}

/** Names it in another language. */
export async function retitleMenu(title: string): Promise<void> {
  await browser.contextMenus.update(MENU_ID, { title })
}
