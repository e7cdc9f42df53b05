/** Sentences on what the server sent: the same in the popup and in the papers. */
import { type VisitorSummary } from "../core/server/reading.ts"
import { type ServerSummary } from "../core/server/record.ts"
import { type Language } from "./language.ts"
import { serverSentences as en } from "./papers/server-en.ts"
import { serverSentences as zhCN } from "./papers/server-zh.ts"
import { readingSentence as readingEn } from "./papers/visitor-en.ts"
import { readingSentence as readingZh } from "./papers/visitor-zh.ts"

export const serverSentences: Readonly<Record<Language, (summary: ServerSummary) => readonly string[]>> = {
  "zh-CN": zhCN,
  en,
}

/** Of a visitor's view that was taken later. */
export const readingSentences: Readonly<Record<Language, (summary: VisitorSummary, time: string) => string>> =
  {
    "zh-CN": readingZh,
    en: readingEn,
  }
