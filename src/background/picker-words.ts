import { languageOf } from "../i18n/language.ts"
import { translator } from "../i18n/t.ts"
import { type PickerWords } from "../protocol/page.ts"

/** `tag` is any BCP 47 tag. The script in the page has no catalogue of its own. */
export function pickerWords(tag: string): PickerWords {
  const say = translator(tag)
  return {
    language: languageOf(tag),
    keys: say("picker.keys"),
    post: say("picker.post"),
    entry: say("picker.entry"),
    box: say("picker.box"),
    part: say("picker.part"),
  }
}
