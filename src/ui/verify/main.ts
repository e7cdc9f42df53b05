/** The page of the extension that verifies a bundle. It sees the file that is chosen, and nothing of the vault. */
import { copyText } from "../../platform/clipboard.ts"
import { uiLanguage } from "../../platform/language.ts"
import { saveFile } from "../../platform/save.ts"
import { startScreen } from "./screen.ts"

startScreen(document, uiLanguage(), {
  save: saveFile,
  copy: copyText,
  now: () => new Date().toISOString(),
})
