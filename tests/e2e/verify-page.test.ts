/**
 * Three doors, one verdict: the command, the extension's own page, and the
 * verify.html of an exported bundle, opened from the disk. The whole browser
 * goes through a proxy, so that a request of the page from the disk would be seen.
 */
import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { resultJson } from "../../src/core/verify/finding.ts"
import { en } from "../../src/i18n/en.ts"
import { zhCN } from "../../src/i18n/zh-CN.ts"
import { bundleFiles, folder as exampleFolder, zipOf } from "../unit/verify/example.ts"
import { type Bundle, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { startProxy } from "./harness/proxy.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"
import { answer, choose, untilDone } from "./harness/verify-page.ts"

const site = await servePages({ "/post": tallPage("A post", 1500) })
const proxy = await startProxy()
const browser = installed(proxy.options[target])
afterAll(async () => {
  await site.close()
  await proxy.close()
})

/** What the browser asks of its own maker by itself. */
const makers =
  /^\w+ (https?:\/\/)?([\w-]+\.)*(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net))[:/]/

const held: { bundle?: Bundle } = {}
const bundle = () => held.bundle ?? expect.unreachable("exported before the tests")
const files = new Map<string, string>()
const fileOf = (name: string) => files.get(name) ?? expect.unreachable(name)

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  await keep(browser.driven, page)
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
  await page.close()

  const place = (name: string, as: string) => {
    const folder = join(browser.place.folder, name.replaceAll(" ", "-"))
    mkdirSync(folder)
    const path = join(folder, as)
    files.set(name, path)
    return path
  }
  const { zip } = bundle()
  const copied = (name: string) => {
    const path = place(name, basename(zip))
    copyFileSync(zip, path)
    return path
  }
  files.set("a good bundle", zip)
  const flipped = copied("one bit of a screenshot flipped")
  const bytes = readFileSync(flipped)
  const at = bytes.indexOf("IDAT") + 200
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(flipped, bytes)
  truncateSync(copied("a download that broke off"), Math.floor(bytes.length / 2))
  writeFileSync(place("a text", "post.zip"), "holdfast\n")
  writeFileSync(place("an empty file", "empty.zip"), "")
  copyFileSync(zip, place("a renamed bundle", "证据 副本.zip"))
  const hostile = { "Bag-Software-Agent": `<img src=x onerror="document.title=1">\u202etxt\u001b[2J` }
  const example = `${exampleFolder}.zip`
  writeFileSync(place("a hostile bundle", example), zipOf(bundleFiles({ info: hostile })))
  const cut = zipOf(bundleFiles({ log: text => text.replace("0.1.0", "0.1.1") }))
  writeFileSync(place("a changed log", example), cut)
})

const rows = [
  ["a good bundle", "integrity-only"],
  ["a renamed bundle", "integrity-only"],
  ["one bit of a screenshot flipped", "damaged"],
  ["a changed log", "damaged"],
  ["a hostile bundle", "integrity-only"],
  ["a download that broke off", "damaged"],
  ["a text", "cannot-tell"],
  ["an empty file", "cannot-tell"],
] as const

const fromDisk = () => pathToFileURL(join(bundle().folder, "verify.html")).href
const doors = [
  ["the extension's page", () => browser.driven.openExtensionPage("ui/verify.html")],
  ["verify.html of the bundle, from the disk", () => browser.driven.newPage(fromDisk())],
] as const

describe.each(doors)("%s", (_door, open) => {
  const opened: { page?: Page } = {}
  const page = () => opened.page ?? expect.unreachable("opened before the tests")
  beforeAll(async () => {
    opened.page = await open()
    await page().waitFor(() => document.body.dataset.stage === "choose")
  })
  afterAll(() => page().close())

  test.each(sharedRows(rows))(
    "%s: %s, and the saved result is what the command prints",
    async (name, verdict) => {
      await choose(page(), fileOf(name))
      const said = await answer(browser.driven, page())
      expect(said.verdict).toBe(verdict)
      expect(said.json).toBe(resultJson(verify(fileOf(name)).result))
      expect(said.heading).not.toBe("")
    },
  )

  test("shows the ZIP's digits as the popup did", async () => {
    await choose(page(), fileOf("a good bundle"))
    await untilDone(page())
    const shown = await page().evaluate(() => document.querySelector("#digits")?.textContent)
    expect(shown?.replaceAll(" ", "")).toBe(bundle().said.sha256)
  })

  test("what a stranger wrote into a bundle is text, and each hidden mark is seen", async () => {
    await choose(page(), fileOf("a hostile bundle"))
    await untilDone(page())
    const [said, pictures] = await page().evaluate(
      () => [document.querySelector("[data-layer=bag] p")?.textContent, document.images.length] as const,
    )
    expect(said).toContain('<img src=x onerror="document.title=1">\\u{202e}txt\\u{1b}[2J')
    expect(pictures).toBeLessThan(2)
  })

  test("a file may be dropped anywhere on the page", async () => {
    await choose(page(), fileOf("a text"), "drop")
    await untilDone(page())
    expect(await page().evaluate(() => document.body.hasAttribute("data-dragging"))).toBe(false)
  })

  test("a long check says how far it is, and ends at once when it is cancelled", async () => {
    await page().evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(300_000_000)], "large.zip"))
      const input = document.querySelector<HTMLInputElement>("#file")
      if (input !== null) input.files = transfer.files
      input?.dispatchEvent(new Event("change", { bubbles: true }))
    })
    await page().waitFor(() => (document.querySelector("progress")?.value ?? 0) > 0)
    expect(await page().evaluate(() => document.querySelector("#read")?.textContent)).toMatch(/300\s*MB/)
    await page().click("#cancel")
    const [stage, focus, note] = await page().evaluate(
      () =>
        [
          document.body.dataset.stage,
          document.activeElement?.id,
          document.querySelector("#note")?.textContent,
        ] as const,
    )
    expect({ stage, focus }).toEqual({ stage: "choose", focus: "file" })
    expect(note).toMatch(/^(Cancelled|已取消)/)
  })

  test("the keyboard reaches the file, and sees that it does", async () => {
    // Afresh: where the focus was last is where Tab would go on from.
    await page().goto(await page().evaluate(() => location.href))
    await page().waitFor(() => document.body.dataset.stage === "choose")
    const ring = () =>
      page().evaluate(() => {
        const zone = document.querySelector(".drop")
        const { outlineStyle, outlineWidth } = getComputedStyle(zone ?? document.body)
        return [document.activeElement?.id, outlineStyle, outlineWidth] as const
      })
    for (let presses = 0; presses < 20 && (await ring())[0] !== "file"; presses++) await page().press("Tab")
    expect(await ring()).toEqual(["file", "solid", "3px"])
  })
})

test("the popup opens the page in a tab, and is gone", async () => {
  const { driven } = browser
  const page = await driven.newPage(`${site.origin}/post`)
  const popup = await openPopup(driven, page)
  await popup.click("#verify-open")
  await expect.poll(() => popup.isOpen(), { timeout: 10_000 }).toBe(false)
  await expect
    .poll(() => driven.background.evaluate<[], readonly string[]>(ownTabs), { timeout: 10_000 })
    .toEqual([`${driven.origin}/ui/verify.html`])
  await page.close()
})

/** In the background: the addresses of the extension's own tabs. Firefox has no contexts to list, and Chromium's worker no views. */
const ownTabs = `"getContexts" in chrome.runtime
  ? chrome.runtime.getContexts({ contextTypes: ["TAB"] }).then(all => all.map(each => each.documentUrl))
  : chrome.extension.getViews({ type: "tab" }).map(view => view.location.href)`

describe("verify.html of the bundle", () => {
  test("is the one that the build made, and is listed", () => {
    const page = readFileSync(join(bundle().folder, "verify.html"))
    expect(page.equals(readFileSync("dist/verify.html"))).toBe(true)
    expect(readFileSync(join(bundle().folder, "tagmanifest-sha256.txt"), "utf8")).toContain("  verify.html\n")
  })

  test("asks nobody for anything, in either language, from opening to the saved result", async () => {
    const before = proxy.requests.length
    const page = await browser.driven.newPage(fromDisk())
    const headings: string[] = []
    for (const language of ["zh-CN", "en"]) {
      await page.click(`[data-language="${language}"]`)
      await choose(page, fileOf("a good bundle"))
      headings.push((await answer(browser.driven, page)).heading)
    }
    expect(headings).toEqual(["与包内清单一致。", "Matches its own list."])
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))
    expect(loaded).toEqual([])
    expect(proxy.requests.slice(before).filter(request => !makers.test(request))).toEqual([])
    await page.close()
  })

  test("could not if it wanted to: its policy stops every way out", async () => {
    const page = await browser.driven.newPage(fromDisk())
    const before = proxy.requests.length
    const stopped = await page.evaluate(tryToLeave, `${site.origin}/post`)
    expect(stopped).toEqual(["connect-src", "img-src", "script-src-elem", "style-src-elem"])
    expect(await page.evaluate(() => "leaked" in globalThis)).toBe(false)
    expect(proxy.requests.slice(before).filter(request => !makers.test(request))).toEqual([])
    await page.close()
  })

  // Each lacks one thing that newer browsers have; the last cannot even read the script.
  test.each([
    ["streams that can be written to", "delete globalThis.WritableStream;"],
    ["the browser's own hashing", "delete Crypto.prototype.subtle;"],
    ["Blob.arrayBuffer", "delete Blob.prototype.arrayBuffer;"],
    ["AbortSignal", "delete globalThis.AbortSignal;"],
    ["the syntax of its script", "let x = §;"],
  ])("in a browser without %s, says where the commands are, and is no blank page", async (what, lack) => {
    const html = readFileSync("dist/verify.html", "utf8").replace(
      /(<script type="module">)(.*)(<\/script>)/s,
      (_all, open: string, script: string, close: string) => `${open}${lack}${script}${close}`,
    )
    const script = /<script type="module">(.*)<\/script>/s.exec(html)?.[1] ?? expect.unreachable("no script")
    const hash = createHash("sha256").update(script).digest("base64")
    const older = join(browser.place.folder, `older-${what.replaceAll(/\W/g, "-")}.html`)
    writeFileSync(
      older,
      html.replace(/script-src '[^']+'/, () => `script-src 'sha256-${hash}'`),
    )
    const page = await browser.driven.newPage(pathToFileURL(older).href)
    await page.waitFor(() => document.readyState === "complete")
    const shown = await page.evaluate(() => ({
      stage: document.body.dataset.stage ?? null,
      said: Array.from(document.querySelectorAll("#view > p"), ({ textContent }) => textContent),
      size: document.querySelector("#view")?.getBoundingClientRect().height ?? 0,
    }))
    expect(shown.stage).toBeNull()
    expect(shown.said).toEqual([
      zhCN["verify.tooOld"]({ file: "verify.zh-cn.txt" }),
      en["verify.tooOld"]({ file: "verify.txt" }),
    ])
    expect(shown.size).toBeGreaterThan(40)
    await page.close()
  })
})

/** Runs in the page: which of its policy's rules were broken by trying. */
async function tryToLeave(url: string): Promise<readonly string[]> {
  const broken = new Set<string>()
  document.addEventListener("securitypolicyviolation", event => broken.add(event.effectiveDirective))
  const fetched = await fetch(url).then(
    () => true,
    () => false,
  )
  if (fetched) broken.add("fetched")
  const make = (tag: "img" | "script" | "style", change: (element: HTMLElement) => void) => {
    const element = document.createElement(tag)
    change(element)
    document.body.append(element)
  }
  make("img", element => {
    element.setAttribute("src", url)
  })
  make("script", element => {
    element.textContent = "globalThis.leaked = true"
  })
  make("style", element => {
    element.textContent = `body { background: url(${url}) }`
  })
  await new Promise(resolve => setTimeout(resolve, 500))
  return [...broken].sort()
}
