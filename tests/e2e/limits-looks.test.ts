/**
 * The limits in the settings, by keyboard: what is entered, what is wrong with
 * it, and what was kept. Nothing that axe finds wrong, and a picture to look at,
 * in a folder of the system's own for temporary files.
 */
import { beforeAll, describe, expect, test } from "vitest"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn, modesOfRun } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { target } from "./harness/target.ts"

const field = (name: string) => `#limits-form input[name=${name}]`

describe.each(modesOfRun)("the limits in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "limits", { language, scheme })
  const looks = new Map<string, Look>()
  const held: { missing?: string; focused?: string | null; reopened?: readonly string[] } = {}

  beforeAll(async () => {
    const { driven } = browser
    const page = await driven.openExtensionPage("ui/settings.html")
    await page.waitFor(() => document.querySelector("#limits-form button:enabled"))
    if (
      (await page.evaluate(() => document.documentElement.lang)) !==
      language.slice(0, language === "zh-CN" ? 5 : 2)
    ) {
      held.missing = `${target} has no ${language} of its own installed here`
      return
    }
    const look = async (state: string) => {
      await page.evaluate(() => {
        document.querySelector("#limits")?.scrollIntoView({ block: "start" })
      })
      await photograph(page, state)
      looks.set(state, await judged(page))
    }
    await look("usual")
    await page.click(field("seconds"))
    await page.type("000000")
    await page.press("Enter")
    await page.waitFor(() => document.querySelector("#limits [aria-invalid]"))
    held.focused = await page.evaluate(() => document.activeElement?.getAttribute("name") ?? null)
    await look("wrong")
    for (let at = 0; at < 6; at++) await page.press("Backspace")
    await page.press("Tab")
    await page.type("25")
    await page.press("Enter")
    await page.waitFor(() => document.querySelector("#limits-kept")?.textContent !== "")
    await look("kept")
    await page.close()
    const again = await driven.openExtensionPage("ui/settings.html")
    await again.waitFor(() => document.querySelector("#limits-form button:enabled"))
    held.reopened = await again.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLInputElement>("#limits-form input"), ({ value }) => value),
    )
    await again.close()
  })

  test("axe finds nothing wrong, and nothing reaches out sideways", context => {
    if (held.missing !== undefined) context.skip(held.missing)
    const fine: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual({ usual: fine, wrong: fine, kept: fine })
  })

  test("a number out of range is told at its field, which has the focus; what is kept is there the next time", context => {
    if (held.missing !== undefined) context.skip(held.missing)
    expect(held.focused).toBe("seconds")
    expect(held.reopened).toEqual(["40", "300", "25"])
  })
})
