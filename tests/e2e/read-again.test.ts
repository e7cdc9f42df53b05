/**
 * The page of an item read again: what the page in front says is told in the
 * popup and kept on a click without a request; the item's own page opens it once
 * a click, behind, and tells numbers, changed words, a page that is gone and a
 * wall apart. Each is a line of readings.jsonl that our verifier holds to. The
 * second capture names the first. Each state is looked at as well.
 */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Surface } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type CountersReading } from "../../src/core/readings/reading.ts"
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

const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const edited = words.replace("上周", "昨天")
const html = { "Content-Type": "text/html; charset=utf-8" }
const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>帖子</title><link rel="icon" href="data:,">${body}</html>`
const post = (text: string, views: number, reposts: number) => {
  const counter = (type: string, count: number) => ({
    ...{ "@type": "InteractionCounter", interactionType: `https://schema.org/${type}` },
    userInteractionCount: count,
  })
  const data = {
    ...{ "@context": "https://schema.org", "@type": "SocialMediaPosting", articleBody: text },
    ...{ author: { "@type": "Person", name: "林小满", identifier: "u-1001" } },
    datePublished: "2026-11-20T08:00:00+08:00",
    interactionStatistic: [
      counter("WatchAction", views),
      counter("ShareAction", reposts),
      counter("LikeAction", 9),
    ],
  }
  return page(
    `<script type="application/ld+json">${JSON.stringify(data)}</script><article><h1>林小满</h1><p>${text}</p></article>`,
  )
}
const wall = page(
  `<div><h1>请登录</h1><form><label>手机号 <input type="tel" name="phone"></label><label>密码 <input type="password"></label><button>登录</button></form></div>`,
)

const state: { now: "first" | "edited" | "gone" | "wall" } = { now: "first" }
const routes: Readonly<Record<string, Route>> = {
  "/post": (_request, response) => {
    if (state.now === "gone") response.writeHead(404, html).end(page("<p>没有了</p>"))
    else if (state.now === "wall") response.writeHead(200, html).end(wall)
    else if (state.now === "edited") response.writeHead(200, html).end(post(edited, 5300, 41))
    else response.writeHead(200, html).end(post(words, 1200, 17))
  },
}
const site = await servePages({}, routes)
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", line: "5,000：司法解释中的数量标准，是否适用请咨询律师" },
  { language: "en-GB", scheme: "dark", line: "quantity standard in the judicial interpretation" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, line: standard }) => {
  const folder = newPlace()
  const granted = grantedHosts(target, extensionDir, [site.origin], folder.profile)
  const mode = begunIn({ language, scheme })
  const browser = installed({ ...granted, ...mode, prefs: { ...mode.prefs, ...granted.prefs } })
  afterAll(() => {
    folder.clear()
  })
  const photograph = photographer(browser, "read-again", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    looks.set(name, await judged(surface))
  }
  interface Held {
    bundle: Bundle
    items: readonly string[]
    /** What the popup said, and what the site was asked at each step. */
    changed: { state: string | undefined; text: string }
    loads: readonly number[]
    said: string
  }
  const held: { all?: Held } = {}

  beforeAll(async () => {
    const { driven } = browser
    state.now = "first"
    await driven.setViewport({ width: 900, height: 1000 })
    const loads: number[] = []
    const counted = async (work: () => Promise<unknown>) => {
      const before = site.count("/post")
      await work()
      loads.push(site.count("/post") - before)
    }
    const tab = await driven.newPage(`${site.origin}/post`)
    await tab.bringToFront()
    const first = await capture(driven, tab, 120_000)
    const id =
      (await first.popup.evaluate(
        () => document.querySelector<HTMLElement>("#see-as-visitor")?.dataset.capture,
      )) ?? ""
    await first.popup.close()

    state.now = "edited"
    await tab.goto(`${site.origin}/post`)
    await tab.bringToFront()
    const popup = await openPopup(driven, tab)
    const changed = (await popup.waitFor<Held["changed"] | null>(
      `(() => { const found = document.querySelector("#changed"); return found === null ? null : { state: found.dataset.state, text: found.textContent } })()`,
    )) ?? { state: undefined, text: "" }
    await look(popup, "popup")
    await counted(async () => {
      await popup.click("#keep-reading")
      await popup.waitFor(() => document.querySelector("#reading-kept"))
    })
    await popup.close()

    const view = await driven.openExtensionPage(`ui/item.html?item=${id}`)
    const readAs = (now: "edited" | "gone" | "wall", rows: number) =>
      counted(async () => {
        state.now = now
        await view.waitFor(() => document.querySelector("#read-again:enabled:not([aria-disabled])"))
        await view.click("#read-again")
        await view.waitFor(`document.querySelectorAll("#found li").length === ${String(rows)}`)
        await view.waitFor(() => document.querySelector("#read-again:enabled:not([aria-disabled])"))
      })
    await readAs("edited", 2)
    await readAs("gone", 3)
    await readAs("wall", 4)
    await view.click(`#schedule [data-days="1"]`)
    await view.waitFor(() => document.querySelector("#schedule-next"))
    await view.evaluate(() => {
      document.querySelector("#readings")?.scrollIntoView()
    })
    await look(view, "item")
    const said = (await view.evaluate(() => document.querySelector("#readings")?.textContent)) ?? ""
    await view.evaluate(() => {
      document.querySelector("#found")?.scrollIntoView()
    })
    await look(view, "found")
    await view.close()

    state.now = "edited"
    await tab.bringToFront()
    const second = await capture(driven, tab, 120_000)
    await second.popup.close()
    const bundle = await exportBundle(driven, tab, driven.profile)
    held.all = { bundle, items: [first.kept, second.kept].map(folderName), changed, loads, said }
  })

  const all = () => held.all ?? expect.unreachable("read before the tests")
  const item = (at: number) => all().bundle.item(all().items[at] ?? "")
  const readings = () =>
    item(0)
      .text("readings.jsonl")
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as CountersReading)

  test("the popup tells what changed on the page in front", () => {
    expect(all().changed.state).toBe("changed")
    expect(all().changed.text).toMatch(/1,200 → 5,300/)
  })

  test("what the user has open is kept without a request, and each click opens the page once", () => {
    expect(all().loads).toEqual([0, 1, 1, 1])
  })

  test("other words, a page that is gone and a wall are told apart, with their numbers", () => {
    expect(readings().map(({ state: found, stateBasis }) => [found, stateBasis])).toEqual([
      ["changed", "text-differs"],
      ["changed", "text-differs"],
      ["gone", "status"],
      ["wall", "sign-in"],
    ])
    expect(readings().map(({ openedBy }) => openedBy)).toEqual(["user", "tool", "tool", "tool"])
    const [opened, , gone] = readings()
    expect(opened?.fields.views).toMatchObject({ value: { count: 5300 }, verdict: "ok" })
    expect(opened?.changes.counters).toContainEqual(
      expect.objectContaining({ name: "reposts", difference: 24 }),
    )
    expect(opened?.changes.text?.parts).toContainEqual({ kind: "new", text: "昨天" })
    expect([gone?.status, gone?.fields.views.verdict]).toEqual([404, "not-found"])
  })

  test("our own visits are counted on, and printed", () => {
    const visits = readings().map(({ visits: n }) => n)
    const [first = 0] = visits
    expect(visits).toEqual([first, first + 1, first + 2, first + 3])
    expect(all().said).toContain(standard)
    expect(all().said).toMatch(
      new RegExp(`本工具已访问此页 ${String(first + 3)} 次|loaded this page ${String(first + 3)} times`),
    )
  })

  test("each line names the item's record, which does not list it, and custody has a line for each", () => {
    const record = sha256Of(item(0).path("capture.json"))
    expect(new Set(readings().map(({ of }) => of))).toEqual(new Set([record]))
    expect(item(0).record.files.map(({ path }) => path)).not.toContain("readings.jsonl")
    const log = readFileSync(join(all().bundle.folder, "data/custody.jsonl"), "utf8")
    const kept = log
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(kept.filter(({ event }) => event === "reading.kept").map(({ reading }) => reading)).toEqual(
      readings().map(({ id }) => id),
    )
  })

  test("the second capture names the first", () => {
    expect(item(1).record.previousCapture).toBe(item(0).record.id)
  })

  test("the bundle holds, by outside tools and by our verifier, and its list for people has the numbers", () => {
    for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      execFileSync("sha256sum", ["--quiet", "--strict", "-c", list], { cwd: all().bundle.folder })
    }
    expect(verify(all().bundle.zip)).toMatchObject({ status: 0, faults: [] })
    const readme = readFileSync(join(all().bundle.folder, "00-readme.html"), "utf8")
    expect(readme).toContain("<td>5300</td>")
    expect(readme).toContain("服务器返回状态 404。这只说明这次打开的情形，不等于所有人都看不到。")
    expect(readme).toContain("The page asked to sign in, or to open an app, and did not show the post")
  })

  test("nothing is wrong with its looks", () => {
    expect([...looks.keys()]).toEqual(["popup", "item", "found"])
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
