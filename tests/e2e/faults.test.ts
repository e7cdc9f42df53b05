/** The short form of `npm run faults`: one moment of each fault that can be had again in every run. */
import { afterAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { moveBack, unsaid } from "../../scripts/faults/clock.ts"
import { newTally } from "../../scripts/faults/fault.ts"
import { filesOfHash, harms } from "../../scripts/faults/files.ts"
import { recovered } from "../../scripts/faults/installation.ts"
import {
  answersAgain,
  blockFor,
  captureUpTo,
  leave,
  reloadExtension,
  type Scene,
} from "../../scripts/faults/scene.ts"
import { judge } from "../../scripts/faults/witness.ts"
import { itemName } from "../../src/core/evidence.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { readJson } from "./harness/bundle.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { damagedFiles, framesOf, newest, readVault, type Vault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const heights = { "/middle": 2_400, "/short": 1_500 }
const site = await servePages({
  "/middle": tallPage("middle", heights["/middle"]),
  "/short": tallPage("short", heights["/short"]),
})
const browser = installed()
afterAll(() => site.close())

/** Commits of a capture of the middle page: it stands among its frames. */
const MIDWAY = 9
const begun = () => captureUpTo(browser.driven, `${site.origin}/middle`, MIDWAY)

/** Until the popup says that it is kept; answers with whether it is complete. */
async function isKeptWhole({ popup }: Scene): Promise<boolean> {
  await popup.waitFor(() => document.querySelector("#saved, #error") !== null, 60_000)
  return popup.evaluate(() => document.querySelector<HTMLElement>("#saved")?.dataset.complete === "true")
}

/** Nothing that was on record is lost, and nothing torn is called whole. */
async function expectNothingLost({ seen }: Scene, after: Vault): Promise<void> {
  const tally = newTally()
  judge(tally, seen, after, await damagedFiles(browser.driven.background), heights)
  expect(tally.acknowledged).toBeGreaterThan(5)
  expect(tally).toMatchObject({ missing: 0, calledWhole: 0, broken: [] })
}

test("another tab asks for the database in a newer version: the capture goes on, and is complete", async () => {
  const scene = await begun()
  await blockFor(scene, 500)
  expect(await isKeptWhole(scene)).toBe(true)
  await leave(scene)
  await expectNothingLost(scene, await readVault(browser.driven.background))
})

test("the extension is loaded anew: what was kept is closed as interrupted, and the next capture works", async () => {
  const scene = await begun()
  await reloadExtension(browser.driven, scene.onlooker)
  if (await answersAgain(browser.driven)) await leave(scene)
  else {
    console.warn("after the reload the browser answered nothing: it was killed, and launched again")
    await browser.driven.kill()
    await browser.again()
  }
  const { popup, page, vault } = await recovered(browser.driven, `${site.origin}/short`)
  await popup.close()
  await expectNothingLost(scene, vault)
  expect(newest(vault)).toMatchObject({ interrupted: true, complete: false })
  expect((await keep(browser.driven, page)).kept).toMatchObject({ complete: true, gaps: [] })
  await page.close()
})

test("the clock is moved back a day: the capture is complete, and says that the clock was set", async () => {
  const scene = await begun()
  await moveBack(browser.driven, scene.popup)
  await scene.open()
  expect(await isKeptWhole(scene)).toBe(true)
  await leave(scene)
  await expectNothingLost(scene, await readVault(browser.driven.background))
})

test("a stored frame is changed on the disk: its item is named and left out, the others verify", async () => {
  const before = await readVault(browser.driven.background)
  // Of this page there is one capture: bytes that two items share would be lost to both.
  const victim = before.captures.find(({ url }) => url.endsWith("/short"))!
  const frame = framesOf(before, victim).at(-1)!
  await browser.driven.close()
  filesOfHash(browser.place.profile, frame.sha256).forEach(harms[0]!.to)
  await browser.again()
  const page = await browser.driven.newPage(`${site.origin}/short`)
  const bundle = await exportBundle(browser.driven, page, browser.place.folder)
  expect(readJson(bundle.folder, "data/case.json")).toMatchObject({
    leftOut: [{ item: itemName(victim.item), reason: "damaged" }],
  })
  expect(unsaid(bundle, "e004")).toEqual([])
  expect(verify(bundle.zip)).toMatchObject({ status: 0, faults: [] })
  const popup = await openPopup(browser.driven, page)
  expect((await damagedFiles(popup)).map(each => each.split(":")[0])).toEqual(
    before.files.filter(({ sha256 }) => sha256 === frame.sha256).map(({ path }) => path),
  )
  await popup.close()
})
