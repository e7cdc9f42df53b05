/** A field of a post as it stands for the user, fit to be printed: in their words, or else in the page's. */
import { shownAddress, shownText, siteOf } from "../../bundle/shown.ts"
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { type PaperWords } from "../../bundle/words.ts"
import { standing } from "../../corrections.ts"
import { BLANK } from "../draft.ts"
import { orBlank } from "../person.ts"
import { filledAt } from "../times.ts"

export const saidFields = [
  ...(["authorName", "authorHandle", "authorId", "authorUrl"] as const),
  ...(["authorVerified", "ipLocation", "postId", "permalink", "text"] as const),
] as const
export type SaidField = (typeof saidFields)[number]

export interface FieldSaid {
  readonly text: string
  /** When the user filled it in, as the clocks of the capture have it; null where the page says it. */
  readonly filledAt: string | null
}

/** Null where neither says it, or the page contradicts itself. */
export function fieldSaid({ facts, corrections, record }: ItemSnapshot, name: SaidField): FieldSaid | null {
  const own = standing(corrections).get(name)
  const said = own?.value ?? facts?.fields[name].value ?? null
  if (said === null || said.trim() === "") return null
  const isAddress = name === "authorUrl" || name === "permalink"
  return {
    text: isAddress ? shownAddress(said).text : shownText(said),
    filledAt: own === undefined ? null : filledAt(own, record),
  }
}

/** The post's own address where the page gives one, else the one that was captured; a blank for none. */
export const addressOf = (item: ItemSnapshot): string =>
  fieldSaid(item, "permalink")?.text ?? orBlank(shownAddress(item.record.url).text)

/** As readers know the site, or its host; a blank for neither. */
export function siteIn({ facts, record }: ItemSnapshot, { list }: PaperWords): string {
  const name = facts === undefined ? null : list.siteName(facts.adapter.id)
  return name ?? (URL.canParse(record.url) ? siteOf(record.url) : BLANK)
}
