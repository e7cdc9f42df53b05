// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { findNumbers } from "../../../src/core/picture/numbers.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyDraft, withShape } from "../../../src/ui/picture/draft.ts"
import { emptyModel, type Model, nextZoom } from "../../../src/ui/picture/model.ts"
import { renderPage } from "../../../src/ui/picture/render.ts"
import { type RedactionRow } from "../../../src/vault/redaction-row.ts"
import { captureRow, zip } from "./rows.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const en = wordsFor("en", "Asia/Shanghai")
const PHONE = "13800138000"
const at = "2026-11-26T08:00:00.250Z"
const content: Model["content"] = {
  ...{ at: "shown", url: "blob:x", size: { width: 800, height: 3_000 }, width: 400 },
  numbers: findNumbers(`电话${PHONE}，快去`),
}
const copy: RedactionRow = {
  ...{ id: "r", of: "c4", at, custodySeq: 9, file: zip, sm3: "" as never, crc32: 0, bytes: 9 },
  ...{ original: { path: "page-1.png", sha256: zip }, boxes: [{ x: 1, y: 2, width: 3, height: 4 }] },
}
const show = (different: Partial<Model>, words = zh): HTMLElement =>
  renderPage(words, {
    ...emptyModel,
    ...{ item: captureRow(4), pictures: ["frames/0000.png", "page-1.png"], path: "page-1.png" },
    ...different,
  })
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const drawn = withShape(emptyDraft, { kind: "box", x: 1, y: 2, width: 30, height: 40, note: "<b>这里" })

describe("calm mode", () => {
  test("there is no picture, no note and no number before it is asked for", () => {
    const view = show({ draft: drawn, copies: [copy] })
    expect(view.querySelector("img, svg, input")).toBeNull()
    expect(view.outerHTML).not.toContain("这里")
    expect(text(view, "#show-content")).toBe("显示图片")
  })

  test("a picture that is not what was sealed is not shown", () => {
    const view = show({ content: { at: "damaged" } })
    expect(view.querySelector("img")).toBeNull()
    expect(text(view, "#damaged")).toBe("这张图片已受损或丢失，请使用备份。")
  })
})

test.each<[string, Partial<Model>]>([
  ["an item that is not there", { item: null }],
  ["an item in the trash", { item: captureRow(4, { trashedAt: at }) }],
  ["a path that is no picture of it", { path: "../text.txt" }],
])("nothing is shown, or drawn on, of %s", (_what, model) => {
  const view = show({ content, ...model })
  expect(view.querySelector("#no-item")).not.toBeNull()
  expect(view.querySelector("img, button")).toBeNull()
})

test("the marks lie over the picture in its own pixels, and stand in a list as text", () => {
  const view = show({ content, draft: drawn })
  const layer = view.querySelector("svg.layer")
  expect(layer?.getAttribute("viewBox")).toBe("0 0 800 3000")
  const rect = layer?.querySelector("rect.shape-box.shape-selected")
  expect(["x", "y", "width", "height"].map(name => rect?.getAttribute(name))).toEqual(["1", "2", "30", "40"])
  expect(text(view, "#select-0")).toBe("1 · 方框，30 × 40 像素")
  expect(text(view, "#marks bdi")).toBe("<b>这里")
  expect(view.querySelector("#keep-marks")?.getAttribute("aria-disabled")).toBeNull()
  expect(text(view, "#marks-state")).toBe("尚未保存")
})

test("numbers of the text stand there with the words around them, and no place in the picture", () => {
  expect(text(show({ content }), "#numbers p")).toBe(
    "这一项的文字中有 1 个电话号码。请看图片中是否也能看到；它们在图中的位置无从得知。",
  )
  expect(text(show({ content }, en), "#numbers p")).toContain("holds 1 phone number.")
  const view = show({ content })
  expect(text(view, "#numbers li")).toBe(`…电话${PHONE}，快去…`)
  expect(view.querySelector("rect")).toBeNull()
  expect(text(show({ content: { ...content, numbers: [] } }), "#numbers")).toContain("图片中仍可能有")
  expect(text(show({ content: { ...content, numbers: null } }), "#numbers")).toContain(
    "没有可供查找号码的文字",
  )
})

test("a copy is called one, with its own fingerprint and that of the original", () => {
  const view = show({ copies: [copy] })
  expect(text(view, "[data-copy] .chip")).toBe("遮挡副本")
  expect(view.querySelectorAll("[data-copy] code").length).toBe(2)
  expect(view.querySelector("img")).toBeNull()
  const looked = show({ copies: [copy], looking: { id: "r", url: "blob:y" } })
  expect(looked.querySelector("#copies img")?.getAttribute("alt")).toBe("遮挡副本：拼接长图 1")
})

test("no copy is made of nothing, and no two at once", () => {
  const covering = withShape(emptyDraft, { kind: "cover", x: 1, y: 2, width: 3, height: 4, note: "" })
  const isOff = (model: Partial<Model>) =>
    show({ content, ...model })
      .querySelector("#make-copy")
      ?.getAttribute("aria-disabled") === "true"
  expect([isOff({}), isOff({ draft: covering }), isOff({ draft: covering, busy: "copy" })]).toEqual([
    true,
    false,
    true,
  ])
})

test("zoom goes in steps, from any width that the page gives, and ends", () => {
  expect([nextZoom(63, 1), nextZoom(63, -1), nextZoom(100, 1), nextZoom(800, 1), nextZoom(10, -1)]).toEqual([
    ...[75, 50, 150, 800, 10],
  ])
})
