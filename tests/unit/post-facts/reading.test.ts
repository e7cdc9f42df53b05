import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { judgeReading } from "../../../src/core/post-facts/judge.ts"
import { parsePostJson, writePostJson } from "../../../src/core/post-facts/post-json.ts"
import { fieldNames, kindOf, pageSources } from "../../../src/core/post-facts/fields.ts"
import { parseReading } from "../../../src/core/post-facts/reading.ts"
import { summaryOf } from "../../../src/core/post-facts/summary.ts"

const ground = {
  clock: { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 480 },
  href: "https://weibo.com/1/Rssaug2Mo",
}

const honest = {
  href: ground.href,
  adapter: { id: "weibo", version: "2026-11-25" },
  siteOffsetMinutes: 480,
  pageType: "post",
  candidates: [],
  comments: [],
  commentsLeft: 0,
  wanted: [],
  faults: [],
}

describe("an answer of another shape is refused", () => {
  test.each<[string, unknown]>([
    ["nothing", null],
    ["a list", []],
    ["no address", { ...honest, href: undefined }],
    ["another kind of page", { ...honest, pageType: "constructor" }],
    ["no list of words", { ...honest, candidates: {} }],
    [
      "words of no field",
      { ...honest, candidates: [{ field: "toString", raw: "x", source: "dom", where: "p" }] },
    ],
    [
      "words that are none",
      { ...honest, candidates: [{ field: "text", raw: 7, source: "dom", where: "p" }] },
    ],
    [
      "a source by hand",
      { ...honest, candidates: [{ field: "text", raw: "x", source: "user", where: "p" }] },
    ],
    ["words without end", { ...honest, candidates: Array.from({ length: 5000 }, () => said("text", "x")) }],
    ["comments without end", { ...honest, comments: Array.from({ length: 501 }, () => []) }],
    ["a number of comments below nothing", { ...honest, commentsLeft: -1 }],
  ])("such as %s", (_what, answer) => {
    expect(() => parseReading(answer)).toThrow("malformed")
  })
})

test.each([
  ["its own address", undefined, "https://weibo.com/u/1"],
  ["the address that it names", "https://forum.example/board/", "https://forum.example/u/1"],
  ["no address that could run", "javascript:alert(1)//", "https://weibo.com/u/1"],
])("what a page writes short is relative to %s", (_what, base, whole) => {
  const candidates = [{ field: "authorUrl", raw: "/u/1", source: "dom", where: "a" }]
  const { fields } = judgeReading(parseReading({ ...honest, base, candidates }), ground)
  expect(fields.authorUrl.value).toBe(whole)
})

test("whatever words a page has on whichever field, they are judged, written, and read back the same", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "1.2万",
      "12034",
      "3小时前",
      "1795270111",
      "/u/1",
      "https://a.example/",
      "…全文",
      "javascript:x",
    ),
  )
  const candidate = fc.record({
    field: fc.constantFrom(...fieldNames),
    raw: words,
    source: fc.constantFrom(...pageSources),
    where: fc.string(),
  })
  fc.assert(
    fc.property(
      fc.array(candidate, { maxLength: 40 }),
      fc.array(candidate, { maxLength: 5 }),
      (own, comment) => {
        const reading = parseReading({ ...honest, candidates: own, comments: [comment] })
        const facts = judgeReading(reading, ground)
        const bytes = writePostJson(facts)
        expect(parsePostJson(JSON.parse(new TextDecoder().decode(bytes)))).toEqual(facts)
        for (const name of fieldNames) {
          const { value, verdict, raw } = facts.fields[name]
          expect(value !== null).toBe(verdict === "ok")
          expect(raw === null).toBe(verdict === "not-found")
          if (kindOf[name] === "address" && value !== null) expect(value).toMatch(/^https?:\/\//)
        }
        expect(summaryOf(facts).comments).toBe(1)
      },
    ),
  )
})

const said = (field: string, raw: string, source = "dom", where = "p") => ({ field, raw, source, where })

const judged = (...candidates: ReturnType<typeof said>[]) =>
  judgeReading(parseReading({ ...honest, candidates }), ground).fields

describe("what agrees has a value, what does not has none", () => {
  test.each<[string, Parameters<typeof judged>, object]>([
    ["nothing", [], { verdict: "not-found", value: null, raw: null, source: null, where: null }],
    [
      "a rounded number and the exact one behind it",
      [said("likes", "1.2万"), said("likes", "12034", "page-json")],
      { verdict: "ok", value: { count: 12034, rounded: false }, raw: "12034", others: [{ raw: "1.2万" }] },
    ],
    [
      "a number cut down and one rounded up",
      [said("likes", "1.2万"), said("likes", "12999", "page-json")],
      { verdict: "ok", value: { count: 12999 } },
    ],
    [
      "more than ten thousand",
      [said("likes", "10万+"), said("likes", "350001", "page-json")],
      { verdict: "ok" },
    ],
    [
      "two numbers",
      [said("likes", "1.2万"), said("likes", "14000", "page-json")],
      { verdict: "ambiguous", value: null, raw: "14000", others: [{ raw: "1.2万" }] },
    ],
    ["a label for none", [said("likes", "赞")], { verdict: "not-found" }],
    [
      "a number that cannot be read",
      [said("likes", "3/12")],
      { verdict: "ambiguous", value: null, raw: "3/12" },
    ],
  ])("%s", (_what, candidates, expected) => {
    expect(judged(...candidates).likes).toMatchObject(expected)
  })

  test.each<[string, Parameters<typeof judged>, object]>([
    [
      "a minute and the second in it",
      [said("publishedAt", "昨天 22:08"), said("publishedAt", "1795270111", "page-json")],
      {
        verdict: "ok",
        value: { at: "2026-11-21T14:08:31.000Z", plusMinusSeconds: 1 },
        others: [{ raw: "昨天 22:08", source: "dom" }],
      },
    ],
    [
      "hours ago and a time that lies within",
      [said("publishedAt", "23小时前"), said("publishedAt", "2026-11-21 22:08")],
      { verdict: "ok", value: { at: "2026-11-21T14:08:00.000Z", plusMinusSeconds: 60 } },
    ],
    [
      "two days",
      [said("publishedAt", "昨天 22:08"), said("publishedAt", "2026-11-20 22:08")],
      { verdict: "ambiguous", value: null },
    ],
  ])("%s", (_what, candidates, expected) => {
    expect(judged(...candidates).publishedAt).toMatchObject(expected)
  })

  test.each<[string, Parameters<typeof judged>, object]>([
    [
      "a folded text and the whole of it",
      [said("text", "这家店…展开"), said("text", "这家店用的是过期肉")],
      { verdict: "ok", value: "这家店用的是过期肉" },
    ],
    [
      "a folded text alone",
      [said("text", "这家店...全文")],
      { verdict: "ambiguous", value: null, raw: "这家店...全文" },
    ],
    ["a text that only ends in dots", [said("text", "这家店…")], { verdict: "ok", value: "这家店…" }],
    [
      "one text with other spaces and emoji",
      [said("text", "这家 店[怒]\n不好", "page-json"), said("text", "这家店 不好")],
      { verdict: "ok", value: "这家 店[怒]\n不好" },
    ],
    [
      "two texts",
      [said("text", "这家店好"), said("text", "这家店不好")],
      { verdict: "ambiguous", value: null },
    ],
  ])("%s", (_what, candidates, expected) => {
    expect(judged(...candidates).text).toMatchObject(expected)
  })

  test("the number of the post is the address's, where the page does not speak of another", () => {
    const own = [said("postId", "Rssaug2Mo", "url", "address"), said("postId", "Rssaug2Mo", "page-json")]
    expect(judged(...own).postId).toMatchObject({ verdict: "ok", source: "url" })
    expect(judged(...own, said("postId", "Rse4r5HpK")).postId).toMatchObject({ verdict: "ambiguous" })
  })

  test("a region has its name without the words before it", () => {
    expect(
      judged(said("ipLocation", "发布于 浙江"), said("ipLocation", "IP属地：浙江")).ipLocation,
    ).toMatchObject({
      verdict: "ok",
      value: "浙江",
      raw: "发布于 浙江",
    })
  })
})

test("the time in the id is compared with the time shown, and with nothing where there is none", () => {
  const id = said("postId", "Rssaug2Mo", "url", "address")
  const facts = (...more: ReturnType<typeof said>[]) =>
    judgeReading(parseReading({ ...honest, candidates: [id, ...more] }), ground)
  expect(facts(said("publishedAt", "1795270111")).idTime).toMatchObject({
    at: "2026-11-21T14:10:08.000Z",
    differenceSeconds: -97,
  })
  expect(facts().idTime).toMatchObject({ differenceSeconds: null })
})
