/**
 * One click asks for an item's address again as a visitor would: nothing is
 * asked before the site is allowed, the answer is dated and goes with the item,
 * and what was captured does not change. Each state is looked at as well.
 */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type VisitorReading } from "../../src/core/server/reading.ts"
import { sha256Of } from "./harness/bundle.ts"
import { type Bundle, exportBundle, folderName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { newPlace } from "./harness/place.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const secret = "cookie-secret-1"
const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>帖子</title><link rel="icon" href="data:,">${body}</html>`
const refused = page("<p>请先登录再查看此内容。</p>")
const html = { "Content-Type": "text/html; charset=utf-8" }

const state = { isGone: false }
const routes: Readonly<Record<string, Route>> = {
  "/sign-in-here": (_request, response) => {
    response.writeHead(200, { ...html, "Set-Cookie": `sid=${secret}; Path=/; HttpOnly; SameSite=Lax` })
    response.end(page("in"))
  },
  "/members": ({ headers }, response) => {
    if (state.isGone) response.writeHead(404, html).end(page("<p>没有了</p>"))
    else if (headers.cookie?.includes(secret) !== true) response.writeHead(401, html).end(refused)
    else response.writeHead(200, html).end(page(`<p>${words}</p>`))
  },
}
const site = await servePages({}, routes)
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", public: "当时访客看不到：" },
  { language: "en-GB", scheme: "dark", public: "Not public then." },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, public: verdict }) => {
  const folder = newPlace()
  const granted = grantedHosts(target, extensionDir, [site.origin], folder.profile)
  const mode = begunIn({ language, scheme })
  const browser = installed({ ...granted, ...mode, prefs: { ...mode.prefs, ...granted.prefs } })
  afterAll(() => {
    folder.clear()
  })
  const photograph = photographer(browser, "visitor", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  const held: { post?: Page; bundle?: Bundle; item?: string; asked?: readonly number[] } = {}
  const shown = (surface: Surface, count: number) =>
    surface.waitFor<readonly { verdict: string; text: string }[] | null>(
      `(() => { const rows = Array.from(document.querySelectorAll("#visitor-views li"), row => ({ verdict: row.dataset.verdict, text: row.textContent })); return rows.length === ${String(count)} ? rows : null })()`,
    )
  const said: Record<string, readonly { verdict: string; text: string }[]> = {}

  beforeAll(async () => {
    const { driven } = browser
    state.isGone = false
    await driven.setViewport({ width: 900, height: 900 })
    const post = await driven.newPage(`${site.origin}/sign-in-here`)
    await post.goto(`${site.origin}/members`)
    await post.bringToFront()
    const { kept, popup } = await capture(driven, post, 120_000)
    const before = site.count("/members")
    const id = await popup.evaluate(
      () => document.querySelector<HTMLElement>("#see-as-visitor")?.dataset.capture,
    )
    await popup.close()
    const view = await driven.openExtensionPage(`ui/visitor.html?item=${id ?? ""}`)
    await view.waitFor(() => document.querySelector("#look:enabled:not([aria-disabled])"))
    await look(view, "asking")
    const unasked = site.count("/members")
    await view.click("#look")
    said.first = (await shown(view, 1)) ?? []
    await look(view, "seen")
    held.asked = [unasked - before, site.count("/members") - unasked]
    await view.close()

    // Allowed by now: the popup's own button asks in place.
    state.isGone = true
    await post.bringToFront()
    const again = await openPopup(driven, post)
    await again.click(`[data-act=open-item][data-capture="${id ?? ""}"]`)
    await again.waitFor(() => document.querySelector("#see-as-visitor:not([aria-disabled])"))
    await again.click("#see-as-visitor")
    said.second = (await shown(again, 2)) ?? []
    await again.waitFor(() => document.querySelector("#see-as-visitor:not([aria-disabled])"))
    await again.evaluate(() => {
      document.querySelector("#visitor")?.scrollIntoView({ block: "center" })
    })
    await look(again, "popup")
    await again.close()
    held.bundle = await exportBundle(driven, post, driven.profile)
    held.item = folderName(kept)
  })

  const bundle = () => held.bundle ?? expect.unreachable("exported before the tests")
  const item = () => bundle().item(held.item ?? "")
  const readings = () =>
    item()
      .text("readings.jsonl")
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as VisitorReading)

  test("before the click nothing is asked, and one click asks twice", () => {
    expect(held.asked).toEqual([0, 2])
  })

  test("the result stands in words: not public, and later, that it cannot be told", () => {
    expect(said.first?.map(row => row.verdict)).toEqual(["not-public"])
    expect(said.first?.[0]?.text).toContain(verdict)
    expect(said.second?.map(row => row.verdict)).toEqual(["not-public", "cannot-tell"])
  })

  test("each is a line that names the item's record, with the visitor's answer as a dated file", () => {
    const record = sha256Of(item().path("capture.json"))
    const [first, second] = readings()
    expect(readings().map(({ of }) => of)).toEqual([record, record])
    expect(first).toMatchObject({ kind: "visitor", visitor: { verdict: "not-public", reason: "refused" } })
    expect(second).toMatchObject({ visitor: { verdict: "cannot-tell", reason: "not-given-either" } })
    const [file] = first?.files ?? []
    expect(file?.path.slice("readings/".length, "readings/".length + 8)).toBe(
      first?.at.slice(0, 10).replaceAll("-", ""),
    )
    expect(item().text(file?.path ?? "")).toBe(refused)
    expect(first?.answers.map(({ cookies, hops }) => [cookies, hops.at(-1)?.status])).toEqual([
      ["not-sent", 401],
      ["sent", 200],
    ])
  })

  test("the record does not list them, and custody has a line for each", () => {
    expect(item().record.files.filter(({ path }) => path.startsWith("readings"))).toEqual([])
    const log = readFileSync(join(bundle().folder, "data/custody.jsonl"), "utf8").trimEnd().split("\n")
    const kept = log.map(line => JSON.parse(line) as Record<string, unknown>)
    expect(kept.filter(({ event }) => event === "reading.kept").map(({ reading }) => reading)).toEqual(
      readings().map(({ id }) => id),
    )
  })

  test("no secret of the sign-in is in the bundle", () => {
    expect(readFileSync(bundle().zip).includes(secret)).toBe(false)
  })

  test("the bundle holds, by outside tools and by our verifier, and its list for people tells both", () => {
    for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      execFileSync("sha256sum", ["--quiet", "--strict", "-c", list], { cwd: bundle().folder })
    }
    expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
    const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
    expect(readme).toContain("当时访客看不到：以不带 Cookie 的访客身份请求，服务器拒绝提供。（状态 401。）")
    expect(readme).toContain("Not public then. Asked as a visitor without cookies, the server refused it.")
  })

  test("nothing is wrong with its looks", () => {
    expect([...looks.keys()]).toEqual(["asking", "seen", "popup"])
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
