import { en } from "../../i18n/verdict/en.ts"
import { type VerdictWords } from "../../i18n/verdict/words.ts"
import { zhCN } from "../../i18n/verdict/zh-CN.ts"
import { type Words, wordsFor } from "../../i18n/words.ts"

/** All that the page says, in one language: its own words and those of the verdict. */
export interface Speech extends Words {
  readonly verdict: VerdictWords
  /** The bundle's own instructions in this language. */
  readonly commandsFile: string
}

/** `tag` is any BCP 47 tag, `timeZone` an IANA name; without it, the zone of this device. */
export function speechFor(tag: string, timeZone?: string): Speech {
  const words = wordsFor(tag, timeZone)
  return words.language === "zh-CN"
    ? { ...words, verdict: zhCN, commandsFile: "verify.zh-cn.txt" }
    : { ...words, verdict: en, commandsFile: "verify.txt" }
}
