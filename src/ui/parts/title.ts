/** What the browser's tab says of a page of ours. */
import { type Words } from "../../i18n/words.ts"

const ICON = "plain-icon"

/** On a shared computer no title tells what the page is. Call it before the page is named. */
export function goPlain({ t }: Words): void {
  document.documentElement.dataset.plain = "yes"
  document.title = t("lock.name")
  for (const named of document.querySelectorAll("link[rel=icon]")) named.remove()
  const icon = document.createElement("link")
  icon.id = ICON
  icon.rel = "icon"
  icon.href = "../icons/plain-32.png"
  document.head.append(icon)
}

/** Whether no title may tell what the page is. */
export const isPlain = (page: Document): boolean => page.documentElement.dataset.plain === "yes"

/** From here on the page may be named. */
export function leavePlain(): void {
  delete document.documentElement.dataset.plain
  document.getElementById(ICON)?.remove()
}

/** @param title of the page; null for the extension's own name alone */
export function setTitle({ t }: Words, title: string | null): void {
  if (isPlain(document)) return
  document.title = title === null ? t("app.name") : `${title} · ${t("app.name")}`
}
