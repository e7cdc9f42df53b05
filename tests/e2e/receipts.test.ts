/**
 * Papers of others beside the user's own words: the platform's answer to a
 * complaint, and receipts of what was paid. Kept under their own hashes, apart
 * from the evidence; in the bundle as they came; and missed where they are gone.
 */
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { exportAs } from "../../scripts/browsers/use-popup.ts"
import { readJson, sha256Of } from "./harness/bundle.ts"
import { type Bundle, bundleOf, keep } from "./harness/exported.ts"
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
  { language: "zh-CN", scheme: "dark" },
  { language: "en-GB", scheme: "light" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "receipts", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { page?: Page; library?: Page; item?: Page; bundle?: Bundle } = {}
  const item = () => held.item ?? expect.unreachable("opened before the tests")
  const library = () => held.library ?? expect.unreachable("opened by an earlier test")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")
  /** What somebody else made, by a name of theirs. */
  const made = (name: string, text: string) => {
    const path = join(browser.place.folder, name)
    writeFileSync(path, text)
    return path
  }
  const answer = () => made("平台回复.pdf", "%PDF-1.4\n% not looked into\n")
  const receipt = () => made("receipt <b>1.pdf", "%PDF-1.4\n% another\n")

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1000, height: 900 })
    held.page = await driven.newPage(`${site.origin}/one`)
    await keep(driven, held.page)
    const popupOf = await driven.openExtensionPage("ui/library.html")
    const { captures } = await readVault(popupOf)
    held.library = popupOf
    held.item = await driven.openExtensionPage(`ui/item.html?item=${String(captures[0]?.id)}`)
    await item().waitFor(() => document.querySelector("#remarks"))
  })

  test("a file that is none of the four kinds is not taken, and what was written stays", async () => {
    await item().click("#remark-add-complaint")
    await item().type("Weibo")
    await item().choose("#complaint-files", made("program.pdf", "MZ, not a PDF"))
    await item().click("#complaint-keep")
    await item().waitFor(() => document.querySelector("#error")?.textContent.includes("E-FILE-01"))
    await look(item(), "refused")
    expect(
      await item().evaluate(() => document.querySelector<HTMLInputElement>("#complaint-platform")?.value),
    ).toBe("Weibo")
  })

  test("the answer to a complaint stands beside it, by its name, its size and its fingerprint", async () => {
    await item().choose("#complaint-files", answer())
    await look(item(), "complaint")
    await item().click("#complaint-keep")
    await item().waitFor(
      `document.querySelector(".attached-files [data-file='${sha256Of(answer())}']") !== null`,
    )
    await item().evaluate(() => {
      document.querySelector("#complaints")?.scrollIntoView()
    })
    await look(item(), "kept")
  })

  test("it comes back to the disk as it came", async () => {
    await item().click(".attached-files [data-act=save-attached]")
    const saved = await browser.driven.nextDownload(60_000)
    expect(readFileSync(saved)).toEqual(readFileSync(answer()))
  })

  test("what was paid is listed with its sum, and its receipt", async () => {
    await library().bringToFront()
    await library().click("#case-costs summary")
    for (const [what, amount, file] of [
      ["notary", "1200.5", receipt()],
      ["print", "0.1", null],
    ] as const) {
      await library().click("#cost-what")
      await library().type(what)
      await library().press("Tab")
      await library().type(amount)
      if (file !== null) await library().choose("#cost-files", file)
      await library().press("Enter")
      await library().waitFor(
        `document.querySelector("#case-costs tbody")?.textContent.includes(${JSON.stringify(what)}) && document.querySelector("#cost-what")?.value === ""`,
      )
    }
    expect(await library().evaluate(() => document.querySelector("#cost-sum")?.textContent)).toMatch(
      /1,200\.60$/,
    )
    await look(library(), "costs")
  })

  test("the case has both in its bundle, under their hashes, and others' tools agree", async () => {
    await library().evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>("#case-view")
      if (select === null) return
      select.selectedIndex = 1
      select.dispatchEvent(new Event("change", { bubbles: true }))
    })
    await library().click("#case-export")
    await library().waitFor(() => document.activeElement?.id === "export-title")
    const said = await exportAs(library(), 120_000)
    held.bundle = bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
    const { folder, zip } = bundle()
    expect(verify(zip)).toMatchObject({ status: 0, faults: [] })
    execFileSync("sha256sum", ["--quiet", "--strict", "-c", "manifest-sha256.txt"], { cwd: folder })
    for (const path of [answer(), receipt()])
      expect(sha256Of(join(folder, "data/attached", `${sha256Of(path)}.pdf`))).toBe(sha256Of(path))
    expect(readJson(folder, "data/case.json")).toMatchObject({
      cases: [{ remarks: [{ kind: "cost" }, { kind: "cost" }] }],
    })
    expect(bundle().item("e001").text("notes.json")).toContain(sha256Of(answer()))
    const readme = readFileSync(join(folder, "00-readme.html"), "utf8")
    expect(readme).toContain("1200.60")
    expect(readme).toContain(`data/attached/${sha256Of(receipt())}.pdf`)
    // By a name that is markup it is known to nobody but its own record.
    expect(readme).not.toContain("<b>1")
  })

  test("what is taken back is out of the sum, and the receipt stays with the version that names it", async () => {
    await library().click("#case-costs tbody tr:first-child [data-act=take-back-cost]")
    await library().waitFor(() => document.querySelectorAll("#case-costs tbody tr").length === 1)
    expect(await library().evaluate(() => document.querySelector("#cost-sum")?.textContent)).toMatch(/0\.10$/)
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBe(4)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
