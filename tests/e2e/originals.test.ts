/** The files behind the pictures of a page, as served: kept with their digests, and what is refused is listed. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { PNG } from "pngjs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { allowSite, switchOn } from "../../scripts/browsers/use-settings.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { readVault } from "./harness/vault.ts"
import { installed } from "./harness/installed.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"

function picture(shade: number, side = 200): Buffer {
  const png = new PNG({ width: side, height: side })
  png.data.fill(shade)
  return PNG.sync.write(png)
}
const pictures = { open: picture(80), guarded: picture(120), small: picture(160, 20), foreign: picture(200) }
const film = readFileSync("tests/fixtures/webm/vp8.webm")
const sent: { path: string; cookie: string; referer: string }[] = []
const drawing =
  (bytes: Buffer, wantsReferer = false): Route =>
  ({ url, headers }, response) => {
    sent.push({ path: url ?? "", cookie: headers.cookie ?? "", referer: headers.referer ?? "" })
    const isGiven = !wantsReferer || headers.referer?.startsWith(site.origin) === true
    response.writeHead(isGiven ? 200 : 403, { "Content-Type": "image/png" })
    response.end(isGiven ? bytes : "no")
  }
const loaded = new Set<string>()
const site = await servePages(
  {},
  {
    "/post": (_request, response) => {
      const foreign = `http://localhost:${new URL(site.origin).port}/foreign.png`
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
      response.end(`<!doctype html><meta charset="utf-8"><title>p</title><link rel="icon" href="data:,">
        <img src="/open.png"><img src="/guarded.png"><img src="/small.png"><img src="/once.png"><img src="${foreign}">
        <img src="data:image/png;base64,${pictures.open.toString("base64")}">`)
    },
    "/posts": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
      response.end(`<!doctype html><meta charset="utf-8"><title>p</title><link rel="icon" href="data:,">
        <article id="first" style="width:500px"><img src="/wide.png"></article>
        <article id="second" style="width:500px;height:300px"><img src="/open.png"><video src="/film.webm" width="160" height="120"></video>
        </article><video src="/gone.webm" width="160" height="120"></video>`)
    },
    "/wide.png": drawing(picture(20, 400)),
    "/open.png": drawing(pictures.open),
    "/guarded.png": drawing(pictures.guarded, true),
    "/small.png": drawing(pictures.small),
    "/film.webm": (_request, response) => {
      response.writeHead(200, { "Content-Type": "video/webm" })
      response.end(film)
    },
    "/gone.webm": (_request, response) => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("gone")
    },
    "/foreign.png": drawing(pictures.foreign),
    // There for the page, and gone when it is asked for again.
    "/once.png": (request, response) => {
      const isFirst = !loaded.has("once")
      loaded.add("once")
      if (isFirst) void drawing(picture(40))(request, response)
      else response.writeHead(404, { "Content-Type": "text/plain" }).end("gone")
    },
  },
)
const folder = newPlace()
const browser = installed(grantedHosts(target, extensionDir, [site.origin], folder.profile))
afterAll(async () => {
  await site.close()
  folder.clear()
})

const held: {
  sent?: readonly string[]
  bundle?: Bundle
  item?: Item
  picked?: Item
  offered?: string | undefined
} = {}
const item = () => held.item ?? expect.unreachable("told before the tests")
interface File {
  readonly url: string
  readonly outcome: string
  readonly status: number | null
  readonly referer: string | null
  readonly file: { readonly path: string; readonly sha256: string } | null
}
const listed = () => (JSON.parse(item().text("media.json")) as { files: File[] }).files
const of = (name: string) =>
  listed().find(({ url }) => url.endsWith(`/${name}.png`)) ?? expect.unreachable(`${name} is not listed`)

/** Captures the page with the posts, the second of them pointed at. */
async function keepPicked(): Promise<string> {
  const { driven } = browser
  const page = await driven.newPage(`${site.origin}/posts`)
  const popup = await openPopup(driven, page)
  await popup.click("#pick")
  await until("the popup to make way", async () => !(await popup.isOpen()))
  await page.waitFor(
    () => document.querySelector("html > [role=application]") !== null && document.hasFocus(),
  )
  await page.click("#second")
  const row = await until(
    "the capture to be over",
    async () => {
      const { captures } = await readVault(driven.background)
      return captures.find(({ url, state }) => url.endsWith("/posts") && state === "sealed") ?? null
    },
    110_000,
  )
  await page.close()
  return `e${String(row.item).padStart(3, "0")}`
}

beforeAll(async () => {
  const { driven } = browser
  await switchOn(driven, "originals")
  await allowSite(driven, site.origin)
  const page = await driven.newPage(`${site.origin}/post`)
  sent.length = 0
  const { item: name } = await keep(driven, page)
  held.sent = sent.map(({ path }) => path)
  const picked = await keepPicked()
  held.bundle = await exportBundle(driven, page, driven.profile)
  held.item = held.bundle.item(name)
  held.picked = held.bundle.item(picked)
  const popup = await openPopup(driven, page)
  await popup.click("#recent li:last-child button")
  held.offered = await popup.waitFor(
    () => document.querySelector<HTMLElement>("#originals button")?.dataset.site,
  )
  await popup.close()
})

test("each larger picture of an allowed site is kept as it was served, with its digest", () => {
  for (const name of ["open", "guarded"] as const) {
    const { outcome, status, file } = of(name)
    expect([outcome, status]).toEqual(["kept", 200])
    const bytes = item().bytes(file?.path ?? "")
    expect(bytes.equals(pictures[name])).toBe(true)
    expect(file?.sha256).toBe(createHash("sha256").update(pictures[name]).digest("hex"))
  }
})

test("a host that wants to hear where its picture stands is told, as the page itself tells it", () => {
  expect(of("guarded").referer).toBe(`${site.origin}/`)
  expect(sent.find(({ path }) => path === "/guarded.png")?.referer).toBe(`${site.origin}/`)
})

test("what is refused is listed with its status, and its site with what was not asked for", () => {
  expect(of("once")).toMatchObject({ outcome: "refused", status: 404, file: null })
  expect(of("foreign")).toMatchObject({ outcome: "not-allowed", status: null, file: null })
  const foreign = new URL(of("foreign").url).origin
  expect(item().record.originals).toEqual({
    ...{ kept: 2, refused: 1, notAllowed: 1, sites: [foreign] },
    notHad: [{ outcome: "refused", status: 404, count: 1 }],
  })
  const readme = readFileSync(join(held.bundle?.folder ?? "", "00-readme.html"), "utf8")
  expect(readme).toContain("未取得 1 个：网站拒绝提供（状态 404） 1 个")
  expect(readme).toContain("1 not had (1 refused by the site with status 404)")
  expect(held.offered).toBe(foreign)
})

test("small pictures, and those that have no file of their own, are not asked for", () => {
  expect(
    listed()
      .map(({ url }) => new URL(url).pathname)
      .sort(),
  ).toEqual(["/foreign.png", "/guarded.png", "/once.png", "/open.png"].sort())
})

test("nothing else was asked, each request is counted, and the page is complete as loaded", () => {
  const countedFor = (wanted: string) =>
    item()
      .record.requests.filter(({ purpose }) => purpose === wanted)
      .map(({ url }) => new URL(url).pathname)
  // The offline copy asks, from within the page, for parts that it may not read from the screen.
  const ofCopy = new Set(["/small.png", ...countedFor("part")])
  const asked = held.sent?.filter(path => !ofCopy.has(path)) ?? []
  expect([...asked].sort()).toEqual(["/guarded.png", "/open.png"])
  expect(countedFor("original").sort()).toEqual(["/guarded.png", "/once.png", "/open.png"])
  expect(item().record.gaps).toEqual([])
})

test("of a post that was pointed at, the files come first, and the summary tells them apart", () => {
  const picked = held.picked ?? expect.unreachable("told before the tests")
  const { files } = JSON.parse(picked.text("media.json")) as { files: (File & { inPost: boolean })[] }
  expect(files.map(({ url, inPost, file }) => [new URL(url).pathname, inPost, file?.path])).toEqual([
    ["/open.png", true, "media/001.png"],
    ["/film.webm", true, "media/002.webm"],
    ["/wide.png", false, "media/003.png"],
    ["/gone.webm", false, undefined],
  ])
  expect(picked.bytes("media/001.png").equals(pictures.open)).toBe(true)
  expect(picked.record.originals?.post).toEqual({ found: 2, kept: 2 })
  expect(picked.bytes("media/002.webm").equals(film)).toBe(true)
  // Of two videos one was kept as it is served: the other one is what is missing.
  const films = picked.record.gaps.filter(({ what }) => what === "video")
  expect(films).toMatchObject([{ reason: "not-downloaded", count: 1 }])
})
