import fc from "fast-check"
import { expect, test } from "vitest"
import { escapeHtml, shownAddress, shownText, siteOf } from "../../../src/core/bundle/shown.ts"

test.each([
  ["a right-to-left override", "evil\u202Egnp.exe", "evil[U+202E]gnp.exe"],
  ["isolates", "a\u2066b\u2069", "a[U+2066]b[U+2069]"],
  ["an Arabic letter mark", "a\u061Cb", "a[U+061C]b"],
  ["NUL and other controls", "a\u0000b\u0007c\u009Fd", "a[U+0000]b[U+0007]c[U+009F]d"],
  ["half a character", "a\uD800b", "a[U+D800]b"],
  ["line ends and tabs", " a\r\n\tb\u2028c ", "a b c"],
  ["Chinese, and a family of emoji", "张三 👨‍👩‍👧", "张三 👨‍👩‍👧"],
  ["right-to-left letters", "مرحبا", "مرحبا"],
])("%s in a title: visible, or as it was", (_what, title, shown) => {
  expect(shownText(title)).toBe(shown)
})

test("a title of 100 kB is cut at 300 characters, and between two of them", () => {
  expect(shownText("好".repeat(100_000))).toBe(`${"好".repeat(300)}…`)
  expect(shownText("😀".repeat(100_000))).toBe(`${"😀".repeat(300)}…`)
  expect(shownText("好".repeat(300))).toBe("好".repeat(300))
})

test("no text whatever keeps a control, a reordering mark or markup", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), text => {
      expect(escapeHtml(shownText(text))).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}<>"']/u)
      expect(escapeHtml(shownAddress(text).text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}<>"']/u)
    }),
  )
})

test.each([
  [
    "https://www.xiaohongshu.com/explore/1?xsec_token=AB=&xsec_source=x",
    "https://www.xiaohongshu.com/explore/1?xsec_token=…&xsec_source=x",
  ],
  ["https://a.cn/?access-token=1#id_token=2&a=3", "https://a.cn/?access-token=…#id_token=…&a=3"],
  ["https://user:secret@a.cn/x@y", "https://a.cn/x@y"],
  ["https://a.cn/?sid=1&SIGN=2&session_id=3", "https://a.cn/?sid=…&SIGN=…&session_id=…"],
])("the token in %s is not printed, and the paper says so", (address, text) => {
  expect(shownAddress(address)).toEqual({ text, shortened: true })
})

test.each([
  "https://weibo.com/1234567890/Ox1AbCdEf?refer_flag=1001030103_#comment",
  "https://a.cn/?id=1&page=2&author=x&design=3&side=4",
  "HTTPS://A.CN/%E5%B8%96/../b",
  "file:///C:/a.html",
  "not an address",
])("%s is printed as it is", address => {
  expect(shownAddress(address)).toEqual({ text: address, shortened: false })
})

test("an address that fills pages is cut, and the paper says so", () => {
  const { text, shortened } = shownAddress(`https://a.cn/${"x".repeat(5_000)}`)
  expect(text).toHaveLength(401)
  expect(shortened).toBe(true)
})

test.each([
  ["https://weibo.com/1/2", "weibo.com"],
  ["https://аpple.com/", "xn--pple-43d.com"],
  ["file:///C:/a.html", "file:"],
  ["about:blank", "about:"],
  ["nonsense", "—"],
])("the site of %s is %s", (address, site) => {
  expect(siteOf(address)).toBe(site)
})
