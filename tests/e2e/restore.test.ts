/** A whole vault, encrypted, goes to another installation; what is given twice, or was tampered with, is told and writes nothing. */
import { readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Driven, type Page } from "../../scripts/browsers/driver.ts"
import { chooseReport, exportAs } from "../../scripts/browsers/use-popup.ts"
import { bundleFiles, type Draft, folder as exampleFolder, zipOf } from "../unit/verify/example.ts"
import { newPlace, type Place, start } from "./harness/browser.ts"
import { wrongAnywhere } from "./harness/everywhere.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { damagedFiles, readVault, type Vault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/one": tallPage("One", 900), "/two": tallPage("Two", 900) })
afterAll(() => site.close())

const passphrase = "correct horse battery staple"
const first = installed()

interface Second {
  readonly place: Place
  readonly driven: Driven
}
/** What is wrong with the looks of a stage. */
const looks = new Map<string, readonly string[]>()
const held: { second?: Second; backup?: string; zip?: string; before?: Vault } = {}
afterAll(async () => {
  await held.second?.driven.close()
  held.second?.place.clear()
})

/** What the page says, once it is at one of these stages. */
const untilAt = (page: Page, ...stages: readonly string[]): Promise<unknown> =>
  page.waitFor(
    `${JSON.stringify(stages)}.includes(document.body.dataset.stage) || (document.querySelector("#error")?.dataset.cause ?? false)`,
    120_000,
  )

const give = (page: Page, file: string, name = basename(file)): Promise<void> =>
  page.evaluate(putFile, readFileSync(file).toString("base64"), name)

/** Runs in the page. */
function putFile(base64: string, name: string): void {
  const input = document.querySelector<HTMLInputElement>("#file")
  if (input === null) throw new Error("the page takes no file now")
  const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name))
  input.files = transfer.files
  input.dispatchEvent(new Event("change", { bubbles: true }))
}

const stageOf = (page: Page) => page.evaluate(() => document.body.dataset.stage)

const second = (): Second & { readonly zip: string } => {
  if (held.second === undefined || held.zip === undefined)
    throw new Error("the first story did not come to its end")
  return { ...held.second, zip: held.zip }
}

describe("a backup of everything", () => {
  beforeAll(async () => {
    for (const path of ["/one", "/two"]) {
      const page = await first.driven.newPage(`${site.origin}${path}`)
      await keep(first.driven, page)
      await page.close()
    }
    const library = await first.driven.openExtensionPage("ui/library.html?export=everything")
    await library.waitFor(() => document.querySelector("#export-start") !== null)
    await chooseReport(library, "none")
    await library.click("#encryption summary")
    await library.waitFor(() => document.querySelector("#encryption[open]") !== null)
    await library.click("input[name=encryption][value=passphrase]")
    await library.click("#passphrase")
    await library.type(passphrase)
    await library.click("#passphrase-again")
    await library.type(passphrase)
    await exportAs(library)
    held.backup = await first.driven.nextDownload(120_000)
    held.before = await readVault(first.driven.background)
    await library.close()
  })

  test("comes back whole in a fresh installation, file by file, and its bundle from there holds", async () => {
    const place = newPlace()
    const driven = await start(place)
    held.second = { place, driven }
    const page = await driven.openExtensionPage("ui/restore.html")
    await untilAt(page, "choose")
    looks.set("choose", await wrongAnywhere(driven, page))
    await give(page, held.backup ?? "")
    await untilAt(page, "locked")
    looks.set("locked", await wrongAnywhere(driven, page))
    await page.click("#passphrase")
    await page.type("not the passphrase")
    await page.click("#locked button[type=submit]")
    expect(await page.waitFor(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)).toBe(
      "restore/locked",
    )
    expect((await readVault(driven.background)).captures).toEqual([])
    await page.click("#passphrase")
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("#passphrase")
      if (field !== null) field.value = ""
    })
    await page.type(passphrase)
    await page.click("#locked button[type=submit]")
    await page.waitFor(() => document.body.dataset.stage === "ready", 120_000)
    looks.set("ready", await wrongAnywhere(driven, page))
    await page.click("#begin")
    await untilAt(page, "done")
    expect(
      await page.evaluate(() => {
        const { written, failed } = document.querySelector<HTMLElement>("#done")?.dataset ?? {}
        return { written, failed }
      }),
    ).toEqual({
      written: "2",
      failed: "0",
    })
    looks.set("done", await wrongAnywhere(driven, page))
    await page.close()

    const [before, after] = [held.before, await readVault(driven.background)]
    const byPath = (vault: Vault | undefined) =>
      vault?.files.toSorted((a, b) => (a.captureId + a.path < b.captureId + b.path ? -1 : 1))
    expect(after.captures.map(({ id, item, record }) => ({ id, item, record }))).toEqual(
      before?.captures.map(({ id, item, record }) => ({ id, item, record })),
    )
    expect(byPath(after)).toEqual(byPath(before))
    expect(await damagedFiles(driven.background)).toEqual([])
    expect(after.custody.filter(({ event }) => event === "capture.received")).toHaveLength(2)

    const post = await driven.newPage(`${site.origin}/one`)
    const bundle = await exportBundle(driven, post, place.folder)
    held.zip = bundle.zip
    const { status, faults, result } = verify(bundle.zip)
    expect({ status, faults }).toEqual({ status: 0, faults: [] })
    expect(result.layers.find(({ layer }) => layer === "origins")?.outcome).toBe("pass")
  })

  test("given once more, all of it is here already, and nothing is written", async () => {
    const { driven, zip } = second()
    const before = await readVault(driven.background)
    const page = await driven.openExtensionPage("ui/restore.html")
    await untilAt(page, "choose")
    await give(page, zip)
    await untilAt(page, "ready")
    expect(await page.evaluate(() => document.querySelector("#same") !== null)).toBe(true)
    // A file that is dropped now waits for this one.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(["no bundle"], "second.zip"))
      document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }))
    })
    await page.waitFor(() => document.querySelector("#waiting"))
    expect(await stageOf(page)).toBe("ready")
    expect(await page.evaluate(() => document.querySelector("#begin") === null)).toBe(true)
    await page.close()
    expect(await readVault(driven.background)).toEqual(before)
  })

  test("as a test it is held against what is here, and nothing is written", async () => {
    const { driven, zip } = second()
    const before = await readVault(driven.background)
    const page = await driven.openExtensionPage("ui/restore.html?test")
    await untilAt(page, "choose")
    await give(page, zip)
    await untilAt(page, "ready")
    expect(await page.evaluate(() => document.querySelector("#tested")?.className)).toBe("note note-calm")
    looks.set("tested", await wrongAnywhere(driven, page))
    await page.close()
    expect(await readVault(driven.background)).toEqual(before)
  })

  test("tampered with, it is refused with E-IMP-02, and nothing is written", async () => {
    const { driven, place, zip } = second()
    const before = await readVault(driven.background)
    const bytes = readFileSync(zip)
    const at = bytes.indexOf("e001/text.txt") + "e001/text.txt".length + 2
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    const tampered = join(place.folder, basename(zip).replace("holdfast", "tampered"))
    writeFileSync(tampered, bytes)
    const page = await driven.openExtensionPage("ui/restore.html")
    await untilAt(page, "choose")
    await give(page, tampered, basename(zip))
    await untilAt(page, "refused", "ready")
    expect(await stageOf(page)).toBe("refused")
    expect(await page.evaluate(() => document.querySelector("#refused .code")?.textContent)).toBe("E-IMP-02")
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("heading")
    looks.set("refused", await wrongAnywhere(driven, page))
    await page.close()
    expect(await readVault(driven.background)).toEqual(before)
  })

  test("sound, but of records that cannot be taken in, that is told, and nothing of them is kept", async () => {
    const { driven, place } = second()
    const before = await readVault(driven.background)
    const strange = join(place.folder, `${exampleFolder}.zip`)
    // As a later version may say it: no fault, and nothing that this one could keep.
    const record = (draft: Draft) =>
      Object.assign(draft, {
        complete: false,
        gaps: [{ what: "a later version's", reason: "limit", count: null, where: null }],
      })
    writeFileSync(strange, zipOf(bundleFiles({ record })))
    expect(verify(strange).faults).toEqual([])
    const page = await driven.openExtensionPage("ui/restore.html")
    await untilAt(page, "choose")
    await give(page, strange)
    await untilAt(page, "ready")
    await page.evaluate(() => {
      for (const select of document.querySelectorAll<HTMLSelectElement>("#places select")) {
        select.selectedIndex = select.options.length - 1
        select.dispatchEvent(new Event("change", { bubbles: true }))
      }
    })
    await page.click("#begin")
    await untilAt(page, "done")
    const told = await page.evaluate(() => {
      const { written, failed } = document.querySelector<HTMLElement>("#done")?.dataset ?? {}
      return { written, failed }
    })
    expect(told).toEqual({ written: "0", failed: "2" })
    await page.close()
    const { captures, files } = await readVault(driven.background)
    expect({ captures, files }).toEqual({ captures: before.captures, files: before.files })
  })

  test("nothing is wrong with the looks of any stage", () => {
    const stages = ["choose", "locked", "ready", "done", "tested", "refused"]
    expect(Object.fromEntries(looks)).toEqual(Object.fromEntries(stages.map(stage => [stage, []])))
  })
})
