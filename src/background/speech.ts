/** What the background says by itself: on the icon, in the menu, in the picker. */
import { type Translate, translator } from "../i18n/t.ts"
import { tagOf, uiLanguage } from "../platform/language.ts"
import { languages } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"

export interface Speech {
  /** A BCP 47 tag. */
  readonly tag: () => string
  readonly say: Translate
  /** Takes over what the user chose. Until it was called once, the browser's language is spoken. */
  readonly learn: () => Promise<void>
}

export function createSpeech(vault: Vault): Speech {
  const held = { tag: uiLanguage() }
  return {
    tag: () => held.tag,
    say: (key, ...values) => translator(held.tag)(key, ...values),
    learn: async () => {
      held.tag = tagOf((await languages(vault)).pages)
    },
  }
}
