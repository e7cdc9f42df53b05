import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  authorityName,
  authorityUrl,
  authorizationOf,
  knownAuthorities,
} from "../../../src/core/stamp/authority.ts"
import { nextTryAt } from "../../../src/core/stamp/back-off.ts"

describe("an authority's name, which names files in a bundle", () => {
  test.each([
    ["http://timestamp.digicert.com/", [], "timestamp.digicert.com"],
    ["https://TSA.Example/path?x=1", [], "tsa.example"],
    ["http://tsa.example:8080/", [], "tsa.example-8080"],
    ["https://tsa.example:443/", [], "tsa.example"],
    ["https://tsa.example/other", ["tsa.example"], "tsa.example-2"],
    ["https://tsa.example/third", ["tsa.example", "tsa.example-2"], "tsa.example-3"],
    ["http://[::1]:3161/", [], "1-3161"],
    ["http://tsa.example./", [], "tsa.example"],
    // `none` is what a bundle says where no authority was asked.
    ["http://none/", [], "none-2"],
  ])("of %s beside %j is %s", (url, taken, name) => {
    expect(authorityName(url, taken)).toBe(name)
  })

  test("is one that the verifier has a place for, whatever the address", () => {
    fc.assert(
      fc.property(fc.webUrl(), url => {
        expect(authorityName(url, [])).toMatch(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/)
      }),
    )
  })
})

describe("an authority's address", () => {
  test.each([
    [" http://TSA.example ", "http://tsa.example/"],
    ["https://tsa.example/a?b=c#d", "https://tsa.example/a?b=c"],
  ])("%j is taken as %s", (text, url) => {
    expect(authorityUrl(text)).toBe(url)
  })

  test.each([
    "",
    "tsa.example",
    "ftp://tsa.example/",
    "javascript:alert(1)",
    "http://me:word@tsa.example/",
    "file:///etc/passwd",
    `http://a/${"x".repeat(3000)}`,
  ])("%j is refused", text => {
    expect(() => authorityUrl(text)).toThrow(expect.objectContaining({ code: "input/malformed" }) as Error)
  })

  test("each that is offered is in its standard form", () => {
    for (const { url } of knownAuthorities) expect(authorityUrl(url)).toBe(url)
  })
})

test.each([
  [null, null],
  ["", null],
  ["  Bearer abc ", "Bearer abc"],
])("the header %j becomes %j", (text, value) => {
  expect(authorizationOf(text)).toBe(value)
})

test.each(["a\r\nHost: x", "密码", "x".repeat(3000)])("the header %j is refused", text => {
  expect(() => authorizationOf(text)).toThrow(expect.objectContaining({ code: "input/malformed" }) as Error)
})

test("tries grow rarer, to one every 24 hours", () => {
  const at = "2026-11-22T00:00:00.000Z"
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 100].map(
    tries => (Date.parse(nextTryAt(at, tries)) - Date.parse(at)) / 60_000,
  )
  expect(minutes).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440, 1440])
})
