// @vitest-environment happy-dom
/** The section of the readings, and what the popup says of a page that is kept already. */
import { describe, expect, test } from "vitest"
import { type CountersSummary } from "../../../src/core/readings/reading.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel, type Model } from "../../../src/ui/item/model.ts"
import { renderReadings } from "../../../src/ui/item/readings.ts"
import { noReadings, type ReadingsModel } from "../../../src/ui/item/readings-model.ts"
import { emptyModel as emptyPopup, type Model as PopupModel } from "../../../src/ui/popup/model.ts"
import { renderChanged } from "../../../src/ui/popup/changed.ts"
import { type CountersRow } from "../../../src/vault/reading-row.ts"
import { captureRow } from "./rows.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const en = wordsFor("en", "Asia/Shanghai")
const secret = "侮辱性的原话"

const rowOf = (different: Partial<CountersSummary>): CountersRow => ({
  ...{ id: "r", of: "c4", custodySeq: 9, line: "", files: [], hashes: [], kind: "counters" },
  summary: {
    ...{ at: "2026-11-27T04:00:00.000Z", openedBy: "tool", occasion: "click", visits: 2, status: 200 },
    ...{ state: "there", stateBasis: "same-text", words: null, editedAt: null, counters: {} },
    ...different,
  },
})
const views = (count: number, raw = String(count), rounded = false) => ({
  views: { value: { count, rounded }, raw },
})
const show = (different: Partial<Model>, again: Partial<ReadingsModel> = {}, words = zh): HTMLElement =>
  renderReadings(
    words,
    { ...emptyModel, ...different, again: { ...noReadings, allowed: true, ...again } },
    captureRow(4),
  )
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null

test("the table has each reading with the page's own words, and what was not read is a dash", () => {
  const readings = [rowOf({ counters: views(12_000, "1.2万", true) }), rowOf({ counters: {} })]
  const cells = [...show({ readings }).querySelectorAll("#numbers tbody tr")].map(row =>
    [...row.querySelectorAll("td")].map(cell => cell.textContent),
  )
  expect(cells).toEqual([
    ["—", ""],
    ["约 12,000", "1.2万"],
    ["—", ""],
  ])
})

test.each([
  [zh, "没有打开网页，已保存的内容没有变化。可以再点一次"],
  [en, "no page was opened; what is kept is as it was. Press the button again"],
])(
  "whoever said no to the browser is told what was not done, what is safe, and what to do",
  (words, said) => {
    expect(text(show({}, { refused: true }, words), "#read-refused")).toContain(said)
    expect(text(show({}, { refused: false }, words), "#read-refused")).toBeNull()
  },
)

test.each([
  [zh, "5,000：司法解释中的数量标准，是否适用请咨询律师"],
  [en, "5,000: quantity standard in the judicial interpretation; ask a lawyer whether it applies"],
])(
  "views stand beside the number of the interpretation, in its own words; likes have none",
  (words, said) => {
    const counters = (count: number) => ({
      ...views(count),
      likes: { value: { count, rounded: false }, raw: "9" },
    })
    const readings = [rowOf({ counters: counters(10) }), rowOf({ counters: counters(6_000) })]
    const view = show({ readings }, {}, words)
    expect(text(view, "[data-panel=views] p")?.trim()).toBe(said)
    expect(view.querySelector("[data-panel=views] .compare")).not.toBeNull()
    expect(view.querySelector("[data-panel=likes] .compare")).toBeNull()
    expect(view.querySelector("[data-panel=views] svg")?.getAttribute("aria-label")).toContain("6,000")
  },
)

test("each reading says what was found and how often this tool has loaded the page", () => {
  const readings = [rowOf({ state: "gone", stateBasis: "status", status: 404, visits: 3 })]
  expect(text(show({ readings }), "#found li")).toContain("不等于所有人都看不到")
  expect(text(show({ readings }), "#found li")).toContain("本工具已访问此页 3 次。")
  expect(text(show({ readings }, {}, en), "#found li")).toContain("This tool has loaded this page 3 times.")
})

test("changed words stay hidden until the reader asks for them", () => {
  const difference = { parts: [{ kind: "new", text: secret } as const], isCut: false, alike: 0.5 }
  const readings = [rowOf({ state: "changed", stateBasis: "text-differs", text: difference })]
  expect(show({ readings }).outerHTML).not.toContain(secret)
  const view = show({ readings, content: { at: "shown", pictures: [], text: null } })
  expect(text(view, "#found ins")).toBe(secret)
})

test("before the browser's question stands why it is asked; a schedule is off until it is chosen", () => {
  const view = show({}, { allowed: false })
  expect(view.textContent).toContain("浏览器会先询问")
  expect(show({}, { allowed: true }).textContent).not.toContain("浏览器会先询问")
  expect(text(view, "#schedule [aria-pressed=true]")).toBe("关闭")
})

test("an account's views and reposts are summed apart from likes, with the caution", () => {
  const year = { from: "2026-01-02T04:00:00.000Z", to: "2026-11-02T04:00:00.000Z" }
  const sum = (count: number) => ({ count, posts: 2, rounded: false, roughly: 1, year })
  const sums = { views: sum(6_300), reposts: sum(58), likes: sum(18) }
  const account = text(show({}, { account: { posts: 2, sums } }), "#account") ?? ""
  for (const said of [
    ...["浏览 6,300", "转发 58", "赞 18", "不计入以上合计", "由法院认定"],
    ...["2026/01/02", " 至 2026/11/02", "其中 1 条的发布时间未知或不能确定到日"],
  ])
    expect(account).toContain(said)
})

describe("the popup, on a page that is kept already,", () => {
  const changed: NonNullable<PopupModel["changed"]> = {
    of: "c4",
    kept: false,
    found: {
      ...{ state: "changed", stateBasis: "text-differs", words: null },
      changes: {
        counters: [
          {
            name: "views",
            then: { count: 1200, rounded: false },
            now: { count: 5300, rounded: false },
            difference: 4100,
          },
          {
            name: "likes",
            then: { count: 3, rounded: false },
            now: { count: 3, rounded: false },
            difference: 0,
          },
        ],
        text: { parts: [{ kind: "new", text: secret }], isCut: false, alike: 0.9 },
        editedAt: { then: null, now: null },
      },
    },
  }
  const seen = { times: 1, newest: captureRow(4) }

  test("says what changed, and which numbers moved, and none of the words", () => {
    const view = renderChanged(zh, { ...emptyPopup, seen, changed })
    expect(view?.textContent).toContain("文字与采集时不同")
    expect(view?.querySelector("#changed-counters")?.textContent).toBe("浏览 1,200 → 5,300")
    expect(view?.outerHTML).not.toContain(secret)
    expect(view?.querySelector("#keep-reading")).not.toBeNull()
  })

  test("says nothing where the page does not, and offers no second keeping", () => {
    expect(renderChanged(zh, { ...emptyPopup, seen })).toBeNull()
    const view = renderChanged(zh, { ...emptyPopup, seen, changed: { ...changed, kept: true } })
    expect(view?.querySelector("#keep-reading")).toBeNull()
  })
})
