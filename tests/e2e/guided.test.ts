/** A guided recording: what is done stands in its log, in order, with a picture of each page, and nothing that was typed. */
import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PNG } from "pngjs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Driven, openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { type Display, onScreen, withXvfb } from "../../scripts/browsers/xvfb.ts"
import { type ProcedureLine } from "../../src/core/procedure/entry.ts"
import { parseProcedure } from "../../src/core/procedure/parse.ts"
import { type SelfCheck } from "../../src/core/self-check.ts"
import { newPlace, start } from "./harness/browser.ts"
import { type Bundle, exportBundle } from "./harness/exported.ts"
import { judged } from "./harness/look.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const pictures = join(tmpdir(), "holdfast-looks", target)
mkdirSync(pictures, { recursive: true })

const SECRET = "Qz7-secret-4417"
const COLOURS = { home: [200, 30, 30], profile: [30, 160, 40], post: [40, 60, 200], comments: [220, 160, 20] }
type Name = keyof typeof COLOURS

const pageOf = (name: Name, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
  <body style="margin:0;background:rgb(${COLOURS[name].join(",")});color:white">${body}</body></html>`

const elsewhere = await servePages({ "/comments": pageOf("comments", "<p>comments") })
const site = await servePages({
  "/": pageOf("home", '<a id="next" href="/profile">To the profile</a>'),
  "/profile": pageOf(
    "profile",
    `<form onsubmit="return false"><input id="secret" type="password"><input id="plain"></form>
     <div id="draft" contenteditable>draft</div><a id="next" href="/post">To the post</a>`,
  ),
  "/post": pageOf(
    "post",
    `<a id="next" href="${elsewhere.origin}/comments">To the comments</a>
     <div style="height:3000px"></div>the end`,
  ),
})
const place = newPlace()
const isChrome = target === "chrome"
const noXvfb = spawnSync("Xvfb", ["-help"]).error !== undefined
const NEEDS_XVFB = "needs Xvfb, which is not installed: Firefox without a display has nothing to pick"

interface Held {
  driven?: Driven
  bundle?: Bundle
  lines?: readonly ProcedureLine[]
}
const held: Held = {}
const screen: { display?: Display; end?: () => void; ended?: Promise<unknown> } = {}

const granted = grantedHosts(target, extensionDir, ["<all_urls>"], place.profile, [
  "tabCapture",
  "webRequest",
])

beforeAll(async () => {
  if (!isChrome && noXvfb) return
  const driven = isChrome
    ? await start(place, granted)
    : await start(place, {
        ...{ headless: false, env: await displayFor() },
        prefs: { ...granted.prefs, "media.navigator.permission.disabled": true },
      })
  held.driven = driven
  await driven.setViewport({ width: 1000, height: 700 })
  const page = await driven.newPage(`${site.origin}/`)
  const window = await begin(driven, page)
  await checkSelf(window)
  await walk(page, window)
  await window.click("#stop")
  await window.waitFor(() => document.querySelector("#saved[data-item='E-001']"), 60_000)
  // Chromium's is of the installation here, for no script can answer its question.
  if (!isChrome)
    await window.waitFor(`browser.permissions.contains({ origins: ["<all_urls>"] }).then(may => !may)`)
  await window.close()
  await page.bringToFront()
  held.bundle = await exportBundle(driven, page, driven.profile)
  held.lines = parseProcedure(held.bundle.item("e001").text("recording/procedure.jsonl"))
})

afterAll(async () => {
  await held.driven?.close()
  screen.end?.()
  await screen.ended
  await Promise.all([site.close(), elsewhere.close()])
  place.clear()
})

/** A display for as long as the stories run. */
async function displayFor(): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    screen.ended = withXvfb(display => {
      screen.display = display
      resolve(display.env)
      return new Promise<void>(end => {
        screen.end = end
      })
    }).catch(reject)
  })
}

async function begin(driven: Driven, page: Page) {
  // A window of Firefox's that was never clicked into closes its popups.
  screen.display?.click(...(await onScreen(page, 400, 400)))
  await page.waitFor(() => document.hasFocus() || navigator.userAgent.includes("Chrome"))
  const popup = await openPopup(driven, page)
  await popup.click("#record")
  const window = await driven.opened("ui/record.html")
  await window.waitFor(() => document.body.dataset.stage === "ready")
  await window.click("#guided")
  await window.waitFor(() => document.querySelector("#guided-about"))
  await window.screenshot(join(pictures, "guided-ready.png"))
  expect(await judged(window), "ready").toEqual({ wrong: [], sideways: false })
  await window.click("#allow-all")
  await window.waitFor(() => document.querySelector("#all-pages"))
  await window.click(isChrome ? "#start-tab" : "#start-picked")
  await heard(window, "page", 1)
  return window
}

type Window = Awaited<ReturnType<typeof begin>>

/** Until the window says that so many are written down. */
const heard = (window: Window, what: "page" | "click", count: number) =>
  window.waitFor<boolean>(
    `Number(Array.from((document.querySelector("#heard")?.textContent ?? "").matchAll(/\\d+/g))[${what === "page" ? 0 : 1}]?.[0] ?? 0) >= ${count}`,
    60_000,
  )

/** As a person pastes it. */
const HOSTS = "127.0.0.1 localhost\n<script>alert(1)</script>\n"

async function checkSelf(window: Window): Promise<void> {
  await window.click("#open-self-check")
  await window.waitFor(() => document.querySelector("#self-check"))
  await window.click("#output-hosts")
  await window.evaluate((text: string) => {
    const field = document.querySelector<HTMLTextAreaElement>("#output-hosts")
    if (field !== null) field.value = text
  }, HOSTS)
  await window.screenshot(join(pictures, "guided-self-check.png"))
  expect(await judged(window), "self-check").toEqual({ wrong: [], sideways: false })
  await window.click("#self-check-save")
  await window.waitFor(() => document.querySelector("#self-check-saved"))
}

async function walk(page: Page, window: Window): Promise<void> {
  await page.click("#next")
  await page.waitFor(() => location.pathname === "/profile")
  await heard(window, "page", 2)
  await page.click("#secret")
  await page.type(SECRET)
  await page.click("#plain")
  await page.type(SECRET)
  await page.click("#draft")
  await page.type(SECRET)
  await heard(window, "click", 4)
  await page.click("#next")
  await page.waitFor(() => location.pathname === "/post")
  await heard(window, "page", 3)
  await window.click("#step-post [data-act=tick]")
  await window.waitFor(() => document.querySelector("#step-post[data-state=done]"))
  // A screen at a time, as a person reads: one jump to the end would not do.
  await page.evaluate(async () => {
    const end = document.documentElement.scrollHeight - innerHeight
    for (let y = 0; y < end; y += innerHeight * 0.9) {
      scrollTo(0, Math.min(y + innerHeight * 0.9, end))
      await new Promise(resolve => setTimeout(resolve, 1_200))
    }
  })
  await window.waitFor(() => document.querySelector("#step-scroll[data-state=done]"), 20_000)
  await page.click("#next")
  await page.waitFor(() => location.pathname === "/comments")
  await heard(window, "page", 4)
  await window.click("#step-address-bar [data-act=skip]")
  await window.type("only the tab")
  await window.screenshot(join(pictures, "guided-skipping.png"))
  await window.press("Enter")
  await window.waitFor(() => document.querySelector("#step-address-bar[data-state=skipped]"))
  await window.screenshot(join(pictures, "guided-running.png"))
  expect(await judged(window), "running").toEqual({ wrong: [], sideways: false })
}

const lines = () => held.lines ?? expect.unreachable("told before the tests")
const bundle = () => held.bundle ?? expect.unreachable("told before the tests")
const item = () => bundle().item("e001")

test("pages and clicks stand in it in the order in which they came, with times inside the recording", context => {
  if (held.lines === undefined) context.skip(NEEDS_XVFB)
  const done = lines().flatMap(line => {
    if (line.kind === "page") return [`page ${line.title ?? ""}`]
    return line.kind === "click" ? [`click ${line.role} ${line.text}`] : []
  })
  expect(done).toEqual([
    "page home",
    "click a To the profile",
    "page profile",
    ...["click input ", "click input ", "click div "],
    "click a To the post",
    "page post",
    "click a To the comments",
    "page comments",
  ])
  const length = Date.parse(item().record.recording!.endedAt) - Date.parse(item().record.startedAt)
  for (const { ms } of lines()) expect(ms).toBeLessThan(length + 5_000)
  expect(lines().map(({ kind }) => kind)).toEqual(expect.arrayContaining(["begin", "scroll", "step", "end"]))
})

test("a place that was scrolled to is where the page stood", context => {
  if (held.lines === undefined) context.skip(NEEDS_XVFB)
  const ends = lines().flatMap(line => (line.kind === "scroll" ? [line] : []))
  expect(
    Math.max(...ends.map(({ y, height, documentHeight }) => y + height - documentHeight)),
  ).toBeGreaterThan(-4)
})

test("each page's picture on its arrival is of that page", context => {
  if (held.lines === undefined) context.skip(NEEDS_XVFB)
  for (const line of lines()) {
    if (line.kind !== "page") continue
    expect(line.code, line.title ?? "").toBeNull()
    const { width, height, data } = PNG.sync.read(item().bytes(line.frame!.path))
    const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
    const [R = 0, G = 0, B = 0] = COLOURS[line.title as Name]
    expect(
      [r - R, g - G, b - B].every(by => Math.abs(by) <= 3),
      `${line.title}: ${r},${g},${b}`,
    ).toBe(true)
  }
})

test("steps say who ticked them, and why one was skipped", context => {
  if (held.lines === undefined) context.skip(NEEDS_XVFB)
  const steps = lines().flatMap(line =>
    line.kind === "step" ? [[line.step, line.state, line.by, line.reason]] : [],
  )
  expect(steps).toEqual([
    ["self-check", "done", "facts", null],
    ["post", "done", "user", null],
    // Whose home it is, is known with the post.
    ["home", "done", "facts", null],
    ["scroll", "done", "facts", null],
    ["address-bar", "skipped", "user", "only the tab"],
  ])
  expect(item().record.procedure).toMatchObject({ pages: 4, pictured: 4, lines: lines().length })
  const { chapters } = item().record.procedure!
  expect(chapters.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["home", "profile", "post", "comments"]),
  )
})

test("the self-check record has what was pasted as it was, and says what was not read", context => {
  if (held.bundle === undefined) context.skip(NEEDS_XVFB)
  expect(item().text("self-check/hosts.txt")).toBe(HOSTS)
  const check = JSON.parse(item().text("self-check/self-check.json")) as SelfCheck
  expect(check).toMatchObject({
    schema: 1,
    notRead: expect.arrayContaining(["proxy", "other-extensions"]) as unknown,
  })
  expect(check.facts).toMatchObject({ privateWindow: false })
  expect(check.outputs.map(({ name, path }) => [name, path])).toEqual([["hosts", "self-check/hosts.txt"]])
})

test("nothing that was typed is in any file of the bundle", context => {
  if (held.bundle === undefined) context.skip(NEEDS_XVFB)
  const { folder } = bundle()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  expect(files.length).toBeGreaterThan(10)
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name))
    for (const form of [
      SECRET,
      Buffer.from(SECRET, "utf16le"),
      Buffer.from(SECRET).toString("base64").slice(0, 18),
    ])
      expect(bytes.includes(form), name).toBe(false)
  }
})

test("the bundle holds, and lacks nothing", context => {
  if (held.bundle === undefined) context.skip(NEEDS_XVFB)
  expect(verify(bundle().zip)).toMatchObject({ faults: [], result: { verdict: "integrity-only" } })
  expect(item().record.gaps).toEqual([])
})
