/** Pages of ours as they open: wide, at 200 %, and as narrow as a telephone; axe finds nothing, and nothing goes sideways. */
import { expect, test } from "vitest"
import { wrongAnywhere } from "./harness/everywhere.ts"
import { installed } from "./harness/installed.ts"

const browser = installed({ locale: "zh-CN", env: { LANGUAGE: "zh_CN" } })

test.each([
  "settings",
  "verify",
  "welcome",
  "prepare",
  "import",
  "attach",
  "record",
  "visitor",
  "queue",
  "item",
  "library",
  "restore",
])("%s", async name => {
  const page = await browser.driven.openExtensionPage(`ui/${name}.html`)
  await page.waitFor(() => document.querySelector("#pages"))
  expect(await wrongAnywhere(browser.driven, page)).toEqual([])
  await page.close()
})
