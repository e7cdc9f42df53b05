import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { createConductor } from "../../../src/background/conductor.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { eventually } from "../eventually.ts"
import { chainFaults, custodyOf } from "../vault/rows.ts"
import { openTab, resetScene, scene } from "./browser.ts"
import { conductorOf, gate } from "./conducting.ts"
import { portsWith, refuseCustody } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

describe("a capture of a page that behaves", () => {
  test("holds every file, and is complete", async () => {
    openTab(1)
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect(await conductor.row(captureId)).toMatchObject({
      state: "sealed",
      gaps: [],
      complete: true,
      asSeenSafe: true,
    })
    expect((await artifactsOf(ports.vault, captureId)).map(({ path }) => path)).toEqual([
      "capture.json",
      "dom-after.html",
      "dom-before.html",
      ...["0000", "0001", "0002", "0003"].map(name => `frames/${name}.png`),
      "log.jsonl",
      "offline-after.html",
      "offline-before.html",
      "page-1.png",
      "post.json",
      "source.html",
      "text.txt",
    ])
    expect(conductor.ended).toEqual([{ item: "e001", error: null }])
    expect(scene.activated.size, "nobody watches its tab any more").toBe(0)
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test("is answered when its as-seen frame is safe, and before anything is done to the page", async () => {
    openTab(1)
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    expect((await artifactsOf(ports.vault, captureId))[0]?.path).toBe("frames/0000.png")
    await conductor.whenSealed(captureId)
    expect(scene.asked.slice(0, 3)).toEqual(["1 picture", "1 inject", "1 readFacts"])
  })

  test("puts the page back once, after its last picture", async () => {
    openTab(1)
    const conductor = conductorOf(portsWith())
    await conductor.whenSealed((await conductor.start(1, "popup")).captureId)
    const order = scene.asked.map(asked => asked.slice(2))
    expect(order.filter(asked => asked === "restore")).toHaveLength(1)
    expect(order.lastIndexOf("picture")).toBeLessThan(order.indexOf("restore"))
  })
})

test("whoever is told of an end finds nothing running any more", async () => {
  openTab(1)
  const busy: boolean[] = []
  const conductor = createConductor(portsWith(), {
    onBegin: () => busy.push(conductor.isBusy()),
    onEnd: () => busy.push(conductor.isBusy()),
  })
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  expect(busy).toEqual([true, false])
})

describe("a second press", () => {
  test("on the same tab answers with the capture that runs, and makes no other", async () => {
    openTab(1)
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const [first, second] = await Promise.all([conductor.start(1, "popup"), conductor.start(1, "shortcut")])
    expect(second).toEqual(first)
    expect(await conductor.start(1, "menu")).toEqual(first)
    expect(conductor.onBegin).toHaveBeenCalledTimes(1)
    await conductor.whenSealed(first.captureId)
    expect(await ports.vault.captures.count()).toBe(1)
  })

  test("after the end makes a new one, which names the first", async () => {
    openTab(1)
    const conductor = conductorOf(portsWith())
    const first = await conductor.start(1, "popup")
    await conductor.whenSealed(first.captureId)
    await eventually(() => {
      expect(conductor.isBusy()).toBe(false)
    })
    const second = await conductor.start(1, "popup")
    await conductor.whenSealed(second.captureId)
    expect(await conductor.row(second.captureId)).toMatchObject({ item: 2, previousCapture: first.captureId })
  })

  test("on another tab takes its first picture at once, and scrolls when the first has let go of its page", async () => {
    const scrolling = gate()
    const first = openTab(1)
    openTab(2)
    const { scrollTo } = first.page
    first.page.scrollTo = async (input: never) => {
      await scrolling.opened
      return scrollTo?.(input)
    }
    const conductor = conductorOf(portsWith())
    const one = await conductor.start(1, "popup")
    await eventually(() => {
      expect(scene.asked).toContain("1 scrollTo")
    })
    const two = await conductor.start(2, "popup")
    await eventually(async () => {
      expect(await conductor.row(two.captureId)).toMatchObject({
        asSeenSafe: true,
        progress: { stage: "waiting" },
      })
    })
    expect(scene.asked).not.toContain("2 prepare")
    scrolling.open()
    await Promise.all([one, two].map(({ captureId }) => conductor.whenSealed(captureId)))
    expect(scene.asked.indexOf("2 prepare")).toBeGreaterThan(scene.asked.indexOf("1 restore"))
    expect(await conductor.row(two.captureId)).toMatchObject({ complete: true })
  })
})

describe("what fails", () => {
  test("as a picture and as a page leaves no item behind", async () => {
    openTab(1, 130, { page: {} })
    scene.camera = () => Promise.reject(new Error("Failed to capture tab: image readback failed"))
    const ports = portsWith()
    const conductor = conductorOf(ports)
    await expect(conductor.start(1, "popup")).rejects.toMatchObject({ code: "capture/page-forbidden" })
    await eventually(() => {
      expect(conductor.ended).toMatchObject([{ item: null, error: { code: "capture/page-forbidden" } }])
    })
    expect(await ports.vault.captures.count()).toBe(0)
    expect(await custodyOf(ports.vault)).toEqual([])
    await eventually(() => {
      expect(conductor.isBusy()).toBe(false)
    })
    expect(scene.activated.size).toBe(0)
  })

  test("as a page alone leaves the as-seen frame, and gaps that say why", async () => {
    openTab(1, 130, { page: {} })
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row).toMatchObject({ state: "sealed", complete: false, asSeenSafe: true })
    expect(row?.gaps.map(({ what, reason }) => `${what}: ${reason}`).toSorted()).toEqual([
      "dom: page-forbidden",
      "frames: page-forbidden",
      "page-facts: page-forbidden",
      "source: page-forbidden",
      "stitched: page-forbidden",
      "text: page-forbidden",
    ])
  })

  test("as a picture alone leaves the page's content", async () => {
    openTab(1)
    const refused = () => Promise.reject(new Error("Cannot access contents of url"))
    scene.camera = refused
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect(await conductor.row(captureId)).toMatchObject({ complete: false, asSeenSafe: false })
    expect((await artifactsOf(ports.vault, captureId)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["dom-before.html", "dom-after.html", "source.html", "text.txt"]),
    )
  })

  test.each([
    ["readFacts", ["page-facts"]],
    ["takeText", ["dom-before", "source", "dom-after", "text", "offline-copies"]],
    ["readChunk", ["dom-before", "source", "dom-after", "text", "offline-copies"]],
    ["readForCopy", ["offline-before", "offline-after"]],
    ["readParts", ["offline-copies"]],
    ["scrollTo", ["scroll-frames"]],
    ["restore", ["restore"]],
    ["readGaps", ["gaps"]],
  ])("in the page as %s never keeps the rest from being sealed", async (method, failing) => {
    const tab = openTab(1)
    tab.page[method] = () => "no such thing"
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row).toMatchObject({ state: "sealed", complete: false })
    const failed = row?.steps.filter(({ outcome }) => outcome === "failed")
    expect(failed?.map(({ name }) => name)).toEqual(expect.arrayContaining(failing))
    expect(failed?.find(({ name }) => name === failing[0])?.code).toBe("input/malformed")
    expect(row?.gaps.length).toBeGreaterThan(0)
  })

  test("in the sealing is told to who waits, and written down", async () => {
    openTab(1)
    const ports = portsWith()
    refuseCustody(ports.vault, line => line.includes("capture.sealed"))
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await expect(conductor.whenSealed(captureId)).rejects.toMatchObject({ code: "vault/full" })
    expect(await conductor.row(captureId)).toMatchObject({
      state: "running",
      failure: "vault/full",
      record: null,
    })
    expect(conductor.ended).toMatchObject([{ item: "e001", error: { code: "vault/full" } }])
  })

  test("in the sealing is told even where it cannot be written down", async () => {
    openTab(1)
    const ports = portsWith()
    refuseCustody(ports.vault, line => line.includes("capture.sealed"))
    const { captures } = ports.vault
    captures.hook("updating", changes => {
      if ("failure" in changes) throw Object.assign(new Error("IO error"), { name: "UnknownError" })
    })
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await expect(conductor.whenSealed(captureId)).rejects.toMatchObject({ code: "vault/full" })
  })

  test("does not keep the next capture waiting for its turn", async () => {
    openTab(1)
    openTab(2)
    const ports = portsWith()
    const disk = { full: true }
    refuseCustody(ports.vault, line => disk.full && line.includes("capture.sealed"))
    const conductor = conductorOf(ports)
    const one = await conductor.start(1, "popup")
    await expect(conductor.whenSealed(one.captureId)).rejects.toMatchObject({ code: "vault/full" })
    disk.full = false
    const two = await conductor.start(2, "popup")
    await conductor.whenSealed(two.captureId)
    expect(await conductor.row(two.captureId)).toMatchObject({ complete: true })
  })
})
