// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel } from "../../../src/ui/item/model.ts"
import { renderPage } from "../../../src/ui/item/render.ts"
import { el } from "../../../src/ui/parts/dom.ts"
import { drawPopup } from "../../../src/ui/popup/show.ts"
import { captureRow, model } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const pdf = "https://court.example/ruling.pdf"

beforeEach(() => {
  document.body.replaceChildren(el("main", { id: "view" }), el("p", { id: "status" }))
})

const told = (place: ParentNode = document) =>
  [...place.querySelectorAll<HTMLElement>("#notices p")].map(line => [
    line.dataset.notice,
    line.querySelector("code")?.textContent,
  ])

describe("before a capture", () => {
  test("nothing is told of an ordinary page", () => {
    drawPopup(document, words, model())
    expect(document.querySelector("#notices")).toBeNull()
  })

  test.each([true, false])(
    "a PDF is told, and that the browser is offline, where it is (online: %s)",
    isOnline => {
      const page = { tabId: 7, url: pdf, privateWindow: false, access: "picture-only" } as const
      drawPopup(document, words, model({ page, isOnline }))
      expect(told()).toEqual([
        ["page/pdf", "E-PAGE-02"],
        ...(isOnline ? [] : [["browser/offline", "E-NET-01"]]),
      ])
      // Said once: the notice says more than the sentence for other pages.
      expect(document.querySelector("#picture-only")).toBeNull()
    },
  )
})

describe("of an item", () => {
  const item = captureRow(1, { url: pdf, pages: [{} as never, {} as never] })
  const lines = [
    ["page/pdf", "E-PAGE-02"],
    ["picture/split", "E-SHOT-03"],
  ]

  test("the popup tells it in the result", () => {
    drawPopup(document, words, model({ place: { at: "item", captureId: item.id }, item, recent: [item] }))
    expect(told()).toEqual(lines)
    expect(document.querySelector("#notices")?.textContent).toContain("无需操作。")
  })

  test("so does its own page", () => {
    expect(told(renderPage(words, { ...emptyModel, item }))).toEqual(lines)
  })
})
