/** The first page, and the practice post that it leads to: captured as any page is, and called practice where it is named. */
import { describe, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { type PostFacts } from "../../src/core/post-facts/judge.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { verify } from "./harness/verifier.ts"

const modes = [
  { language: "zh-CN", scheme: "light", named: "练习页（虚构）" },
  { language: "en-GB", scheme: "dark", named: "Practice page (made up)" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, named }) => {
  const browser = installed(begunIn({ language, scheme }))

  const photograph = photographer(browser, "welcome", { language, scheme })

  test("the first page is sound, at 200 % too, and leads to the practice post", async () => {
    const page = await browser.driven.openExtensionPage("ui/welcome.html")
    await page.waitFor(() => document.querySelector("#open-practice"))
    for (const width of [1280, 640]) {
      await browser.driven.setViewport({ width, height: 900 })
      await photograph(page, String(width))
      expect(await judged(page)).toEqual({ wrong: [], sideways: false })
    }
    await browser.driven.setViewport({ width: 1280, height: 900 })
    await page.click("#open-practice")
    await page.waitFor(() => location.pathname === "/practice/index.html")
    const popup = await openPopup(browser.driven, page)
    await popup.waitFor(() => document.querySelector("#capture:enabled"))
    await photograph(popup, "popup")
    expect(await popup.evaluate(() => document.querySelector("#page .host")?.textContent)).toBe(named)
    expect(await popup.evaluate(() => document.querySelector("#welcome-open") !== null)).toBe(true)
    await popup.close()
    await page.close()
  })

  test("the practice post is captured whole, again too, is called practice, and its bundle verifies", async () => {
    const { driven, place } = browser
    const page = await driven.openExtensionPage("practice/index.html")
    const first = await keep(driven, page)
    const second = await keep(driven, page)
    for (const { kept } of [first, second]) expect(kept).toMatchObject({ complete: true, gaps: [] })
    const bundle = await exportBundle(driven, page, place.folder)
    const record = bundle.item(second.item).record
    expect(record.url).toBe(`${driven.origin}/practice/index.html`)
    expect(record.previousCapture).toBe(bundle.item(first.item).record.id)
    const facts = JSON.parse(bundle.item(second.item).text("post.json")) as PostFacts
    expect(facts.fields.authorName).toMatchObject({ value: "海边不加糖", verdict: "ok" })
    expect(verify(bundle.zip)).toMatchObject({ status: 0, faults: [] })
    const popup = await openPopup(driven, page)
    await popup.click("#recent li:first-child button")
    await popup.waitFor(() => document.querySelector("#practice"))
    await photograph(popup, "saved")
    await popup.close()
    await page.close()
  })
})
