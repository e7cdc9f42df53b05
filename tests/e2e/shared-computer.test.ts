/** A computer that others use too: a plain look, closed pages, captures that go on, and a way back for whoever forgot the passphrase. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { type Lock } from "../../src/core/lock.ts"
import { keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { type Inside, newest, readVault } from "./harness/vault.ts"

const site = await servePages({ "/one": tallPage("One", 900), "/two": tallPage("Two", 900) })
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", plain: "网页存档", named: "固证" },
  { language: "en-GB", scheme: "dark", plain: "Web archive", named: "Holdfast" },
] as const
const WORDS = "three calm words"

/** Changes the row of the lock, as a day that went by would. */
const asOfYesterday = (inside: Inside): Promise<string> =>
  inside.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("holdfast")
        opening.onerror = () => {
          reject(new Error("no vault"))
        }
        opening.onsuccess = () => {
          const writing = opening.result.transaction("settings", "readwrite")
          const store = writing.objectStore("settings")
          const asking = store.get("lock")
          const liftAskedAt = new Date(Date.now() - 25 * 3_600_000).toISOString()
          asking.onsuccess = () => {
            const row = asking.result as { name: "lock"; lock: Lock }
            store.put({ ...row, lock: { ...row.lock, liftAskedAt } })
          }
          writing.oncomplete = () => {
            opening.result.close()
            resolve(liftAskedAt)
          }
        }
      }),
  )

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, plain, named }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "lock", { language, scheme })
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    expect(await judged(surface), name).toEqual({ wrong: [], sideways: false })
  }
  const iconSays = () =>
    browser.driven.background.evaluate<[], string>("(globalThis.browser ?? chrome).action.getTitle({})")
  const titleOf = (page: Page) => page.evaluate<[], string>("document.title")
  const openSettings = () => browser.driven.openExtensionPage("ui/settings.html")
  const openLibrary = () => browser.driven.openExtensionPage("ui/library.html")
  const typeInto = async (page: Surface, selector: string, text: string) => {
    await page.waitFor(`document.querySelector(${JSON.stringify(selector)})`)
    await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).value = ""`)
    await page.click(selector)
    await page.type(text)
  }
  const enter = async (page: Surface, text: string) => {
    await typeInto(page, "#lock-passphrase", text)
    await page.press("Enter")
  }
  const untilClosed = (page: Surface) => page.waitFor(() => document.querySelector("#lock-closed") !== null)
  const untilOpen = (page: Surface) =>
    page.waitFor(
      () =>
        document.querySelector("#lock") === null && document.querySelector("#rows .entry, .entry") !== null,
    )
  const inSight = (page: Surface, selector: string) =>
    page.evaluate<[], boolean>(`(() => {
      const { top, bottom } = document.querySelector("${selector}").getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })()`)
  const causeOf = (page: Surface, selector: string) =>
    page.waitFor<string | null | undefined>(`document.querySelector("${selector}")?.dataset.cause`)

  beforeAll(async () => {
    const page = await browser.driven.newPage(`${site.origin}/one`)
    await keep(browser.driven, page)
    await page.close()
  })

  test("the settings say what it does not do, and refuse a passphrase that is too short, or not the same twice", async () => {
    const page = await openSettings()
    await page.waitFor(() => document.querySelector("#shared[data-on=no]") !== null)
    expect(await page.evaluate(() => document.querySelector("#shared .note")?.textContent)).toMatch(
      /浏览器自己的扩展列表里也仍写着固证|own list of extensions still says Holdfast/,
    )
    const put = async (first: string, second: string) => {
      await typeInto(page, "#lock-put-form [name=new]", first)
      await typeInto(page, "#lock-put-form [name=again]", second)
      await page.press("Enter")
    }
    await put("seven77", "seven77")
    expect(await causeOf(page, "#error")).toBe("lock/short")
    expect(await inSight(page, "#error")).toBe(true)
    await put(WORDS, `${WORDS}!`)
    await page.waitFor(() => document.querySelector<HTMLElement>("#error")?.dataset.cause === "lock/differ")
    await page.evaluate(`document.querySelector("#shared").scrollIntoView()`)
    await look(page, "settings-refused")
    expect(await titleOf(page)).toContain(named)
    await put(WORDS, WORDS)
    // It begins anew for its new title.
    await page.waitFor(
      `document.documentElement.dataset.plain === "yes" && document.querySelector("#shared[data-on=yes]") !== null`,
    )
    expect(await titleOf(page)).toBe(plain)
    expect(await iconSays()).toBe(plain)
    await page.evaluate(`document.querySelector("#shared").scrollIntoView()`)
    await look(page, "settings-on")
    await page.close()
  })

  test("whoever put it on works on; closed, each page shows nothing but the door, at 200 % too", async () => {
    const library = await openLibrary()
    await untilOpen(library)
    expect(await titleOf(library)).toBe(plain)
    await library.evaluate("globalThis.sameDocument = true")
    const settings = await openSettings()
    await settings.waitFor(() => document.querySelector("[data-act=close-lock]") !== null)
    await settings.click("[data-act=close-lock]")
    await untilClosed(settings)
    // The other page as well, which was open.
    await untilClosed(library)
    await settings.close()
    await library.bringToFront()
    expect(await library.evaluate(() => document.body.innerText)).not.toContain("One")
    // What is behind the door is not drawn, and nobody's screen reader has it.
    expect(
      await library.evaluate(() =>
        Array.from(document.body.children).every(each => each.id === "lock" || !each.checkVisibility()),
      ),
    ).toBe(true)
    await look(library, "closed")
    await browser.driven.setViewport({ width: 640, height: 800 })
    await look(library, "closed-200")
    await browser.driven.setViewport({ width: 1280, height: 800 })
    await enter(library, "not the one")
    expect(await causeOf(library, "#lock-problem")).toBe("lock/wrong")
    await look(library, "wrong")
    // What the page was doing was not cut off.
    expect(await library.evaluate("globalThis.sameDocument")).toBe(true)
    await library.close()
  })

  test("closed, the popup captures all the same, shows nothing of it, and the passphrase opens it", async () => {
    const { driven } = browser
    const page = await driven.newPage(`${site.origin}/two`)
    const before = (await readVault(driven.background)).captures.length
    const popup = await openPopup(driven, page)
    await untilClosed(popup)
    await look(popup, "popup")
    await popup.click("[data-lock=capture]")
    await popup.waitFor(() =>
      /已保存|Saved\./.test(document.querySelector("#lock [role=status]")?.textContent ?? ""),
    )
    const { captures } = await readVault(driven.background)
    expect(captures).toHaveLength(before + 1)
    expect(newest(await readVault(driven.background))).toMatchObject({
      state: "sealed",
      url: `${site.origin}/two`,
      complete: true,
      trigger: "popup",
    })
    expect(await popup.evaluate(() => document.body.innerText)).not.toMatch(/Two|E-00/)
    await enter(popup, WORDS)
    await popup.waitFor(() => document.querySelector("#capture") !== null)
    await popup.close()
    await page.close()
  })

  test("a browser that begins anew is closed again, and plain", async () => {
    await browser.driven.close()
    await browser.again()
    const library = await openLibrary()
    await untilClosed(library)
    expect(await titleOf(library)).toBe(plain)
    await expect.poll(iconSays, { timeout: 10_000 }).toBe(plain)
    await library.close()
    // They show nothing of the vault, and so have no door.
    for (const name of ["verify", "welcome"]) {
      const page = await browser.driven.openExtensionPage(`ui/${name}.html`)
      await page.waitFor(() => document.querySelector("#view > *") !== null)
      expect(await titleOf(page), name).toBe(plain)
      await page.close()
    }
  })

  test("who forgot it asks, and is told from when on; not before. Whoever knows it is told that somebody asked", async () => {
    const library = await openLibrary()
    await untilClosed(library)
    await library.click("#lock-forgotten summary")
    await library.click("[data-lock=ask]")
    await library.waitFor(() => document.querySelector("#lock-asked") !== null)
    await look(library, "asked")
    await library.click("[data-lock=lift]")
    expect(await causeOf(library, "#lock-problem")).toBe("lock/early")
    await enter(library, WORDS)
    await library.waitFor(() => document.querySelector("#lock-told") !== null)
    await look(library, "somebody")
    await library.click("[data-lock=go]")
    await untilOpen(library)
    await library.close()
  })

  test("a day after it was asked for, it comes off without the passphrase, and nothing is lost", async () => {
    const { driven } = browser
    const settings = await openSettings()
    await settings.waitFor(() => document.querySelector("[data-act=close-lock]") !== null)
    await settings.click("[data-act=close-lock]")
    await untilClosed(settings)
    await settings.close()
    await asOfYesterday(driven.background)
    const library = await openLibrary()
    await untilClosed(library)
    await library.click("#lock-forgotten summary")
    await library.click("[data-lock=lift]")
    await untilOpen(library)
    expect(await library.evaluate(() => document.querySelectorAll(".entry[data-item]").length)).toBe(2)
    expect(await titleOf(library)).toContain(named)
    await expect.poll(iconSays, { timeout: 10_000 }).not.toBe(plain)
    await library.close()
  })
})
