/**
 * The browser asks whether a site may be read, and gets both answers, by its own buttons: refused, nothing is loaded
 * and the page says so; allowed, a reading is made.
 */
import { afterAll, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { caught } from "./harness/caught.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"

const ASKS =
  "Chromium's question can be answered by no script; what the page says of a refusal is a unit test, and the background refuses by itself"

const post: Route = (_request, response) => {
  const data = {
    ...{ "@context": "https://schema.org", "@type": "SocialMediaPosting", articleBody: "这家店用过期肉" },
    author: { "@type": "Person", name: "林小满" },
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: "https://schema.org/WatchAction",
      userInteractionCount: 1200,
    },
  }
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>post</title><link rel="icon" href="data:,"><script type="application/ld+json">${JSON.stringify(data)}</script><article><h1>林小满</h1><p>这家店用过期肉</p></article>`,
  )
}
const site = await servePages({}, { "/one": post })
afterAll(() => site.close())
const browser = installed({ locale: "en-GB" })
const held: { item?: Page } = {}
const item = () => held.item ?? expect.unreachable("opened before")

test("refused, the site is not read, and the page says what was not done", async context => {
  const { driven } = browser
  if (driven.answerQuestion === null) context.skip(ASKS)
  const { row } = await caught(driven, await driven.newPage(`${site.origin}/one`))
  held.item = await driven.openExtensionPage(`ui/item.html?item=${row.id}`)
  await item().bringToFront()
  const before = site.count("/one")
  await item().click("#read-again")
  await driven.answerQuestion?.("refuse")
  await item().waitFor(() => document.querySelector("#read-refused"))
  expect(site.count("/one")).toBe(before)
  expect(await item().evaluate(() => document.querySelectorAll("#found li").length)).toBe(0)
})

test("allowed, it is read once, and nothing is said of a refusal any more", async context => {
  const { driven } = browser
  if (driven.answerQuestion === null) context.skip(ASKS)
  const before = site.count("/one")
  await item().click("#read-again")
  await driven.answerQuestion?.("allow")
  await item().waitFor(() => document.querySelectorAll("#found li").length === 1)
  expect(site.count("/one")).toBe(before + 1)
  expect(await item().evaluate(() => document.querySelector("#read-refused"))).toBeNull()
})
