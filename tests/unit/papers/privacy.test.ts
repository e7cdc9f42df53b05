/** What is told before a bundle is handed over: forms of numbers, and pages that were seen signed in. */
import { expect, test } from "vitest"
import { privacyOf } from "../../../src/core/papers/privacy.ts"

const looked = (text: string | null, signedIn: "yes" | "no" | "unknown" = "no") =>
  privacyOf([{ item: "e001", signedIn, text }])

test.each([
  ["13812345678", 1],
  ["电话：+86 13812345678，或 138 1234", 1],
  ["13812345678 13812345678 19912345678", 2],
  ["订单 213812345678", 0],
  ["12812345678", 0],
  ["138123456789", 0],
  ["138 1234 5678，又写作 138-1234-5678 和 +86 13812345678", 1],
  ["座机 010-62345678，手机 13812345678", 2],
])("in “%s” %i telephone numbers are found", (text, count) => {
  expect(looked(text).phones).toEqual(count === 0 ? [] : [{ item: "e001", count }])
})

test.each([
  ["身份证 11010519491231002X。", 1],
  ["110105194912310021", 1],
  ["110105194913310021", 0],
  ["1101051949123100210", 0],
])("in “%s” %i identity numbers are found", (text, count) => {
  expect(looked(text).idNumbers).toEqual(count === 0 ? [] : [{ item: "e001", count }])
})

test("a page that was seen signed in is named, one of which that is not known is not", () => {
  expect(looked(null, "yes").signedIn).toEqual(["e001"])
  expect(looked(null, "unknown")).toEqual({
    ...{ signedIn: [], maybeSignedIn: ["e001"], phones: [], idNumbers: [] },
  })
})
