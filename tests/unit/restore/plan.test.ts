/** Which items of a bundle are new, here already, or another under the same id; and that no number is ever given twice. */
import "fake-indexeddb/auto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { type HeldItem, planItems } from "../../../src/core/restore/plan.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

const hash = (digit: string) => digit.repeat(64) as Sha256
const given = (id: string, number: number, record: string) => ({ id, number, record: hash(record) })
const held = (id: string, item: number, record: string | null, isTrashed = false): HeldItem => ({
  ...{ id, item, record: record === null ? null : hash(record), isTrashed },
})
const said = (items: ReturnType<typeof given>[], here: HeldItem[], numbers: number[]) =>
  planItems(items, here, new Set(numbers), () => "fresh").map(each =>
    each.what === "same" ? `same as ${each.held.id}` : `${each.what} ${each.id} ${String(each.number)}`,
  )

test.each([
  ["into an empty vault, with its own number", [given("a", 3, "1")], [], [], ["new a 3"]],
  ["a number that was given here", [given("a", 1, "1")], [held("b", 1, "2")], [1], ["new a 2"]],
  ["a number of what was deleted here", [given("a", 1, "1")], [], [1], ["new a 2"]],
  ["the same record", [given("a", 1, "1")], [held("a", 1, "1")], [1], ["same as a"]],
  [
    "the same record under another id and number",
    [given("a", 1, "1")],
    [held("b", 4, "1")],
    [4],
    ["same as b"],
  ],
  ["the same record in the trash", [given("a", 1, "1")], [held("a", 1, "1", true)], [1], ["same as a"]],
  ["another record under the id", [given("a", 1, "2")], [held("a", 1, "1")], [1], ["conflict fresh 2"]],
  [
    "an id that is being captured here",
    [given("a", 2, "2")],
    [held("a", 1, null)],
    [1],
    ["conflict fresh 2"],
  ],
  [
    "those that keep their number come first",
    [given("a", 1, "1"), given("b", 2, "2"), given("c", 3, "3")],
    [held("x", 1, "9")],
    [1],
    ["new a 4", "new b 2", "new c 3"],
  ],
])("%s", (_what, items, here, numbers, wanted) => {
  expect(said(items, here, numbers)).toEqual(wanted)
})

const id = fc.constantFrom("a", "b", "c", "d", "e")
const record = fc.constantFrom("1", "2", "3", "4", "5", "6").map(hash)
const number = fc.integer({ min: 1, max: 8 })

test("whatever is here and comes: one answer an item, nothing written over, no id or number twice", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id, number, record }), { selector: each => each.number }),
      fc.uniqueArray(fc.record({ id, item: number, record, isTrashed: fc.boolean() }), {
        comparator: (a, b) => a.id === b.id || a.item === b.item || a.record === b.record,
      }),
      fc.uniqueArray(number),
      (items, here, gone) => {
        // A bundle names no id and no record twice: the verifier refuses it.
        fc.pre(new Set(items.map(each => each.id)).size === items.length)
        fc.pre(new Set(items.map(each => each.record)).size === items.length)
        const numbers = new Set([...gone, ...here.map(each => each.item)])
        const count = { fresh: 0 }
        const plan = planItems(items, here, numbers, () => `fresh-${String((count.fresh += 1))}`)
        expect(plan.map(({ of }) => of.number)).toEqual(items.map(each => each.number).sort((a, b) => a - b))
        const written = plan.flatMap(each => (each.what === "same" ? [] : [each]))
        expect(new Set(written.map(each => each.number)).size).toBe(written.length)
        expect(written.filter(each => numbers.has(each.number))).toEqual([])
        expect(new Set(written.map(each => each.id)).size).toBe(written.length)
        expect(written.filter(each => here.some(row => row.id === each.id))).toEqual([])
        for (const each of plan) {
          expect(each.what === "same").toBe(here.some(row => row.record === each.of.record))
          if (each.what === "new") expect(each.id).toBe(each.of.id)
        }
      },
    ),
  )
})
