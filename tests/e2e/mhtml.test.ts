/** The page as one file: kept where the browser can give one, and said not to be where it cannot. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { switchOn } from "../../scripts/browsers/use-settings.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"

const words = "张三上周在小区业主群里说李四欠钱不还"
const site = await servePages({
  "/post": `<!doctype html><meta charset="utf-8"><title>p</title><p>${words}</p><script>var s = "script-is-here"</script>`,
})
const folder = newPlace()
const browser = installed(grantedHosts(target, extensionDir, [site.origin], folder.profile, ["pageCapture"]))
afterAll(async () => {
  await site.close()
  folder.clear()
})

const held: { item?: Item; bundle?: Bundle } = {}
const item = () => held.item ?? expect.unreachable("told before the tests")

beforeAll(async () => {
  const { driven } = browser
  if (target === "chrome") await switchOn(driven, "mhtml")
  const page = await driven.newPage(`${site.origin}/post`)
  const { item: name } = await keep(driven, page)
  held.bundle = await exportBundle(driven, page, driven.profile)
  held.item = held.bundle.item(name)
})

test("where the browser can, page.mhtml holds the document and no script, and is no gap either way", () => {
  expect(item().record.gaps).toEqual([])
  const step = item().record.steps.find(({ name }) => name === "mhtml")
  if (target === "firefox") {
    expect(step).toBeUndefined()
    return
  }
  expect(step).toMatchObject({ outcome: "done", code: null })
  expect(item().record.files.find(({ path }) => path === "page.mhtml")).toMatchObject({
    mediaType: "multipart/related",
    source: "dom",
  })
  const text = item().text("page.mhtml")
  expect(text).toContain(`Snapshot-Content-Location: ${site.origin}/post`)
  expect(text).toContain("=E5=BC=A0=E4=B8=89")
  expect(text).not.toContain("script-is-here")
})

test("the settings say beforehand where the browser cannot", async () => {
  const page = await browser.driven.openExtensionPage("ui/settings.html")
  const isOff = await page.waitFor(
    () =>
      document.querySelector<HTMLInputElement>("input[name=extra][value=originals]:not([disabled])") && {
        off: document.querySelector<HTMLInputElement>("input[name=extra][value=mhtml]")?.disabled,
      },
  )
  expect(isOff).toEqual({ off: target === "firefox" })
  await page.close()
})
