import { expect, test } from "vitest"
import { findNumbers, isIdentity, MOST_NUMBERS } from "../../../src/core/picture/numbers.ts"

const found = (text: string) => findNumbers(text).map(({ kind, number }) => `${kind} ${number}`)

test.each<[string, readonly string[]]>([
  ["电话13800138000，微信同号", ["mobile 13800138000"]],
  ["手机：138 0013 8000", ["mobile 138 0013 8000"]],
  ["手机：138-0013-8000。", ["mobile 138-0013-8000"]],
  ["+86 13800138000", ["mobile +86 13800138000"]],
  ["8613800138000", ["mobile 8613800138000"]],
  ["12800138000", []],
  ["1380013800", []],
  ["138001380001", []],
  ["https://weibo.com/detail/5367813800138000", []],
  ["id=x13800138000", []],
  ["座机010-82345678", ["landline 010-82345678"]],
  ["（0571）87654321", ["landline （0571）87654321"]],
  ["0571 8765432", ["landline 0571 8765432"]],
  ["021-12345678", []],
  ["2026-11-26 08:00", []],
  // The specimen of GB 11643, and one with X; then with a wrong check digit, and with no such day.
  ["身份证11010519491231002X。", ["identity 11010519491231002X"]],
  ["440524188001010014", ["identity 440524188001010014"]],
  ["110105194912310021", []],
  ["110105194913310023", []],
  ["甲13800138000乙010-82345678", ["mobile 13800138000", "landline 010-82345678"]],
  ["没有号码", []],
])("%s: %j", (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test("each stands with the words around it, in one line", () => {
  expect(findNumbers("这里有很多很多字，她的\n电话是13800138000，快去\n骂她")).toEqual([
    { kind: "mobile", before: "很多很多字，她的 电话是", number: "13800138000", after: "，快去 骂她" },
  ])
})

test("a page of numbers is not listed without an end", () => {
  expect(findNumbers("13800138000 ".repeat(10_000)).length).toBe(MOST_NUMBERS)
})

test("the check digit decides", () => {
  const digits = "11010519491231002"
  expect(Array.from("0123456789X").filter(last => isIdentity(digits + last))).toEqual(["X"])
})
