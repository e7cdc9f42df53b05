/** A visitor's view of a sealed item: what is asked, what is kept of it, and that nothing is asked without a grant. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type Ports } from "../../../src/background/ports.ts"
import { seeAsVisitor } from "../../../src/background/see-as-visitor.ts"
import { seeWithPicture } from "../../../src/background/visitor-picture.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type VisitorReading } from "../../../src/core/server/reading.ts"
import { type Hop } from "../../../src/core/server/record.ts"
import { type SiteAnswer, type SiteAsk } from "../../../src/platform/ask-site.ts"
import { type PrivatePicture } from "../../../src/platform/private-window.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { readingsOf } from "../../../src/vault/read.ts"
import { beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { readReadings } from "../../../src/workshop/readings-of-item.ts"
import { chainFaults, custodyOf, draftOf, later, record, sealedCapture, sha256Of } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const url = "https://weibo.com/1/N"

const hop = (status: number | null): Hop => ({
  ...{ at: later, ms: 5, url, ip: null, fromCache: null, status, statusLine: null },
  ...{ requestHeaders: [], responseHeaders: [], connection: null },
})
const page = (body: string, status = 200): SiteAnswer => ({
  ...{ outcome: "answered", hops: [hop(status)], sentTo: null, mediaType: "text/html" },
  body: utf8(body),
})
const silence: SiteAnswer = {
  ...{ outcome: "no-answer", hops: [hop(null)], sentTo: null, mediaType: "" },
  body: new Uint8Array(0),
}

async function scene(visitor: SiteAnswer, own: SiteAnswer, different: Partial<Ports> = {}) {
  const asked: SiteAsk[] = []
  const ports = portsWith(
    {},
    {
      askSite: ask => {
        asked.push(ask)
        return Promise.resolve(ask.cookies === "sent" ? own : visitor)
      },
      ...different,
    },
  )
  await sealedCapture(ports.vault, "a", words)
  return { ports, asked, vault: ports.vault }
}

test.each([
  ["the same text", page(words), page(words), "public", "same-text"],
  ["a refusal", page("请先登录", 401), page(words), "not-public", "refused"],
  ["a door for whoever is not known", page("请先登录", 403), page(words), "cannot-tell", "visitor-check"],
  ["a refusal for everybody", page("没有了", 404), page("没有了", 404), "cannot-tell", "not-given-either"],
  ["silence", silence, page(words), "cannot-tell", "no-answer"],
] as const)("%s for a visitor is kept as %#", async (_what, visitor, own, verdict, reason) => {
  const { ports, vault, asked } = await scene(visitor, own)
  const { readingId } = await seeAsVisitor(ports, "a")
  expect(asked.map(ask => [ask.url, ask.cookies])).toEqual([
    [url, "not-sent"],
    [url, "sent"],
  ])
  const [row] = await readingsOf(vault, "a")
  expect(row).toMatchObject({ id: readingId, of: "a", summary: { verdict, reason, requests: 2 } })
  const line = JSON.parse(row?.line ?? "") as VisitorReading
  expect(line).toMatchObject({ schema: 1, kind: "visitor", of: record, visitor: { verdict, reason } })
  expect(row?.line.endsWith("}\n")).toBe(true)
  expect((await custodyOf(vault)).at(-1)).toMatchObject({
    event: "reading.kept",
    reading: readingId,
    capture: "a",
  })
  expect(JSON.stringify(await custodyOf(vault))).not.toContain("weibo")
  expect(await chainFaults(vault)).toEqual([])
})

test("custody says when it was kept, which is after the answers came", async () => {
  let answeredAt = ""
  const { ports, vault } = await scene(page(words), page(words), {
    askSite: async () => {
      await new Promise(resolve => setTimeout(resolve, 20))
      answeredAt = new Date().toISOString()
      return page(words)
    },
  })
  await seeAsVisitor(ports, "a")
  const line = (await custodyOf(vault)).at(-1) as { readonly at: string }
  expect(line.at >= answeredAt).toBe(true)
})

test("the visitor's answer is kept but for what is never stored; of the user's own page only what it says", async () => {
  const form = `<input type="hidden" name="csrf_token" value="s3cret">`
  const { ports, vault } = await scene(page(words + form), page(`${words}登录者的名字`))
  await seeAsVisitor(ports, "a")
  const [row] = await readingsOf(vault, "a")
  const [file, ...others] = row?.files ?? []
  expect(others).toEqual([])
  const kept = new TextDecoder().decode(await readBack(vault, file?.sha256 ?? record))
  expect(kept).toBe(words + form.replace("s3cret", "******"))
  expect(file).toMatchObject({ sha256: sha256Of(kept), mediaType: "text/html" })
  expect(file?.path).toMatch(/^readings\/\d{8}T\d{6}Z-[0-9a-f]{6}-visitor\.html$/)
  const line = JSON.parse(row?.line ?? "") as VisitorReading
  expect(line.redacted).toEqual([{ what: "anti-forgery", count: 1, where: file?.path }])
  expect(line.answers.map(({ cookies, body }) => [cookies, body?.receivedSha256 ?? null])).toEqual([
    ["not-sent", sha256Of(words + form)],
    ["sent", null],
  ])
  expect(row?.line).not.toContain("登录者的名字")
})

describe("nothing is asked, and nothing kept,", () => {
  test.each<[string, string, Partial<Ports>, (ports: Ports) => Promise<unknown>, string]>([
    ["without a grant", "a", { mayRecord: () => Promise.resolve(false) }, none, "site/not-allowed"],
    ["of an item that is not there", "b", {}, none, "vault/missing"],
    [
      "of one that is in the trash",
      "a",
      {},
      ({ vault }) => setTrashed(vault, "a", later, true),
      "vault/missing",
    ],
    [
      "of one that still runs",
      "c",
      {},
      ({ vault }) => beginCapture(vault, draftOf("c"), [], []),
      "vault/missing",
    ],
  ])("%s", async (_when, id, different, before, code) => {
    const { ports, asked, vault } = await scene(page(words), page(words), different)
    await before(ports)
    await expect(seeAsVisitor(ports, id)).rejects.toMatchObject({ code })
    expect(asked).toEqual([])
    expect(await vault.readings.count()).toBe(0)
  })

  test("of what is no page of the web", async () => {
    const { ports, asked, vault } = await scene(page(words), page(words))
    await vault.captures.update("a", { url: "file:///home/x.html" })
    await expect(seeAsVisitor(ports, "a")).rejects.toMatchObject({ code: "capture/page-forbidden" })
    expect(asked).toEqual([])
  })
})

describe("with a picture", () => {
  const shot: PrivatePicture = {
    ...{ bytes: utf8("a picture"), width: 10, height: 10 },
    ...{ url: `${url}?seen`, title: "标题", loaded: true },
  }
  async function photographed(different: Partial<Ports["privateWindow"]> = {}) {
    const calls: string[] = []
    const privateWindow: Ports["privateWindow"] = {
      checkNone: () => Promise.resolve(),
      photograph: address => {
        calls.push(`photograph ${address}`)
        return Promise.resolve(shot)
      },
      giveBack: () => {
        calls.push("give back")
        return Promise.resolve()
      },
      ...different,
    }
    const made = await scene(page(words), page(words), { privateWindow })
    return { ...made, calls }
  }

  test("it is a dated file of the reading, and access to all sites is given back", async () => {
    const { ports, vault, calls } = await photographed()
    await seeWithPicture(ports, "a")
    expect(calls).toEqual([`photograph ${url}`, "give back"])
    const [row] = await readingsOf(vault, "a")
    const line = JSON.parse(row?.line ?? "") as VisitorReading
    expect(line.picture).toMatchObject({ url: shot.url, title: "标题", loaded: true, code: null })
    const file = line.files.find(({ path }) => path === line.picture?.path)
    expect(file).toMatchObject({ sha256: sha256Of("a picture"), mediaType: "image/png", bytes: 9 })
    expect(file?.path).toMatch(/^readings\/\d{8}T\d{6}Z-[0-9a-f]{6}-visitor\.png$/)
    expect(row?.hashes).toContain(sha256Of("a picture"))
    expect(row?.summary).toMatchObject({ verdict: "public", picture: "taken" })
  })

  test("where none can be taken, the answers are kept, and it says why", async () => {
    const fails = () => Promise.reject(new EvidenceError("capture/wrong-tab", "another tab"))
    const { ports, vault, calls } = await photographed({ photograph: fails })
    await seeWithPicture(ports, "a")
    const [row] = await readingsOf(vault, "a")
    const line = JSON.parse(row?.line ?? "") as VisitorReading
    expect(line.picture).toMatchObject({ path: null, code: "capture/wrong-tab" })
    expect(row?.summary).toMatchObject({ verdict: "public", picture: "failed" })
    expect(calls).toEqual(["give back"])
  })

  test("while another private window is open, nothing is sent or kept", async () => {
    const isOpen = () => Promise.reject(new EvidenceError("private/in-use", "one is open"))
    const { ports, vault, asked, calls } = await photographed({ checkNone: isOpen })
    await expect(seeWithPicture(ports, "a")).rejects.toMatchObject({ code: "private/in-use" })
    expect({ asked, calls, readings: await vault.readings.count() }).toEqual({
      ...{ asked: [], calls: ["give back"], readings: 0 },
    })
  })

  test("without one, the line says nothing of pictures", async () => {
    const { ports, vault } = await photographed()
    await seeAsVisitor(ports, "a")
    const [row] = await readingsOf(vault, "a")
    expect(row?.line).not.toContain("picture")
    expect(row?.summary).not.toHaveProperty("picture")
  })
})

describe("in a bundle", () => {
  test("stand those whose line in custody the bundle's log holds, to the byte", async () => {
    const { ports, vault } = await scene(page(words), page(words))
    await seeAsVisitor(ports, "a")
    await seeAsVisitor(ports, "a")
    const [first, second] = await readingsOf(vault, "a")
    expect(await readReadings(vault, "a", (first?.custodySeq ?? 0) - 1)).toEqual({
      ...{ files: [], readings: [], counters: [] },
    })
    const one = await readReadings(vault, "a", first?.custodySeq ?? 0)
    expect(one.files.map(({ path }) => path)).toEqual([first?.files[0]?.path, "readings.jsonl"])
    const both = await readReadings(vault, "a", second?.custodySeq ?? 0)
    expect(await both.files.at(-1)?.blob.text()).toBe(`${first?.line ?? ""}${second?.line ?? ""}`)
    expect(both.readings).toHaveLength(2)
  })

  test("none stands whose file is not what was kept", async () => {
    const { ports, vault } = await scene(page("请先登录", 403), page(words))
    await seeAsVisitor(ports, "a")
    const [row] = await readingsOf(vault, "a")
    await vault.blobs.update(row?.hashes[0] ?? record, { bytes: new Blob(["another page"]) })
    await expect(readReadings(vault, "a", 99)).rejects.toBeInstanceOf(EvidenceError)
  })
})

test("no clean-up takes a reading's file, and with its item it goes", async () => {
  const { ports, vault } = await scene(page("请先登录", 403), page(words))
  await seeAsVisitor(ports, "a")
  expect(await dropOrphanBytes(vault, "9999")).toBe(0)
  await setTrashed(vault, "a", later, true)
  await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
  expect([await vault.readings.count(), await vault.blobs.count()]).toEqual([0, 0])
})

function none(): Promise<void> {
  return Promise.resolve()
}
