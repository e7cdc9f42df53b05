import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type EntryFacts, LONGEST_SEARCHED, searchedText } from "../../../src/core/search/entry.ts"
import { fold } from "../../../src/core/search/fold.ts"
import { matches, mayMatch, parseQuery, snippetOf } from "../../../src/core/search/query.ts"
import { signatureOf } from "../../../src/core/search/signature.ts"

/** What the library does: texts that may match by their signatures, and of them those that do. */
const found = (texts: readonly string[], typed: string): number[] => {
  const query = parseQuery(typed)
  return texts.flatMap((text, index) =>
    mayMatch(query, signatureOf(text)) && matches(query, text) ? [index] : [],
  )
}

/** What it must come to: read everything. */
const scanned = (texts: readonly string[], typed: string): number[] => {
  const words = fold(typed)
    .split(" ")
    .filter(word => word !== "")
  return texts.flatMap((text, index) => (words.every(word => text.split(word).length > 1) ? [index] : []))
}

// Few characters, so that what is looked for is often there: Chinese, Latin of three widths, marks, halves of one.
const unit = fc.constantFrom(
  ...["诽", "谤", "网", "络", "被", "a", "b", "C", "Ｂ", "é", "İ", "ß", "Σ", "ς", "가", "ｶ", "ﾞ"],
  ...["😀", "\ud83d", "\ude00", "1", "2", "/", " ", "\u3000", "\n", "\u200b", "\ufe0f", "%"],
)
const words = (maxLength: number) => fc.array(unit, { maxLength }).map(units => units.join(""))

describe("what is found", () => {
  test("is what a reading of every text finds, for any texts and any question", () => {
    fc.assert(
      fc.property(fc.array(words(40), { maxLength: 8 }), words(5), (texts, typed) => {
        const folded = texts.map(fold)
        expect(found(folded, typed)).toEqual(scanned(folded, typed))
      }),
      { numRuns: 3_000 },
    )
  })

  test("is every text that holds a part of itself, of any length and any characters", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map(fold)
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        const start = from % (whole.length + 1)
        const part = whole.slice(start, start + 1 + (length % 8))
        // A part is folded once more as a question is; where that changes it, it is another question.
        fc.pre(fold(part) === part)
        expect(found([whole], part)).toEqual([0])
      }),
      { numRuns: 3_000 },
    )
  })

  test.each([
    ["two characters within a sentence", "诽谤", "我在网上被恶意诽谤网络上都在传"],
    ["one character", "谤", "我在网上被恶意诽谤"],
    ["a whole sentence", "被恶意诽谤", "我在网上被恶意诽谤"],
    ["letters in another case", "HOLDFAST", "about holdfast"],
    ["the beginning of a word", "hold", "about Holdfast"],
    ["the middle of a word", "ldfa", "about Holdfast"],
    ["full-width letters and digits", "abc123", "ＡＢＣ１２３"],
    ["a word broken up with marks that cannot be seen", "诽谤", "诽\u200b谤"],
    ["two words, wherever they stand", "网络 诽谤", "被诽谤，在网络上"],
    ["words apart by a wide space", "网络\u3000诽谤", "被诽谤，在网络上"],
    ["a part of an address", "weibo.com/123", "https://weibo.com/123/AbC"],
  ])("%s", (_what, typed, text) => {
    expect(found([fold(text)], typed)).toEqual([0])
  })

  test.each([
    ["the same characters in another order", "谤诽", "被恶意诽谤"],
    ["characters that do not stand side by side", "恶谤", "被恶意诽谤"],
    ["one of two words", "诽谤 侮辱", "被恶意诽谤"],
    ["words across two parts", "甲乙", "甲\n乙"],
  ])("is not %s", (_what, typed, text) => {
    expect(found([text], typed)).toEqual([])
  })

  test("nothing typed asks for nothing in particular", () => {
    expect(parseQuery(" \u3000\n").terms).toEqual([])
  })
})

test("of texts that do not hold a word of four characters, few are read in vain", () => {
  const letters = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
  const text = (seed: number) =>
    Array.from(
      { length: 400 },
      (_, at) => letters[(seed * 7919 + at * at * 31 + at * seed) % letters.length],
    ).join("")
  const texts = Array.from({ length: 300 }, (_, seed) => text(seed + 1))
  const query = parseQuery("天霜雨露")
  const without = texts.filter(each => !matches(query, each))
  const inVain = without.filter(each => mayMatch(query, signatureOf(each)))
  expect(without.length).toBeGreaterThan(250)
  expect(inVain.length / without.length).toBeLessThan(0.15)
})

describe("the text of an item", () => {
  const facts: EntryFacts = {
    id: "1",
    item: 4,
    at: "2026-11-26T00:00:00.000Z",
    host: "weibo.com",
    adapter: "weibo",
    pageType: "post",
    authorName: "张三",
    authorHandle: "zhangsan",
    authorId: "1234567890",
    publishedAt: null,
    complete: true,
  }
  const parts = {
    url: "https://weibo.com/1/N?q=%E8%AF%BD",
    title: "标题",
    postText: "帖子的话",
    pageText: "页面上的话",
    notes: "",
  }

  test.each([
    ["its number", "E-004"],
    ["its folder", "e004"],
    ["its author's name", "张三"],
    ["the account", "ZhangSan"],
    ["the account's number", "34567"],
    ["its host", "weibo.com"],
    ["its address", "https://weibo.com/1/N?q=%E8%AF%BD"],
    ["its address as it is read", "q=诽"],
    ["its title", "标题"],
    ["the post", "子的"],
    ["the page", "面上"],
  ])("is found by %s", (_what, typed) => {
    expect(found([searchedText(facts, parts)], typed)).toEqual([0])
  })

  test("has a bound, and the post's words come first in it", () => {
    const long = {
      ...parts,
      postText: "帖".repeat(100),
      pageText: "页".repeat(90_000),
      url: "u".repeat(90_000),
    }
    const text = searchedText(facts, long)
    expect(text.length).toBe(LONGEST_SEARCHED)
    expect(text).toContain("帖".repeat(100))
  })
})

test.each([
  ["the middle", "谤", "被恶意诽谤网络", ["被恶意诽", "谤", "网络"]],
  ["the beginning", "被恶", "被恶意诽谤", ["", "被恶", "意诽谤"]],
  ["a long text", "谤", `${"甲".repeat(40)}谤${"乙".repeat(90)}`, ["甲".repeat(16), "谤", "乙".repeat(48)]],
  ["one part of several", "谤", "https://x\n被诽谤了\n别的", ["被诽", "谤", "了"]],
  ["characters of two halves", "谤", `😀${"😀".repeat(8)}谤`, ["😀".repeat(8), "谤", ""]],
])(
  "what was found in %s is shown with what stands around it",
  (_where, typed, text, [before, hit, after]) => {
    expect(snippetOf(parseQuery(typed), text)).toEqual({ before, found: hit, after })
  },
)
