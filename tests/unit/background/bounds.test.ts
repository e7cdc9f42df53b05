import { expect, test } from "vitest"
import { limitAt, startBounds, type Way } from "../../../src/background/bounds.ts"

const limits = { screens: 40, seconds: 300, items: 100 }
const way: Way = { screens: 1, mostScreens: 400, isGrowing: false, items: null }
const user = (unit: "screens" | "items", n: number) => ({ by: "user", unit, n })

test.each<[string, Partial<Way>, object | null]>([
  ["a page with an end, below the tool's own limit", { screens: 399 }, null],
  ["a page with an end, at it", { screens: 400 }, { by: "tool", unit: "screens", n: 400 }],
  ["a page with an end, beyond the user's entries", { items: 500 }, null],
  ["a page that grows, below all limits", { isGrowing: true, screens: 39, items: 99 }, null],
  ["a page that grows, at the screens", { isGrowing: true, screens: 40, items: 99 }, user("screens", 40)],
  ["a page that grows, at the entries", { isGrowing: true, screens: 2, items: 100 }, user("items", 100)],
  ["a page that grows, its entries not counted", { isGrowing: true, screens: 2 }, null],
])("%s", (_name, different, ending) => {
  expect(limitAt(startBounds(limits), { ...way, ...different })).toEqual(ending)
})

test("the seconds end any page, and time in which the tab was away is left out", () => {
  const bounds = startBounds({ ...limits, seconds: 1 })
  bounds.addPause(-1_000)
  expect(limitAt(bounds, way)).toEqual({ by: "user", unit: "seconds", n: 1 })
  bounds.addPause(1_000)
  expect(limitAt(bounds, way)).toBeNull()
})
