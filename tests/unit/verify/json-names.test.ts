import fc from "fast-check"
import { expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { strictJson } from "../../../src/core/verify/contents.ts"
import { namesTwice } from "../../../src/core/verify/json-names.ts"

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"b":{"a":2}}', false],
  ['[{"a":1},{"a":2}]', false],
  ['{"x":[{"a":1,"b":[],"a":2}]}', true],
  // One name, written in two ways.
  [String.raw`{"url":"https://a.example/","\u0075rl":"https://b.example/"}`, true],
  [String.raw`{"a\"":1,"a":2}`, false],
  [String.raw`{"a":"}","b":"{\"b\":1,","c":"a\\"}`, false],
  [String.raw`{"a":"\\","a":1}`, true],
  ['"a"', false],
  ["{}", false],
  [' { "a" : { } , "b" : [ ] , "a" : null } ', true],
])("%s: a name stands twice: %s", (json, isTwice) => {
  expect(namesTwice(json)).toBe(isTwice)
  const read = () => strictJson(utf8(json))
  if (isTwice) expect(read).toThrow(expect.objectContaining({ code: "input/malformed" }))
  else expect(read()).toEqual(JSON.parse(json))
})

test("no object that a program holds is written with a name twice, however its names look", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), json => {
      expect(namesTwice(json)).toBe(false)
      expect(namesTwice(JSON.stringify(JSON.parse(json), null, 2))).toBe(false)
    }),
  )
})

test("a name that is given again in any object is found, wherever it stands", () => {
  const name = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(name, fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (given, first, between, again) => {
      const [key, one, other, two] = [given, first, between, again].map(value => JSON.stringify(value))
      const object = `{${key ?? ""}:${one ?? ""},"${JSON.stringify(given).slice(1, -1)}+":${other ?? ""},${key ?? ""}:${two ?? ""}}`
      expect(namesTwice(`[0,{"x":${object}}]`)).toBe(true)
    }),
  )
})

test("what is nested deeper than a program's stack is read all the same", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`
  expect(namesTwice(`{"a":${deep},"b":1}`)).toBe(false)
  expect(namesTwice(`{"a":${deep},"a":1}`)).toBe(true)
})

test.each([
  ["of plain signs", "x".repeat(30_000_000)],
  ["of escapes", String.raw`\n`.repeat(10_000_000)],
  ["of quotation marks", String.raw`\"`.repeat(10_000_000)],
])("a string of tens of megabytes %s is stepped over", (_what, long) => {
  expect(namesTwice(`{"a":"${long}","b":1}`)).toBe(false)
  expect(namesTwice(`{"a":"${long}","a":1}`)).toBe(true)
})
