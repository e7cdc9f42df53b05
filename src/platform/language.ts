import { browser } from "./browser.ts"

/** The language of the browser's own surface. */
export const uiLanguage = (): string => browser.i18n.getUILanguage()
