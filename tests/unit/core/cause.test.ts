/** Where an error came from, and nothing of what it says. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { causeLine, causeOf } from "../../../src/core/cause.ts"

const thrown = (stack: string, name = "TypeError") =>
  Object.assign(new Error("张某 https://weibo.com/1"), { stack, name })

test.each([
  [
    "Chromium",
    "TypeError: 张某 https://weibo.com/1\n    at drawPaper (chrome-extension://abcdef/workshop.js:12:34)\n    at async chrome-extension://abcdef/offscreen/offscreen.js:5:6",
    ["workshop.js:12:34", "offscreen.js:5:6"],
  ],
  [
    "Firefox",
    "drawPaper@moz-extension://8a1f/workshop.js:12:34\nasync*run@moz-extension://8a1f/background.js:5:6\n",
    ["workshop.js:12:34", "background.js:5:6"],
  ],
])("of %s the places are told, and not whose they are", (_browser, stack, places) => {
  expect(causeOf(thrown(stack))).toEqual({ name: "TypeError", places })
})

test("a line of the message that looks like a place is none", () => {
  const message = "see\n    at secret.js:1:2"
  const error = Object.assign(new Error(message), { stack: `Error: ${message}\n    at x (a.js:3:4)` })
  expect(causeOf(error).places).toEqual(["a.js:3:4"])
})

test("whatever is thrown, nothing of its message is told", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 12 }), fc.string(), (message, name) => {
      const error = Object.assign(new Error(message), { name })
      fc.pre(!(error.stack ?? "").split("\n").slice(1).join("").includes(message))
      expect(causeLine(causeOf(error))).not.toContain(message)
      expect(causeOf(message)).toEqual({ name: "Error", places: [] })
    }),
  )
})
