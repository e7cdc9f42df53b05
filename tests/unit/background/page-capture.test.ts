import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type Ports } from "../../../src/background/ports.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { eventually } from "../eventually.ts"
import { openTab, picture, resetScene, scene, setActive } from "./browser.ts"
import { conductorOf, gate } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

describe("what else the browser may refuse", () => {
  test("the question whether it paints rectangles is a failed step, and the rest is still taken", async () => {
    openTab(1)
    const ports = portsWith(
      {},
      { paintsRects: () => Promise.reject(new Error("Missing host permission for the tab")) },
    )
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row?.steps.find(({ outcome }) => outcome === "failed")).toMatchObject({ name: "scroll-frames" })
    expect(row?.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["restore", "source", "dom-after", "text", "gaps"]),
    )
    expect(row?.gaps).toMatchObject([{ what: "frames" }, { what: "stitched" }])
  })

  test("no picture of a page that is going away: that it was left is the reason", async () => {
    const tab = openTab(1, 1000)
    const { scrollTo } = tab.page
    tab.page.scrollTo = (input: never) => {
      if (scene.asked.filter(asked => asked === "1 scrollTo").length === 3) {
        delete tab.page.whereIs
        scene.camera = () => Promise.reject(new Error("Cannot access contents of the page"))
      }
      return scrollTo?.(input)
    }
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const gaps = (await conductor.row(captureId))?.gaps ?? []
    expect(gaps.filter(({ what }) => what === "frames")).toMatchObject([{ reason: "page-left" }])
  })

  test("a page that was loaded again since the first picture is another page", async () => {
    const tab = openTab(1)
    const { readFacts } = tab.page
    tab.page.readFacts = (input: never) => ({ ...(readFacts?.(input) as object), monotonicMs: 0 })
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row?.steps.find(({ name }) => name === "page-facts")).toMatchObject({ code: "capture/page-left" })
    expect(row?.complete).toBe(false)
    expect(scene.asked).not.toContain("1 prepare")
  })

  test("a page that grew after its last frame is not complete", async () => {
    const tab = openTab(1)
    const { readGaps, whereIs } = tab.page
    tab.page.readGaps = (input: never) => {
      tab.page.whereIs = (none: never) => ({ ...(whereIs?.(none) as object), documentHeight: 500 })
      return readGaps?.(input)
    }
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect((await conductor.row(captureId))?.gaps).toMatchObject([{ what: "frames", reason: "grew" }])
  })

  test.each([
    ["from the start", 0],
    ["while it is scrolled", 2],
  ])(
    "a page that is pinched larger %s is not complete, and keeps what was taken before",
    async (_name, stops) => {
      const tab = openTab(1, 1000)
      const { scrollTo } = tab.page
      tab.page.scrollTo = (input: never) => {
        const isPinched = scene.asked.filter(asked => asked === "1 scrollTo").length > stops
        return { ...(scrollTo?.(input) as object), visualScale: isPinched ? 1.5 : 1 }
      }
      const ports = portsWith()
      const conductor = conductorOf(ports)
      const { captureId } = await conductor.start(1, "popup")
      await conductor.whenSealed(captureId)
      const row = await conductor.row(captureId)
      expect(row?.complete).toBe(false)
      expect(row?.gaps).toContainEqual(expect.objectContaining({ what: "frames", reason: "pinched" }))
      const frames = (await artifactsOf(ports.vault, captureId)).filter(({ source }) => source === "screen")
      expect(frames).toHaveLength(1 + stops)
    },
  )

  test("a page that moves to another screen in the middle is gone through once more, with one ratio", async () => {
    const tab = openTab(1, 1000)
    const { scrollTo, whereIs } = tab.page
    const dpr = () => (scene.asked.filter(asked => asked === "1 scrollTo").length > 2 ? 2 : 1)
    tab.page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), dpr: dpr() })
    tab.page.whereIs = (none: never) => ({ ...(whereIs?.(none) as object), dpr: dpr() })
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const places = (await artifactsOf(ports.vault, captureId)).flatMap(({ place }) => (place ? [place] : []))
    expect(new Set(places.filter(({ pass }) => pass === 2).map(each => each.dpr))).toEqual(new Set([2]))
  })

  // By the page's count of the times that it was scrolled. `away`: it stands elsewhere once its picture was taken.
  test.each([
    {
      name: "before a try that failed",
      at: (times: number) => ({ moved: times === 3 ? 300 : 0, away: times === 3 ? 5 : 0, since: 0 }),
    },
    {
      name: "after its last frame",
      at: (times: number) => ({ moved: 0, away: 0, since: times >= 10 ? 40 : 0 }),
    },
  ])("a page whose content moved $name is gone through once more", async ({ at }) => {
    const tab = openTab(1, 1000)
    const { scrollTo, whereIs } = tab.page
    const now = () => at(scene.asked.filter(asked => asked === "1 scrollTo").length)
    tab.page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), moved: now().moved })
    tab.page.whereIs = (none: never) => {
      const stand = whereIs?.(none) as { readonly scrollY: number }
      return { ...stand, scrollY: stand.scrollY + now().away, moved: now().since }
    }
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const places = (await artifactsOf(ports.vault, captureId)).flatMap(({ place }) => (place ? [place] : []))
    expect(new Set(places.map(({ pass }) => pass))).toEqual(new Set([0, 1, 2]))
  })

  test("a picture of a page whose heights are no whole pixels is used to its last row", async () => {
    const tab = openTab(1, 500)
    const { scrollTo, whereIs } = tab.page
    // 50 rows of the picture are 55.56 CSS pixels.
    const odd = { dpr: 0.9, clientHeight: 55, viewportHeight: 56 }
    tab.page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), ...odd })
    tab.page.whereIs = (none: never) => ({ ...(whereIs?.(none) as object), ...odd })
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const places = (await artifactsOf(ports.vault, captureId)).flatMap(({ place }) => (place ? [place] : []))
    expect(places.filter(({ pass }) => pass > 0).map(({ usedHeight }) => usedHeight)).not.toContain(49)
    expect(places.filter(({ pass }) => pass > 0).length).toBeGreaterThan(2)
  })

  test("what the page keeps in the window, though it was hidden, is named as a gap", async () => {
    const tab = openTab(1, 1000)
    const { scrollTo } = tab.page
    tab.page.scrollTo = (input: never) => ({ ...(scrollTo?.(input) as object), standing: ["header.bar"] })
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect((await conductor.row(captureId))?.gaps).toContainEqual({
      ...{ what: "stitched", reason: "covered", count: 1, where: "header.bar" },
    })
  })

  test.each(["https://weibo.com/2/other", "https://evil.example/"])(
    "a page that went on to %s is not scrolled any further",
    async url => {
      const tab = openTab(1, 1000)
      const { scrollTo } = tab.page
      tab.page.scrollTo = (input: never) => {
        if (scene.asked.filter(asked => asked === "1 scrollTo").length === 3) tab.url = url
        return scrollTo?.(input)
      }
      const ports = portsWith()
      const conductor = conductorOf(ports)
      const { captureId } = await conductor.start(1, "popup")
      await conductor.whenSealed(captureId)
      expect((await conductor.row(captureId))?.gaps).toMatchObject([
        { what: "frames", reason: "route-changed" },
      ])
      const frames = (await artifactsOf(ports.vault, captureId)).filter(({ source }) => source === "screen")
      expect(frames.map(({ path }) => path)).toEqual(
        ["0000", "0001", "0002"].map(name => `frames/${name}.png`),
      )
    },
  )
})

describe("a frame of another tab", () => {
  test("is thrown away and taken again", async () => {
    const tab = openTab(1)
    const ports = portsWith()
    scene.camera = () => {
      // Away and back again between the two checks: only the turns tell.
      if (scene.asked.filter(asked => asked === "1 picture").length === 3) {
        setActive(tab, false)
        setActive(tab, true)
      }
      return Promise.resolve(picture(100, 50))
    }
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect(await conductor.row(captureId)).toMatchObject({ complete: true })
    const frames = (await artifactsOf(ports.vault, captureId)).filter(({ path }) =>
      path.startsWith("frames/"),
    )
    expect(scene.asked.filter(asked => asked === "1 picture")).toHaveLength(frames.length + 1)
    const named = new Set(frames.map(({ sha256 }) => sha256 as string))
    const shown = (await ports.vault.log.toArray())
      .map(({ detail }) => detail.sha256)
      .filter(hash => typeof hash === "string")
    for (const hash of shown.filter(hash => named.has(hash)))
      expect(shown.filter(other => other === hash)).toHaveLength(1)
  })

  test("is never taken while the tab is away: the capture pauses, says so, and goes on", async () => {
    const tab = openTab(1)
    const conductor = conductorOf(portsWith())
    const { scrollTo } = tab.page
    const away = vi.fn()
    tab.page.scrollTo = (input: never) => {
      if (away.mock.calls.length === 0) setActive(tab, false)
      away()
      return scrollTo?.(input)
    }
    const { captureId } = await conductor.start(1, "popup")
    await eventually(async () => {
      expect(await conductor.row(captureId)).toMatchObject({ progress: { stage: "paused" } })
    })
    const before = scene.asked.length
    expect(scene.asked.at(-1)).not.toBe("1 picture")
    setActive(tab, true)
    await conductor.whenSealed(captureId)
    expect(scene.asked.length).toBeGreaterThan(before)
    expect(await conductor.row(captureId)).toMatchObject({ complete: true })
  })

  test("three times in a row ends the first picture, and no frame is kept", async () => {
    const tab = openTab(1)
    scene.camera = () => {
      setActive(tab, false)
      setActive(tab, true)
      return Promise.resolve(picture(100, 50))
    }
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row?.steps.find(({ name }) => name === "as-seen")).toMatchObject({
      outcome: "failed",
      code: "capture/wrong-tab",
    })
    expect((await artifactsOf(ports.vault, captureId)).filter(({ source }) => source === "screen")).toEqual(
      [],
    )
  })
})

describe("stopping", () => {
  test("ends the scrolling, keeps what there is, and says so", async () => {
    const tab = openTab(1, 1000)
    const ports = portsWith()
    const conductor = conductorOf(ports)
    const { scrollTo } = tab.page
    const ids: string[] = []
    tab.page.scrollTo = (input: never) => {
      if (scene.asked.filter(asked => asked === "1 scrollTo").length === 3)
        for (const id of ids) void conductor.stop(id)
      return scrollTo?.(input)
    }
    const { captureId } = await conductor.start(1, "popup")
    ids.push(captureId)
    await conductor.whenSealed(captureId)
    const row = await conductor.row(captureId)
    expect(row).toMatchObject({ state: "sealed", complete: false })
    expect(row?.gaps).toMatchObject([{ what: "frames", reason: "stopped" }])
    expect((await artifactsOf(ports.vault, captureId)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["frames/0002.png", "dom-after.html", "page-1.png"]),
    )
    expect(scene.asked).toContain("1 restore")
  })

  test("by discarding puts what there is in the trash, from where it comes back", async () => {
    openTab(1, 1000)
    const conductor = conductorOf(portsWith())
    const { captureId } = await conductor.start(1, "popup")
    await conductor.discard(captureId)
    expect((await conductor.row(captureId))?.trashedAt).not.toBeNull()
    await conductor.restore(captureId)
    expect((await conductor.row(captureId))?.trashedAt).toBeNull()
  })

  test("works while waiting for the turn: it does not wait for the capture before", async () => {
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
      expect(await conductor.row(two.captureId)).toMatchObject({ progress: { stage: "waiting" } })
    })
    await conductor.stop(two.captureId)
    await conductor.whenSealed(two.captureId)
    expect((await conductor.row(two.captureId))?.gaps[0]).toMatchObject({ what: "frames", reason: "stopped" })
    expect(await conductor.row(one.captureId)).toMatchObject({ state: "running" })
    scrolling.open()
    await conductor.whenSealed(one.captureId)
    openTab(3)
    const three = await conductor.start(3, "popup")
    await conductor.whenSealed(three.captureId)
    expect(await conductor.row(three.captureId)).toMatchObject({ complete: true })
  })

  test("what does not run is refused", async () => {
    const conductor = conductorOf(portsWith())
    await expect(conductor.stop("no-such")).rejects.toMatchObject({ code: "capture/not-running" })
  })
})

test("pages are stitched only when every frame is in the vault, and while the page is asked for the rest", async () => {
  openTab(1, 400)
  const ports = portsWith()
  const rest = gate()
  const seen: string[][] = []
  const framesIn = async (captureId: string) =>
    (await artifactsOf(ports.vault, captureId)).flatMap(({ path }) =>
      path.startsWith("frames/") ? [path] : [],
    )
  const stitching: Ports["workshop"] = async (method, input) => {
    if (method === "stitch") {
      seen.push(await framesIn((input as { captureId: string }).captureId))
      rest.open()
    }
    return ports.workshop(method, input)
  }
  const page = scene.tabs.get(1)?.page ?? expect.unreachable("the tab is open")
  const { readGaps } = page
  page.readGaps = async (input: never) => {
    await rest.opened
    return readGaps?.(input)
  }
  const conductor = conductorOf({ ...ports, workshop: stitching })
  const { captureId } = await conductor.start(1, "popup")
  await conductor.whenSealed(captureId)
  expect(seen).toEqual([await framesIn(captureId)])
  expect(await conductor.row(captureId)).toMatchObject({ complete: true })
})
