import { type Formats, formatsFor } from "./format.ts"
import { type Language, languageOf } from "./language.ts"
import { type Translate, translator } from "./t.ts"

/** All that a view needs to speak: the language, its sentences, its numbers and times. */
export interface Words {
  readonly language: Language
  readonly t: Translate
  readonly format: Formats
}

/** `tag` is any BCP 47 tag, `timeZone` an IANA name; without it, the zone of this device. */
export function wordsFor(tag: string, timeZone?: string): Words {
  const language = languageOf(tag)
  return { language, t: translator(language), format: formatsFor(language, timeZone) }
}
