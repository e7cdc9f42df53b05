import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readLiteral } from "../../../src/core/post-facts/literal.ts"

const valueOf = (text: string) => {
  const literal = readLiteral(text, 0)
  return literal === null ? null : (JSON.parse(JSON.stringify(literal.value ?? "undefined")) as unknown)
}

test("whatever JSON.stringify writes is read as it was, and to its very end", () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, after) => {
      const literal = readLiteral(`${json};${after}`, 0)
      expect(literal?.end).toBe(json.length)
      expect(JSON.parse(JSON.stringify(literal?.value))).toEqual(JSON.parse(json))
    }),
  )
})

describe("what pages write besides JSON is read too", () => {
  test.each([
    ['{"a":undefined,"b":[undefined,1]}', { b: [null, 1] }],
    ['{"a":void 0,"b":!0,"c":!1,"d":NaN}', { b: true, c: false }],
    ['[{"a":1,},]', [{ a: 1 }]],
    ["'it\\'s \"so\"'", `it's "so"`],
    ['"\\x41\\\\x41"', "A\\x41"],
    ['"\\u56fa\\u8bc1"', "固证"],
    // More digits than a number holds.
    ['{"id":5367814663823936123}', { id: "5367814663823936123" }],
    ['{"__proto__":{"polluted":1}}', JSON.parse('{"__proto__":{"polluted":1}}') as unknown],
  ])("%s", (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })
})

describe("what is no data, or is cut off, is none", () => {
  test.each([
    '{"a":1',
    '{"a" 1}',
    "{a:1}",
    "{'a':1}",
    "alert(1)",
    "",
    '"open',
    "function(){}",
    '{"a":b}',
    "{\"a\":'b'}",
  ])("%s", text => {
    expect(readLiteral(text, 0)).toBeNull()
  })

  test("and so is what is nested to exhaust us", () => {
    expect(readLiteral("[".repeat(100_000), 0)).toBeNull()
    expect(readLiteral(`${"[".repeat(100_000)}${"]".repeat(100_000)}`, 0)).toBeNull()
  })
})

test("a name from the prototype is no value of it", () => {
  const value = readLiteral('{"a":1}', 0)?.value as object
  expect("constructor" in value).toBe(false)
})
