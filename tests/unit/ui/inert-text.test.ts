import fc from "fast-check"
import { expect, test } from "vitest"
import { hostOf, inertText, inFours } from "../../../src/ui/parts/inert-text.ts"

test.each([
  ["plain", "plain"],
  ["  two\n\t lines ", "two lines"],
  ["a\u0000b", "a\ufffdb"],
  ["\u202eevil", "\ufffdevil"],
  ["\u2066isolated\u2069", "\ufffdisolated\ufffd"],
  ["\u200bzero", "\ufffdzero"],
  ["评论 😀", "评论 😀"],
  ["12345678901", "123456789…"],
  ["😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀…"],
])("%j is shown as %j", (given, shown) => {
  expect(inertText(given, 10)).toBe(shown)
})

test("whatever a page calls itself, what is shown is short and without invisible marks", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.integer({ min: 1, max: 60 }),
      (text, most) => {
        const shown = inertText(text, most)
        expect(Array.from(shown).length).toBeLessThanOrEqual(most)
        expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      },
    ),
  )
})

test("100 kB take no longer than a glance", () => {
  const start = performance.now()
  inertText("\u202e".repeat(100_000), 60)
  expect(performance.now() - start).toBeLessThan(50)
})

test.each([
  ["https://weibo.com/1/N", "weibo.com"],
  ["http://127.0.0.1:8080/x", "127.0.0.1:8080"],
  ["https://user:secret@weibo.com.evil.example/", "weibo.com.evil.example"],
  // Letters of another script that look like these are told apart by their network name.
  ["https://wеibo.com/", "xn--wibo-v4d.com"],
  ["https://\u202eweibo.com/", null],
  ["file:///home/me/x.html", "file://"],
  ["chrome://settings/", null],
  ["javascript:alert(1)", null],
  ["", null],
])("the host of %j is %j", (url, host) => {
  expect(hostOf(url)).toBe(host)
})

test("a fingerprint is read in 16 groups of four, and loses no digit", () => {
  const digest = Array.from({ length: 64 }, (_, index) => (index % 16).toString(16)).join("")
  expect(inFours(digest).split(" ")).toHaveLength(16)
  expect(inFours(digest).replaceAll(" ", "")).toBe(digest)
})
