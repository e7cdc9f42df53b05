// @vitest-environment happy-dom
/** Costs of a case in the library: whose they are, how they add up, and what is read of the form. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { centsIn } from "../../../src/ui/library/cost-form.ts"
import { costsOf, renderCosts } from "../../../src/ui/library/costs.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"
import { type StandingCost } from "../../../src/vault/read-remarks.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const cost = (id: string, of: string, cents: number, what = "公证费"): StandingCost => ({
  id,
  of,
  said: { day: "2026-11-20", what, cents },
})
const other = { ...defaultCase, id: "x", number: 2, name: "张某" }
const show = (different: Partial<Model>) =>
  renderCosts(zh, { ...emptyModel, now: Date.parse("2026-11-26T08:00:00Z"), ...different })

test.each([
  ["0.1", 10],
  ["0.10", 10],
  ["1.01", 101],
  ["1200", 120_000],
  ["100000000", 10_000_000_000],
  ["100000000.01", null],
  ["0", null],
  ["0.00", null],
  ["1.005", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
  ["１２", null],
])("%s yuan are %s 分", (typed, cents) => {
  expect(centsIn(typed)).toBe(cents)
})

test("every amount is read to the 分, as it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), cents => {
      const typed = `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`
      expect(centsIn(typed)).toBe(cents)
    }),
  )
})

test("the sum is of the case that is shown alone, and exact", () => {
  const costs = [cost("a", "x", 10), cost("b", "x", 20), cost("c", DEFAULT_CASE, 500)]
  const view = show({ cases: [defaultCase, other], caseView: "x", costs })
  expect(view.querySelector("#cost-sum")?.textContent).toBe("¥0.30")
  expect(view.querySelectorAll("tbody tr")).toHaveLength(2)
})

test("of all cases at once, and in the trash, no costs are shown", () => {
  expect(costsOf({ ...emptyModel, cases: [defaultCase, other] })).toBeNull()
  expect(costsOf({ ...emptyModel, view: "trash" })).toBeNull()
  expect(costsOf(emptyModel)).toBe(DEFAULT_CASE)
  expect(show({ view: "trash" }).children).toHaveLength(0)
})

test("markup in a purpose and in a file's name is text", () => {
  const said = { day: "2026-11-20", what: "<img src=x>", cents: 1 }
  const file = { name: "<b>.pdf", form: "pdf", bytes: 3, sha256: "a".repeat(64) } as never
  const view = show({ costs: [{ id: "a", of: DEFAULT_CASE, said: { ...said, files: [file] } }] })
  expect(view.querySelector("img, b")).toBeNull()
  expect(view.querySelector("tbody")?.textContent).toContain("<b>.pdf")
})
