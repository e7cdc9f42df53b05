// @vitest-environment happy-dom
/** The page that restores: what it says of a bundle that it does not take. */
import { describe, expect, test } from "vitest"
import { type More, nothingMore } from "../../../src/core/restore/more.ts"
import { emptyModel, isFree, type Model, type Stage } from "../../../src/ui/restore/model.ts"
import { renderPage } from "../../../src/ui/restore/render.ts"
import { speechFor } from "../../../src/ui/verify/speech.ts"
import { bundleFiles, check, zipOf } from "../verify/example.ts"

const zh = speechFor("zh-CN", "UTC")
const en = speechFor("en", "UTC")
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null

test.each([
  ["in Chinese", zh, /只读查看/, /重新选择这个文件/],
  ["in English", en, /read-only/i, /choose the file again/i],
])(
  "%s a refused bundle has its result beside it, and nothing is promised that no page shows",
  async (...row) => {
    const [, speech, promise, again] = row
    const result = await check(zipOf(bundleFiles({ log: log => log.replace("0.1.0", "0.1.1") })))
    const stage = { at: "refused", checkedAt: "2026-11-24T08:00:00.000Z", result } as const
    const view = renderPage(speech, { ...emptyModel(false), stage, file: { name: "a.zip", bytes: 9 } })
    expect(text(view, "#refused .code")).toBe("E-IMP-02")
    expect(view.querySelector("#refused #layers > li")).not.toBeNull()
    expect(text(view, "#refused-unzip")).toMatch(/data/)
    expect(text(view, "#view-there")).toMatch(again)
    expect(view.textContent).not.toMatch(promise)
    expect(speech.t("error.restore/refused.safe")).not.toMatch(promise)
  },
)

test.each(["ready", "refused"])("%s, no two parts of the page have one name", async at => {
  const result = await check(zipOf(bundleFiles()))
  const device = "ab".repeat(32)
  const rest = { opened: { items: [], cases: [], device }, plan: [], caseMore: [], held: [] }
  const stage = { at, checkedAt: "2026-11-24T08:00:00.000Z", result, ...rest } as unknown as Stage
  const view = renderPage(zh, { ...emptyModel(false), stage, file: { name: "a.zip", bytes: 9 } })
  const ids = Array.from(view.querySelectorAll("[id]"), ({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const named = Array.from(view.querySelectorAll("section"), part => part.getAttribute("aria-labelledby"))
  expect(new Set(named).size).toBe(named.length)
})

describe("a file that is given while another is at hand", () => {
  const file = { name: "first.zip", bytes: 9 }
  const at = (stage: object): Model => ({ ...emptyModel(false), stage: stage as Stage, file })

  test.each([
    ["while it is being read", { at: "checking", read: 1, total: 2 }, false],
    ["while its key is asked for", { at: "locked", busy: false }, false],
    ["while it waits for the user's word", { at: "ready" }, false],
    ["while it is being written", { at: "writing", done: 0, total: 1 }, false],
    ["before its first bytes were looked at", { at: "choose" }, false],
    ["after it was written", { at: "done" }, true],
    ["after it was refused", { at: "refused" }, true],
  ])("%s takes its place only where that is over", (_when, stage, wanted) => {
    expect(isFree(at(stage))).toBe(wanted)
    expect(isFree(emptyModel(false))).toBe(true)
  })

  test("is told of, with a way on where there is none beside it", () => {
    const locked = renderPage(zh, { ...at({ at: "locked", busy: false }), waiting: 2 })
    expect(text(locked, "#waiting[role=status]")).toContain("还有 2 个文件")
    expect(locked.querySelectorAll("[data-act=again]")).toHaveLength(1)
    const choose = renderPage(zh, { ...emptyModel(false), waiting: 1 })
    expect(choose.querySelector("#waiting [data-act=again]")).not.toBeNull()
    expect(renderPage(zh, emptyModel(false)).querySelector("#waiting")).toBeNull()
  })
})

describe("what stands beside items that are here", () => {
  const held = { id: "a", item: 1, record: "0".repeat(64), isTrashed: false }
  const more = (part: Partial<More>): More => ({
    ...{ missing: nothingMore, beyond: nothingMore, differing: 0, notTaken: [] },
    ...part,
  })
  const shown = async (speech: typeof zh, isTest: boolean, each: object, caseMore: object[] = []) => {
    const result = await check(zipOf(bundleFiles()))
    const of = { ...held, files: [], caseNumber: null }
    const opened = { device: "0".repeat(64), items: [of], cases: [] }
    const plan = [{ of, held, ...each }]
    const stage = {
      at: "ready",
      opened,
      plan,
      held: [held],
      caseMore,
      result,
      checkedAt: "",
      zip: held.record,
    }
    return renderPage(speech, {
      ...{ ...emptyModel(isTest), stage: stage as unknown as Stage },
      file: { name: "a.zip", bytes: 9 },
    })
  }

  test("is named, with a way to take it in", async () => {
    const missing = { ...nothingMore, remarks: 2, readings: 1 }
    const view = await shown(zh, false, { what: "more", more: more({ missing, differing: 1 }) })
    expect(text(view, "#more")).toContain("备注或标签 2 条、再次读取 1 次")
    expect(view.querySelector("#differing")).not.toBeNull()
    expect(view.querySelector<HTMLButtonElement>("#begin")?.disabled).toBe(false)
    expect(view.textContent).not.toContain("都已经在这里，没有写入")
    const ofCase = await shown(en, false, { what: "same", more: more({}) }, [
      { missing: 1, beyond: 0, differing: 0 },
    ])
    expect(text(ofCase, "#more")).toContain("1 note or label")
    expect(ofCase.querySelector("#begin")).not.toBeNull()
  })

  test("that everything is here is said of nothing less than everything", async () => {
    const all = zh.t("restore.nothing")
    expect(text(await shown(zh, false, { what: "same", more: more({}) }), "#heading")).toBe(all)
    for (const part of [
      { what: "same", more: more({ notTaken: ["capture.json.ots"] }) },
      { what: "same", held: { ...held, isTrashed: true } },
    ])
      expect(text(await shown(zh, false, part), "#heading")).not.toBe(all)
  })

  test("a backup without it is not called one of everything", async () => {
    const whole = await shown(zh, true, { what: "same", more: more({}) })
    expect(text(whole, "#test-missing")).toBe(zh.t("restore.testAll"))
    const beyond = { ...nothingMore, readings: 3 }
    const less = await shown(zh, true, { what: "same", more: more({ beyond }) })
    expect(less.querySelector("#test-missing")).toBeNull()
    expect(text(less, "#test-less")).toContain("再次读取 3 次")
  })
})
