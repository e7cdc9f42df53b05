/** Addresses as people paste them: what is taken, and what is named with its line and the reason. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { LONGEST_LINK, MOST_LINKS, parseList } from "../../../src/core/queue/parse-list.ts"
import { readTable } from "../../../src/core/queue/read-table.ts"

const urls = (text: string) => parseList(text).links.map(({ line, url }) => [line, url])
const reasons = (text: string) => parseList(text).refused.map(({ line, why }) => [line, why])

describe("one address a line", () => {
  test.each([
    ["ends of any system", "https://a.cn/1\r\nhttps://a.cn/2\rhttps://a.cn/3\n", [1, 2, 3]],
    ["empty lines and space around", "\n  https://a.cn/1\t\n\n\u3000https://a.cn/2", [2, 4]],
    ["the mark that some editors begin a file with", "\ufeffhttps://a.cn/1", [1]],
  ])("with %s", (_what, text, lines) => {
    expect(urls(text)).toEqual(lines.map((line, at) => [line, `https://a.cn/${String(at + 1)}`]))
    expect(reasons(text)).toEqual([])
  })

  test.each([
    ["weibo.com/1", "no-address"],
    ["看这里 https://a.cn/1", "no-address"],
    ["https://", "no-address"],
    ["javascript:alert(1)", "not-of-the-web"],
    ["file:///etc/passwd", "not-of-the-web"],
    ["chrome://settings", "not-of-the-web"],
    ["https://me:secret@a.cn/1", "with-password"],
    [`https://a.cn/${"x".repeat(LONGEST_LINK)}`, "too-long"],
  ])("%.40s is named, and not taken: %s", (text, why) => {
    expect(parseList(`https://a.cn/ok\n${text}`)).toEqual({
      links: [{ line: 1, url: "https://a.cn/ok" }],
      refused: [{ line: 2, text, why }],
    })
  })

  test("what stands there twice is taken once, by the form that browsers give it; another fragment is another page", () => {
    expect(urls("https://A.cn\nhttps://a.cn/\nhttps://a.cn/#2")).toEqual([
      [1, "https://a.cn/"],
      [3, "https://a.cn/#2"],
    ])
    expect(reasons("https://A.cn\nhttps://a.cn/")).toEqual([[2, "repeated"]])
    expect(parseList("https://a.cn/1", ["https://a.cn/1"]).refused).toMatchObject([{ why: "repeated" }])
  })

  test("what is more than a list holds is named", () => {
    const text = Array.from({ length: MOST_LINKS + 2 }, (_, at) => `https://a.cn/${String(at)}`).join("\n")
    expect(parseList(text).links).toHaveLength(MOST_LINKS)
    expect(reasons(text)).toEqual([
      [MOST_LINKS + 1, "too-many"],
      [MOST_LINKS + 2, "too-many"],
    ])
  })
})

describe("a table", () => {
  test.each([
    ["commas", "title,url\n一,https://a.cn/1\n二,https://a.cn/2"],
    ["semicolons", "Link;备注\nhttps://a.cn/1;一\nhttps://a.cn/2;二"],
    ["tabs", "序号\t网址\n1\thttps://a.cn/1\n2\thttps://a.cn/2"],
    ["one column", "URL\nhttps://a.cn/1\nhttps://a.cn/2"],
  ])("with %s is read by its heading", (_what, text) => {
    expect(urls(text)).toEqual([
      [2, "https://a.cn/1"],
      [3, "https://a.cn/2"],
    ])
  })

  test("whose cells hold commas, quotes and lines of their own tells the line on which the row begins", () => {
    const text = 'note,url\r\n"a, ""b""\r\nc",https://a.cn/1\r\nplain,"https://a.cn/?q=1,2"\r\nlast,nothing'
    expect(urls(text)).toEqual([
      [2, "https://a.cn/1"],
      [4, "https://a.cn/?q=1,2"],
    ])
    expect(reasons(text)).toEqual([[5, "no-address"]])
  })

  test("without such a heading is lines of text, each of which is named", () => {
    expect(reasons("一,https://a.cn/1\n二,https://a.cn/2")).toEqual([
      [1, "no-address"],
      [2, "no-address"],
    ])
  })
})

describe("whatever is pasted", () => {
  const lines = fc.array(
    fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string(), fc.constant("url,x"), fc.constant('"')),
  )

  test("is read to an end: nothing but web addresses is taken, none twice, and no line is both", () => {
    fc.assert(
      fc.property(lines, given => {
        const { links, refused } = parseList(given.join("\n"))
        for (const { url } of links) expect(new URL(url).protocol).toMatch(/^https?:$/)
        expect(new Set(links.map(({ url }) => url)).size).toBe(links.length)
        const numbers = [...links, ...refused].map(({ line }) => line)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(given.join("\n").split(/\r\n|\n|\r/).length)
      }),
    )
  })

  test("a list of addresses is taken whole, in its order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 50 }), numbers => {
        const given = numbers.map(n => `https://a.cn/${String(n)}`)
        expect(parseList(given.join("\r\n")).links.map(({ url }) => url)).toEqual(given)
      }),
    )
  })

  test("a table that was written by the rules is read as it was", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "网") })
    const quoted = (each: string) => `"${each.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), rows => {
        const written = rows.map(row => row.map(quoted).join(",")).join("\n")
        const read = readTable(written, ",").map(({ cells }) => cells)
        expect(read).toEqual(rows.filter(row => row.some(each => each !== "")))
      }),
    )
  })
})
