/** The page of the extension that verifies a bundle. It sees the file that is chosen, and of the vault only whether this computer is shared. */
import { copyText } from "../../platform/clipboard.ts"
import { uiLanguage } from "../../platform/language.ts"
import { saveFile } from "../../platform/save.ts"
import { wordsFor } from "../../i18n/words.ts"
import { openVault } from "../../vault/read.ts"
import { drawPages } from "../parts/pages.ts"
import { plainWhereShared } from "../parts/plain.ts"
import { startScreen } from "./screen.ts"

const words = wordsFor(uiLanguage())
await plainWhereShared(openVault(), words)
drawPages(document, words, "verify.html")
startScreen(document, uiLanguage(), {
  save: saveFile,
  copy: copyText,
  now: () => new Date().toISOString(),
})
