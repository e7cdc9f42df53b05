/** The procedure of a guided recording: what is kept of it, in what order, however it ends. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { type Ports } from "../../../src/background/ports.ts"
import { createRecordings } from "../../../src/background/recording.ts"
import { recover } from "../../../src/background/recover.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { parseProcedure } from "../../../src/core/procedure/parse.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { parseSelfCheck } from "../../../src/core/self-check.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { keepChunk } from "../../../src/vault/chunks.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { procedureOf } from "../../../src/vault/read-procedure.ts"
import { eventually } from "../eventually.ts"
import { at } from "../vault/rows.ts"
import { goTo, openTab, resetScene, scene, setActive } from "./browser.ts"
import { portsWith, unheard } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

async function begin(ports: Ports) {
  const ended: unknown[] = []
  const held: { heard: () => Promise<unknown> } = { heard: () => Promise.resolve(null) }
  const { handlers } = createRecordings(
    ports,
    { onBegin: () => undefined, onEnd: outcome => void ended.push(outcome) },
    async () => {
      await new Promise(resolve => setTimeout(resolve, 5))
      // The recorder is there all the while.
      await held.heard()
    },
  )
  const start = { kind: "picked", sound: false, width: 10, height: 10 } as const
  const { captureId } = await handlers.openRecording({ tabId: 1, start, guided: true })
  held.heard = () => handlers.noteRecording({ captureId })
  await keepChunk(ports.vault, captureId, { bytes: utf8("one"), mediaType: "video/webm", at })
  const lines = async () => (await procedureOf(ports.vault, captureId)).map(({ line }) => line)
  const until = (kind: string, count = 1) =>
    eventually(async () => {
      expect((await lines()).filter(line => line.includes(`"kind":"${kind}"`))).toHaveLength(count)
    })
  const finish = async () => {
    await handlers.endRecording({ captureId, ended: "stopped", code: null })
    await eventually(() => {
      expect(ended).toHaveLength(1)
    })
    return sealed(ports, captureId)
  }
  return { handlers, captureId, until, finish, say: (doing: unknown) => scene.lines.get(1)?.say(doing) }
}

async function sealed({ vault }: Ports, captureId: string) {
  const files = await artifactsOf(vault, captureId)
  const text = async (path: string) => {
    const file = files.find(each => each.path === path)
    return file === undefined ? null : new TextDecoder().decode(await readBack(vault, file.sha256))
  }
  const record = parseCaptureRecord(JSON.parse((await text("capture.json")) ?? "null"))
  const log = await text("recording/procedure.jsonl")
  return { record, lines: log === null ? null : parseProcedure(log) }
}

const click = { kind: "doing", doing: { kind: "click", x: 5, y: 6, role: "a", text: "主页" } }
const scroll = { kind: "scroll", x: 0, y: 80, height: 50, documentHeight: 130 }

test("pages, clicks and places are in it, in the order in which they came, and each page has its own picture", async () => {
  const tab = openTab(1)
  const ports = portsWith()
  const { until, finish, say } = await begin(ports)
  await until("facts")
  say(click)
  goTo(tab, "https://weibo.com/")
  await until("page", 2)
  await until("facts", 2)
  say({ kind: "doing", doing: scroll })
  const { record, lines } = await finish()

  expect(lines?.map(({ kind }) => kind)).toEqual([
    ...["begin", "page", "facts", "step", "click", "page", "step", "facts"],
    ...["scroll", "end"],
  ])
  const steps = lines?.flatMap(line => (line.kind === "step" ? [[line.step, line.state, line.by]] : []))
  expect(steps).toEqual([
    ["post", "done", "facts"],
    ["home", "done", "facts"],
  ])
  const pages = lines?.flatMap(line => (line.kind === "page" ? [line] : [])) ?? []
  expect(pages.map(({ url, frame }) => [url, frame?.path])).toEqual([
    ["https://weibo.com/1/N", "frames/0000.png"],
    ["https://weibo.com/", "recording/page-00005.png"],
  ])
  const listed = new Map(record.files.map(({ path, sha256 }) => [path, sha256]))
  for (const { frame } of pages) expect(listed.get(frame?.path ?? "")).toBe(frame?.sha256)
  expect(record).toMatchObject({ complete: true, procedure: { lines: 10, pages: 2, pictured: 2 } })
  expect(record.procedure?.chapters.map(({ title }) => title)).toEqual([
    ...["标题", "帖子", "标题", "平台首页"],
  ])
  expect(await ports.vault.procedure.count(), "the lines are in the file now").toBe(0)
})

test("what a page's process says that is no doing is not in it", async () => {
  openTab(1)
  const { until, finish, say } = await begin(portsWith())
  await until("facts")
  for (const message of [
    null,
    "x",
    { kind: "doing" },
    { kind: "doing", doing: { kind: "key", key: "a" } },
    { kind: "doing", doing: { ...click.doing, text: "x".repeat(61) } },
    { kind: "doing", doing: { kind: "end", ended: "stopped" } },
    { kind: "doing", doing: { ...click.doing, x: "5" } },
  ]) {
    say(message)
  }
  say({ kind: "doing", doing: { ...click.doing, value: "secret" } })
  const { lines } = await finish()
  expect(lines?.filter(({ kind }) => kind === "click")).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain("secret")
})

test("a page that the browser does not let the extension into is in it without a picture, and is a gap", async () => {
  const tab = openTab(1)
  const { until, finish } = await begin(portsWith())
  await until("facts")
  goTo(tab, "", { page: {}, title: "" })
  await until("page", 2)
  const { record, lines } = await finish()
  const page = lines?.filter(line => line.kind === "page")[1]
  expect(page).toMatchObject({ url: null, title: null, frame: null, code: "capture/page-forbidden" })
  expect(record.gaps).toEqual([{ what: "procedure", reason: "page-forbidden", count: 1, where: null }])
  expect(record.complete).toBe(false)
})

test("no picture is kept that was taken while another tab was in front", async () => {
  const tab = openTab(1)
  const { until, finish } = await begin(portsWith())
  await until("facts")
  const other = openTab(2, 130, { windowId: tab.windowId, active: false })
  scene.camera = async () => {
    setActive(other, true)
    setActive(other, false)
    return Promise.resolve((await import("./browser.ts")).picture(100, 50))
  }
  goTo(tab, "https://weibo.com/2/N")
  await until("page", 2)
  const { record, lines } = await finish()
  expect(lines?.filter(line => line.kind === "page")[1]).toMatchObject({
    frame: null,
    code: "capture/wrong-tab",
  })
  expect(record.files.map(({ path }) => path).filter(path => path.startsWith("recording/page-"))).toEqual([])
})

test("what the user says of a step is in it, with why it was skipped", async () => {
  openTab(1)
  const { until, finish, handlers, captureId } = await begin(portsWith())
  await until("facts")
  const said = { step: "address-bar", state: "skipped", reason: "录的是标签页" } as const
  const step = { captureId, ...said }
  await handlers.noteStep(step)
  const { lines } = await finish()
  expect(lines?.at(-2)).toMatchObject({ kind: "step", by: "user", ...said })
  await expect(handlers.noteStep(step)).rejects.toMatchObject({ code: "capture/not-running" })
})

test("what another run of the background left open keeps every line that it had, and no end", async () => {
  openTab(1)
  const ports = portsWith()
  const { until, captureId, say } = await begin(ports)
  await until("facts")
  say(click)
  await until("click")
  expect(await recover({ ...ports, run: "the next run" }, unheard)).toEqual([])
  const { record, lines } = await sealed(ports, captureId)
  expect(lines?.map(({ kind }) => kind)).toEqual(["begin", "page", "facts", "step", "click"])
  expect(record).toMatchObject({ complete: false, procedure: { lines: 5 } })
})

test("a line that the disk refuses ends the log, not the recording, and is a gap", async () => {
  openTab(1)
  const ports = portsWith()
  ports.vault.procedure.hook("creating", (_key, { line }) => {
    if (line.includes('"click"'))
      throw Object.assign(new Error("Failed to write blobs (IOError)"), { name: "QuotaExceededError" })
  })
  const { until, finish, say } = await begin(ports)
  await until("facts")
  say(click)
  say({ kind: "doing", doing: scroll })
  const { record, lines } = await finish()
  expect(lines?.map(({ kind }) => kind)).toEqual(["begin", "page", "facts", "step", "end"])
  expect(record.gaps).toMatchObject([{ what: "procedure" }])
  expect(record.recording).toMatchObject({ ended: "stopped" })
})

test("a self-check record is kept once, as it was pasted, and is its step", async () => {
  openTab(1)
  const ports = portsWith()
  const { until, finish, handlers, captureId } = await begin(ports)
  await until("facts")
  const wish = {
    captureId,
    system: "linux",
    screen: { width: 800, height: 600, colorDepth: 24, dpr: 1 },
    outputs: [{ name: "hosts", text: "127.0.0.1 localhost\n" }],
  } as const
  vi.stubGlobal("navigator", { languages: ["zh-CN", "en"] })
  await handlers.keepSelfCheck(wish)
  await expect(handlers.keepSelfCheck(wish)).rejects.toMatchObject({ code: "input/malformed" })
  const { record, lines } = await finish()
  expect(lines?.at(-2)).toMatchObject({ kind: "step", step: "self-check", by: "facts" })
  const files = await artifactsOf(ports.vault, captureId)
  const read = async (path: string) =>
    new TextDecoder().decode(await readBack(ports.vault, files.find(each => each.path === path)!.sha256))
  expect(await read("self-check/hosts.txt")).toBe("127.0.0.1 localhost\n")
  const check = parseSelfCheck(JSON.parse(await read("self-check/self-check.json")))
  expect(check.outputs).toMatchObject([{ name: "hosts", command: "cat /etc/hosts" }])
  expect(record.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["self-check/hosts.txt", "self-check/self-check.json"]),
  )
})

test("access to all sites is held while it runs, and given back at its end; a list's is left to the list", async () => {
  for (const holder of [null, "a list"]) {
    resetScene()
    openTab(1)
    const held = { holder }
    const given: string[] = []
    const { until, finish, captureId } = await begin(
      portsWith(
        {},
        {
          allSites: {
            has: () => Promise.resolve(true),
            hold: id => Promise.resolve(void (held.holder = id)),
            holder: () => Promise.resolve(held.holder),
            letGo: () => Promise.resolve(void given.push(held.holder ?? "")),
          },
        },
      ),
    )
    await until("facts")
    const { lines } = await finish()
    expect(lines?.[0]).toMatchObject({ kind: "begin", allPages: true })
    await eventually(() => {
      expect(given).toEqual(holder === null ? [captureId] : [])
    })
  }
})
