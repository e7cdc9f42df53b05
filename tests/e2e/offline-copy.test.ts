/** A copy of a page stands alone: it opens from the disk, shows the post, and asks nothing of anyone. */
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { target } from "./harness/target.ts"
import { serveNasty, WORDS } from "./harness/nasty-page.ts"

const { site, elsewhere } = await serveNasty()
const browser = installed()
afterAll(async () => {
  await site.close()
  await elsewhere.close()
})

/** Firefox lets an extension's script read the rules of sheets of other sites in place. */
const readsAllSheets = target === "firefox"
const FILES = ["offline-before.html", "offline-after.html"] as const
const held: { bundle?: Bundle; item?: Item; asked?: number; unchanged?: boolean } = {}
const item = () => held.item ?? expect.unreachable("captured before the tests")
const requests = () => site.requests.length + elsewhere.requests.length

const markup = `document.documentElement.outerHTML`

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/`)
  await page.waitFor(
    `document.querySelector("#crossing").complete && document.querySelector("#closed").complete`,
  )
  const before = await page.evaluate(markup)
  const { item: name } = await keep(browser.driven, page)
  held.unchanged = (await page.evaluate(markup)) === before
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
  held.item = held.bundle.item(name)
  await page.close()
  held.asked = requests()
})

test("making it leaves the page as it was", () => {
  expect(held.unchanged).toBe(true)
})

test("the record has both, made of what was captured, by steps that are done", () => {
  const { record } = item()
  for (const path of FILES) {
    expect(record.files.find(file => file.path === path)).toMatchObject({
      source: "derived",
      mediaType: "text/html; charset=utf-8",
    })
  }
  const steps = record.steps.filter(({ name }) => name.startsWith("offline-"))
  expect(steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    "offline-before done",
    "offline-after done",
    "offline-copies done",
  ])
  expect(record.gaps.filter(({ what }) => what === "offline-copy")).toEqual([])
})

test("every request for it stands in the record, and none was for what can be read without", () => {
  const parts = item().record.requests.filter(({ purpose }) => purpose === "part")
  const asked = parts.map(({ url }) => url.replace(site.origin, "").replace(elsewhere.origin, "elsewhere:"))
  // An import that comes late cannot be read in place.
  const counted = asked.filter(each => !readsAllSheets || each !== "elsewhere:/shared.css")
  expect(counted.sort()).toEqual(
    [
      ...["/assets/background.png", "/assets/red.png", "/assets/yellow.png"],
      // It is not there, but the page asked for it too.
      "elsewhere:/body-background",
      ...["elsewhere:/closed.png", "elsewhere:/shared.png"],
      ...(readsAllSheets ? [] : ["elsewhere:/closed.css", "elsewhere:/shared.css"]),
    ].sort(),
  )
  // The site counts what came: nothing that is not in the record.
  for (const path of ["/assets/green.png", "/assets/blue.png", "/assets/page.css", "/assets/imported.css"])
    expect(site.count(path), path).toBe(1)
  expect(site.count("/assets/print.png") + site.count("/assets/never.png")).toBe(0)
})

test("what is secret, or a draft, is in none of them, and is counted", () => {
  for (const path of FILES) {
    expect(item().text(path)).not.toMatch(/S3CRET|T0KEN|DRAFT/)
    expect(
      item()
        .record.redacted.filter(({ where }) => where === path)
        .map(({ what, count }) => [what, count]),
    ).toEqual(
      expect.arrayContaining([
        ["password", 1],
        ["draft", 1],
        ["anti-forgery", 1],
      ]),
    )
  }
})

describe.each(FILES)("%s, opened from the disk", file => {
  const seen: { page?: Page } = {}
  const shown = () => seen.page ?? expect.unreachable("opened before the tests")

  beforeAll(async () => {
    const path = join(held.bundle?.folder ?? "", "data", item().record.item, file)
    seen.page = await browser.driven.newPage(pathToFileURL(path).href)
    await shown().waitFor(`Array.from(document.images).every(image => image.complete)`)
    await shown().screenshot(join(browser.place.folder, `${file}.png`))
    if (process.env.LOOKS)
      await shown().screenshot(join(process.env.LOOKS, `${browser.driven.target}-${file}.png`))
  })
  afterAll(() => seen.page?.close())

  test("asks nothing of anyone, and runs nothing", async () => {
    expect(
      await shown().evaluate(
        `performance.getEntriesByType("resource").map(({ name }) => name).filter(name => !name.startsWith("data:"))`,
      ),
    ).toEqual([])
    expect(await shown().evaluate(`typeof globalThis.ran`)).toBe("undefined")
    expect(
      await shown().evaluate(
        `document.querySelectorAll("script, base, link, object, embed, meta[http-equiv=refresh], a[href^=http], [src^=http], [onclick], [onload]").length`,
      ),
    ).toBe(0)
    for (const id of ["link", "script-link", "post"]) await shown().click(`#${id}`)
    expect(await shown().evaluate(`location.href`)).toMatch(/^file:.*\.html$/)
    expect(requests()).toBe(held.asked)
  })

  test("shows the post: the page's text, that of its shadow roots and of its frames", async () => {
    expect(await shown().evaluate(`document.body.innerText`)).toContain(WORDS.post)
    expect(await shown().evaluate(`document.querySelector("#post").checkVisibility()`)).toBe(true)
    const html = item().text(file)
    for (const words of [WORDS.shade, WORDS.deepShade, WORDS.frame, WORDS.srcdoc, WORDS.nested])
      expect(html, words).toContain(words)
    expect(html).not.toContain(WORDS.foreign)
    expect(html).toContain("只在截图中")
    expect(html).toContain("Only in the screenshot")
  })

  test("shows every picture that could be read, and a frame of its size for the others", async () => {
    const pictures = `Object.fromEntries(Array.from(document.images, image => [image.id, image.naturalWidth + " " + image.src.slice(0, 14)]))`
    expect(await shown().evaluate(pictures)).toEqual({
      plain: "40 data:image/png",
      chosen: "40 data:image/png",
      dense: "40 data:image/png",
      crossing: "40 data:image/png",
      closed: "40 data:image/svg",
    })
  })

  test("has the styles of sheets, imports, scripts and other sites, with what they load", async () => {
    const style = (selector: string, property: string) =>
      shown().evaluate(
        `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`,
      )
    for (const id of ["#background", "#imported", "#inline"])
      expect(await style(id, "background-image"), id).toMatch(/^url\("data:image\/png;base64,.{50}/)
    expect(await style("#imported", "border-top-color")).toBe("rgb(0, 0, 255)")
    expect(await style("#from-elsewhere", "background-color")).toBe("rgb(240, 200, 240)")
    expect(await style("#post", "color")).toBe("rgb(178, 34, 34)")
    expect(await style("#link", "color")).toBe("rgb(0, 100, 0)")
    expect(await style("#canvas", "background-image")).toMatch(/^url\("data:image\/png/)
    expect(await style("#tainted", "background-image")).toBe('url("data:,")')
    expect(await shown().evaluate(`document.querySelector("#video").poster.slice(0, 14)`)).toBe(
      "data:image/png",
    )
    expect(
      await shown().evaluate(`document.querySelector("#svg image").getAttribute("href").slice(0, 14)`),
    ).toBe("data:image/png")
  })

  test("shows what stood in the form, and the addresses that links had", async () => {
    expect(
      await shown().evaluate(`({
        typed: document.querySelector("#typed").value, ticked: document.querySelector("#ticked").checked,
        unticked: document.querySelector("#unticked").checked, choice: document.querySelector("#choice").value,
        link: document.querySelector("#link").title, here: document.querySelector("#here").getAttribute("href"),
        script: document.querySelector("#script-link").attributes.length,
      })`),
    ).toEqual({
      ...{ typed: "new & <b>", ticked: true, unticked: false, choice: "two" },
      ...{ link: `${elsewhere.origin}/profile`, here: "#post", script: 1 },
    })
  })

  test("says at its head what is not in it, and why", async () => {
    const said = JSON.parse(
      String(await shown().evaluate(`document.querySelector("meta[name=holdfast-copy]").content`)),
    ) as { of: string; url: string; left: { what: string; why: string }[] }
    expect(said).toMatchObject({ of: file.replace("offline", "dom"), url: `${site.origin}/` })
    const left = said.left.map(({ what, why }) => `${why} ${what.replace(elsewhere.origin, "elsewhere:")}`)
    expect(left).toEqual(
      expect.arrayContaining([
        "refused elsewhere:/closed.png",
        ...(readsAllSheets ? [] : ["refused elsewhere:/closed.css"]),
        "only-in-picture elsewhere:/frame",
        "not-copied elsewhere:/plugin.svg",
        "not-in-this-document elsewhere:/sprite.svg#a",
        "refused canvas",
      ]),
    )
  })
})
