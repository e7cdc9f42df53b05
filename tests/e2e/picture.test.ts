/**
 * The page of a picture: opened from the item's page, calm until asked; marked
 * by keyboard alone, covered by pointer. The marks and the redacted copy go into
 * the bundle beside the original, which stays as it was sealed, and whoever
 * tampers with either is found out. Each state is looked at as well.
 */
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Annotations } from "../../src/core/picture/annotations.ts"
import { type Redactions } from "../../src/core/picture/redactions.ts"
import { sha256Of } from "./harness/bundle.ts"
import { type Bundle, exportBundle, folderName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { tabTo } from "./harness/keyboard.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { readPicture } from "./harness/picture.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const PHONE = "13800138000"
const html = `<!doctype html><meta charset="utf-8"><title>帖子</title>
<body style="margin:0;font:20px sans-serif;background:linear-gradient(90deg,#fed,#def)">
<h1>一则帖子</h1><p>她的电话是${PHONE}，大家去骂她。</p><div style="height:1400px"></div><p>尾</p>`
const site = await servePages({ "/post": html })
afterAll(() => site.close())

const PICTURE = "page-1.png"
const NOTE = "这一句"

const modes = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "picture", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { view?: Page; bundle?: Bundle; item?: string; cover?: readonly number[] } = {}
  const view = () => held.view ?? expect.unreachable("opened before the tests")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")
  const item = () => bundle().item(held.item ?? "")
  const places = () =>
    view().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#marks li"), each => [
        each.dataset.kind ?? "",
        ...(each.dataset.place ?? "").split(" ").map(Number),
      ]),
    )

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 900, height: 1000 })
    const post = await driven.newPage(`${site.origin}/post`)
    const { kept, popup } = await capture(driven, post, 120_000)
    held.item = folderName(kept)
    const id = await popup.evaluate(
      () => document.querySelector<HTMLElement>("#open-item-page")?.dataset.capture ?? "",
    )
    await popup.close()
    held.view = await driven.openExtensionPage(`ui/item.html?item=${id}`)
    await view().click("#show-content")
    await view().waitFor(() => document.querySelector("a.open-picture"))
    await tabTo(view(), `a.open-picture[href*="${PICTURE}"]`)
    await view().press("Enter")
    await view().waitFor(() => document.querySelector("#calm"))
  })

  test("it is opened from the item's page, and shows nothing before it is asked to", async () => {
    expect(await view().evaluate(() => location.pathname + location.search)).toMatch(
      new RegExp(`^/ui/picture\\.html\\?item=[0-9a-f-]+&path=${PICTURE}$`),
    )
    await look(view(), "calm")
    expect(await view().evaluate(() => document.querySelector("img:not([src*='icons/'])"))).toBeNull()
    expect(await view().evaluate(() => document.documentElement.outerHTML)).not.toContain(PHONE)
  })

  test("shown, it is a picture of the vault's, and says which numbers to look for", async () => {
    await tabTo(view(), "#show-content")
    await view().press("Enter")
    await view().waitFor(() => (document.querySelector<HTMLImageElement>("#picture")?.naturalWidth ?? 0) > 0)
    expect(await view().evaluate(() => document.querySelector("#picture")?.getAttribute("src"))).toMatch(
      /^blob:/,
    )
    // As wide as there is room, until it is zoomed.
    const widths = await view().evaluate(() =>
      ["#picture", "#stage"].map(name => document.querySelector(name)?.clientWidth ?? 0),
    )
    expect(widths[0]).toBe(widths[1])
    const said = await view().evaluate(() => document.querySelector("#numbers")?.textContent ?? "")
    expect(said).toContain(PHONE)
    expect(said).toMatch(/有 1 个电话号码|holds 1 phone number/)
  })

  test("a highlight is drawn, moved, sized, noted and kept by keyboard alone", async () => {
    await tabTo(view(), "#tool-highlight")
    await view().press("Space")
    await tabTo(view(), "#add")
    await view().press("Enter")
    await view().waitFor(() => document.activeElement?.id === "stage" && document.querySelector("#marks li"))
    const [first] = await places()
    await view().press("ArrowRight")
    await view().press("ArrowDown")
    await view().press("Shift+ArrowLeft")
    const [second] = await places()
    const [, x = 0, y = 0, width = 0, height = 0] = (first ?? []) as [string, ...number[]]
    expect(second).toEqual(["highlight", x + 10, y + 10, width - 10, height])
    await view().press("Control+z")
    expect((await places())[0]).toEqual(["highlight", x + 10, y + 10, width, height])
    // Taking a step back lets go of the mark: it is taken up again in the list.
    await tabTo(view(), "#select-0")
    await view().press("Enter")
    await tabTo(view(), "#mark-x")
    await view().press("Control+a")
    await view().type("12")
    await tabTo(view(), "#mark-note")
    await view().type(NOTE)
    await tabTo(view(), "#keep-marks")
    await view().press("Enter")
    await view().waitFor(() => document.querySelector("#marks[data-unkept=false]"))
    expect(await places()).toEqual([["highlight", 12, y + 10, width, height]])
    await view().evaluate(() => {
      document.querySelector("#viewer")?.scrollIntoView()
    })
    await look(view(), "marked")
  })

  test("a part is covered by pointer, and the copy is made of it", async () => {
    await view().click("#tool-cover")
    await view().click("#zoom-full")
    const box = await view().evaluate(() => {
      document.querySelector("#viewer")?.scrollIntoView()
      const stage = document.querySelector("#stage")
      stage?.scrollTo(0, 0)
      const { left = 0, top = 0 } = stage?.getBoundingClientRect() ?? {}
      return { left, top }
    })
    await view().drag([box.left + 20, box.top + 60], [box.left + 420, box.top + 140])
    await view().waitFor(() => document.querySelector("#marks li[data-kind=cover]"))
    await look(view(), "covering")
    const cover = (await places()).find(([kind]) => kind === "cover") as [string, ...number[]]
    held.cover = cover.slice(1) as number[]
    await view().click("#make-copy")
    await view().waitFor(() => document.querySelector("#copies [data-copy]"))
    await view().click("#copies [data-act=look]")
    await view().waitFor(
      () => (document.querySelector<HTMLImageElement>("#copies img")?.naturalWidth ?? 0) > 0,
    )
    await view().evaluate(() => {
      document.querySelector("#copies")?.scrollIntoView()
    })
    await look(view(), "copied")
    // What was covered is in the copy; the marks are as they were kept.
    expect((await places()).map(([kind]) => kind)).toEqual(["highlight"])
  })

  test("on a narrow screen nothing goes sideways", async () => {
    // No window of Firefox is narrower than this.
    await browser.driven.setViewport({ width: target === "chrome" ? 320 : 500, height: 900 })
    await view().bringToFront()
    await view().click("#select-0")
    await look(view(), "narrow")
    await browser.driven.setViewport({ width: 900, height: 1000 })
  })

  test("the bundle holds marks, copy and original, each as what it is", async () => {
    const { driven } = browser
    const page = await driven.newPage(`${site.origin}/post`)
    held.bundle = await exportBundle(driven, page, driven.profile)
    const sealed = item().record.files.find(({ path }) => path === PICTURE)?.sha256
    expect(sha256Of(item().path(PICTURE))).toBe(sealed)
    expect(
      item()
        .record.files.map(({ path }) => path)
        .filter(path => /annotat|redact/.test(path)),
    ).toEqual([])
    const of = sha256Of(item().path("capture.json"))
    const picture = { path: PICTURE, sha256: sealed }
    const annotations = JSON.parse(item().text("annotations.json")) as Annotations
    expect(annotations).toMatchObject({
      ...{ schema: 1, of },
      annotations: [{ picture, source: "user", marks: [{ kind: "highlight", x: 12, note: NOTE }] }],
    })
    const { copies, ...rest } = JSON.parse(item().text("redacted/redactions.json")) as Redactions
    expect(rest).toEqual({ schema: 1, of })
    const [x = 0, y = 0, width = 0, height = 0] = held.cover ?? []
    expect(copies).toMatchObject([
      { path: "redacted/001-page-1-redacted.png", original: picture, boxes: [{ x, y, width, height }] },
    ])
    expect(sha256Of(item().path(copies[0]?.path ?? ""))).toBe(copies[0]?.sha256)
    execFileSync("sha256sum", ["--quiet", "--strict", "-c", "manifest-sha256.txt"], { cwd: bundle().folder })
    const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
    expect(readme).toContain("遮挡副本，不是原件")
    expect(readme).toContain(`<bdi>${NOTE}</bdi>`)
  })

  test("in the copy the covered pixels are one colour, and every other is the original's", () => {
    const original = readPicture(item().path(PICTURE))
    const copy = readPicture(item().path("redacted/001-page-1-redacted.png"))
    expect([copy.width, copy.height]).toEqual([original.width, original.height])
    const [x = 0, y = 0, width = 0, height = 0] = held.cover ?? []
    expect(width * height).toBeGreaterThan(10_000)
    const inside = new Set<number>()
    const under = new Set<number>()
    let differing = 0
    for (let row = 0; row < copy.height; row += 1) {
      for (let column = 0; column < copy.width; column += 1) {
        const isCovered = column >= x && column < x + width && row >= y && row < y + height
        const [now, before] = [copy.at(column, row), original.at(column, row)]
        if (isCovered) {
          inside.add(now)
          under.add(before)
        } else if (now !== before) differing += 1
      }
    }
    expect([...inside]).toEqual([0])
    expect(under.size).toBeGreaterThan(2)
    expect(differing).toBe(0)
  })

  test("our verifier accepts it, and finds each that was tampered with", () => {
    expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
    const tampered = (file: string, after: string): readonly string[] => {
      const bytes = readFileSync(bundle().zip)
      // Stored as it is: the file stands in the ZIP byte for byte.
      const start = bytes.indexOf(item().bytes(file))
      expect(start).toBeGreaterThan(0)
      const at = bytes.indexOf(after, start) + after.length
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const forged = join(browser.place.folder, "forged.zip")
      writeFileSync(forged, bytes)
      const { status, faults } = verify(forged)
      expect(status).toBe(1)
      return faults
    }
    expect(tampered("annotations.json", '"of": "')).toContain("records: annotations/of-another")
    expect(tampered("redacted/redactions.json", '"of": "')).toContain("records: redacted/of-another")
    expect(tampered("redacted/001-page-1-redacted.png", "IDAT")).toContain("records: redacted/differs")
  })

  test("nothing is wrong with its looks", () => {
    expect([...looks.keys()]).toEqual(["calm", "marked", "covering", "copied", "narrow"])
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
