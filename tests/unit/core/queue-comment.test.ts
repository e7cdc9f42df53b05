/** How a comment is come to: by a page of its own, by its words, or not at all. */
import { describe, expect, test } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type Field, type FieldName, fieldNames, notFound } from "../../../src/core/post-facts/fields.ts"
import { type CommentFacts } from "../../../src/core/post-facts/judge.ts"
import { LONGEST_COMMENT, parseCommentWords, roadTo } from "../../../src/core/queue/comment.ts"

const thread = "https://a.cn/t/1?page=2#top"
const said = (value: Field["value"], raw: string, source: Field["source"] = "dom"): Field => ({
  ...{ value, raw, source, where: "x", verdict: "ok" },
})
const comment = (fields: Partial<Record<FieldName, Field>>): CommentFacts => ({
  fields: Object.fromEntries(fieldNames.map(name => [name, fields[name] ?? notFound])) as never,
})
const words = said("骗子", "骗子")
const time = { at: "2026-11-21T00:00:00.000Z", plusMinusSeconds: 60, basis: "b" }

describe("the road to a comment", () => {
  test.each([
    ["a page of its own", { permalink: said("https://a.cn/c/7", "/c/7"), text: words }, "https://a.cn/c/7"],
    ["its own page of the thread", { permalink: said("https://a.cn/t/1?page=3#7", ""), text: words }, null],
  ])("%s", (_what, fields, own) => {
    const road = roadTo(thread, comment(fields))
    expect(road).toEqual({ url: own ?? "https://a.cn/t/1?page=3#7", comment: null })
  })

  test("is its words, where its address is only a place on the same page", () => {
    const fields = { permalink: said("https://a.cn/t/1?page=2#c7", "#c7"), text: words }
    expect(roadTo(thread, comment({ ...fields, authorName: said("甲", "甲") }))).toEqual({
      url: thread,
      comment: { authorName: "甲", text: "骗子", time: null },
    })
  })

  test("has the time only where it stands on the page as it is", () => {
    const of = (source: Field["source"]) =>
      roadTo(thread, comment({ text: words, publishedAt: said(time, "11-21 08:00", source) }))?.comment?.time
    expect(of("dom")).toBe("11-21 08:00")
    expect(of("json-ld")).toBeNull()
  })

  test.each([
    ["it has no words", thread, {}],
    [
      "its words are contradicted",
      thread,
      { text: { ...words, value: null, verdict: "ambiguous" as const } },
    ],
    ["it is too long to look for", thread, { text: said("x".repeat(LONGEST_COMMENT + 1), "x") }],
    ["the page is none of the web", "file:///a.html", { text: words }],
  ])("is none where %s", (_what, address, fields) => {
    expect(roadTo(address, comment(fields))).toBeNull()
  })

  test("an address that is none of the web is not opened", () => {
    const fields = { permalink: said("javascript:alert(1)", ""), text: words }
    expect(roadTo(thread, comment(fields))?.url).toBe(thread)
  })
})

test.each([
  [null],
  [{ authorName: null, text: " ", time: null }],
  [{ authorName: "a".repeat(2_001), text: "b", time: null }],
  [{ authorName: null, text: "x".repeat(LONGEST_COMMENT + 1), time: null }],
  [{ authorName: 1, text: "b", time: null }],
])("what is no comment is refused: %#", input => {
  expect(() => parseCommentWords(input)).toThrow(EvidenceError)
})
