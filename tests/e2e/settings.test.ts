/**
 * The settings and the reminder of a backup: an item that has waited too long is
 * told in the popup, the settings lead to its export, and then it is quiet.
 * Languages are chosen apart; a settings file is made, refused, shown, taken over.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture, exportAs } from "../../scripts/browsers/use-popup.ts"
import { bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/one": tallPage("One", 900) })
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", due: "已有 1 项未备份", other: "en", said: "Settings" },
  { language: "en-GB", scheme: "dark", due: "1 item has no backup", other: "zh-CN", said: "设置" },
] as const
const wang = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, due, other, said }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "settings", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string, at?: string) => {
    if (at !== undefined)
      await surface.evaluate(where => {
        document.querySelector(where)?.scrollIntoView({ block: "start" })
      }, at)
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { settings?: Page; page?: Page } = {}
  const settings = () => held.settings ?? expect.unreachable("opened before the tests")
  const page = () => held.page ?? expect.unreachable("opened before the tests")
  const choose = (name: string, value: string) =>
    settings().evaluate(
      (field, chosen) => {
        const select = document.querySelector<HTMLSelectElement>(`select[name=${field}]`)
        if (select !== null) select.value = chosen
      },
      name,
      value,
    )
  const give = async (name: string, text: string) => {
    const path = join(browser.place.folder, name)
    writeFileSync(path, text)
    await settings().choose("#settings-chosen", path)
  }

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1280, height: 900 })
    held.page = await driven.newPage(`${site.origin}/one`)
    const { popup } = await capture(driven, held.page, 120_000)
    await popup.close()
    held.settings = await driven.openExtensionPage("ui/settings.html")
    await held.settings.waitFor(() => document.querySelector("#backup-export"))
    expect(await held.settings.evaluate(agePastTheLimit)).toBe(1)
  })

  test("an item that has waited too long is told in the popup, and its button leads to what has no backup", async () => {
    await page().bringToFront()
    const popup = await openPopup(browser.driven, page())
    await popup.waitFor(() => document.querySelector("#backup-due"))
    expect(await popup.evaluate(() => document.querySelector("#backup-due")?.textContent)).toContain(due)
    await look(popup, "popup-due")
    await popup.click("#backup-export")
    await popup.waitFor(() => document.querySelector("#export-start:not([aria-disabled])"))
    await popup.close()
  })

  test("the list of the groups is followed by keyboard, and each group is sound, at 200 % too", async () => {
    await settings().bringToFront()
    for (const width of [1280, 640]) {
      await browser.driven.setViewport({ width, height: 900 })
      await settings().evaluate(() => {
        document.querySelector<HTMLElement>("#index li:first-child a")?.focus()
      })
      for (let n = 0; n < 5; n++) await settings().press("Tab")
      await settings().press("Enter")
      await settings().waitFor(() => document.activeElement?.id === "group-backup")
      await look(settings(), `backup-${width}`)
      await look(settings(), `file-${width}`, "#settings-file")
      await look(settings(), `top-${width}`, "header")
      await look(settings(), `languages-${width}`, "#group-reports")
    }
    await browser.driven.setViewport({ width: 1280, height: 900 })
  })

  test("what is no settings file is refused with what is safe, and one that is shows what it would change", async () => {
    await settings().click("#settings-file-form button[type=submit]")
    const path = await browser.driven.nextDownload(60_000)
    const text = readFileSync(path, "utf8")
    const file = JSON.parse(text) as { version: number; settings: { capture: { limits: object } } }
    expect(file).toMatchObject({ format: "holdfast-settings", version: 1 })
    await settings().choose("#settings-chosen", path)
    await settings().waitFor(() => document.querySelector("#settings-same"))
    await give("other.json", "<html>")
    await settings().waitFor(() => document.querySelector("#error[data-cause='settings/malformed']"))
    await look(settings(), "refused", "#error")
    await give("newer.json", JSON.stringify({ ...file, version: 2 }))
    await settings().waitFor(() => document.querySelector("#error[data-cause='settings/newer']"))
    const changed = {
      ...file.settings,
      capture: { limits: { screens: 12, seconds: 300, items: null }, extras: ["server-record"] },
      recipients: [{ label: "王律师", key: wang }],
      authorities: [{ url: "https://tsa.example/", authorization: null }],
    }
    await give("changed.json", JSON.stringify({ ...file, settings: changed }))
    await settings().waitFor(() => document.querySelector("#settings-preview"))
    expect(await settings().evaluate(() => document.querySelector("#error") !== null)).toBe(false)
    await look(settings(), "preview", "#settings-preview")
    const changes = await settings().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("[data-change]"), each => each.dataset.change),
    )
    expect(changes).toEqual(["screens", "extra", "recipient", "authority"])
    expect(await settings().evaluate(() => document.querySelectorAll(".recipient-key").length)).toBe(1)
    await settings().click("[data-act=apply-settings]")
    await settings().waitFor(() => document.querySelector("#settings-applied")?.textContent !== "")
    await settings().waitFor(() => document.querySelector("#recipients .recipient-key"))
    await settings().waitFor(() => document.querySelector("#time input[value='https://tsa.example/']"))
    expect(
      await settings().evaluate(
        () => document.querySelector<HTMLElement>("#time input[value='https://tsa.example/']")?.dataset.on,
      ),
    ).toBe("no")
    const { custody } = await readVault(settings())
    expect(custody.filter(({ event }) => event === "settings.changed")).toMatchObject([
      { setting: "recipients" },
    ])
  })

  test("the language of reports is chosen apart, and the settings lead to the export that is missing", async () => {
    await choose("reports", "both")
    await settings().click("#reports-form button")
    await settings().waitFor(() => document.querySelector("#reports-kept")?.textContent !== "")
    await settings().click("#uninstall-export")
    await settings().waitFor(() => document.activeElement?.id === "export-title")
    await settings().waitFor(
      () => document.querySelector<HTMLSelectElement>("#report-language")?.value === "both",
    )
    await look(settings(), "library", "#strip")
    const told = await exportAs(settings(), 120_000)
    const made = bundleOf(await browser.driven.nextDownload(120_000), told, browser.place.folder)
    expect(verify(made.zip)).toMatchObject({ status: 0, faults: [] })
    await settings().waitFor(() => document.querySelector("#strip-backup") === null)
  })

  test("then nothing asks for a backup any more, here and in the popup", async () => {
    await settings().goto(`${browser.driven.origin}/ui/settings.html`)
    await settings().waitFor(() => document.querySelector("#uninstall-state.note-calm"))
    expect(await settings().evaluate(() => document.querySelector("#backup-export") !== null)).toBe(false)
    await look(settings(), "safe", "#group-backup")
    await page().bringToFront()
    const popup = await openPopup(browser.driven, page())
    await popup.waitFor(() => document.querySelector("#export-view"))
    expect(await popup.evaluate(() => document.querySelector("#backup-due") !== null)).toBe(false)
    await look(popup, "popup-safe")
    await popup.close()
  })

  test("the pages speak another language once it is chosen, and the browser's again", async () => {
    await settings().bringToFront()
    const title = () => settings().evaluate(() => document.querySelector("h1")?.textContent)
    const before = await title()
    await choose("pages", other)
    await settings().click("#pages-form button")
    await settings().waitFor(`document.documentElement.lang === ${JSON.stringify(other)}`)
    await settings().waitFor(() => document.querySelector("#pages-form button:enabled"))
    expect(await title()).toBe(said)
    await look(settings(), "other", "#group-language")
    await page().bringToFront()
    const popup = await openPopup(browser.driven, page())
    await popup.waitFor(`document.documentElement.lang === ${JSON.stringify(other)}`)
    await popup.close()
    await settings().bringToFront()
    await choose("pages", "browser")
    await settings().click("#pages-form button")
    await settings().waitFor(`document.querySelector("h1")?.textContent === ${JSON.stringify(before)}`)
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBeGreaterThan(12)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})

/** Runs in the browser: puts the sealing of every item eight days back, as the calendar would. Answers with how many. */
async function agePastTheLimit(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const transaction = database.transaction("captures", "readwrite")
  const rows = await new Promise<{ endedAt: string | null }[]>(resolve => {
    const asked = transaction.objectStore("captures").getAll() as IDBRequest<{ endedAt: string | null }[]>
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const endedAt = new Date(Date.now() - 8 * 86_400_000).toISOString()
  for (const row of rows) transaction.objectStore("captures").put({ ...row, endedAt })
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  database.close()
  return rows.length
}
