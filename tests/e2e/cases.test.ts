/**
 * Cases: a new one is named in the popup and takes the capture; an item is moved
 * there, labelled and noted; the case is exported, and the bundle says which case
 * it is of and has the notes beside the item.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture, exportAs } from "../../scripts/browsers/use-popup.ts"
import { readJson, sha256Of } from "./harness/bundle.ts"
import { bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/one": tallPage("One", 900), "/two": tallPage("Two", 900) })
afterAll(() => site.close())

const modes = [
  {
    language: "zh-CN",
    scheme: "light",
    usual: "我的证据",
    keep: (popup: Surface) => popup.press("Enter"),
  },
  {
    language: "en-GB",
    scheme: "dark",
    usual: "My evidence",
    keep: (popup: Surface) => popup.click("#case-keep"),
  },
] as const
const mine = "张某侵权"
const tag = "业主群"
const first = "已问过王律师"
const second = "，周五再去一趟"

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, usual, keep }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "cases", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { library?: Page; item?: Page } = {}
  const library = () => held.library ?? expect.unreachable("opened by an earlier test")

  /** What a person does who chooses another option of a list, once it is there. */
  const choose = async (surface: Surface, selector: string, label: string) => {
    const option = `Array.from(document.querySelector(${JSON.stringify(selector)})?.options ?? []).find(each => each.text.startsWith(${JSON.stringify(label)}))`
    await surface.waitFor(`${option} !== undefined`)
    await surface.evaluate(`(() => {
      const option = ${option}
      const select = option.closest("select")
      select.focus()
      select.value = option.value
      select.dispatchEvent(new Event("change", { bubbles: true }))
    })()`)
  }
  const shownCase = (surface: Surface) =>
    surface.evaluate(() => document.querySelector<HTMLSelectElement>("#case")?.selectedOptions[0]?.text)
  const headerHeight = (surface: Surface) =>
    surface.evaluate(() => document.querySelector("header")?.getBoundingClientRect().height)
  const untilItems = (...wanted: readonly string[]) =>
    library().waitFor(
      `Array.from(document.querySelectorAll("#rows [data-id]"), row => row.dataset.item).join() === ${JSON.stringify(wanted.join())}`,
    )

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1100, height: 900 })
    const page = await driven.newPage(`${site.origin}/one`)
    const { popup } = await capture(driven, page, 120_000)
    await popup.close()
    await page.goto(`${site.origin}/two`)
    const again = await openPopup(driven, page)
    await again.waitFor(() => document.querySelector("#case"))
    expect(await again.evaluate(() => document.activeElement?.id)).toBe("capture")
    expect(await shownCase(again)).toBe(usual)
    const before = await headerHeight(again)
    await look(again, "popup")
    await choose(again, "#case", language === "zh-CN" ? "新建" : "New")
    await again.waitFor(() => document.activeElement?.id === "case-name")
    await look(again, "popup-new")
    expect(await headerHeight(again)).toBe(before)
    // As an input method puts it there: no key of a keyboard has these characters.
    await again.evaluate(text => {
      const field = document.querySelector<HTMLInputElement>("#case-name")
      if (field !== null) field.value = text
    }, mine)
    await keep(again)
    await again.waitFor(
      `document.querySelector("#case")?.selectedOptions[0]?.text === ${JSON.stringify(mine)}`,
    )
    expect(await again.evaluate(() => document.activeElement?.id)).toBe("capture")
    await again.press("Enter")
    await again.waitFor(() => document.querySelector("#saved"), 60_000)
    expect(await shownCase(again)).toBe(mine)
    expect(await headerHeight(again)).toBe(before)
    await look(again, "popup-saved")
    await again.close()
    held.library = await driven.openExtensionPage("ui/library.html")
    await untilItems("E-002", "E-001")
    // Of all cases at once, each row says which it is in.
    await library().waitFor(
      `Array.from(document.querySelectorAll("#rows .row-case bdi"), name => name.textContent).join() === ${JSON.stringify(`${mine},${usual}`)}`,
    )
    await look(library(), "library-all")
  })

  test("the capture is in the case that was named in the popup, and the one before it is not", async () => {
    await choose(library(), "#case-view", mine)
    await untilItems("E-002")
    await look(library(), "library")
    await choose(library(), "#case-view", usual)
    await untilItems("E-001")
  })

  test("an item is moved, moved back by one press, and moved again", async () => {
    await library().evaluate(() => {
      document.querySelector<HTMLElement>("#rows [tabindex='0']")?.focus()
    })
    await library().press("Space")
    await library().waitFor(() => document.querySelector("#move-open"))
    await library().evaluate(() => {
      document.querySelector<HTMLElement>("#move-open")?.focus()
    })
    await library().press("Enter")
    await library().waitFor(() => document.activeElement?.id === "move-title")
    await choose(library(), "#move-to", mine)
    await look(library(), "move")
    await library().click("#move-yes")
    await library().waitFor(() => document.querySelector("#moved[data-to=case]"))
    await look(library(), "moved")
    await library().click("#undo")
    await library().waitFor(() => document.querySelector("#moved[data-to=back]"))
    await untilItems("E-001")
    await library().click("#rows [data-item='E-001'] input")
    await library().click("#move-open")
    await choose(library(), "#move-to", mine)
    await library().click("#move-yes")
    await library().waitFor(() => document.querySelector("#empty[data-empty=case]"))
    await choose(library(), "#case-view", mine)
    await untilItems("E-002", "E-001")
  })

  test("labels, a note and a complaint are kept by keyboard alone, with what was said before", async () => {
    const { captures } = await readVault(library())
    const id = String(captures.find(({ item }) => item === 2)?.id)
    held.item = await browser.driven.openExtensionPage(`ui/item.html?item=${id}`)
    const item = held.item
    await item.waitFor(() => document.querySelector("#remarks"))
    const focus = (selector: string) =>
      item.evaluate(where => {
        document.querySelector<HTMLElement>(where)?.focus()
      }, selector)
    const kept = (selector: string) =>
      item.waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`)
    await focus("input[name=wrong][value=insult]")
    for (const key of ["Space", ...Array<string>(6).fill("Tab")]) await item.press(key)
    expect(await item.evaluate(() => document.activeElement?.id)).toBe("tags")
    await item.type(`${tag}, x`)
    await item.press("Enter")
    await kept("#labels-1")
    await focus("#remark-add-note")
    await item.press("Enter")
    expect(await item.evaluate(() => document.activeElement?.id)).toBe("note-text")
    await item.type(first)
    for (const key of ["Tab", "Enter"]) await item.press(key)
    await kept("#notes .said .own-words")
    await item.waitFor(() => document.activeElement?.id === "remark-add-note")
    await focus("#notes [data-act=remark-edit]")
    await item.press("Enter")
    await item.press("Control+End")
    await item.type(second)
    await look(item, "note")
    for (const key of ["Tab", "Enter"]) await item.press(key)
    await item.waitFor(
      `document.querySelector("#notes .said .own-words")?.textContent === ${JSON.stringify(first + second)}`,
    )
    // A note is as wide as the part of the page that it stands in.
    const share = await item.evaluate(() => {
      const width = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0
      return width("#notes .said > li") / width("#notes")
    })
    expect(share).toBeGreaterThan(0.95)
    await focus("#remark-add-complaint")
    await item.press("Enter")
    await item.type("Weibo")
    await item.evaluate(() => {
      document.querySelector<HTMLElement>("#complaint-number")?.focus()
    })
    await item.type("WB-20261126")
    await look(item, "complaint")
    await item.press("Enter")
    await kept("#complaints [data-term=notice]")
    await item.evaluate(() => {
      document.querySelector("#remarks")?.scrollIntoView()
    })
    await look(item, "remarks")
  })

  test("the item is found by its note in a library that was open all along", async () => {
    await library().bringToFront()
    await library().evaluate(words => {
      const search = document.querySelector<HTMLInputElement>("#search")
      if (search === null) return
      search.value = words
      search.dispatchEvent(new Event("input", { bubbles: true }))
    }, second)
    await untilItems("E-002")
    await library().evaluate(() => {
      const search = document.querySelector<HTMLInputElement>("#search")
      if (search === null) return
      search.value = ""
      search.dispatchEvent(new Event("input", { bubbles: true }))
    })
    await untilItems("E-002", "E-001")
  })

  const exportCase = async () => {
    const said = await exportAs(library(), 120_000)
    const made = bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
    await library().click("#export-close")
    expect(verify(made.zip)).toMatchObject({ status: 0, faults: [] })
    execFileSync("sha256sum", ["--quiet", "--strict", "-c", "manifest-sha256.txt"], { cwd: made.folder })
    return made
  }

  test("the whole case is exported, says in the bundle which it is, and has the notes beside the item", async () => {
    await library().click("#case-export")
    await library().waitFor(() => document.activeElement?.id === "export-title")
    await look(library(), "export")
    const made = await exportCase()
    const { folder } = made
    expect(readJson(folder, "data/case.json")).toMatchObject({
      ...{ caseNumber: "c002", title: mine },
      items: [
        { item: "e001", case: "c002" },
        { item: "e002", case: "c002" },
      ],
    })
    const notes = readJson(folder, "data/e002/notes.json") as {
      readonly of: string
      readonly remarks: { kind: string; versions: { content: unknown; sha256: string }[] }[]
    }
    expect(notes.of).toBe(sha256Of(made.item("e002").path("capture.json")))
    expect(notes.remarks.map(({ kind, versions }) => [kind, versions.length])).toEqual([
      ["labels", 1],
      ["note", 2],
      ["complaint", 1],
    ])
    expect(notes.remarks[0]?.versions[0]?.content).toEqual({ tags: [tag, "x"], wrongs: ["insult"] })
    expect(notes.remarks[1]?.versions.map(({ content }) => content)).toEqual([
      { text: first },
      { text: first + second },
    ])
    for (const { versions } of notes.remarks)
      for (const { content, sha256 } of versions)
        expect(createHash("sha256").update(JSON.stringify(content)).digest("hex")).toBe(sha256)
    expect(existsSync(join(folder, "data/e001/notes.json"))).toBe(false)
    expect(readFileSync(join(folder, "00-readme.html"), "utf8")).toContain(`c002 <bdi>${mine}</bdi>`)
    expect(made.item("e002").text("capture.json")).not.toContain(tag)
  })

  test("what the user says for themselves stays at home where they say so", async () => {
    await library().click("#case-export")
    await library().waitFor(() => document.activeElement?.id === "export-title")
    await library().click("#with-notes")
    const { folder } = await exportCase()
    expect(existsSync(join(folder, "data/e002/notes.json"))).toBe(false)
    const found = spawnSync("grep", ["-raE", `${tag}|${second}|WB-2026`, "."], {
      cwd: folder,
      encoding: "utf8",
    })
    expect([found.status, found.stdout]).toEqual([1, ""])
  })

  test("a case is renamed by keyboard, and put away with all that is in it", async () => {
    await library().click("#case-rename")
    await library().waitFor(() => document.activeElement?.id === "case-naming-title")
    await library().press("Tab")
    await library().press("End")
    await library().type("2")
    await look(library(), "rename")
    await library().press("Enter")
    await library().waitFor(() => document.querySelector("#case-naming") === null)
    await library().click("#case-archive")
    await library().waitFor(() => document.querySelector("#case-archive[data-archived=yes]"))
    expect(
      await library().evaluate(
        () => document.querySelector<HTMLSelectElement>("#case-view")?.selectedOptions[0]?.text,
      ),
    ).toContain(`${mine}2`)
    await look(library(), "archived")
  })

  test("custody has no line of any of it", async () => {
    const { custody } = await readVault(library())
    expect(custody.filter(({ event }) => /case|moved/.test(event))).toEqual([])
    expect(JSON.stringify(custody)).not.toContain(mine)
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBeGreaterThan(7)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
