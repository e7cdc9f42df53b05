/**
 * A visitor's view with a picture: the address in a private window that is
 * opened for it, photographed and closed. What shows is what a visitor sees,
 * and access to all sites is given back.
 */
import { afterAll, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type VisitorReading } from "../../src/core/server/reading.ts"
import { middleColours } from "./harness/caught.ts"
import { exportBundle, folderName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { photographer } from "./harness/photograph.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const members = 0x1e8c1e
const strangers = 0xc81e1e
const secret = "cookie-secret-1"
/** Each visitor's page has a colour of its own. */
const asPost: Route = ({ headers }, response) => {
  const isMember = headers.cookie?.includes(secret) === true
  const colour = (isMember ? members : strangers).toString(16).padStart(6, "0")
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Set-Cookie": `sid=${secret}; Path=/; HttpOnly; SameSite=Lax`,
  })
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>帖子</title><link rel="icon" href="data:,"><body style="background:#${colour}">${isMember ? "成员可见的话" : "请先登录"}`,
  )
}
const site = await servePages({}, { "/post": asPost })
const folder = newPlace()
const browser = installed({
  ...grantedHosts(target, extensionDir, ["<all_urls>"], folder.profile, ["webRequest"]),
  inPrivate: true,
  locale: "zh-CN",
  env: { LANGUAGE: "zh_CN" },
})
afterAll(async () => {
  folder.clear()
  await site.close()
})

const photograph = photographer(browser, "visitor-picture", { language: "zh-CN", scheme: "light" })

const api = `(globalThis.browser ?? globalThis.chrome)`
const windowsOpen = (page: Page) =>
  page.evaluate<[], number>(`${api}.windows.getAll().then(all => all.filter(each => each.incognito).length)`)

test("one click keeps what a visitor's window shows, and leaves no window and no access behind", async () => {
  const { driven } = browser
  await driven.setViewport({ width: 900, height: 900 })
  // Once for the cookie, and once with it.
  const post = await driven.newPage(`${site.origin}/post`)
  await post.goto(`${site.origin}/post`)
  await post.bringToFront()
  const { kept, popup } = await capture(driven, post, 120_000)
  const id = await popup.evaluate(
    () => document.querySelector<HTMLElement>("#see-as-visitor")?.dataset.capture,
  )
  await popup.close()

  const view = await driven.openExtensionPage(`ui/visitor.html?item=${id ?? ""}`)
  await view.waitFor(() => document.querySelector("#look-with-picture:not([aria-disabled])"))
  await photograph(view, "asking")
  expect(await judged(view)).toMatchObject({ wrong: [], sideways: false })

  // Another private window may be signed in: then nothing is sent.
  const before = site.requests.length
  await view.evaluate(
    `${api}.windows.create({ incognito: true, url: "about:blank" }).then(({ id }) => { globalThis.other = id; return null })`,
  )
  await view.bringToFront()
  await view.click("#look-with-picture")
  expect(await view.waitFor(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)).toBe(
    "private/in-use",
  )
  expect(site.requests.length).toBe(before)
  await view.evaluate(`${api}.windows.remove(globalThis.other).then(() => null)`)
  await view.waitFor(() => document.querySelector("#look-with-picture:not([aria-disabled])"))

  await view.click("#look-with-picture")
  const shown = await view.waitFor(
    () => document.querySelector<HTMLElement>("#visitor-views [data-picture]")?.dataset.picture,
    60_000,
  )
  expect(shown).toBe("taken")
  await view.waitFor(() => document.querySelector("#look-with-picture:not([aria-disabled])"))
  await photograph(view, "taken")
  expect(await windowsOpen(view)).toBe(0)
  // In Chromium this installation has it from the start: no script can answer the browser's question there.
  if (target === "firefox") {
    expect(await view.evaluate<[], boolean>(`${api}.permissions.contains({ origins: ["<all_urls>"] })`)).toBe(
      false,
    )
  }
  await view.close()

  const bundle = await exportBundle(driven, post, browser.place.folder)
  const item = bundle.item(folderName(kept))
  const [reading] = item
    .text("readings.jsonl")
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line) as VisitorReading)
  expect(reading?.picture).toMatchObject({
    url: `${site.origin}/post`,
    title: "帖子",
    loaded: true,
    code: null,
  })
  const path = reading?.picture?.path ?? ""
  expect(reading?.files.map(file => file.path)).toContain(path)
  expect(middleColours(item.bytes(path)).at(-20)).toBe(strangers)
  expect(middleColours(item.bytes("frames/0000.png")).at(-20)).toBe(members)
  expect(verify(bundle.zip)).toMatchObject({ status: 0, faults: [] })
  await post.close()
})
