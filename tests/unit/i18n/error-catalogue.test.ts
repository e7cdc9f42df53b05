/**
 * The error catalogue of product.md §6.7, line by line: under which of our codes
 * each number stands, and that it is said in four parts in both languages. A
 * number that is no thrown error but a finding about a capture names the sentence
 * that shows it.
 */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { type ErrorCode, errorCodes } from "../../../src/core/errors.ts"
import { type GapReason, type GapSubject } from "../../../src/core/evidence.ts"
import { type NoticeCode, noticeCodes } from "../../../src/core/notices.ts"
import { errorSentences, gapSentence, noticeSentences } from "../../../src/i18n/sentences.ts"
import { translator } from "../../../src/i18n/t.ts"

const languages = ["zh-CN", "en"] as const

const thrown: readonly (readonly [string, ErrorCode])[] = [
  ["E-PAGE-01", "capture/page-forbidden"],
  ["E-SHOT-01", "capture/quota"],
  ["E-SHOT-02", "capture/tab-hidden"],
  ["E-SHOT-04", "capture/stitch-mismatch"],
  ["E-TSA-01", "time/offline"],
  ["E-TSA-02", "time/bad-answer"],
  ["E-STORE-01", "vault/full"],
  ["E-STORE-03", "vault/damaged"],
  ["E-EXP-01", "export/failed"],
  ["E-EXP-02", "bundle/limit"],
  ["E-IMP-01", "restore/locked"],
  ["E-IMP-02", "restore/refused"],
  ["E-LOCK-01", "lock/locked"],
  ["E-UNK-01", "internal"],
]

const found: readonly (readonly [string, GapSubject, GapReason])[] = [
  ["E-MEDIA-01", "pictures", "refused"],
  ["E-MEDIA-02", "video", "not-downloaded"],
]

const noticed: readonly (readonly [string, NoticeCode])[] = [
  ["E-PAGE-02", "page/pdf"],
  ["E-PAGE-03", "page/loading"],
  ["E-SHOT-03", "picture/split"],
  ["E-ADAPT-01", "facts/missing"],
  ["E-NET-01", "browser/offline"],
]

describe("the error catalogue", () => {
  test.each(thrown)("%s is %s, with cause, what is safe and the next step", (shown, code) => {
    for (const language of languages) {
      const { code: said, cause, safe, next } = errorSentences(translator(language), code)
      expect(said).toBe(shown)
      // Three different sentences: one repeated would leave a part unsaid.
      expect(new Set([cause, safe, next]).size).toBe(3)
      for (const sentence of [cause, safe, next]) expect(sentence).not.toMatch(/[!！]/)
    }
  })

  test.each(found)("%s is the gap %s/%s, in a sentence", (_, what, reason) => {
    for (const language of languages)
      expect(gapSentence(translator(language), { what, reason, count: 2 })).toMatch(/2.+[.。]$/)
  })

  test.each(noticed)("%s is the notice %s, in four parts", (shown, code) => {
    for (const language of languages) {
      const { code: said, cause, safe, next } = noticeSentences(translator(language), code)
      expect(said).toBe(shown)
      expect(new Set([cause, safe, next]).size).toBe(3)
      for (const sentence of [cause, safe, next]) expect(sentence).toMatch(/^[^!！]+[.。]$/)
    }
  })

  test("every notice has a number of the catalogue", () => {
    expect(noticed.map(([, code]) => code)).toEqual([...noticeCodes])
  })

  test("E-LOGIN-01 says that the capture is kept and is to be made again", () => {
    expect(translator("zh-CN")("saved.wall")).toMatch(/再次采集.*保留|保留.*再次采集/)
    expect(translator("en")("saved.wall")).toMatch(/capture again.*kept/)
  })

  // A code that nothing gives is a promise of the catalogue that the product does not keep.
  test("each code is given somewhere in the product", () => {
    const source = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter(name => name.endsWith(".ts") && !name.startsWith("i18n/") && name !== "core/errors.ts")
      .map(name => readFileSync(`src/${name}`, "utf8"))
      .join("\n")
    const given = [...errorCodes, ...noticeCodes]
    expect(given.filter(code => !source.includes(`"${code}"`))).toEqual([])
  })
})
