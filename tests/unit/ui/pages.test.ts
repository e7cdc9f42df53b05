// @vitest-environment happy-dom
/** The links between the pages, in the header of each. */
import { readdirSync, readFileSync } from "node:fs"
import { beforeEach, expect, test } from "vitest"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel } from "../../../src/ui/item/model.ts"
import { renderPage } from "../../../src/ui/item/render.ts"
import { drawPages, pageOf } from "../../../src/ui/parts/pages.ts"

const words = wordsFor("zh-CN")
beforeEach(() => {
  document.body.innerHTML = '<header class="brand"><h1>x</h1></header>'
})

test("each page that stands in a tab has them; the popup and the panel do not", () => {
  const mains = readdirSync("src/ui", { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== "parts")
    .map(({ name }) => [name, `src/ui/${name}/main.ts`] as const)
  const without = mains
    .filter(([, path]) => !/openPage\(|drawPages\(/.test(readFileSync(path, "utf8")))
    .map(([name]) => name)
  expect(without.sort()).toEqual(["panel", "popup"])
})

test("they lead to pages that there are, name where the reader is, and are drawn once", () => {
  drawPages(document, words, pageOf({ pathname: "/ui/settings.html" }))
  drawPages(document, words, "settings.html")
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#pages a")]
  const folders = links.map(link => link.getAttribute("href")?.replace(".html", "") ?? "")
  expect(folders).toEqual(["library", "queue", "import", "verify", "settings", "welcome"])
  expect(folders.filter(name => !readdirSync(`src/ui/${name}`).includes("main.ts"))).toEqual([])
  expect(document.querySelector("#pages [aria-current=page]")?.textContent).toBe("设置")
})

test("where something is typed or under way they open beside it", () => {
  drawPages(document, words, "prepare.html")
  expect(document.querySelectorAll("#pages a:not([target=_blank][rel=noopener])")).toHaveLength(0)
})

test("an item that is no longer there leads to the library", () => {
  const view = renderPage(words, { ...emptyModel, item: null })
  expect(view.querySelector("#no-item")?.textContent).toBe("这一项已不在这里。")
  expect(view.querySelector("#to-library")?.getAttribute("href")).toBe("library.html")
})
