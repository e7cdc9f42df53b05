import { expect, test } from "vitest"
import { sourceHead } from "../../../src/core/papers/source-head.ts"
import { readSourceHead } from "../../../src/workshop/source-of-item.ts"
import { storedFile } from "../bundle/example.ts"

test.each([
  ["empty lines are left out", "<!doctype html>\r\n\r\n  <html>\n", ["<!doctype html>", "<html>"]],
  [
    "addresses are without their tokens",
    '<link href="https://a.cn/x?xsec_token=SECRET&p=1">',
    ['<link href="https://a.cn/x?xsec_token=…&p=1">'],
  ],
  ["marks that turn text round are visible", "a\u202eb", ["a[U+202E]b"]],
  ["there is nothing in nothing", "", []],
])("%s", (_what, source, lines) => {
  expect(sourceHead(source)).toEqual(lines)
})

test("it is six lines at most, none of them long", () => {
  const lines = sourceHead(`${"长".repeat(5_000)}\n`.repeat(20))
  expect(lines).toHaveLength(6)
  for (const line of lines) expect(line.length).toBeLessThan(170)
})

/** "中文" in GBK, and what no reader of UTF-8 makes letters of. */
const gbk = Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4])

test.each([
  ["in the charset that the browser found", gbk, "charset=GBK", ["中文"]],
  [
    "in the page's own where the browser said none",
    '<meta charset="utf-8">字',
    "",
    ['<meta charset="utf-8">字'],
  ],
  ["not at all in one that nobody knows", "abc", "charset=made-up", undefined],
])("it is read %s", async (_how, content, contentType, lines) => {
  const read = await readSourceHead([storedFile("source.html", content)], contentType)
  expect(read.sourceHead).toEqual(lines)
})

test("an item without a source has none", async () => {
  expect(await readSourceHead([storedFile("text.txt", "a")], "")).toEqual({})
})
