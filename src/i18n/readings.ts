/** Sentences on a page that was read again: the same on the screens and in the papers. */
import { type ReadingsWords } from "../core/bundle/words.ts"
import { type Language } from "./language.ts"
import { readingsEn } from "./papers/readings-en.ts"
import { readingsZh } from "./papers/readings-zh.ts"

export const readingsWords: Readonly<Record<Language, ReadingsWords>> = {
  "zh-CN": readingsZh,
  en: readingsEn,
}
