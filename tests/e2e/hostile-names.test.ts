/** Titles and addresses that are made to deceive whoever reads them: they stay text wherever they are shown. */
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, expect, test } from "vitest"
import { openPopup, type Popup } from "../../scripts/browsers/driver.ts"
import { capture, exportAll } from "../../scripts/browsers/use-popup.ts"
import { type Bundle, bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"
import { verify } from "./harness/verifier.ts"

/** Turns the reading direction of whatever follows, where it is not kept in. */
const RTL = "\u202e"
const NUL = "\u0000"
const beacon = '"><img src=/beacon onerror="document.title=1"><script>globalThis.pwned = 1</script>'

const titles: readonly string[] = [
  `${RTL}gpj.exe`,
  beacon,
  `before${NUL}after`,
  "😀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "长".repeat(100_000),
  "</title></script></textarea>--><svg onload=pwned()>",
  "../../../../etc/passwd\\..\\con.txt",
  "=cmd|' /C calc'!A0",
]

const scripted = (title: string) =>
  `<!doctype html><meta charset="utf-8"><title></title><body style="margin:0"><p>post<script>document.title = ${JSON.stringify(title).replaceAll("<", "\\u003c")}</script>`

const site = await servePages(
  Object.fromEntries(titles.map((title, index) => [`/${index}`, scripted(title)])),
)
const browser = installed()
afterAll(() => site.close())

/** No server takes 100 kB of address, but the fragment is not sent. */
const queries = titles.map(title => encodeURIComponent(title.slice(0, 300)))
const fragments = titles.map(title => encodeURIComponent(title))
const held: { bundle?: Bundle } = {}

/** What a script in the popup, or a picture, would have left behind. */
const traces = (popup: Popup) =>
  popup.evaluate(() => ({
    pwned: "pwned" in globalThis,
    strange: document.querySelectorAll("img, iframe, object, embed, body script").length,
    title: document.title,
  }))

test("each is captured, and the popup shows it without acting on it", async () => {
  for (const [index, query] of queries.entries()) {
    const page = await browser.driven.newPage(`${site.origin}/${index}?q=${query}#${fragments[index]!}`)
    const { kept, popup } = await capture(browser.driven, page)
    expect(kept).toMatchObject({ complete: true, gaps: [] })
    const { pwned, title } = await traces(popup)
    expect({ pwned, title }).toEqual({
      pwned: false,
      title: expect.stringMatching(/^(Holdfast|固证)$/) as string,
    })
    // Controls that turn text around do not reach the screen.
    expect(await popup.evaluate(() => document.body.innerText)).not.toMatch(
      /[\u0000\u202a-\u202e\u2066-\u2069]/,
    )
    await popup.close()
    await page.close()
  }
  expect(site.count("/beacon")).toBe(0)
})

test("the bundle has its own names for everything, and verifies", async () => {
  const page = await browser.driven.newPage(`${site.origin}/1?q=${queries[1]!}`)
  const popup = await openPopup(browser.driven, page)
  const said = await exportAll(popup)
  const zip = await browser.driven.nextDownload(120_000)
  await popup.close()
  await page.close()
  expect(basename(zip)).toMatch(/^holdfast-\d{8}T\d{6}Z-[0-9a-f]{6}\.zip$/)
  held.bundle = bundleOf(zip, said, browser.place.folder)
  const names = readdirSync(held.bundle.folder, { recursive: true, encoding: "utf8" })
  expect(names.filter(name => !/^[A-Za-z0-9._/-]+$/.test(name))).toEqual([])
  const { status, faults } = verify(zip)
  expect({ status, faults }).toEqual({ status: 0, faults: [] })
})

test("the record keeps every title as it was", () => {
  const bundle = held.bundle ?? expect.unreachable("exported before")
  for (const [index, title] of titles.entries()) {
    const { record } = bundle.item(`e${String(index + 1).padStart(3, "0")}`)
    // Chromium makes a space of NUL, before anyone can read it.
    expect(record.page?.title.replace(NUL, " ")).toBe(title.replace(NUL, " "))
    expect(record.url).toContain(`/${index}?q=`)
    // The browser's own title of the tab, which it may have cut or cleaned.
    expect(typeof record.title).toBe("string")
  }
})

test("the first page of the bundle, opened from the disk, runs nothing and asks for nothing", async () => {
  const bundle = held.bundle ?? expect.unreachable("exported before")
  const file = join(bundle.folder, "00-readme.html")
  const requests = site.requests.length
  const page = await browser.driven.newPage(pathToFileURL(file).href)
  const found = await page.evaluate(() => ({
    pwned: "pwned" in globalThis,
    scripts: document.scripts.length,
    handlers: Array.from(document.querySelectorAll("*")).filter(element =>
      element.getAttributeNames().some(name => name.startsWith("on")),
    ).length,
    foreign: Array.from(document.querySelectorAll("[src], link[href]"), element =>
      (element.getAttribute("src") ?? element.getAttribute("href") ?? "").slice(0, 80),
    ).filter(address => !address.startsWith("data/")),
    text: document.body.innerText,
    loaded: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter(name => !name.startsWith("file:")),
  }))
  expect({ ...found, text: "" }).toEqual({
    pwned: false,
    scripts: 0,
    handlers: 0,
    foreign: [],
    loaded: [],
    text: "",
  })
  expect(found.text).not.toMatch(/[\u0000\u202a-\u202e\u2066-\u2069]/)
  expect(found.text).toContain("<script>")
  expect(readFileSync(file, "utf8").length).toBeLessThan(400_000)
  expect(site.requests.length).toBe(requests)
  await page.close()
})
