/** The server record where a site has the data of a post at an address of its own: asked for once, kept, compared, told. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { type Hop, type ServerRecord } from "../../../src/core/server/record.ts"
import { serverSentences } from "../../../src/i18n/server.ts"
import { type SiteAnswer, type SiteAsk } from "../../../src/platform/ask-site.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const post = "https://weibo.com/1234567890/QabcDEF12"
const data = "https://weibo.com/ajax/statuses/show?id=QabcDEF12"
const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const shell = `<!doctype html><div id="app"></div>`

const hop = (url: string, status: number): Hop => ({
  ...{ at: "2026-11-22T15:20:00.250Z", ms: 5, url, ip: null, fromCache: null, status, statusLine: null },
  ...{ requestHeaders: [], responseHeaders: [], connection: null },
})
const answer = (url: string, body: string, mediaType: string, status = 200): SiteAnswer => ({
  ...{ outcome: "answered", hops: [hop(url, status)], sentTo: null, mediaType, body: utf8(body) },
})

/** Captures `url`, whose pages are shells; `answered` is what the address of the data gives. */
async function captured(url: string, answered: SiteAnswer) {
  const tab = openTab(1, 130, { url })
  const { readFacts } = tab.page
  tab.page.readFacts = (input: never) => ({ ...(readFacts?.(input) as object), selection: words })
  const asked: SiteAsk[] = []
  const ports = portsWith(
    {},
    {
      askSite: ask => {
        asked.push(ask)
        return Promise.resolve(ask.url === data ? answered : answer(ask.url, shell, "text/html"))
      },
    },
  )
  await keepCaptureOptions(ports.vault, { ...usualOptions, extras: ["server-record"] })
  const conductor = conductorOf(ports)
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  const files = await artifactsOf(ports.vault, captureId)
  const read = async (path: string) => {
    const file = files.find(each => each.path === path) ?? expect.unreachable(`no ${path}`)
    return JSON.parse(new TextDecoder().decode(await readBack(ports.vault, file.sha256))) as unknown
  }
  const server = (await read("server.json")) as ServerRecord
  return { asked, files, server, record: parseCaptureRecord(await read("capture.json")) }
}

const json = (body: object, status = 200) =>
  answer(data, JSON.stringify(body), "application/json; charset=utf-8", status)

describe("of a post whose page is a shell", () => {
  test("the data says what the page does not, as a file that is called asked for again", async () => {
    const { asked, files, server, record } = await captured(post, json({ text_raw: words }))
    expect(asked.map(({ url, cookies }) => [url, cookies])).toEqual([
      [post, "sent"],
      [post, "not-sent"],
      [data, "sent"],
    ])
    expect(asked.at(-1)?.accept).toContain("application/json")
    expect(server.comparison.verdict).toBe("inconclusive")
    expect(server.data).toMatchObject({ source: "re-requested", url: data, comparison: { verdict: "found" } })
    expect(files.find(({ path }) => path === "server-data.json")).toMatchObject({ source: "re-requested" })
    expect(
      record.requests.filter(({ purpose }) => purpose === "server-record").map(({ url }) => url),
    ).toEqual([post, post, data])
    expect(record.server?.data).toMatchObject({ status: 200, comparison: { verdict: "found", total: 1 } })
    expect(record).toMatchObject({ complete: true, gaps: [] })
    const said = record.server ?? expect.unreachable("no summary")
    expect(serverSentences["zh-CN"](said)[2]).toBe(
      "另外重新请求了该网站自己提供这条帖子数据的地址。当时显示的文字，在服务器发来的内容里能找到（比对 1 句，全部找到）。（状态 200。）",
    )
    expect(serverSentences.en(said)[2]).toContain("Asked again for the data of the post itself")
  })

  test("data that is refused says so, and does not say that the text was not there", async () => {
    const { server, record } = await captured(post, json({ ok: 0 }, 403))
    expect(server.data?.comparison).toMatchObject({ verdict: "inconclusive" })
    const said = record.server ?? expect.unreachable("no summary")
    expect(serverSentences["zh-CN"](said)[2]).toContain("服务器返回的状态不是 200")
  })
})

test("of any other page no such address is asked, and nothing is said of one", async () => {
  const { asked, server, record } = await captured("https://weibo.com/u/1234567890", json({}))
  expect(asked).toHaveLength(2)
  expect([server.data, record.server?.data]).toEqual([undefined, undefined])
  expect(serverSentences.en(record.server ?? expect.unreachable("no summary"))).toHaveLength(2)
})
