/**
 * A capture in a private window, into which the user has allowed the extension: as whole as any other, and it says
 * where it was made. Firefox keeps the popup there from the storage, and the background not: the popup captures all the same.
 */
import { afterAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { bandsPage, wrongRows } from "./harness/bands.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"
import { readVault } from "./harness/vault.ts"
import { seenIn } from "./nasty/seen.ts"

const HEIGHT = 3_000
const site = await servePages({ "/bands": bandsPage(HEIGHT) })
afterAll(() => site.close())
const browser = installed({ inPrivate: true })

test("55: a private window is captured whole, in the right pixels, and the record says that it was one", async () => {
  const { driven } = browser
  const page = await driven.newPrivatePage(`${site.origin}/bands`)
  const popup = await openPopup(driven, page)
  expect(
    await popup.waitFor(() => document.querySelector("#private, #without-storage")?.textContent),
  ).toMatch(/private window/)
  await popup.click("#capture")
  const row = await until("the capture to be sealed", async () => {
    const { captures } = await readVault(driven.background)
    return captures.find(each => each.state === "sealed")
  })
  // The ordinary popup shows what it kept; the one without storage says so.
  await popup.waitFor(() => {
    const alone = document.querySelector("#without-storage [role=status]")
    return alone === null || alone.textContent === "Saved."
  })
  await popup.close()
  const found = await seenIn(driven, row.item)
  expect({ gaps: found.gaps, complete: row.complete }).toEqual({ gaps: [], complete: true })
  expect(row.environment.privateWindow).toBe(true)
  expect(wrongRows(await found.middle(), HEIGHT)).toEqual([])
  await page.close()
})
