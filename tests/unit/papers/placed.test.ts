/** On which pages of the report a part is: from its heading to the next that is no lower. */
import { expect, test } from "vitest"
import { pagesUnder, type Placed } from "../../../src/core/papers/placed.ts"

const placed: Placed = {
  headings: [
    { mark: "timeline", level: 1, page: 3, isAtTop: false },
    { mark: "numbers", level: 2, page: 4, isAtTop: false },
    { mark: "items", level: 1, page: 5, isAtTop: true },
    { mark: "E-001", level: 2, page: 5, isAtTop: false },
    { mark: "E-002", level: 2, page: 9, isAtTop: true },
    { mark: "procedure", level: 1, page: 10, isAtTop: false },
    { mark: "glossary", level: 1, page: 12, isAtTop: true },
  ],
  pages: 13,
}

test.each([
  ["up to the page before one of its own", "E-001", { from: 5, to: 8 }],
  ["up to the page that it shares with the next", "E-002", { from: 9, to: 10 }],
  ["with all that is lower", "items", { from: 5, to: 10 }],
  ["on one page", "numbers", { from: 4, to: 4 }],
  ["to the last page", "glossary", { from: 12, to: 13 }],
  ["nowhere", "loss", null],
])("%s", (_how, mark, pages) => {
  expect(pagesUnder(placed, mark)).toEqual(pages)
})
