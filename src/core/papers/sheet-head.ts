/** What an item's sheet is headed with: its number, the site as readers know it, and what kind of page it is. */
import { shownText, siteOf } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { PaperWords } from "../bundle/words.ts"
import type { Said } from "./block.ts"
import { siteIn } from "./packets/field-said.ts"
import { itemLabel, soft, type Speaker } from "./say.ts"

/** In one line: its bookmark, by which the list of evidence finds its pages too. */
export const sheetMark = (item: ItemSnapshot, { inOne }: Speaker): string =>
  inOne(words => headOf(item, words))

/** With the host under it, where the site has a name that is not its host's. */
export function sheetHead(item: ItemSnapshot, { say }: Speaker): Said {
  const { imported, url } = item.record
  if (imported !== undefined) return say(words => headOf(item, words))
  const host = siteOf(url)
  const isNamed = say(words => siteIn(item, words)).every(({ text }) => text !== host)
  return [...say(words => headOf(item, words)), ...(isNamed ? soft(host) : [])]
}

function headOf(item: ItemSnapshot, words: PaperWords): string {
  const { facts, record } = item
  // A file from elsewhere is of no site, and nothing here has looked at one.
  if (record.imported !== undefined) {
    return [itemLabel(record.item), words.readme.importedFile, shownText(record.imported.givenName)].join(
      " · ",
    )
  }
  const isRead = facts !== undefined && facts.adapter.id !== "generic"
  const kind = words.list.kindName(isRead ? facts.pageType : "page")
  return [itemLabel(record.item), siteIn(item, words), kind].join(" · ")
}
