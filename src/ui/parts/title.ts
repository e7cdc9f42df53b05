/** What the browser's tab says of a page of ours. */
import { type Words } from "../../i18n/words.ts"

/** On a shared computer no title tells what the page is. Call it before the page is named. */
export function goPlain({ t }: Words): void {
  document.documentElement.dataset.plain = "yes"
  document.title = t("lock.name")
  const icon = document.createElement("link")
  icon.rel = "icon"
  icon.href = "../icons/plain-32.png"
  document.head.append(icon)
}

/** @param title of the page; null for the extension's own name alone */
export function setTitle({ t }: Words, title: string | null): void {
  if (document.documentElement.dataset.plain === "yes") return
  document.title = title === null ? t("app.name") : `${title} · ${t("app.name")}`
}
