/** The practice post, captured and exported as a person does, and what it said of itself before. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { openPopup, type Page } from "../../../scripts/browsers/driver.ts"
import { capture, exportAll, type Kept } from "../../../scripts/browsers/use-popup.ts"
import { type Route, serveSite, type Site } from "../../../scripts/site/serve-site.ts"
import { type Bundle, bundleOf, folderName, type Item } from "./exported.ts"
import { type Installed } from "./installed.ts"

export const practice = "src/practice"
/** When the server says that the post was last changed. */
export const modified = "Sat, 21 Nov 2026 13:40:00 GMT"

const html = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Route => {
  return (_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body)
  }
}

/** The post at `/`, and a page at `/start` with a link to it. */
export const servePractice = (): Promise<Site> =>
  serveSite({
    folder: practice,
    routes: {
      "/start": html(
        `<!doctype html><html lang="zh-CN"><title>入口</title><a id="post" href="/">练习帖子</a></html>`,
      ),
      "/": html(readFileSync(join(practice, "index.html")), { "Last-Modified": modified }),
    },
  })

/** What the page itself says, asked before the capture. */
export interface Seen {
  readonly url: string
  readonly title: string
  readonly lastModified: string
  readonly timeZone: string
  readonly width: number
  readonly height: number
  readonly clientWidth: number
  readonly screen: { readonly width: number; readonly height: number; readonly colorDepth: number }
  readonly navigation: { readonly responseEnd: number; readonly type: string }
  readonly language: string
  readonly comments: readonly string[]
  readonly header: { readonly top: number; readonly bottom: number }
}

export interface Story {
  readonly page: Page
  readonly seen: Seen
  readonly kept: Kept
  /** The popup's list after the capture. */
  readonly recent: readonly string[]
  /** The digits that the popup shows for the ZIP, as they stand there. */
  readonly digits: string
  readonly bundle: Bundle
  readonly item: Item
  /** Around the capture, in milliseconds. */
  readonly began: number
  readonly ended: number
}

/** Comes by the link, captures, looks into the list; opens the popup again and exports. */
export async function tellStory({ driven, place }: Installed, site: Site): Promise<Story> {
  const page = await driven.newPage(`${site.origin}/start`)
  await page.click("#post")
  const seen = await page.waitFor(readSeen)
  if (seen === null) throw new Error("the page did not load")
  const began = Date.now()
  const { kept, popup } = await capture(driven, page, 120_000)
  const ended = Date.now()
  await popup.click("#back")
  const recent = await popup.waitFor<readonly string[]>(
    `document.body.dataset.view === "ready" && Array.from(document.querySelectorAll("#recent [data-item]"), each => each.dataset.item + " " + each.textContent)`,
  )
  await popup.close()

  const again = await openPopup(driven, page)
  const said = await exportAll(again)
  const digits = await again.evaluate(() => document.querySelector("#digits")?.textContent ?? "")
  const bundle = bundleOf(await driven.nextDownload(), said, place.folder)
  await again.close()
  return { page, seen, kept, recent, digits, bundle, item: bundle.item(folderName(kept)), began, ended }
}

/** Runs in the page. */
function readSeen(): Seen | null {
  const header = document.querySelector(".site-header")?.getBoundingClientRect()
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  if (document.readyState !== "complete" || header === undefined || !entry?.loadEventEnd) return null
  return {
    url: location.href,
    title: document.title,
    lastModified: document.lastModified,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    width: innerWidth,
    height: innerHeight,
    clientWidth: document.documentElement.clientWidth,
    screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
    navigation: { responseEnd: entry.responseEnd, type: entry.type },
    language: navigator.language,
    comments: Array.from(document.querySelectorAll("article.comment .comment-text"), each =>
      each.textContent.trim().replace(/\s+/g, " "),
    ),
    header: { top: header.top, bottom: header.bottom },
  }
}
