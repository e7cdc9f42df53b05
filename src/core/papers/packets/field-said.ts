/** A field of a post as it stands for the user, fit to be printed: in their words, or else in the page's. */
import { shownAddress, shownText, siteOf } from "../../bundle/shown.ts"
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { type PaperWords } from "../../bundle/words.ts"
import { standing } from "../../corrections.ts"

export const saidFields = [
  ...(["authorName", "authorHandle", "authorId", "authorUrl"] as const),
  ...(["authorVerified", "ipLocation", "postId", "permalink", "text"] as const),
] as const
export type SaidField = (typeof saidFields)[number]

export interface FieldSaid {
  readonly text: string
  /** When the user filled it in; null where the page says it. */
  readonly filledAt: string | null
}

/** Null where neither says it, or the page contradicts itself. */
export function fieldSaid({ facts, corrections }: ItemSnapshot, name: SaidField): FieldSaid | null {
  const own = standing(corrections).get(name)
  const said = own?.value ?? facts?.fields[name].value ?? null
  if (said === null || said.trim() === "") return null
  const isAddress = name === "authorUrl" || name === "permalink"
  return { text: isAddress ? shownAddress(said).text : shownText(said), filledAt: own?.at ?? null }
}

/** The post's own address where the page gives one, else the one that was captured. */
export const addressOf = (item: ItemSnapshot): string =>
  fieldSaid(item, "permalink")?.text ?? shownAddress(item.record.url).text

/** As readers know the site, or its host. */
export function siteIn({ facts, record }: ItemSnapshot, { list }: PaperWords): string {
  const name = facts === undefined ? null : list.siteName(facts.adapter.id)
  return name ?? siteOf(record.url)
}
