/**
 * The page of an item: opened from the popup by keyboard, calm until asked,
 * corrected by keyboard; what was filled in goes into the bundle beside what was
 * read, and holds there only for its own record. Each state is looked at as well.
 */
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Corrections } from "../../src/core/corrections.ts"
import { sha256Of } from "./harness/bundle.ts"
import { type Bundle, exportBundle, folderName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { tabTo } from "./harness/keyboard.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const HOST = "m.weibo.cn"
const PATH = "/detail/5367814663823936"
const DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
const html = readFileSync("tests/fixtures/sites/weibo/mobile-detail/page.html", "utf8")
  .replace(/<img [^>]*>/g, tag => (tag.includes("alt=") ? tag.replace(/src="[^"]*"/, `src="${DOT}"`) : ""))
  .replaceAll(">11-21 22:08<", ">2026-11-21 22:08<")
const site = await servePages({ [PATH]: html })
afterAll(() => site.close())

/** Words of the post, of its title and of no other part of the page. */
const words = "再说一遍"
const mine = "Lin Xiaoman (her name until May)"

const modes = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const mode = begunIn({ language, scheme })
  const browser = installed({
    ...mode,
    args: [
      ...(mode.args ?? []),
      ...(target === "chrome" ? [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] : []),
    ],
    prefs: { ...mode.prefs, "network.dns.localDomains": HOST },
  })
  const photograph = photographer(browser, "item", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { opened?: readonly string[]; id?: string; view?: Page; bundle?: Bundle; item?: string } = {}
  const view = () => held.view ?? expect.unreachable("opened before the tests")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")
  const requests = { before: 0 }

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 900, height: 1000 })
    const post = await driven.newPage(`${site.origin.replace("127.0.0.1", HOST)}${PATH}`)
    const { kept, popup } = await capture(driven, post, 120_000)
    held.item = folderName(kept)
    await tabTo(popup, "#open-item-page")
    held.id = await popup.evaluate(
      () => document.querySelector<HTMLElement>("#open-item-page")?.dataset.capture ?? "",
    )
    await popup.press("Enter")
    held.opened = await driven.background.evaluate<[], readonly string[]>(`(async () => {
      const { tabs } = globalThis.browser ?? globalThis.chrome
      for (let asked = 0; asked < 100; asked += 1) {
        const open = (await tabs.query({})).map(tab => tab.url ?? "").filter(url => url.includes("/ui/item.html"))
        if (open.length > 0) return open
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      return []
    })()`)
    requests.before = site.requests.length
    held.view = await driven.openExtensionPage(`ui/item.html?item=${held.id}`)
    await view().waitFor(() => document.querySelector("#facts[data-facts=read]"))
  })

  test("the popup opens it by keyboard, in a tab", () => {
    expect(held.opened).toEqual([`${browser.driven.origin}/ui/item.html?item=${held.id ?? ""}`])
  })

  test("it says whose word each fact is, and nothing that the post says", async () => {
    await look(view(), "calm")
    expect(await view().evaluate(() => document.documentElement.outerHTML)).not.toContain(words)
    expect(await view().evaluate(() => document.querySelector("img:not([src*='icons/'])"))).toBeNull()
    expect(await view().evaluate(() => document.title)).toMatch(/^E-001 · /)
    const from = await view().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("[data-field]"), each => [
        each.dataset.field ?? "",
        each.dataset.from ?? "",
      ]),
    )
    expect(Object.fromEntries(from)).toMatchObject({
      authorName: "read",
      publishedAt: "calculated",
      ipLocation: "read",
      editedAt: "calculated",
    })
  })

  test("a word of the user's is kept by keyboard alone, beside what was read", async () => {
    await tabTo(view(), "#correct-authorName")
    await view().press("Enter")
    await view().waitFor(() => document.activeElement?.id === "correct-value")
    await look(view(), "correcting")
    await view().press("Control+a")
    await view().type(mine)
    await view().press("Enter")
    const filled = await view().waitFor(
      () => document.querySelector("[data-field=authorName] .filled[data-filled=yes]")?.textContent,
    )
    expect(filled).toContain(`○ ${mine}`)
    expect(await view().evaluate(() => document.activeElement?.id)).toBe("correct-authorName")
    expect(
      await view().evaluate(() => document.querySelector("[data-field=authorName] .value")?.textContent),
    ).toBe("林小满")
    await look(view(), "corrected")
  })

  test("what the post says stands there once it is asked for: checked pictures, and the text to the letter", async () => {
    await tabTo(view(), "#show-content")
    await view().press("Enter")
    await view().waitFor(() =>
      Array.from(document.querySelectorAll<HTMLImageElement>(".frame img"), each => each.naturalWidth).every(
        width => width > 0,
      )
        ? document.querySelector("#pictures:not(:has(#pictures-left)) .frame img")
        : null,
    )
    expect(await view().evaluate(() => document.querySelector("#post-text")?.textContent)).toBe(
      "再说一遍[怒]，青禾小学旁边那家“阿芳面馆”用的是过期肉，#阿芳面馆#\n老板娘赵芳自己心里清楚。",
    )
    await view().evaluate(() => document.querySelector("#pictures")?.scrollIntoView())
    await look(view(), "shown")
  })

  test("what is still missing can be ticked and put away by keyboard, and stays so", async () => {
    const state = (name: string) =>
      view().evaluate(
        wanted => document.querySelector<HTMLElement>(`[data-advice=${wanted}]`)?.dataset.state,
        name,
      )
    await tabTo(view(), "#tick-own-reply")
    await view().evaluate(() => document.querySelector("#coach")?.scrollIntoView())
    await look(view(), "coach")
    await view().press("Space")
    await view().waitFor(() => document.querySelector("[data-advice=own-reply][data-state=ticked]"))
    await tabTo(view(), "#dismiss-second-reading")
    await view().press("Enter")
    await view().waitFor(() => document.querySelector("#dismissed [data-advice=second-reading]"))
    expect(await view().evaluate(() => document.activeElement?.id)).toBe("coach-title")
    const again = await browser.driven.openExtensionPage(`ui/item.html?item=${held.id ?? ""}`)
    await again.waitFor(() => document.querySelector("#dismissed [data-advice=second-reading]"))
    expect(
      await again.evaluate(() => document.querySelector<HTMLInputElement>("#tick-own-reply")?.checked),
    ).toBe(true)
    await again.close()
    await view().bringToFront()
    expect([await state("own-reply"), await state("profile"), await state("signed-out")]).toEqual([
      "ticked",
      "open",
      "open",
    ])
    // Published on 21 November 2026, 14:08:31 in UTC.
    const dates = await view().evaluate(() => document.querySelector("#retention")?.textContent ?? "")
    expect(dates).toMatch(/2027\/01\/20|20 Jan 2027/)
    expect(dates).toMatch(/2027\/05\/21|21 May 2027/)
  })

  test("its files are read again, and are the same", async () => {
    await view().click("#recompute")
    await view().waitFor(() => document.querySelector("#files[data-recomputed=done]"))
    const outcomes = await view().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#files li"), each => each.dataset.outcome),
    )
    expect(outcomes.length).toBeGreaterThan(5)
    expect(new Set(outcomes)).toEqual(new Set(["same"]))
    await view().evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true
      document.querySelector("#files")?.scrollIntoView()
    })
    await look(view(), "files")
    await view().evaluate(() => document.querySelector("#times")?.scrollIntoView())
    await look(view(), "times")
  })

  test("it asked the site for nothing", () => {
    expect(site.requests.length).toBe(requests.before)
  })

  test("the bundle holds what was filled in as a file of the record, and post.json as it was read", async () => {
    const { driven } = browser
    const page = await driven.newPage(`${site.origin}${PATH}`)
    held.bundle = await exportBundle(driven, page, driven.profile)
    const item = bundle().item(held.item ?? "")
    const corrections = JSON.parse(item.text("corrections.json")) as Corrections
    expect(corrections).toMatchObject({
      schema: 1,
      of: sha256Of(item.path("capture.json")),
      corrections: [{ field: "authorName", value: mine, source: "user" }],
    })
    expect(item.text("post.json")).not.toContain(mine)
    expect(item.record.files.map(({ path }) => path)).not.toContain("corrections.json")
    execFileSync("sha256sum", ["--quiet", "--strict", "-c", "manifest-sha256.txt"], { cwd: bundle().folder })
    const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
    expect(readme).toMatch(new RegExp(`<bdi>林小满</bdi>.*○ <bdi>${mine.replace(/[()]/g, "\\$&")}</bdi>`))
    expect(readme).toContain("用户填写，")
    const popup = await openPopup(driven, page)
    await popup.waitFor(() => document.querySelector("button.item"))
    expect(await popup.evaluate(() => document.body.textContent)).not.toContain(mine)
    await popup.close()
  })

  test("our verifier accepts it, and not once it is said to be of another record", () => {
    expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
    const bytes = readFileSync(bundle().zip)
    const at = bytes.indexOf('"of": "', bytes.indexOf("/corrections.json")) + '"of": "'.length
    expect(at).toBeGreaterThan(10)
    bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30
    const forged = join(browser.place.folder, "forged.zip")
    writeFileSync(forged, bytes)
    const { status, faults } = verify(forged)
    expect(status).toBe(1)
    expect(faults).toContain("records: corrections/of-another")
  })

  test("on a narrow screen nothing goes sideways", async () => {
    // No window of Firefox is narrower than this.
    await browser.driven.setViewport({ width: target === "chrome" ? 320 : 500, height: 900 })
    await view().bringToFront()
    await view().evaluate(() => {
      scrollTo(0, 0)
    })
    await look(view(), "narrow")
  })

  test("from its page it goes to the trash and comes back by keyboard, and to its own export", async () => {
    const press = async (selector: string) => {
      await view().evaluate(at => {
        document.querySelector<HTMLElement>(at)?.focus()
      }, selector)
      await view().press("Enter")
    }
    // What is folded was opened for the looks before.
    await view().evaluate(() => {
      document.querySelector("#to-trash")?.removeAttribute("open")
    })
    await press("#to-trash > summary")
    await view().waitFor(() => document.querySelector("#to-trash[open]"))
    await look(view(), "acts")
    await press("#act-trash")
    await view().waitFor(() => document.activeElement?.id === "act-restore")
    await look(view(), "trashed")
    await view().press("Enter")
    await view().waitFor(() => document.activeElement?.id === "export-open")
    const library = await browser.driven.openExtensionPage(
      `ui/library.html?export=item&item=${held.id ?? ""}`,
    )
    await library.waitFor(() => document.activeElement?.id === "export-title")
    expect(await library.evaluate(() => document.querySelector("#export-title")?.textContent)).toMatch(
      /导出 1 项|Export 1 item/,
    )
    await library.close()
  })

  test("nothing is wrong with its looks", () => {
    expect([...looks.keys()]).toEqual([
      ...["calm", "correcting", "corrected", "shown", "coach", "files", "times"],
      ...["narrow", "acts", "trashed"],
    ])
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
