/** What is written in the form for a cost. */
import { type Cost, MOST_CENTS } from "../../core/remarks.ts"
import { type Vault } from "../../vault/schema.ts"
import { takeFiles } from "../parts/remark-files.ts"

/**
 * With its receipts, whose bytes are stored then; null where it lacks a day, a
 * purpose or an amount. Throws `file/refused` or `vault/…`.
 */
export async function costIn(page: ParentNode, vault: Vault): Promise<Cost | null> {
  const form = page.querySelector("form.cost-form")
  if (form === null) return null
  const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ""
  const [day, what, cents] = [value("cost-day"), value("cost-what"), centsIn(value("cost-amount"))]
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || what === "" || cents === null) return null
  const files = await takeFiles(vault, form)
  return files.length === 0 ? { day, what, cents } : { day, what, cents, files }
}

/** Yuan as they are typed, in 分, by their digits: no sum of fractions is ever a hair off. Null for what is no amount. */
export function centsIn(typed: string): number | null {
  const [, yuan = "", fen = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
  if (yuan === "") return null
  const cents = Number(yuan) * 100 + Number(fen.padEnd(2, "0"))
  return cents === 0 || cents > MOST_CENTS ? null : cents
}
