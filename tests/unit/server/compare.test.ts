/** The comparison that a judge wants, and where it must not say more than it knows. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { charsetOf, comparable, textOfHtml } from "../../../src/core/server/body-text.ts"
import { compareWithServer, type Comparison, type ServerText } from "../../../src/core/server/compare.ts"

const post = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const filler = "这一段只是让页面显得像一个普通的页面，有足够多的文字。".repeat(10)
const asked = "https://weibo.com/1/N"
const answer = (body: string, different: Partial<ServerText> = {}): ServerText => ({
  asked,
  url: asked,
  status: 200,
  mediaType: "text/html; charset=utf-8",
  body,
  ...different,
})
const compare = (page: string, body: string, different: Partial<ServerText> = {}): Comparison =>
  compareWithServer({ selection: "", post: "", page }, answer(body, different))

const escapedAll = (text: string, each: (code: number) => string) =>
  Array.from({ length: text.length }, (_, at) => each(text.charCodeAt(at))).join("")
const json = (text: string) => escapedAll(text, code => `\\u${code.toString(16).padStart(4, "0")}`)

describe("the text is found", () => {
  test.each([
    ["as it is", `<p>${post}</p>`],
    [
      "with tags in it",
      `<p>张三<b>上周</b>在小区<a href="x>y">业主群</a>里说李四欠钱不还，<br>这完全不是事实。</p>`,
    ],
    ["with white space of the source's own", `<p>\n  ${post.replace("，", "，\n   ")}</p>`],
    ["as decimal entities", escapedAll(post, code => `&#${String(code)};`)],
    ["as hexadecimal entities", escapedAll(post, code => `&#x${code.toString(16)};`)],
    ["as JSON escapes in a script", `<script>var post = {"text":"${json(post)}"}</script>`],
    [
      "as JSON in JSON",
      `<script>var post = "{\\"text\\":\\"${json(post).replaceAll("\\", "\\\\")}\\"}"</script>`,
    ],
    [
      "in data with tags of its own",
      `<script>x = ${JSON.stringify({ t: post.replace("，", "，<br \\/>") })}</script>`,
    ],
  ])("%s", (_name, body) => {
    expect(compare(post, body + filler)).toMatchObject({ verdict: "found", total: 1, found: 1 })
  })

  test("in a script alone, and that is said", () => {
    expect(compare(post, `${filler}<script>${json(post)}</script>`).inData).toBe(1)
    expect(compare(post, `${filler}${post}`).inData).toBe(0)
  })

  test("in another form of Unicode, in capitals, with invisible signs", () => {
    const shown = "THE CAFÉ OWES ME A GREAT DEAL OF MONEY."
    const sent = "The cafe\u0301 owes\u200b me a great deal of money."
    expect(compare(shown, `${sent}${filler}`).verdict).toBe("found")
  })
})

describe("the text is not found", () => {
  test("where the page has other text: not found, and nothing is said of why", () => {
    expect(compare(post, `<p>${filler}</p>`)).toMatchObject({ verdict: "not-found", doubts: [] })
  })

  test.each([
    ["no-answer", "", { url: null, status: null }],
    ["status", filler, { status: 403 }],
    ["redirected", filler, { url: "https://weibo.com/2/M" }],
    ["log-in", filler, { url: "https://passport.weibo.com/visitor" }],
    ["log-in", `${filler}<input name=p type="password">`, {}],
    ["app-shell", `<div id=app></div><script>${"x".repeat(9000)}</script>`, {}],
    ["json-only", `{"ok":1}`, { mediaType: "application/json" }],
  ] as const)("but %s makes it inconclusive", (doubt, body, different) => {
    const found = compare(post, body, different)
    expect(found.verdict).toBe("inconclusive")
    expect(found.doubts).toContain(doubt)
  })

  test("too little text to look for is inconclusive, whatever was sent", () => {
    expect(compare("好", `好${filler}`)).toMatchObject({
      verdict: "inconclusive",
      total: 0,
      doubts: ["too-short"],
    })
  })
})

test("some sentences of several: partly, with both counted and shown", () => {
  const other = "这句话只在屏幕上，服务器没有发来。"
  const found = compare(`${post}\n${other}`, `<p>${post}</p>${filler}`)
  expect(found).toMatchObject({ verdict: "partly", total: 2, found: 1 })
  expect(found.samples).toEqual({ found: [post], missing: [other] })
})

test("the words that were selected are what counts, where there are some", () => {
  const shown = { selection: post, post: "", page: `${post}\n别的很长的一句话，服务器并没有发来。` }
  expect(compareWithServer(shown, answer(`${post}${filler}`))).toMatchObject({
    ...{ verdict: "found", basis: "selection", total: 1 },
  })
  expect(compareWithServer({ ...shown, selection: "张三" }, answer(post)).basis).toBe("page")
})

test.each([
  ["of the post where they are visible, whatever else the page shows", post, "post"],
  ["of the page where the post's are nowhere on it", "这是数据里另有的一句话，屏幕上并没有。", "page"],
  ["of the page where they are too few", "好的。", "page"],
  ["of the page where nobody says what the post is", "", "page"],
])("without a selection the words %s", (_name, said, basis) => {
  const page = `${post}\n违法和不良信息举报电话，请拨打客服热线。`
  expect(compareWithServer({ selection: "", post: said, page }, answer(filler)).basis).toBe(basis)
})

const words = fc
  .array(fc.constantFrom(...Array.from("的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就")), {
    minLength: 8,
    maxLength: 40,
  })
  .map(signs => signs.join(""))
const anything = fc.string({ unit: "binary", maxLength: 400 })

test("whatever stands around it, a text that is there is found", () => {
  fc.assert(
    fc.property(words, anything, anything, (text, before, after) => {
      const shell = `<script>data="${json(text)}"</script>`
      for (const body of [`${before.replaceAll("\\", "")}${text}${after}`, `<p>${filler}</p>${shell}`])
        expect(compare(text, body).verdict).toBe("found")
    }),
  )
})

test("a text that is nowhere is never found, and never called missing while there is a doubt", () => {
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: "grapheme-ascii", maxLength: 3000 }),
      fc.constantFrom(200, 302, 403, 404, 500),
      fc.constantFrom("text/html", "application/json", "text/plain"),
      (text, body, status, mediaType) => {
        const found = compare(text, body, { status, mediaType })
        expect(["not-found", "inconclusive"]).toContain(found.verdict)
        if (found.doubts.length > 0) expect(found.verdict).toBe("inconclusive")
      },
    ),
  )
})

test("no answer, of any shape, makes it throw", () => {
  fc.assert(
    fc.property(anything, anything, anything, (page, body, url) => {
      compareWithServer({ selection: url, post: "", page }, answer(body, { url }))
    }),
  )
})

describe("hostile answers end in time", () => {
  test.each([
    ["open tags", "<a ".repeat(700_000)],
    ["open scripts", "<script>".repeat(250_000)],
    ["open comments", "<!--".repeat(500_000)],
    ["quotes without end", `<a b="`.repeat(300_000)],
    ["apostrophes and quotes", `<a b='"`.repeat(300_000)],
    ["lone signs", "<".repeat(2_000_000)],
    ["ampersands", "&#".repeat(1_000_000)],
    ["backslashes", "\\".repeat(2_000_000)],
    ["inputs", "<input ".repeat(280_000)],
  ])(
    "%s",
    (_name, body) => {
      expect(compare(post, body).verdict).not.toBe("found")
    },
    20_000,
  )
})

test.each([
  ["text/html; charset=GBK", "", "GBK"],
  [`text/html; charset="gb2312"`, "", "gb2312"],
  ["text/html", `<html><meta charset="gb18030">`, "gb18030"],
  ["text/html", `<meta http-equiv="Content-Type" content="text/html; charset=big5">`, "big5"],
  ["text/html; charset=gbk", "\xef\xbb\xbf<p>", "utf-8"],
  ["text/html", "<p>", "utf-8"],
])("%s and %j are read as %s", (contentType, start, charset) => {
  expect(charsetOf(contentType, start)).toBe(charset)
})

test("scripts, styles and comments are no text that anybody sees", () => {
  const html = `a<!-- x --><style>x</style><script>if (1<2) x</script><template>x</template><TITLE>b</TITLE>c &lt;x&gt; 1 < 2`
  expect(comparable(textOfHtml(html))).toBe("abc<x>1<2")
})
