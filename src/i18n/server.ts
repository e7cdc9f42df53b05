/** Sentences on what the server sent: the same in the popup and in the papers. */
import { type ServerSummary } from "../core/server/record.ts"
import { type Language } from "./language.ts"
import { serverSentences as en } from "./papers/server-en.ts"
import { serverSentences as zhCN } from "./papers/server-zh.ts"

export const serverSentences: Readonly<Record<Language, (summary: ServerSummary) => readonly string[]>> = {
  "zh-CN": zhCN,
  en,
}
