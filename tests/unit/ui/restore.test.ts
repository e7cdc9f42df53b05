// @vitest-environment happy-dom
/** The page that restores: what it says of a bundle that it does not take. */
import { describe, expect, test } from "vitest"
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
    expect(text(view, "#refused-view")).toMatch(/data/)
    expect(text(view, "#view-there")).toMatch(again)
    expect(view.textContent).not.toMatch(promise)
    expect(speech.t("error.restore/refused.safe")).not.toMatch(promise)
  },
)

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
