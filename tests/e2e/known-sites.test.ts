/**
 * The sites that have an adapter, each under its own name and over https: what
 * people have reviewed of a made-up page is what a browser's document gives as well.
 */
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { allowSite, switchOn } from "../../scripts/browsers/use-settings.ts"
import { type PostFacts } from "../../src/core/post-facts/judge.ts"
import { type ServerRecord } from "../../src/core/server/record.ts"
import { type Bundle, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { newPlace } from "./harness/place.ts"
import { extensionDir, target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"
import { serveWeb } from "./harness/web.ts"

const WEIBO = "weibo/desktop-post"
const pages = [
  WEIBO,
  "weibo/mobile-detail",
  "xiaohongshu/explore",
  "douyin/desktop-video",
  "zhihu/desktop-answer",
  "bilibili/desktop-video",
  "tieba/thread",
  "weixin/mobile-long",
  "kuaishou/desktop-video",
  "douban/group-topic",
  "toutiao/desktop-article",
  "x/desktop-thread",
  "instagram/desktop-post",
  "reddit/desktop-post",
  "youtube/desktop-video",
  "facebook/post",
  "generic/discuz-thread",
] as const

const fileOf = (page: string, file: string) => readFileSync(`tests/fixtures/sites/${page}/${file}`, "utf8")
const addressOf = (page: string): URL =>
  new URL((JSON.parse(fileOf(page, "meta.json")) as { readonly url: string }).url)
const DOT = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64")
const DATA = "https://weibo.com/ajax/statuses/show?id=Rssaug2Mo"
const TEXT = "再说一遍[怒]，青禾小学旁边那家“阿芳面馆”用的是过期肉，#阿芳面馆#\n老板娘赵芳自己心里清楚。"

/** A note answers to any token of the site. */
const NOTE = addressOf("xiaohongshu/explore").href
const OTHER_TOKEN = NOTE.replace("AB_made_up", "CD_made_up")
const withToken = ({ href }: URL): string => (href === OTHER_TOKEN ? NOTE : href)

const web = await serveWeb((url, _request, response) => {
  const page = pages.find(each => addressOf(each).href.split("#")[0] === withToken(url))
  if (url.href === DATA) {
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" })
    response.end(JSON.stringify({ ok: 1, mblogid: "Rssaug2Mo", text_raw: TEXT, region_name: "发布于 浙江" }))
  } else if (page === undefined) {
    response.writeHead(200, { "Content-Type": "image/gif" }).end(DOT)
  } else {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(fileOf(page, "page.html"))
  }
})
const folder = newPlace()
const browser = installed({
  ...web.options[target],
  ...grantedHosts(target, extensionDir, [DATA], folder.profile),
  prefs: {
    ...web.options.firefox.prefs,
    ...grantedHosts("firefox", extensionDir, [DATA], folder.profile).prefs,
  },
})
afterAll(async () => {
  await web.close()
  folder.clear()
})

/** Chromium's selection leaves out the names of emoji. */
const selectLastLine = `(() => {
  const words = document.querySelector(".wbpro-feed-ogText").lastElementChild.lastChild
  getSelection().setBaseAndExtent(words, 0, words, words.length)
})()`

const held: { bundle?: Bundle } = {}
const items = new Map<string, string>()
const bundle = () => held.bundle ?? expect.unreachable("made before the tests")
const item = (page: string) => bundle().item(items.get(page) ?? expect.unreachable("not captured"))

beforeAll(async () => {
  const { driven } = browser
  await switchOn(driven, "server-record")
  await allowSite(driven, new URL(DATA).origin)
  const tab = await driven.newPage("about:blank")
  for (const page of pages) {
    await tab.goto(addressOf(page).href)
    await tab.bringToFront()
    if (page === WEIBO) await tab.evaluate(selectLastLine)
    items.set(page, (await keep(driven, tab)).item)
  }
  held.bundle = await exportBundle(driven, tab, driven.profile)
})

/** What these documents give of comments and the ones of the unit tests do not: those know no `~` in selectors. */
const onlyHere: Readonly<Record<string, readonly string[]>> = { "douyin/desktop-video": ["上海", "浙江"] }

/** Without what depends on when this runs: the times that a page tells by the calendar of its reader. */
function timeless({ adapter: { id }, pageType, fields, comments, faults }: PostFacts) {
  const without = (given: PostFacts["fields"]) =>
    Object.fromEntries(
      Object.entries(given).map(([name, { value, raw, verdict }]) => [
        name,
        name === "publishedAt" || name === "editedAt" ? { raw } : { value, raw, verdict },
      ]),
    )
  return {
    ...{ id, pageType, faults, fields: without(fields) },
    comments: comments.map(each => without(each.fields)),
  }
}

const withRegion =
  (page: string) =>
  (comment: Readonly<Record<string, unknown>>, index: number): unknown => {
    const region = onlyHere[page]?.[index]
    if (region === undefined) return comment
    const ipLocation = { value: region, raw: region, verdict: "ok" }
    return { ...comment, ipLocation, publishedAt: { raw: expect.stringMatching(/\d/) as unknown } }
  }

describe.each(pages)("%s", page => {
  test("is read as people have reviewed it, and its address is the one of the bar", () => {
    const facts = JSON.parse(item(page).text("post.json")) as PostFacts
    const expected = timeless(JSON.parse(fileOf(page, "expected.json")) as PostFacts)
    expect(timeless(facts)).toEqual({ ...expected, comments: expected.comments.map(withRegion(page)) })
    expect(item(page).record.url).toBe(addressOf(page).href)
  })
})

describe("the server record of a post on 微博", () => {
  const server = () => JSON.parse(item(WEIBO).text("server.json")) as ServerRecord

  test("asks for the site's own data of the post, once, with the cookies, and keeps it as it came", () => {
    expect(web.requests.filter(request => request.endsWith(DATA))).toEqual([`GET ${DATA}`])
    const { url, source, answer, comparison } = server().data ?? expect.unreachable("no data")
    expect({ url, source, cookies: answer.cookies, outcome: answer.outcome }).toEqual({
      ...{ url: DATA, source: "re-requested", cookies: "sent", outcome: "answered" },
    })
    expect(JSON.parse(item(WEIBO).text(answer.body?.path ?? ""))).toMatchObject({ text_raw: TEXT })
    expect(comparison.verdict).toBe("found")
  })

  test("of the other sites nothing was asked for a server record", () => {
    for (const page of pages.filter(each => each !== WEIBO)) {
      const steps = item(page).record.steps.filter(({ name }) => name === "server-record")
      expect(steps).toMatchObject([{ outcome: "skipped", code: "site/not-allowed" }])
    }
  })

  test("in Firefox it names the connection and the certificate, which openssl knows by the same fingerprint", () => {
    const [own] = server().answers
    const connection = own?.hops[0]?.connection ?? null
    if (target === "chrome") {
      expect([server().connectionDetails, connection]).toEqual(["not available in this browser", null])
      return
    }
    expect(connection?.protocolVersion).toBe("TLSv1.3")
    expect(connection?.cipherSuite).toMatch(/^TLS_/)
    expect(connection?.certificates.map(({ sha256 }) => sha256)).toEqual([web.fingerprint])
  })
})

test("a note that was come to by another link is known, as unchanged, and its next capture is tied to the first", async () => {
  const { driven } = browser
  const tab = await driven.newPage(OTHER_TOKEN)
  const popup = await openPopup(driven, tab)
  await popup.waitFor(() => document.querySelector("#changed"))
  expect(
    await popup.evaluate(() => [
      document.querySelector<HTMLElement>("#changed")?.dataset.state,
      document.querySelector("#seen") !== null,
    ]),
  ).toEqual(["there", true])
  await popup.close()
  const again = await keep(driven, tab)
  const both = await exportBundle(driven, tab, driven.profile)
  const first = both.item(items.get("xiaohongshu/explore") ?? expect.unreachable("not captured"))
  expect(both.item(again.item).record).toMatchObject({ url: OTHER_TOKEN, previousCapture: first.record.id })
  await tab.close()
})

test("what was read of an account's posts is summed under it, each post once however it was come to", async () => {
  const { driven } = browser
  await driven.setViewport({ width: 1280, height: 2000 })
  const library = await driven.openExtensionPage("ui/library.html")
  await library.click("#arrange-authors")
  const sums = await library.waitFor<readonly string[]>(
    `(() => {
      const headings = Array.from(document.querySelectorAll("#rows [data-heading=account][data-by=id]"))
      const said = headings.map(each => each.querySelector(".heading-title").textContent + " · " + (each.querySelector(".heading-sums")?.textContent ?? ""))
      return said.some(each => /\\d{2},\\d{3}/.test(each)) && said
    })()`,
  )
  expect(sums.filter(each => each.startsWith("Weibo"))).toEqual([expect.stringMatching(/12,034/)])
  expect(sums.filter(each => each.startsWith("Bilibili"))).toEqual([expect.stringMatching(/51,234.*1,033/)])
  await library.close()
})

test("the verifier holds the bundle", () => {
  expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
})
