/**
 * The post that the page's facts name: the picker points at it first, so that one key captures it, and it is cut out
 * of the raw frames with its place in numbers, and with the place of the words that were selected.
 */
import { readFileSync } from "node:fs"
import { PNG } from "pngjs"
import { afterAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { type CaptureRecord } from "../../src/core/evidence.ts"
import { type Area } from "../../src/core/marks.ts"
import { installed } from "./harness/installed.ts"
import { target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"
import { serveWeb } from "./harness/web.ts"
import { seenIn } from "./nasty/seen.ts"

const FOLDER = "tests/fixtures/sites/weibo/desktop-post"
const { url } = JSON.parse(readFileSync(`${FOLDER}/meta.json`, "utf8")) as { readonly url: string }
const dot = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64")
/** The post stands below the first screen: it has to be found, and not to be the nearest. */
const before = `<div style="height:2000px;background:#f0f0f0"></div>`
const after = `<style>article{background:#20a050}</style><div style="height:2000px;background:#f0f0f0"></div>`
const web = await serveWeb((asked, _request, response) => {
  if (asked.href !== url) response.writeHead(200, { "Content-Type": "image/gif" }).end(dot)
  else {
    const page = readFileSync(`${FOLDER}/page.html`, "utf8")
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    response.end(page.replace(/<body[^>]*>/, body => body + before).replace("</body>", `${after}</body>`))
  }
})
afterAll(() => web.close())
const browser = installed(web.options[target])

/** Of the post and of the words in it, from the page's upper left corner. */
const places = (selector: string): { readonly post: Area; readonly quote: Area } => {
  const placeOf = ({ x, y, width, height }: DOMRect): Area => ({
    ...{ x: x + scrollX, y: y + scrollY, width, height },
  })
  const post = document.querySelector(selector)
  const words = getSelection()?.getRangeAt(0).getClientRects()[0]
  if (!post || !words) throw new Error("no post, or no words")
  return { post: placeOf(post.getBoundingClientRect()), quote: placeOf(words) }
}

test("is pointed at first, and cut out of the frames with the place of the selected words", async () => {
  const { driven } = browser
  const page = await driven.newPage(url)
  await page.evaluate(`(() => {
    const words = document.querySelector(".wbpro-feed-ogText").lastElementChild.lastChild
    getSelection().setBaseAndExtent(words, 0, words, words.length)
  })()`)
  const place = await page.evaluate(places, "article")
  const popup = await openPopup(driven, page)
  await popup.click("#pick")
  await until("the popup to make way", async () => !(await popup.isOpen()))
  await page.waitFor(
    () => document.querySelector("html > [role=application]") !== null && document.hasFocus(),
  )
  await page.press("Enter")

  const done = await until("the capture to be sealed", async () => {
    const { captures } = await readVault(driven.background)
    return captures.find(({ state }) => state === "sealed")
  })
  const found = await seenIn(driven, done.item)
  const { post, quote, frames } = JSON.parse(await found.text("capture.json")) as CaptureRecord
  expect(post?.selector).toContain("article")
  const isNear = (one: Area | undefined, other: Area) =>
    (["x", "y", "width", "height"] as const).every(
      each => Math.abs((one?.[each] ?? NaN) - other[each]) <= 1.01,
    )
  expect({ post, isNear: isNear(post, place.post) }).toEqual({ post, isNear: true })
  expect({ rects: quote?.rects, isNear: isNear(quote?.rects[0], place.quote) }).toEqual({
    rects: quote?.rects,
    isNear: true,
  })
  expect(quote?.frames.length).toBeGreaterThan(0)
  for (const { path, x, y, width, height } of quote?.frames ?? []) {
    const frame = frames.find(each => each.path === path)
    expect(x + width <= (frame?.width ?? 0) && y + height <= (frame?.height ?? 0)).toBe(true)
  }

  // Pixel for pixel what the frames show there.
  const cut = PNG.sync.read(await found.bytes(post?.file ?? "no picture of the post"))
  expect([cut.width, cut.height]).toEqual([post?.width, post?.height])
  const wrong: string[] = []
  for (const part of (post?.frames ?? []).filter(({ path }) => post?.from.includes(path))) {
    const frame = await found.picture(part.path)
    for (let row = 0; row < part.height; row++) {
      const from = ((part.y + row) * frame.width + part.x) * 4
      const to = ((part.row + row) * cut.width + part.column) * 4
      const length = part.width * 4
      if (!frame.data.subarray(from, from + length).equals(cut.data.subarray(to, to + length)))
        wrong.push(`${part.path}: ${String(row)}`)
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  await page.close()
})
