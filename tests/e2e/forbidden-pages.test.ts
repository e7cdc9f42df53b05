/** Pages where the browser allows no script, or no picture, or neither; and what hardly is a page. */
import { writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { caught, frameColours } from "./harness/caught.ts"
import { exportBundle } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { asPdf } from "./harness/pdf-page.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/": tallPage("post", 1500) }, { "/paper.pdf": asPdf, "/paper": asPdf })
const browser = installed()
afterAll(() => site.close())

/**
 * What there is to be had of a page:
 * - whole: picture and content;
 * - picture: the as-seen frame alone, and every gap says why;
 * - refused: neither, so an error in words, and no item;
 * - blocked: the same, said before the button is pressed, which is switched off.
 */
type Outcome = "whole" | "picture" | "refused" | "blocked"

interface Case {
  readonly name: string
  readonly url: () => string | Promise<string>
  readonly chrome: Outcome
  readonly firefox: Outcome
}

const cases: readonly Case[] = [
  {
    name: "the browser's own page",
    url: () => (target === "chrome" ? "chrome://version" : "about:support"),
    chrome: "picture",
    // It gives a blurred thumbnail, which is refused.
    firefox: "blocked",
  },
  {
    name: "the source of a page",
    url: () => `view-source:${site.origin}/`,
    chrome: "refused",
    firefox: "picture",
  },
  { name: "an error page", url: closedPort, chrome: "picture", firefox: "picture" },
  { name: "about:blank", url: () => "about:blank", chrome: "refused", firefox: "whole" },
  {
    name: "a data: address",
    url: () => "data:text/html,<title>d</title><p>words",
    chrome: "picture",
    firefox: "whole",
  },
  {
    name: "an extension's page",
    url: () => `${browser.driven.origin}/manifest.json`,
    chrome: "picture",
    firefox: "picture",
  },
  { name: "a file on the disk", url: fileOnDisk, chrome: "whole", firefox: "whole" },
  { name: "a PDF", url: () => `${site.origin}/paper.pdf`, chrome: "whole", firefox: "picture" },
  {
    name: "a PDF without the ending",
    url: () => `${site.origin}/paper`,
    chrome: "whole",
    firefox: "picture",
  },
]

const EVERYTHING = ["page-facts", "frames", "stitched", "dom", "source", "text"].map(
  what => `${what}:page-forbidden`,
)

/** A tab that shows it, even where the browser calls that a failure. */
async function show(url: string): Promise<Page> {
  const page = await browser.driven.newPage("about:blank")
  if (url === "about:blank") return page
  await page.goto(url).catch(() => undefined)
  return page
}

describe.each(cases)("$name", ({ url, [target]: outcome }) => {
  test(`is ${outcome}, and the popup foretells nothing else`, async () => {
    const page = await show(await url())
    const popup = await openPopup(browser.driven, page)
    await popup.waitFor(() => document.querySelector("#capture") !== null)
    const foretold = await popup.evaluate(() => ({
      blocked: document.querySelector<HTMLButtonElement>("#capture")?.disabled,
      pictureOnly: document.querySelector("#picture-only, [data-notice='page/pdf']") !== null,
      pdf: document.querySelector("[data-notice='page/pdf']")?.textContent.includes("E-PAGE-02") ?? false,
      error: document.querySelector<HTMLElement>("#error")?.dataset.cause,
    }))
    expect(foretold.blocked).toBe(outcome === "blocked")
    if (outcome === "blocked") expect(foretold.error).toBe("capture/page-forbidden")
    expect(foretold.pdf).toBe((await url()).endsWith(".pdf"))
    // Never the other way round: a page that could be had whole, announced as less.
    if (foretold.pictureOnly && outcome === "whole") expect(await url()).toMatch(/\.pdf$/)

    if (outcome === "blocked" || outcome === "refused") {
      const before = (await readVault(popup)).captures.length
      if (outcome === "refused") await popup.click("#capture")
      expect(await popup.waitFor(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)).toMatch(
        /^capture\/(page-forbidden|no-picture)$/,
      )
      expect((await readVault(popup)).captures).toHaveLength(before)
      await popup.close()
      await page.close()
      return
    }
    await popup.close()
    const found = await caught(browser.driven, page)
    expect(found.row.complete).toBe(found.row.gaps.length === 0)
    expect(found.paths).toContain("frames/0000.png")
    expect((await frameColours(found)).size).toBeGreaterThan(0)
    if (outcome === "picture") expect(found.gaps.toSorted()).toEqual(EVERYTHING.toSorted())
    if (outcome === "whole") expect(found.paths).toContain("dom-before.html")
    // Only its first screen is seen: never complete.
    if ((await url()).includes("paper")) expect(found.row.complete).toBe(false)
    await page.close()
  })
})

test("by the menu or the shortcut, a page of the browser is refused as well", async context => {
  if (target === "chrome") context.skip("Chromium gives a picture of its own pages: told above")
  const page = await show("about:preferences")
  const popup = await openPopup(browser.driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const before = (await readVault(popup)).captures.length
  const reply = await popup.evaluate<[], { ok: boolean; error: { code: string } }>(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    return chrome.runtime.sendMessage({ api: "background", method: "startCapture", input: { tabId: tab.id, trigger: "menu", chatUntil: null } })
  })()`)
  expect(reply).toMatchObject({ ok: false, error: { code: "capture/page-forbidden" } })
  expect((await readVault(popup)).captures).toHaveLength(before)
  await popup.close()
  await page.close()
})

test("the bundle of them all verifies", async () => {
  const page = await show(`${site.origin}/`)
  const { zip } = await exportBundle(browser.driven, page, browser.place.folder)
  const { status, faults } = verify(zip)
  expect({ status, faults }).toEqual({ status: 0, faults: [] })
})

/** An address where nobody listens any more. */
function closedPort(): Promise<string> {
  return new Promise(resolve => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => {
        resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`)
      })
    })
  })
}

function fileOnDisk(): string {
  const file = join(browser.place.folder, "saved.html")
  writeFileSync(file, tallPage("saved", 1200))
  return pathToFileURL(file).href
}
