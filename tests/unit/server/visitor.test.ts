/** What two answers to one question say of a visitor without cookies. */
import { expect, test } from "vitest"
import { redactHeaders } from "../../../src/core/server/record.ts"
import { compareWithServer, type ServerText, type ShownText } from "../../../src/core/server/compare.ts"
import { type Side, visitorView } from "../../../src/core/server/visitor.ts"

const post = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const filler = "这一段只是让页面显得像一个普通的页面，有足够多的文字。".repeat(10)
const asked = "https://weibo.com/1/N"

const selected: ShownText = { selection: post, post: "", page: "" }

function side(
  body: string,
  different: Partial<ServerText> = {},
  sentTo: string | null = null,
  shown = selected,
): Side {
  const text = { asked, url: asked, status: 200, mediaType: "text/html", body, ...different }
  return { text, sentTo, comparison: compareWithServer(shown, text) }
}
const given = side(post + filler)
const withheld = side(filler)

test.each([
  ["the same text", given, side(post + filler), "public", "same-text"],
  ["401", given, side(filler, { status: 401 }), "not-public", "refused"],
  // As much a site's answer to a machine as to a stranger.
  ["403", given, side(filler, { status: 403 }), "cannot-tell", "visitor-check"],
  ["418", given, side("", { status: 418 }), "cannot-tell", "visitor-check"],
  [
    "403 for the user too",
    side("", { status: 403 }),
    side("", { status: 403 }),
    "cannot-tell",
    "not-given-either",
  ],
  ["404", given, side(filler, { status: 404 }), "not-public", "refused"],
  [
    "404 for the user too",
    side(filler, { status: 404 }),
    side(filler, { status: 404 }),
    "cannot-tell",
    "not-given-either",
  ],
  [
    "a way to sign in, elsewhere",
    given,
    side("", { url: null, status: 302 }, "https://passport.weibo.com/x"),
    "not-public",
    "log-in",
  ],
  ...[
    "https://visitor.passport.weibo.cn/visitor/visitor?a=enter",
    "https://passport.weibo.com/visitor/visitor",
  ].map(
    pass =>
      [
        `the pass that every visitor gets: ${pass}`,
        given,
        side("", { url: null, status: 302 }, pass),
        "cannot-tell",
        "visitor-check",
      ] as const,
  ),
  [
    "a captcha, here",
    given,
    side(filler, { url: "https://weibo.com/captcha" }),
    "cannot-tell",
    "visitor-check",
  ],
  ["a way to sign in, here", given, side(filler, { url: "https://weibo.com/login" }), "not-public", "log-in"],
  ["a field for a password", given, side(`${filler}<input type=password>`), "not-public", "log-in"],
  ["other text", given, withheld, "cannot-tell", "text-not-found"],
  ["other text for the user too", withheld, withheld, "cannot-tell", "not-given-either"],
  ["no answer", given, side("", { url: null, status: null }), "cannot-tell", "no-answer"],
  ["a busy server", given, side(filler, { status: 503 }), "cannot-tell", "text-not-found"],
  [
    "another site that is no way to sign in",
    given,
    side("", { url: null, status: 302 }, "https://other.example/x"),
    "cannot-tell",
    "no-answer",
  ],
] as const)("%s", (_name, own, visitor, verdict, reason) => {
  expect(visitorView(own, visitor)).toEqual({ verdict, reason })
})

const foot = "违法和不良信息举报电话，请拨打客服热线。"
const shell = `<div id=app></div><p>${foot}</p>`

test.each([
  [
    "the whole page: its foot is everybody's",
    { selection: "", post: "", page: `${post}\n${foot}` },
    "cannot-tell",
  ],
  [
    "the post: nothing of it came to either",
    { selection: "", post, page: `${post}\n${foot}` },
    "cannot-tell",
  ],
])("where an app's answers hold the same foot, and what was looked for is %s", (_name, shown, verdict) => {
  expect(visitorView(side(shell, {}, null, shown), side(shell, {}, null, shown)).verdict).toBe(verdict)
})

test("as much of the post's words as the user gets is public, the page around it aside", () => {
  const half = "后半句在数据里断开了，谁也拿不到。"
  const shown = {
    selection: "",
    post: `${post}${half}`,
    page: `${post}${half}\n别人的话，每次都不一样的推荐内容。`,
  }
  const both = side(post + filler, {}, null, shown)
  expect(visitorView(both, both)).toEqual({ verdict: "public", reason: "as-much-text" })
})

test("an address that only sounds like one to sign in by is none while the server stays at it", () => {
  const address = "https://forum.example/account/7"
  const open = side(filler, { asked: address, url: address })
  expect(visitorView(side(post + filler, { asked: address, url: address }), open).verdict).toBe("cannot-tell")
})

test.each([
  ["Set-Cookie", true],
  ["cookie", true],
  ["Authorization", true],
  ["Proxy-Authorization", true],
  ["Proxy-Authenticate", true],
  ["X-CSRF-Token", true],
  ["X-Xsrf", true],
  ["X-Auth", true],
  ["Api-Key", true],
  ["X-Session-Id", true],
  ["Content-Type", false],
  ["WWW-Authenticate", false],
  ["Server", false],
  ["Date", false],
  ["Location", false],
])("of %s the value is left out: %s, the name never", (name, isSecret) => {
  const [header] = redactHeaders([{ name, value: "s3cret" }])
  expect(header?.name).toBe(name)
  expect(JSON.stringify(header).includes("s3cret")).toBe(!isSecret)
})
