import { expect, test } from "vitest"
import { parseCaptureOptions, usualOptions } from "../../../src/core/capture-options.ts"

const limits = { screens: 40, seconds: 300, items: 100 }

test.each([usualOptions, { limits, extras: ["originals", "unfold"] }])(
  "a choice reads back as it was: %j",
  options => {
    expect(parseCaptureOptions(JSON.parse(JSON.stringify(options)))).toEqual(options)
  },
)

test("what is switched on twice is on once", () => {
  expect(parseCaptureOptions({ limits, extras: ["mhtml", "mhtml"] }).extras).toEqual(["mhtml"])
})

test.each([
  null,
  {},
  { limits },
  { limits: { ...limits, screens: 0 }, extras: [] },
  { limits: { ...limits, seconds: 1.5 }, extras: [] },
  { limits: { ...limits, items: 10_001 }, extras: [] },
  { limits: { ...limits, items: undefined }, extras: [] },
  { limits, extras: ["cookies"] },
])("what is no choice is refused: %j", input => {
  expect(() => parseCaptureOptions(input)).toThrow("malformed")
})
