// @vitest-environment happy-dom
/** The page that restores: what it says of a bundle that it does not take. */
import { expect, test } from "vitest"
import { emptyModel } from "../../../src/ui/restore/model.ts"
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
