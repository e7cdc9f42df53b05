import { type PageLanguage } from "../core/languages.ts"
import { browser } from "./browser.ts"
import { rememberedLanguage } from "./remembered-language.ts"

/** The language of our pages, a BCP 47 tag: as chosen, or that of the browser's own surface. */
export const uiLanguage = (): string => tagOf(rememberedLanguage())

/** @param chosen as the vault has it */
export const tagOf = (chosen: PageLanguage): string =>
  chosen === "browser" ? browser.i18n.getUILanguage() : chosen
