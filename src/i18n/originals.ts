/** What became of the originals, in a sentence: the same in the popup and in the papers. */
import { type OriginalsSummary } from "../core/media.ts"
import { type Language } from "./language.ts"
import { originalsSentence as en } from "./papers/originals-en.ts"
import { originalsSentence as zhCN } from "./papers/originals-zh.ts"

export const originalsSentences: Readonly<Record<Language, (summary: OriginalsSummary) => string>> = {
  "zh-CN": zhCN,
  en,
}
