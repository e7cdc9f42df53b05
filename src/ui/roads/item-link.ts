/** The way to an item's own page, where what is missing of it can be done. */
import { type CaseItem } from "../../core/roads/ground.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"

export const itemLink = ({ id, item }: Pick<CaseItem, "id" | "item">): HTMLElement =>
  el("a", { href: `item.html?${new URLSearchParams({ item: id }).toString()}` }, itemLabel(item))
