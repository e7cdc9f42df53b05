/**
 * Preparing a notice, by keyboard alone: from the library through three steps to
 * the bundle, which verifies and has the paper as it was previewed; then recorded
 * as sent, with the days since. Who speaks is kept, and forgotten, in the settings.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Bundle, bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { partsOf } from "./harness/office.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({
  "/post": tallPage("A post", 900).replace("</body>", "<p>Call 13812345678</p></body>"),
})
afterAll(() => site.close())

const person = "Li Xiaoming 李小明"
const truth = "It was never so."
const packets = {
  police: "05-police-report.docx",
  civil: "06-civil-complaint.docx",
  disclosure: "07-disclosure-request.docx",
  injunction: "08-injunction.docx",
  prosecution: "09-private-prosecution.docx",
  notary: "10-notary-application.docx",
  preservation: "11-court-preservation.docx",
} as const
const modes = [
  {
    language: "zh-CN",
    scheme: "light",
    title: "侵权通知书",
    draft: "草稿，请由律师审阅",
    days: "已发出 0 天",
  },
  {
    language: "en-GB",
    scheme: "dark",
    title: "Notice of infringement",
    draft: "Draft, to be reviewed by a lawyer",
    days: "0 days",
  },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, title, draft, days }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "prepare", { language, scheme })
  const held: { page?: Page; bundle?: Bundle } = {}
  const page = () => held.page ?? expect.unreachable("opened before the tests")
  const bundle = () => held.bundle ?? expect.unreachable("made by an earlier test")
  const looks = new Map<string, Look>()
  const look = async (name: string) => {
    await photograph(page(), name)
    looks.set(name, await judged(page()))
  }
  const focus = (selector: string) =>
    page().evaluate(where => {
      document.querySelector<HTMLElement>(where)?.focus()
    }, selector)
  const pressOn = async (selector: string, key: string) => {
    await page().waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`)
    await focus(selector)
    await page().press(key)
  }
  /** As an input method puts it there. */
  const write = (selector: string, text: string) =>
    page().evaluate(
      (where, words) => {
        const field = document.querySelector<HTMLInputElement>(where)
        if (field !== null) field.value = words
      },
      selector,
      text,
    )
  const atHeading = (step: number) =>
    page().waitFor(
      `document.querySelector("#step-${String(step)}") !== null && document.activeElement?.id === "heading"`,
    )

  const handedOver = async (): Promise<Bundle> => {
    await page().waitFor(() => document.querySelector("#export-done"), 120_000)
    const said = await page().evaluate(() => {
      const { sha256 = "", file = "" } = document.querySelector<HTMLElement>("#export-done")?.dataset ?? {}
      return { sha256, fileName: file, stamps: [], encrypted: null }
    })
    return bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
  }

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1000, height: 900 })
    const { popup } = await capture(driven, await driven.newPage(`${site.origin}/post`), 120_000)
    await popup.close()
    held.page = await driven.openExtensionPage("ui/prepare.html?case=default")
    await page().waitFor(() => document.querySelector("#for-platform"))
  })

  test("a platform is chosen with the arrow keys, and its copy has no report and no notes", async () => {
    await focus("#for-lawyer")
    await page().press("ArrowDown")
    await page().press("ArrowDown")
    await page().waitFor(() => document.querySelector("#for-platform:checked"))
    await look("1")
    await pressOn("#step-next", "Enter")
    await atHeading(2)
    const ticked = await page().evaluate(() =>
      Array.from(document.querySelectorAll("#papers input:checked"), ({ id }) => id),
    )
    expect(ticked).toEqual(["paper-list", "paper-notice"])
    await page().waitFor(() => document.querySelector("#privacy a"))
    await look("2")
  })

  test("what is typed is in the preview, and what is not is a blank", async () => {
    await write("#person-name", person)
    await write("#truth-e001", truth)
    await pressOn("#keep-person", "Space")
    await pressOn("#step-next", "Enter")
    await atHeading(3)
    await page().waitFor(() => document.querySelector("details[data-path^='04-'][open] article"))
    const text = await page().evaluate(
      () => document.querySelector("details[data-path^='04-'] article")?.textContent ?? "",
    )
    for (const words of [title, draft, person, truth, "1-1", "________"]) expect(text).toContain(words)
    await look("3")
  })

  test("going back loses nothing of it", async () => {
    await pressOn("#step-back", "Enter")
    await atHeading(2)
    expect(
      await page().evaluate(() =>
        ["#person-name", "#truth-e001"].map(where => document.querySelector<HTMLInputElement>(where)?.value),
      ),
    ).toEqual([person, truth])
    await pressOn("#step-next", "Enter")
    await atHeading(3)
  })

  test("the bundle has the paper, is without a report, and verifies", async () => {
    await pressOn("#make", "Enter")
    held.bundle = await handedOver()
    const { folder, zip } = bundle()
    expect(verify(zip).status).toBe(0)
    expect(existsSync(join(folder, "01-report.pdf"))).toBe(false)
    const parts = partsOf(join(folder, "04-platform-notice.docx"))
    const text = (parts.get("word/document.xml") ?? "").replaceAll(/<[^>]+>/g, "")
    for (const words of [title, draft, person, truth]) expect(text).toContain(words)
    expect(readFileSync(join(folder, "data/case.json"), "utf8")).not.toContain("Li Xiaoming")
    expect(readFileSync(join(folder, "tagmanifest-sha256.txt"), "utf8")).toContain("04-platform-notice.docx")
    expect(readFileSync(join(folder, "00-readme.html"), "utf8")).toContain("04-platform-notice.docx")
  })

  test("a notice that was sent is recorded in the case, and the days since are counted", async () => {
    await write("#sent-number-0", "GD-1")
    await pressOn("#sent-keep-0", "Enter")
    await page().waitFor(() => document.querySelector("#sent-0 [data-term=notice]"))
    expect(await page().evaluate(() => document.querySelector("#sent-0")?.textContent)).toContain(days)
    await page().evaluate(() => {
      document.querySelector("#sent")?.scrollIntoView()
    })
    await look("sent")
  })

  test("who speaks is in the settings, and is forgotten there", async () => {
    const settings = await browser.driven.openExtensionPage("ui/settings.html")
    held.page = settings
    await settings.waitFor(() => document.querySelector("#person-kept"))
    await settings.evaluate(() => {
      document.querySelector("#person")?.scrollIntoView()
    })
    await look("settings")
    await pressOn("#person-forget > summary", "Enter")
    await pressOn("[data-act=forget-person]", "Enter")
    await settings.waitFor(() => document.querySelector("#no-person"))
  })

  test("whoever goes to the police, to court or to a notary gets each draft that is ticked, and the bundle verifies", async () => {
    held.page = await browser.driven.openExtensionPage("ui/prepare.html?case=default")
    await page().waitFor(() => document.querySelector("#for-lawyer:checked"))
    await pressOn("#step-next", "Enter")
    await atHeading(2)
    for (const name of ["report", "list"]) await pressOn(`#paper-${name}`, "Space")
    for (const name of Object.keys(packets)) await pressOn(`#paper-${name}`, "Space")
    await pressOn("#claims input[value=apology]", "Space")
    await look("packets")
    await pressOn("#step-next", "Enter")
    await atHeading(3)
    await page().waitFor(() => document.querySelector("details[data-path^='11-'] article"))
    await look("drafts")
    await pressOn("#make", "Enter")
    const { folder, zip } = await handedOver()
    expect(verify(zip).status).toBe(0)
    const made = readdirSync(folder).filter(name => /^\d\d-.*\.(docx|pdf)$/.test(name))
    expect(made.sort()).toEqual(Object.values(packets))
    for (const name of made) {
      const text = (partsOf(join(folder, name)).get("word/document.xml") ?? "").replaceAll(/<[^>]+>/g, "")
      expect(text, name).toContain(draft)
      expect(text, name).toContain("________")
    }
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBe(7)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
