import { expect, test } from "vitest"
import { languageOf } from "../../../src/i18n/language.ts"
import { wordsFor } from "../../../src/i18n/words.ts"

test.each([
  ["zh-CN", "zh-CN"],
  ["zh", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["zh-Hant-HK", "zh-CN"],
  ["ZH-cn", "zh-CN"],
  ["en-US", "en"],
  ["de", "en"],
  ["zha", "en"],
  ["", "en"],
])("a browser in %j is spoken to in %s", (tag, language) => {
  expect(languageOf(tag)).toBe(language)
  expect(wordsFor(tag).language).toBe(language)
})

test.each([
  ["zh-CN", "Asia/Shanghai", "2026/11/23 01:05 (UTC+8)"],
  ["en", "Asia/Shanghai", "23 Nov 2026 01:05 (UTC+8)"],
  ["en", "UTC", "22 Nov 2026 17:05 (UTC)"],
  ["zh-CN", "Asia/Kolkata", "2026/11/22 22:35 (UTC+5:30)"],
  ["en", "America/New_York", "22 Nov 2026 12:05 (UTC-5)"],
])("in %s a time is on the 24-hour clock of %s and names it: %s", (language, zone, expected) => {
  expect(wordsFor(language, zone).format.time("2026-11-22T17:05:59.000Z")).toBe(expected)
})

test("midnight is 00:00, not 24:00", () => {
  expect(wordsFor("en", "UTC").format.time("2026-11-22T00:00:00Z")).toBe("22 Nov 2026 00:00 (UTC)")
})

test("a time that is none is not made up", () => {
  expect(wordsFor("en").format.time("yesterday")).toBe("—")
})

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [1_250_000, "1.3 MB"],
  [214_400_000, "214 MB"],
  [52_100_000_000, "52 GB"],
])("%d bytes are read as %s", (bytes, expected) => {
  expect(wordsFor("en").format.size(bytes)).toBe(expected)
})

test.each([
  [0, "00:00"],
  [6_400, "00:06"],
  [61_000, "01:01"],
  [3_600_000, "60:00"],
  [-5, "00:00"],
  // A page clock that cannot be read leaves no NaN on the screen.
  [Number.NaN, "00:00"],
])("%d ms elapsed read as %s", (ms, expected) => {
  expect(wordsFor("zh-CN").format.elapsed(ms)).toBe(expected)
})
