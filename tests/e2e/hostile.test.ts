/** Pages that do not want to be captured, or do not sit still. What may never be: complete, and not so. */
import { type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { BAND, bandsPage, isGrey, wrongRows } from "./harness/bands.ts"
import { type Caught, caught, frameColours, stitchedColours } from "./harness/caught.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour } from "./harness/picture.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { saidSize, sizeOf } from "./harness/sizes.ts"
import { target } from "./harness/target.ts"

const HEIGHT = 6_000
/** Enough for a few screens, where the page does nothing at any of them. */
const CALM = 2_400
/** Milliseconds that a picture takes which a script asks for once it has been near for a while. */
const LATE_MS = [300, 600, 900, 1300]
/** Three bands further the colour is nearly the same: a seam there shows no difference, only the place of the elements does. */
const UNSEEN = 3 * BAND
/** Milliseconds after the scrolling: about when the picture of that place is taken, or of the next. */
const UNSEEN_MS = [60, 160]
/** The colour of pages that a capture must not show. */
const SCREAM: Colour = 0xff00ff
const MARK = "words of another page"
/** Says it, and does not hold it. */
const SAY_MARK = `"words of " + "another page"`

/** Whether `/reloads` still does. */
const restless = { reloads: true }

const script = (code: string) => `<script>${code}</script>`
const bands = (code: string, height = HEIGHT) => bandsPage(height, { body: script(code) })
const scream = `<!doctype html><title>other</title><body bgcolor="${hexColour(SCREAM)}"><p>${MARK}<div style="height:5000px">`
const redSquare = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#ff0000"/></svg>`

const html =
  (body: string, headers: Readonly<Record<string, string>>): Route =>
  (_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers })
    response.end(body)
  }

/** A PNG of one pixel. */
const REDDISH =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

const typed =
  (type: string, body: string | Buffer): Route =>
  (_request, response) => {
    response.writeHead(200, { "Content-Type": type })
    response.end(body)
  }

const later =
  (ms: number): Route =>
  async (_request, response: ServerResponse) => {
    await sleep(ms)
    response.writeHead(200, { "Content-Type": "image/svg+xml" })
    response.end(redSquare)
  }

/** Once it has been scrolled a little, by whomever. */
const onceScrolled = (code: string) =>
  bands(
    `let done = false; addEventListener("scroll", () => { if (scrollY < 1500 || done) return; done = true; ${code} })`,
  )

/** Everything that a script of the page can put in our way, in its own world. */
const overrides = `
  window.scrollTo = window.scrollBy = window.scroll = () => {}
  window.requestAnimationFrame = () => 0
  window.setTimeout = () => 0
  window.MutationObserver = class { observe() { throw 1 } }
  window.Date = class extends Date { constructor() { super(0) } static now() { return 0 } }
  Performance.prototype.now = () => 0
  Element.prototype.getBoundingClientRect = () => ({ top: 0, left: 0, width: 0, height: 0, bottom: 0, right: 0 })
  Element.prototype.getClientRects = () => []
  Object.defineProperty(HTMLElement.prototype, "style", { get() { throw 2 } })
  Object.defineProperty(Element.prototype, "scrollHeight", { get: () => 10 })
  Object.defineProperty(document, "scrollingElement", { get: () => null })
  Object.defineProperty(document, "images", { get: () => [] })
  Object.defineProperty(document, "visibilityState", { get: () => "hidden" })
  Document.prototype.querySelectorAll = Document.prototype.elementFromPoint = () => { throw 3 }
  window.getComputedStyle = () => { throw 4 }
  window.fetch = () => Promise.reject(5)
  for (const name of ["map", "filter", "push", "flatMap", Symbol.iterator]) Array.prototype[name] = () => { throw 6 }
  Array.from = () => []
  Map.prototype.set = Set.prototype.add = () => { throw 7 }
  Promise.prototype.then = new Proxy(Promise.prototype.then, {})
  JSON.stringify = () => "{}"; JSON.parse = () => ({})
  window.btoa = () => ""; window.TextEncoder = class { encode() { return [] } }
  crypto.randomUUID = () => "0"; crypto.getRandomValues = array => array
  Object.defineProperty(Object.prototype, "code", { value: "vault/full" })
`

/** Elements whose names stand in front of properties of the document and of a form: visible to every script. */
const clobbering = `<form name="scrollingElement"></form><form name="documentElement"></form><form name="body"></form>
<form name="querySelectorAll"></form><form name="visibilityState"></form><form name="elementFromPoint"></form><form name="images"></form>
<form style="position:fixed;left:40%;width:30%;bottom:20px;height:30px;background:#808080"><input name="parentElement" hidden><input name="style" hidden>
<input name="getBoundingClientRect" hidden><input name="isConnected" hidden><input name="getClientRects" hidden></form>`

const growth = `const add = () => { for (let i = 0; i < 20; i++) { const row = document.createElement("div"); row.style.cssText = "height:100px;background:#444"; document.body.append(row) } };`

const site = await servePages(
  {
    "/plain": bands("", CALM),
    "/other": scream,
    "/overrides": bands(overrides, CALM),
    "/clobbering": bandsPage(CALM, { body: clobbering }),
    "/location": onceScrolled(`location.href = "/other"`),
    "/form": onceScrolled(
      `const form = document.createElement("form"); form.action = "/other"; document.body.append(form); form.submit()`,
    ),
    "/refresh": onceScrolled(
      `const refresh = document.createElement("meta"); refresh.httpEquiv = "refresh"; refresh.content = "0;url=/other"; document.head.append(refresh)`,
    ),
    "/route": onceScrolled(
      `history.pushState({}, "", "/other/route"); document.body.innerHTML = ${SAY_MARK}; document.body.bgColor = "#ff00ff"`,
    ),
    "/late-route": bands(`let bottom = false
      addEventListener("scroll", () => {
        if (scrollY > ${HEIGHT - 1000}) bottom = true
        if (!bottom || scrollY > 0) return
        history.pushState({}, "", "/other/route"); document.body.innerHTML = ${SAY_MARK}
      })`),
    "/late-hash": bands(`let bottom = false
      addEventListener("scroll", () => {
        if (scrollY > ${HEIGHT - 1000}) bottom = true
        if (!bottom || scrollY > 0) return
        location.hash = "#/thread/2"; document.body.innerHTML = ${SAY_MARK}
      })`),
    "/hash": bands(
      `addEventListener("scroll", () => history.replaceState({}, "", "#at-" + Math.round(scrollY)))`,
      CALM,
    ),
    "/fights": bands(`addEventListener("scroll", () => scrollTo(0, 0))`),
    "/grows": bands(
      `${growth} addEventListener("scroll", () => { if (scrollY + innerHeight > document.body.scrollHeight - 1500) add() })`,
    ),
    "/grows-alone": bands(`${growth} setInterval(add, 150)`),
    "/blocked": onceScrolled(`const end = performance.now() + 10000; while (performance.now() < end);`),
    "/alert": onceScrolled(`alert("stop")`),
    "/late-pictures": bandsPage(HEIGHT, {
      body: `<img src="/red/6000" width="300" height="300" style="position:absolute;left:490px;top:4000px">`,
    }),
    ...Object.fromEntries(
      LATE_MS.map(ms => [
        `/asked-late/${ms}`,
        bandsPage(HEIGHT, {
          body: `<img width="300" height="300" style="position:absolute;left:490px;top:2000px">${script(`
            const picture = document.images[0]
            new IntersectionObserver(([{ isIntersecting }]) => {
              if (isIntersecting && picture.src === "") setTimeout(() => { picture.src = "/red/${ms}" }, 250)
            }).observe(picture)`)}`,
        }),
      ]),
    ),
    "/shifting": bandsPage(HEIGHT, {
      body: script(`const table = document.querySelector("table")
        const seen = new Set()
        addEventListener("scroll", () => {
          const screen = Math.floor(scrollY / 700)
          if (screen < 1 || screen > 4 || seen.has(screen)) return
          seen.add(screen)
          // As a picture without a size that loads late, above what is being looked at.
          setTimeout(() => { const late = document.createElement("div"); late.style.cssText = "height:150px;background:#010101"; table.before(late) }, 120)
        })`),
    }),
    ...Object.fromEntries(
      UNSEEN_MS.map(ms => [
        `/shifting-unseen/${ms}`,
        bandsPage(HEIGHT, {
          body: script(`const table = document.querySelector("table")
            let done = false
            addEventListener("scroll", () => {
              if (scrollY < 1400 || done) return
              done = true
              setTimeout(() => { const late = document.createElement("div"); late.style.cssText = "height:${UNSEEN}px;background:#010101"; table.before(late) }, ${ms})
            })`),
        }),
      ]),
    ),
    "/nested": `<!doctype html><title>nested</title><body style="margin:0">${"<div>".repeat(3000)}deep${"</div>".repeat(3000)}`,
    "/deep": bands(
      `let at = document.body; for (let i = 0; i < 1000; i++) { const next = document.createElement("div"); at.append(next); at = next } at.textContent = "deep"`,
      CALM,
    ),
  },
  {
    "/red/6000": later(6000),
    ...Object.fromEntries(LATE_MS.map(ms => [`/red/${ms}`, later(ms)])),
    "/reloads": (request, response) => {
      const code = restless.reloads
        ? `setTimeout(() => location.reload(), 400)`
        : `document.title = "at rest"`
      return html(bands(code), {})(request, response)
    },
    "/sandbox": html(bandsPage(CALM), { "Content-Security-Policy": "default-src 'none'; sandbox" }),
    "/trusted-types": html(bandsPage(CALM), {
      "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'",
    }),
    "/huge": html(
      bandsPage(CALM, {
        body: `<script type="text/plain">${"0123456789abcde\n".repeat(sizeOf("megabytes") * 64_000)}</script>`,
      }),
      {},
    ),
    "/text": typed("text/plain; charset=utf-8", "a line of text\n".repeat(300)),
    "/json": typed(
      "application/json",
      JSON.stringify({ words: ["诽谤", "defamation"], more: Array(50).fill("x") }),
    ),
    "/xml": typed("application/xml", `<?xml version="1.0"?><root><post>words</post></root>`),
    "/svg": typed("image/svg+xml", redSquare),
    "/picture": typed("image/png", Buffer.from(REDDISH, "base64")),
  },
)
// An ordinary address of the web: pages on 127.0.0.1 are allowed more.
const HOST = "forum.example"
const browser = installed({
  args: target === "chrome" ? [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] : [],
  prefs: { "network.dns.localDomains": HOST },
})
afterAll(() => site.close())

const origin = site.origin.replace("127.0.0.1", HOST)

async function captured(path: string): Promise<{ readonly found: Caught; readonly page: Page }> {
  const page = await browser.driven.newPage(`${origin}${path}`)
  const found = await caught(browser.driven, page)
  expect(found.row.complete).toBe(found.row.gaps.length === 0)
  return { found, page }
}

/** Pixel by pixel the page, or gaps that say why not; never a pixel of another page. */
async function expectHonest(found: Caught, height = HEIGHT): Promise<void> {
  const strange = [...(await frameColours(found))].filter(colour => !isGrey(colour))
  expect(strange.map(hexColour)).toEqual([])
  if (found.row.complete) expect(wrongRows(await stitchedColours(found), height)).toEqual([])
}

describe("harmless, and so complete", () => {
  test.each(
    sharedRows([
      ["an ordinary page on plain http", "/plain", CALM],
      ["a page that overrides all that a script may use", "/overrides", CALM],
      ["a page that writes its place into the fragment", "/hash", CALM],
      ["a page with Trusted Types", "/trusted-types", CALM],
      ["1,000 elements inside one another", "/deep", CALM],
      ["a main thread that is blocked for ten seconds", "/blocked", HEIGHT],
    ]),
  )("%s", async (_name, path, height) => {
    const began = Date.now()
    const { found, page } = await captured(path)
    expect(found.gaps).toEqual([])
    await expectHonest(found, height)
    const at = Date.parse(found.row.startedAt)
    expect(at).toBeGreaterThanOrEqual(began - 1000)
    expect(at).toBeLessThanOrEqual(Date.now())
    await page.close()
  })
})

describe("the page goes away in the middle", () => {
  test.each(
    sharedRows([
      ["by its address", "/location"],
      ["by a form", "/form"],
      ["by meta refresh", "/refresh"],
      ["by pushState", "/route"],
    ]),
  )("%s: what there is is kept, the rest is a gap, and nothing is of the other page", async (_name, path) => {
    const { found, page } = await captured(path)
    expect(found.gaps.join()).toMatch(/frames:(route-changed|page-left)/)
    expect(found.row.url).toBe(`${origin}${path}`)
    await expectHonest(found)
    for (const each of found.paths.filter(name => /\.(html|txt)$/.test(name) && name !== "source.html"))
      expect(await found.text(each)).not.toContain(MARK)
    expect(found.paths).toContain("frames/0000.png")
    await page.close()
  })

  test.each(["/late-route", "/late-hash#/thread/1"])(
    "after its last frame: the texts of the other route are not kept as this one's: %s",
    async path => {
      const { found, page } = await captured(path)
      expect(found.gaps.join()).toMatch(/(dom|text):(route-changed|page-left)|frames:/)
      for (const each of ["dom-after.html", "text.txt"].filter(name => found.paths.includes(name)))
        expect(await found.text(each)).not.toContain(MARK)
      await page.close()
    },
  )

  test("again and again: it is not complete, if it can be captured at all", async () => {
    const page = await browser.driven.newPage(`${origin}/reloads`)
    const outcome = await caught(browser.driven, page).then(
      ({ row }) => (row.complete ? "complete" : "not"),
      String,
    )
    expect(outcome).toMatch(/^not$|the popup shows an error: capture\//)
    // A tab that loads again while it is being closed may never tell the driver that it is gone.
    restless.reloads = false
    await until("the page to rest", () => page.evaluate(() => document.title === "at rest"))
    await page.close()
  })
})

describe("the page does not sit still", () => {
  test("it scrolls back each time", async () => {
    const { found, page } = await captured("/fights")
    expect(found.gaps).toContain("frames:not-reached")
    await expectHonest(found)
    await page.close()
  })

  test.each(
    sharedRows([
      ["when it is scrolled", "/grows"],
      ["by itself", "/grows-alone"],
    ]),
  )("it grows for ever, %s: the limit is told, or that it grew", async (_name, path) => {
    const { found, page } = await captured(path)
    expect(found.gaps.join()).toMatch(/frames:(limit|grew)/)
    expect(found.paths.filter(name => name.startsWith("frames/")).length).toBeLessThan(130)
    await page.close()
  })

  test("its content moves down while it is scrolled: right after the second time, or told", async () => {
    const { found, page } = await captured("/shifting")
    if (found.row.complete) {
      const seen = await stitchedColours(found)
      const late = seen.filter(colour => colour === 0x010101).length
      expect(wrongRows(seen.slice(late), HEIGHT)).toEqual([])
      expect(late).toBe(await page.evaluate(`document.querySelector("table").offsetTop`))
    }
    expect(found.gaps.length === 0 || found.gaps.some(gap => /seam|frames/.test(gap))).toBe(true)
    await page.close()
  })

  test.each(sharedRows(UNSEEN_MS))(
    "its content moves down %i ms after it was scrolled, which no seam shows: right, or told",
    async ms => {
      const { found, page } = await captured(`/shifting-unseen/${ms}`)
      if (found.row.complete) {
        const seen = await stitchedColours(found)
        const late = seen.filter(colour => colour === 0x010101).length
        expect(wrongRows(seen.slice(late), HEIGHT)).toEqual([])
      }
      await page.close()
    },
  )

  test("a picture comes after its screen was taken: it is shown, or told", async () => {
    const { found, page } = await captured("/late-pictures")
    if (!found.gaps.some(gap => gap.startsWith("pictures:"))) {
      const seen = await stitchedColours(found)
      expect(seen.slice(4000, 4300).every(colour => colour === 0xff0000)).toBe(true)
    }
    await page.close()
  })

  test.each(sharedRows(LATE_MS))(
    "a picture is asked for late, and comes after %i ms: it is shown, or told",
    async ms => {
      const { found, page } = await captured(`/asked-late/${ms}`)
      if (!found.gaps.some(gap => gap.startsWith("pictures:"))) {
        const seen = await stitchedColours(found)
        expect(seen.slice(2000, 2300).filter(colour => colour !== 0xff0000)).toEqual([])
      }
      await page.close()
    },
  )

  test("it opens a message box: the capture ends in bounded time and says that the page was silent", async () => {
    const page = await browser.driven.newPage(`${origin}/alert`)
    const began = Date.now()
    const found = await caught(browser.driven, page)
    expect(Date.now() - began).toBeLessThan(90_000)
    // Firefox's automation closes the box by itself: then there is nothing to tell.
    if (target === "chrome") expect(found.gaps).toContain("frames:page-silent")
    expect(found.row.complete).toBe(found.row.gaps.length === 0)
    expect(found.paths).toContain("dom-before.html")
    await page.close()
  })
})

test("elements that are named like properties stand in front of them: right, or told", async () => {
  const { found, page } = await captured("/clobbering")
  await expectHonest(found, CALM)
  await page.close()
})

describe("other documents are captured, or their gaps are told", () => {
  test("a policy that forbids everything", async () => {
    const { found, page } = await captured("/sandbox")
    // The policy forbids the request too.
    expect(found.gaps).toEqual(["source:refused"])
    await expectHonest(found, CALM)
    await page.close()
  })

  test.each(
    sharedRows([
      ["nested deeper than the parser allows", "/nested"],
      ["plain text", "/text"],
      ["JSON", "/json"],
      ["XML", "/xml"],
      ["SVG", "/svg"],
      ["a picture alone", "/picture"],
    ]),
  )("%s", async (_name, path) => {
    const { found, page } = await captured(path)
    expect(found.row.state).toBe("sealed")
    expect(found.paths).toContain("frames/0000.png")
    // Firefox shows JSON in a viewer of its own, where no script may go.
    if (!found.row.complete) expect(found.gaps.join()).toMatch(/page-facts:|frames:/)
    await page.close()
  })

  test(`${saidSize("megabytes")} MB of HTML`, async () => {
    const { found, page } = await captured("/huge")
    await expectHonest(found, CALM)
    expect(found.size("dom-before.html")).toBeGreaterThan(sizeOf("megabytes") * 1_000_000)
    await page.close()
  })
})
