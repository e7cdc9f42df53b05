/** Where the pictures of a page come from, read when the user asks for it: the browser is asked about one site at a time. */
import { originsOfMedia, parseMediaList } from "../core/media.ts"
import { askPage, injectPage } from "../platform/page.ts"

/** More questions than this nobody answers. */
const MOST_SITES = 8

/** Origins, those of the largest pictures first. Throws as the first look at any page does. */
export async function pictureSites(tabId: number): Promise<string[]> {
  await injectPage(tabId)
  return originsOfMedia(parseMediaList(await askPage(tabId)("readMedia", null)).found).slice(0, MOST_SITES)
}
