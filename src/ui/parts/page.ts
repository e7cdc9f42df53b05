/** How each page of ours in a tab begins, before it shows anything. */
import { type Words } from "../../i18n/words.ts"
import { type Vault } from "../../vault/schema.ts"
import { ignoreBusyPresses } from "./busy.ts"
import { followDiagnostics } from "./copy-diagnostics.ts"
import { untilUnlocked } from "./lock-screen.ts"
import { drawPages, pageOf } from "./pages.ts"
import { setTitle } from "./title.ts"

/** Waits at the door of a shared computer, then names the page. */
export async function openPage(vault: Vault, words: Words, title: string): Promise<void> {
  followDiagnostics(vault, words)
  ignoreBusyPresses(document)
  await untilUnlocked(vault, words)
  document.documentElement.lang = words.language
  setTitle(words, title)
  const heading = document.querySelector("h1")
  if (heading !== null) heading.textContent = title
  drawPages(document, words, pageOf(location))
}
