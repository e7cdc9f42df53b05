/** A sentence of law in a paper: never translated, since nothing but the Chinese words was read. */
import type { LawQuote } from "../../core/papers/law.ts"

const dayZh = { "in-force": "起施行", amended: "修正文本", issued: "公布" } as const
const dayEn = { "in-force": "in force since", amended: "as amended", issued: "issued" } as const

export function lawSaidZh({ title, article, text, about, dated }: LawQuote): string {
  const said = text === null ? (about?.zh ?? "") : `“${text}”`
  return `《${title.zh}》（${dated.on} ${dayZh[dated.kind]}）${article.zh}：${said}`
}

export function lawSaidEn({ title, article, text, about, dated }: LawQuote): string {
  const said = text === null ? (about?.en ?? "") : `“${text}”`
  return `${title.en} (${dayEn[dated.kind]} ${dated.on}), ${article.en}: ${said}`
}
