/** The picker, as the background conducts it: what a page says of it begins a capture only when it was asked. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { pickerWords } from "../../../src/background/picker-words.ts"
import { type PostCut } from "../../../src/protocol.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, logOf, runningCaptures, allCaptures } from "../../../src/vault/read.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { eventually } from "../eventually.ts"
import { at } from "../vault/rows.ts"
import { HEIGHT, openTab, resetScene, scene, type Tab, WIDTH } from "./browser.ts"
import { conductorOf, gate } from "./conducting.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const whole = { x: 10, y: 30, width: 60, height: 90 }

/** A page whose picker gives these answers, one a question. */
function openPicked(answers: readonly object[], height = 130): Tab {
  const tab = openTab(1, height)
  const left = [...answers]
  let clicks = 0
  Object.assign(tab.page, {
    startPicker: () => null,
    awaitChoice: () => ({ selector: "article#a", ...left.shift() }),
    readMarks: () => ({ dpr: 1, post: { whole, seen: whole }, quote: [] }),
    unfoldNext: () => {
      clicks += 1
      const click = clicks > 2 ? null : { selector: "button", words: "全文", from: 40, to: 90 }
      return { click, href: tab.url }
    },
  })
  return tab
}

const chosen = [{ outcome: "choosing" }, { outcome: "chosen" }]

async function picked(answers: readonly object[], work: Parameters<typeof portsWith>[0] = {}) {
  openPicked(answers)
  const ports = portsWith(work)
  const conductor = conductorOf(ports)
  await conductor.pick(1, pickerWords("zh-CN"))
  await eventually(async () => {
    expect(conductor.ended.length + (answers.at(-1) as { outcome: string }).outcome.length).toBeGreaterThan(0)
    expect(await runningCaptures(ports.vault)).toEqual([])
    expect(scene.asked.filter(asked => asked === "1 awaitChoice")).toHaveLength(answers.length)
  })
  await eventually(() => {
    expect(conductor.isBusy()).toBe(false)
  })
  const [row] = await allCaptures(ports.vault)
  return { conductor, ports, row }
}

test("a tab is taken for as long as the picker stands in it, and free again when it is let be", async () => {
  const { opened, open } = gate()
  const tab = openPicked([])
  tab.page.awaitChoice = () => opened.then(() => ({ outcome: "cancelled", selector: "article#a" }))
  const conductor = conductorOf(portsWith())
  expect(conductor.isTaken(1)).toBe(false)
  await conductor.pick(1, pickerWords("zh-CN"))
  expect([conductor.isTaken(1), conductor.isTaken(2), conductor.isBusy()]).toEqual([true, false, false])
  open()
  await eventually(() => {
    expect(conductor.isTaken(1)).toBe(false)
  })
})

test("what is chosen is captured, and the record says that the picker was there before the first frame", async () => {
  const { row, ports, conductor } = await picked(chosen)
  expect(conductor.ended).toEqual([{ item: "e001", error: null }])
  expect(row?.steps.slice(0, 2).map(({ name, outcome }) => [name, outcome])).toEqual([
    ["picker", "done"],
    ["as-seen", "done"],
  ])
  expect(row?.post).toMatchObject({ selector: "article#a", ...whole, file: null })
  const log = await logOf(ports.vault, row?.id ?? "")
  expect(log.map(({ step, what }) => [step, what])).toContainEqual([
    "picker",
    "picker shown before the first frame, and gone from the page before it",
  ])
})

test("the script that knows what was chosen is not replaced by another", async () => {
  await picked(chosen)
  expect(scene.asked.filter(asked => asked === "1 inject")).toHaveLength(1)
  expect(scene.asked.indexOf("1 awaitChoice")).toBeLessThan(scene.asked.indexOf("1 picture"))
})

test("each frame says which rows of the post it shows", async () => {
  const { row, ports } = await picked(chosen)
  const files = await artifactsOf(ports.vault, row?.id ?? "")
  expect(
    files.flatMap(({ path, marks }) => (marks?.post ? [[path, marks.post.y, marks.post.row]] : [])),
  ).toEqual([
    ["frames/0000.png", 30, 0],
    ["frames/0001.png", 30, 0],
    ["frames/0002.png", 0, 12],
    ["frames/0003.png", 0, 50],
  ])
})

test("a post that no picture could be made of is a gap", async () => {
  const { row } = await picked(chosen)
  expect(row).toMatchObject({ state: "sealed", complete: false })
  expect(row?.gaps).toEqual([{ what: "post", reason: "not-shown", count: null, where: "article#a" }])
})

test("its picture is a derived file, with its place and the frames that it is from", async () => {
  const held: { vault?: ReturnType<typeof portsWith>["vault"] } = {}
  const cutPost = async (): Promise<PostCut> => {
    const bytes = new TextEncoder().encode("a picture")
    const sha256 = await storeBytes(held.vault ?? expect.unreachable("set"), bytes, "image/png", at)
    return { outcome: "cut", sha256, bytes: bytes.length, at, from: ["frames/0001.png"], place: whole }
  }
  openPicked(chosen)
  const ports = portsWith({ cutPost })
  held.vault = ports.vault
  const conductor = conductorOf(ports)
  await conductor.pick(1, pickerWords("en"))
  await eventually(() => {
    expect(conductor.ended).toHaveLength(1)
  })
  const [row] = await allCaptures(ports.vault)
  expect(row).toMatchObject({
    complete: true,
    post: { file: "post.png", from: ["frames/0001.png"], ...whole },
  })
  const file = (await artifactsOf(ports.vault, row?.id ?? "")).find(({ path }) => path === "post.png")
  expect(file).toMatchObject({ source: "derived", mediaType: "image/png" })
})

describe("nothing is captured", () => {
  test.each([["where the user lets it be", [{ outcome: "choosing" }, { outcome: "cancelled" }]]])(
    "%s",
    async (_what, answers) => {
      const { row, conductor } = await picked(answers)
      expect({ row, ended: conductor.ended }).toEqual({ row: undefined, ended: [] })
    },
  )

  test.each([
    ["where the page was not drawn again", { outcome: "unpainted" }, "capture/tab-hidden"],
    ["where the page answers junk", { outcome: "captured" }, "input/malformed"],
  ])("%s, and the user is told", async (_what, answer, code) => {
    const { row, conductor } = await picked([answer])
    expect(row).toBeUndefined()
    expect(conductor.ended).toMatchObject([{ item: null, error: { code } }])
  })

  test("where the page is left with the picker in it", async () => {
    const tab = openPicked([])
    tab.page.awaitChoice = () => {
      throw new Error("Could not establish connection. Receiving end does not exist.")
    }
    const ports = portsWith()
    const conductor = conductorOf(ports)
    await conductor.pick(1, pickerWords("en"))
    await eventually(() => {
      expect(scene.asked).toContain("1 awaitChoice")
    })
    expect([await allCaptures(ports.vault), conductor.ended]).toEqual([[], []])
  })

  test("where no script is allowed: the popup is told at once", async () => {
    openTab(1, 130, { page: {} })
    await expect(conductorOf(portsWith()).pick(1, pickerWords("en"))).rejects.toMatchObject({
      code: "capture/page-forbidden",
    })
  })
})

describe("folded text of the post", () => {
  async function unfolded(extras: (typeof usualOptions)["extras"]) {
    openPicked(chosen)
    const ports = portsWith()
    await keepCaptureOptions(ports.vault, { ...usualOptions, extras })
    const conductor = conductorOf(ports)
    await conductor.pick(1, pickerWords("en"))
    await eventually(() => {
      expect(conductor.ended).toHaveLength(1)
    })
    const [row] = await allCaptures(ports.vault)
    return { row, log: await logOf(ports.vault, row?.id ?? "") }
  }

  test("is left alone unless the user switched that on", async () => {
    const { row } = await unfolded([])
    expect(scene.asked).not.toContain("1 unfoldNext")
    expect(row?.steps.map(({ name }) => name)).not.toContain("unfold")
  })

  test("each click stands in the log with its words, and in the record", async () => {
    const { row, log } = await unfolded(["unfold"])
    expect(row?.post?.clicks).toEqual([
      { selector: "button", words: "全文" },
      { selector: "button", words: "全文" },
    ])
    const clicks = log.filter(({ step, what }) => step === "unfold" && what === "page changed by us")
    expect(clicks.map(({ detail }) => detail)).toEqual(
      Array(2).fill({
        selector: "button",
        property: "click",
        words: "全文",
        old: "height 40",
        now: "height 90",
      }),
    )
    expect(row?.steps.find(({ name }) => name === "unfold")?.outcome).toBe("done")
    // What the page was before the clicks is kept before them.
    expect(scene.asked.indexOf("1 takeText")).toBeLessThan(scene.asked.indexOf("1 unfoldNext"))
  })

  test("without a chosen post nothing is clicked, whatever is switched on", async () => {
    openPicked([])
    const ports = portsWith()
    await keepCaptureOptions(ports.vault, { ...usualOptions, extras: ["unfold"] })
    const conductor = conductorOf(ports)
    const { captureId } = await conductor.start(1, "popup")
    await conductor.whenSealed(captureId)
    expect(scene.asked).not.toContain("1 unfoldNext")
  })
})

test("a frame during which the post moved says nothing of it", async () => {
  const tab = openPicked(chosen)
  let asked = 0
  tab.page.readMarks = () => {
    asked += 1
    const moving = { ...whole, y: whole.y + asked }
    return { dpr: 1, post: { whole: moving, seen: moving }, quote: [] }
  }
  const ports = portsWith()
  const conductor = conductorOf(ports)
  await conductor.pick(1, pickerWords("en"))
  await eventually(() => {
    expect(conductor.ended).toHaveLength(1)
  })
  const [row] = await allCaptures(ports.vault)
  const marked = (await artifactsOf(ports.vault, row?.id ?? "")).filter(({ marks }) => marks !== undefined)
  expect(marked.map(({ path }) => path)).toEqual(["frames/0000.png"])
  expect([WIDTH, HEIGHT]).toEqual([100, 50])
})
