/** The way from each page of ours in a tab to the others, in its header. The popup has its own. */
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"

const pages = [
  ["library.html", "library.title"],
  ["queue.html", "queue.title"],
  ["import.html", "pages.import"],
  ["verify.html", "pages.verify"],
  ["settings.html", "settings.title"],
  ["welcome.html", "pages.help"],
] as const

/** What is under way or typed on these would be lost with the tab: the others open beside them. */
const kept: readonly string[] = ["import.html", "prepare.html", "record.html", "restore.html"]

/** Puts the links at the end of the header, once. `here` is the page's own file name. */
export function drawPages(page: Document, { t }: Words, here: string): void {
  const header = page.querySelector("header.brand")
  if (header?.querySelector("#pages") !== null) return
  const beside = kept.includes(here) ? { target: "_blank", rel: "noopener" } : {}
  const links = pages.map(([href, name]) => {
    const isHere = href === here
    const at = isHere ? { "aria-current": "page" } : beside
    return el("li", {}, el("a", { href, ...at }, t(name)))
  })
  header.append(
    el("nav", { id: "pages", class: "small", "aria-label": t("pages.label") }, el("ul", {}, ...links)),
  )
}

/** The file name of a page of ours. */
export const pageOf = ({ pathname }: Pick<Location, "pathname">): string =>
  pathname.slice(pathname.lastIndexOf("/") + 1)
