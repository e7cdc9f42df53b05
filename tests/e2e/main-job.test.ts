/** The job that the product is for, on the practice post: capture, find it again, export, have it checked by others' tools. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import JSZip from "jszip"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bash, commandsOf, hasSm3, inScratch, run } from "../unit/bundle/written.ts"
import { sha256Of } from "./harness/bundle.ts"
import { installed } from "./harness/installed.ts"
import { hexColour, stitchedRows } from "./harness/picture.ts"
import { modified, practice, servePractice, type Story, tellStory } from "./harness/practice-story.ts"
import { extensionDir, target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePractice()
afterAll(() => site.close())
const browser = installed({ locale: "zh-CN" })

const held: { story?: Story } = {}
const story = () => held.story ?? expect.unreachable("told before the tests")
const record = () => story().item.record
beforeAll(async () => {
  held.story = await tellStory(browser, site)
})

test("the practice post is complete as loaded, without a gap", () => {
  expect(story().kept).toMatchObject({ item: "E-001", complete: true, gaps: [] })
  expect(record()).toMatchObject({ complete: true, gaps: [], redacted: [] })
})

test("the item is in the popup's list", () => {
  expect(story().recent).toHaveLength(1)
  expect(story().recent[0]).toMatch(/^E-001 .*127\.0\.0\.1/)
})

test("our verifier finds nothing wrong with the downloaded file", () => {
  const { status, result, faults } = verify(story().bundle.zip)
  expect(faults).toEqual([])
  expect({ status, verdict: result.verdict }).toEqual({ status: 0, verdict: "integrity-only" })
})

test("the popup's 64 digits are sha256sum's of the downloaded file", () => {
  const { bundle, digits } = story()
  const { output } = run("sha256sum", [bundle.zip], bundle.folder)
  expect(output.slice(0, 64)).toMatch(/^[0-9a-f]{64}$/)
  expect(digits.replace(/\s/g, "")).toBe(output.slice(0, 64))
  expect(bundle.said.sha256).toBe(output.slice(0, 64))
})

test.for([
  ["sha256sum", "the payload", ["--quiet", "--strict", "-c", "manifest-sha256.txt"]],
  ["sha256sum", "the papers", ["--quiet", "--strict", "-c", "tagmanifest-sha256.txt"]],
  ["cksum", "the payload by SM3", ["-a", "sm3", "--quiet", "--check", "manifest-sm3.txt"]],
  [
    "openssl",
    "the signature",
    [
      ...["dgst", "-sha256", "-verify", "device-key.pub.pem"],
      ...["-signature", "proofs/tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt"],
    ],
  ],
] as const)("%s agrees: %s", ([program, , args], context) => {
  if (program === "cksum" && !hasSm3) context.skip("cksum has no sm3 here; it needs coreutils 9")
  expect(run(program, args, story().bundle.folder)).toEqual({
    status: 0,
    output: program === "openssl" ? "Verified OK\n" : "",
  })
})

test.each([
  ["unzip", ["-tq"]],
  ["7zz", ["t"]],
])("%s finds the ZIP whole", (program, args) => {
  const { bundle } = story()
  expect(run(program, [...args, bundle.zip], bundle.folder)).toMatchObject({ status: 0 })
})

test("JSZip, by which web platforms open uploads, reads every file of it", async () => {
  const { bundle } = story()
  const zip = await JSZip.loadAsync(readFileSync(bundle.zip), { checkCRC32: true })
  const names = Object.keys(zip.files)
  const base = bundle.said.fileName.replace(/\.zip$/, "")
  expect(names).toContain(`${base}/data/e001/capture.json`)
  expect(names).toHaveLength(run("find", [".", "-type", "f"], bundle.folder).output.trim().split("\n").length)
})

test.for(["verify.txt", "verify.zh-cn.txt"])(
  "the Linux commands of %s pass as they stand",
  async (file, context) => {
    const { bundle } = story()
    const commands = commandsOf(readFileSync(join(bundle.folder, file), "utf8"), "Linux")
    expect(commands.length).toBeGreaterThan(10)
    if (!hasSm3) context.skip("cksum has no sm3 here; it needs coreutils 9")
    await inScratch(folder => {
      const script = `set -e\ncp "${bundle.zip}" .\n${commands.join("\n")}`
      const { status, output } = bash(script, folder)
      expect({ status, output }).toMatchObject({ status: 0 })
      expect(output).toContain("Verified OK")
      expect(output).toContain("custody log ok")
    })
  },
)

test("capture.json says what page it was", () => {
  const { seen } = story()
  expect(record()).toMatchObject({
    schema: 1,
    item: "e001",
    url: `${site.origin}/`,
    canonicalUrl: `${site.origin}/`,
    title: seen.title,
    referrer: `${site.origin}/start`,
    trigger: "popup",
    redirects: { count: 0 },
    previousCapture: null,
    page: {
      href: seen.url,
      frameUrls: [],
      lastModified: seen.lastModified,
      charset: "UTF-8",
      contentType: "text/html",
      language: "zh-CN",
      navigation: { type: "navigate", responseEnd: seen.navigation.responseEnd },
    },
  })
  expect(Date.parse(seen.lastModified)).toBe(Date.parse(modified))
  expect(record().nonce).toMatch(/^[0-9a-f]{64}$/)
})

test("capture.json says when it was: UTC, zone, local time, the clock that nobody sets, the server's", () => {
  const { seen, began, ended } = story()
  const { startedAt, endedAt, timeZone, clock } = record()
  expect(startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(began)
  expect(Date.parse(endedAt)).toBeGreaterThan(Date.parse(startedAt))
  expect(Date.parse(endedAt)).toBeLessThanOrEqual(ended)
  expect(timeZone).toBe(seen.timeZone)
  const elapsed = Date.parse(endedAt) - Date.parse(startedAt)
  expect(clock).toMatchObject({ startedWall: startedAt, endedWall: endedAt })
  expect(clock.utcOffsetMinutes).toBe(0 - new Date(startedAt).getTimezoneOffset())
  expect(Math.abs((clock.monotonicMs ?? 0) - elapsed)).toBeLessThan(100)
  expect(Math.abs(clock.wallMinusMonotonicMs ?? Infinity)).toBeLessThan(100)
  // The local time names the same moment.
  const local = Date.parse(clock.localTime)
  expect(Math.abs(local - Date.parse(startedAt))).toBeLessThan(1000)
  expect(clock.httpDate).toMatchObject({ url: `${site.origin}/` })
  const server = Date.parse(clock.httpDate?.date ?? "")
  expect(server).toBeGreaterThan(began - 1000)
  expect(server).toBeLessThanOrEqual(ended)
})

test("capture.json says with what: browser, system, extension, build, screen, zoom, language, automation", () => {
  const { seen } = story()
  const { environment } = record()
  const number = /\d+/.exec(browser.driven.version)?.[0] ?? "?"
  expect(environment).toMatchObject({
    browser: target === "firefox" ? "Firefox" : "Chromium",
    version: expect.stringContaining(`${number}.`) as string,
    os: expect.stringMatching(/linux/i) as string,
    extension: expect.stringMatching(/^Holdfast \d+\.\d+\.\d+ \(.+\)$/) as string,
    build: createHash("sha256")
      .update(readFileSync(join(extensionDir, "files.sha256")))
      .digest("hex"),
    locale: seen.language,
    viewport: { width: seen.width, height: seen.height },
    screen: seen.screen,
    zoom: 1,
    dpr: 1,
    privateWindow: false,
    automation: { value: "yes" },
  })
})

test("capture.json lists every step in order, each done", () => {
  const taken = target === "firefox" ? ["scroll-through", "tiles"] : ["scroll-frames"]
  expect(
    record()
      .steps.map(({ name, outcome }) => `${name} ${outcome}`)
      .sort(),
  ).toEqual(
    [
      ...["as-seen", "page-facts", "dom-before", "post-facts", "source", ...taken, "boxes"],
      ...[
        "offline-before",
        "restore",
        "dom-after",
        "offline-after",
        "text",
        "gaps",
        "offline-copies",
        "stitch",
        "verify",
      ],
    ]
      .map(name => `${name} done`)
      .sort(),
  )
  const times = record().steps.map(({ at }) => at)
  expect(times[0]).toBe([...times].sort()[0])
  expect(record().steps[0]?.name).toBe("as-seen")
})

test("every file is listed with the hash that sha256sum gives, and none besides", () => {
  const { item } = story()
  for (const { path, sha256, bytes } of record().files) {
    expect({ path, sha256: sha256Of(item.path(path)), bytes: item.bytes(path).length }).toEqual({
      path,
      sha256,
      bytes,
    })
  }
  const found = run("find", [".", "-type", "f", "-printf", "%P\n"], item.path(".")).output.trim().split("\n")
  expect([...record().files.map(({ path }) => path), "capture.json"].sort()).toEqual(found.sort())
})

test("the procedure log tells each frame, file and change of the page, in order and in UTC", () => {
  const { log } = story().item
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  const times = log.map(({ at }) => at)
  expect(times).toEqual([...times].sort())
  expect(times.every(at => at.endsWith("Z"))).toBe(true)
  const told = new Set(log.map(line => line.sha256))
  for (const { path, sha256 } of record().files) {
    if (path !== "log.jsonl") expect(told, path).toContain(sha256)
  }
  expect(log).toContainEqual(expect.objectContaining({ what: "page changed by us", property: "position" }))
})

test("source.html is what the server sent, byte for byte, and the one request for it is counted", () => {
  expect(
    story()
      .item.bytes("source.html")
      .equals(readFileSync(join(practice, "index.html"))),
  ).toBe(true)
  expect(record().requests).toMatchObject([{ url: `${site.origin}/`, purpose: "source", status: 200 }])
})

test("dom-before and dom-after hold the page as its script left it, with all 30 comments", () => {
  const { item } = story()
  // The page's script writes full dates beside the comments' relative ones; the source has none.
  const written = /<time [^>]*title="2026/g
  expect(item.text("source.html")).not.toMatch(written)
  for (const file of ["dom-before.html", "dom-after.html"]) {
    const html = item.text(file)
    expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="zh-CN">/)
    expect(html.match(written)?.length).toBeGreaterThan(30)
    expect(html.match(/<article class="comment"/g)).toHaveLength(30)
    expect(html).not.toContain("!important")
  }
})

test("text.txt has the visible words: title, post and every comment", () => {
  const { seen, item } = story()
  const text = item.text("text.txt").replace(/\s+/g, " ")
  expect(text).toContain("曝光一苇烘焙老板林一苇的真面目，大家擦亮眼睛")
  expect(text).toContain("她在后台趁人不注意，把别人的盘子换成了自己的")
  expect(seen.comments).toHaveLength(30)
  expect(seen.comments.filter(comment => !text.includes(comment))).toEqual([])
})

test("every lazy picture of the page was loaded", async () => {
  const pictures = await story().page.evaluate(() =>
    Array.from(document.images, ({ src, complete, naturalWidth }) => ({
      path: new URL(src).pathname,
      shown: complete && naturalWidth > 0,
    })),
  )
  expect(pictures.length).toBeGreaterThan(30)
  expect(pictures.filter(({ shown, path }) => !shown || site.count(path) === 0)).toEqual([])
})

test("the sticky header stands once in the stitched page, at its natural place", () => {
  const { header } = story().seen
  // Left of the columns there is only the page's own grey, the header's white and the notice's yellow.
  const rows = new Map<string, number[]>()
  let last = 0
  for (const { y, row, picture } of stitchedRows(story().item)) {
    const colour = hexColour(picture.at(3, row))
    rows.set(colour, [...(rows.get(colour) ?? []), y])
    last = y
  }
  expect(header.top).toBe(0)
  const white = rows.get("#ffffff") ?? []
  expect(white).toEqual(Array.from({ length: header.bottom - 1 }, (_, y) => y))
  expect(rows.get("#eceef1")).toEqual([header.bottom - 1])
  expect((rows.get("#f2f3f5") ?? []).length).toBeGreaterThan(last * 0.9)
})
