/** The first page that a new user may open: three things to know, and a post to practise on. It reads nothing but whether this computer is shared, and keeps nothing. */
import { wordsFor } from "../../i18n/words.ts"
import { uiLanguage } from "../../platform/popup.ts"
import { openVault } from "../../vault/read.ts"
import { patch } from "../parts/dom.ts"
import { drawPages } from "../parts/pages.ts"
import { plainWhereShared } from "../parts/plain.ts"
import { setTitle } from "../parts/title.ts"
import { renderWelcome } from "./render.ts"

const words = wordsFor(uiLanguage())
document.documentElement.lang = words.language
await plainWhereShared(openVault(), words)
setTitle(words, words.t("welcome.title"))
const heading = document.querySelector("h1")
if (heading !== null) heading.textContent = words.t("welcome.title")
drawPages(document, words, "welcome.html")
const view = document.querySelector("#view")
if (view !== null) patch(view, renderWelcome(words))
