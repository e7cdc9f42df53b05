import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { asFields } from "../../src/core/parse.ts"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"

const site = await servePages({ "/post": tallPage("A post", 3000) })
const browser = installed()
afterAll(() => site.close())

test("the background of the built extension runs", async () => {
  const version = await browser.driven.background.evaluate("chrome.runtime.getManifest().version")
  expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version })
})

test("the toolbar icon opens the popup, and its big button has the focus", async () => {
  const tab = await browser.driven.newPage(`${site.origin}/post`)
  const popup = await openPopup(browser.driven, tab)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  // Before the popup is seen, nothing in it can have the focus.
  await popup.waitFor(() => document.activeElement?.id === "capture", 5_000)
  await popup.close()
  expect(await popup.isOpen()).toBe(false)
})

test("installing it warns of no permission", async context => {
  if (target === "firefox")
    context.skip("Firefox has no getPermissionWarningsByManifest; the allow-list test reads its manifest")
  const manifest = asFields(JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8")), "manifest")
  const tab = await browser.driven.openExtensionPage("ui/popup.html")
  const warnings = (changed: object) =>
    tab.evaluate(
      `chrome.management.getPermissionWarningsByManifest(${JSON.stringify(JSON.stringify({ ...manifest, ...changed }))})`,
    )
  expect(await warnings({})).toEqual([])
  // The oracle does speak: one permission more, and it warns.
  expect(await warnings({ host_permissions: ["<all_urls>"] })).not.toEqual([])
  await tab.close()
})
