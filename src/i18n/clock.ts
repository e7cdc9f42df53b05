/** Sentences on the computer's clock: the same in the popup and in the papers. */
import { type ClockFinding } from "../core/clock.ts"
import { clockFinding as en } from "./papers/clock-en.ts"
import { clockFinding as zhCN } from "./papers/clock-zh.ts"
import { type Language } from "./language.ts"

export const clockSentences: Readonly<Record<Language, (found: ClockFinding) => string>> = {
  "zh-CN": zhCN,
  en,
}
