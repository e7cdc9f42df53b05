/**
 * The choice to encrypt, what is said after it, and the settings that keep keys:
 * nothing that axe finds wrong, and a picture to look at, in a folder of the
 * system's own for temporary files.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Surface } from "../../scripts/browsers/driver.ts"
import { exportAs, openEncryption } from "../../scripts/browsers/use-popup.ts"
import { addRecipient } from "../../scripts/browsers/use-settings.ts"
import { keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { target } from "./harness/target.ts"

const site = await servePages({ "/post": tallPage("A post", 900) })
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", name: "固证", scheme: "light" },
  { language: "en-GB", name: "Holdfast", scheme: "dark" },
] as const

/** Of nobody: made by `age-keygen` and forgotten. */
const keys = {
  王律师: "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew",
  "Li & Partners, Attorneys at Law, Shanghai":
    "age1ghkzcsmv6vm2f0y8zphl53z2vjmjff8dmnrlerfd3rkqf7v9ncfsknhcxp",
}

const states = [
  "nobody",
  "passphrase",
  "made",
  "done-passphrase",
  "recipients",
  "done-recipients",
  "settings",
]

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, name, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "encrypt", { language, scheme })
  const looks = new Map<string, Look>()
  const held: { missing?: string } = {}

  beforeAll(async () => {
    const { driven } = browser
    const look = async (surface: Surface, state: string, at: string) => {
      await surface.evaluate(selector => {
        document.querySelector(selector)?.scrollIntoView({ block: "end" })
      }, at)
      await photograph(surface, state)
      looks.set(state, await judged(surface))
    }
    const page = await driven.newPage(`${site.origin}/post`)
    await keep(driven, page)
    const exporting = async () => {
      await page.bringToFront()
      const popup = await openPopup(driven, page)
      await popup.click("#export-open")
      await openEncryption(popup)
      return popup
    }
    const choose = (value: string) => `input[name=encryption][value=${value}]`

    const first = await exporting()
    const title = await first.evaluate(() => document.title)
    if (title !== name) {
      held.missing = `${target} has no ${language} of its own installed here`
      return
    }
    await first.click(choose("recipients"))
    await look(first, "nobody", "#by-recipients")
    await first.click(choose("passphrase"))
    await look(first, "passphrase", "#by-passphrase")
    await first.click("#passphrase-make")
    await look(first, "made", "#by-passphrase")
    await exportAs(first)
    await driven.nextDownload()
    await look(first, "done-passphrase", "#encrypted")
    await first.close()

    for (const [label, key] of Object.entries(keys)) await addRecipient(driven, label, key)
    const settings = await driven.openExtensionPage("ui/settings.html")
    await settings.waitFor(() => document.querySelectorAll(".recipient-key").length === 2)
    await look(settings, "settings", "#recipients")
    await settings.close()
    const second = await exporting()
    await second.click(choose("recipients"))
    await look(second, "recipients", "#by-recipients")
    await second.click("input[name=recipient]")
    await second.waitFor(() => document.querySelector("input[name=recipient]:checked"))
    await exportAs(second)
    await driven.nextDownload()
    await look(second, "done-recipients", "#encrypted")
    await second.close()
  })

  test("axe finds nothing wrong, and nothing reaches out sideways", context => {
    if (held.missing !== undefined) context.skip(held.missing)
    const fine: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual(Object.fromEntries(states.map(state => [state, fine])))
  })
})
