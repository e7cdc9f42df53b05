/** The re-drawn picture, where the browser refuses every screenshot. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { PNG } from "pngjs"
import { afterAll, expect, test } from "vitest"
import { type Page, openPopup } from "../../scripts/browsers/driver.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { caughtIn } from "./harness/caught.ts"
import { exportBundle, gapName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"
import { newest, readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"
import { withoutScreenshots } from "./harness/no-screenshots.ts"

const HEIGHT = 3_000
const dot = PNG.sync.write(new PNG({ width: 4, height: 4 }))
const asPicture: Route = (_request, response) => {
  response.writeHead(200, { "Content-Type": "image/png" })
  response.end(dot)
}
const asSheet: Route = (_request, response) => {
  response.writeHead(200, { "Content-Type": "text/css" })
  response.end(".post { background: rgb(200, 30, 40) }")
}
// Nothing is cached (serve-site.ts), so that whatever is loaded a second time is seen here.
const elsewhere = await servePages({}, { "/far.png": asPicture })
const site = await servePages(
  {
    "/": `<!doctype html><html lang="zh"><meta charset="utf-8"><title>帖子</title>
      <link rel="stylesheet" href="/page.css">
      <body style="margin:0;height:${String(HEIGHT)}px;background:rgb(20, 60, 200)">
      <p class="post" style="margin:0;height:400px">不实的话</p>
      <img src="/near.png" alt=""><img src="${elsewhere.origin}/far.png" alt=""><img src="/broken.png" alt="">
      <img src="/later.png" loading="lazy" alt="" style="position:absolute;top:2900px">
      <iframe src="/inside" title="inside"></iframe><script>window.runs = (window.runs ?? 0) + 1</script></body></html>`,
    "/inside": "<!doctype html><title>inside</title><p>inside",
  },
  { "/page.css": asSheet, "/near.png": asPicture, "/later.png": asPicture },
)
const screenless = withoutScreenshots()
const browser = installed(screenless.options)
afterAll(async () => {
  await site.close()
  await elsewhere.close()
  screenless.clear()
})

/** What is asked of either server from here on. */
function watchRequests(): () => readonly string[] {
  const sites = [site, elsewhere].map(each => ({ each, before: each.requests.length }))
  return () =>
    sites.flatMap(({ each, before }) =>
      each.requests.slice(before).map(({ path }) => `${each.origin}${path}`),
    )
}

const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

test("a page that may not be photographed is drawn again, and nobody can take that for a screenshot", async () => {
  const { driven } = browser
  const page = await driven.newPage(`${site.origin}/`)
  await screenless.refuse(driven.background)
  const before = await markup(page)
  const asked = watchRequests()
  const popup = await openPopup(driven, page)
  await screenless.refuse(popup)
  await popup.click("#capture")
  await popup.waitFor(() => document.querySelector("#saved"), 90_000)
  const line = await popup.evaluate(() => document.querySelector("#receipt [data-line=redrawn]")?.textContent)
  expect(line).toMatch(/重绘图，不是截图|Re-drawn picture, not a screenshot/)
  await popup.close()
  const found = await caughtIn(driven.background, newest(await readVault(driven.background)))

  expect(found.paths.filter(path => /^frames|^page-/.test(path))).toEqual([])
  expect(found.gaps).toEqual(expect.arrayContaining(["as-seen:failed", "frames:re-drawn"]))

  // All that was asked for since the page was there stands in the record.
  const own = found.row.requests.map(({ url }) => url)
  expect(
    asked()
      .filter(url => !url.includes("favicon"))
      .toSorted(),
  ).toEqual(own.toSorted())
  // The page is as it was: nothing of it ran again, and no frame is left in it.
  expect(await markup(page)).toBe(before)
  expect(await page.evaluate(() => (window as unknown as { runs: number }).runs)).toBe(1)

  const { width, height, data } = PNG.sync.read(await found.bytes("redrawn-page.png"))
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
  const band = height - HEIGHT
  expect(band).toBeGreaterThan(20)
  expect(at(width - 4, 4)).toEqual([255, 243, 196])
  expect(at(width - 40, band + 200)).toEqual([200, 30, 40])
  expect(at(width - 40, band + HEIGHT - 20)).toEqual([20, 60, 200])

  const bundle = await exportBundle(driven, page, browser.place.folder)
  const item = bundle.item("e001")
  expect(item.record.complete).toBe(false)
  expect(item.record.frames).toEqual([])
  expect(item.record.files.find(({ path }) => path === "redrawn-page.png")?.source).toBe("re-drawn")
  expect(item.record.gaps.map(gapName)).toContain("frames:re-drawn")
  expect(readFileSync(join(bundle.folder, "00-readme.html"), "utf8")).toContain("重绘图，不是截图")
  const { status, faults } = verify(bundle.zip)
  expect({ status, faults }).toEqual({ status: 0, faults: [] })
  await page.close()
})
