// @vitest-environment happy-dom
/** What the scripts of 微信公众号 say under a name, in whichever of its ways. */
import { expect, test } from "vitest"
import { growth, MOST_GROWTH } from "../../growth.ts"
import { documentOf, factsOf } from "./fixtures.ts"

const meta = {
  url: "https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv",
  clock: { now: "2026-11-22T13:30:00.000Z", utcOffsetMinutes: 480 },
}
const factsWith = (script: string) =>
  factsOf(documentOf(`<body><div id="js_content"><p>过期肉</p></div><script>${script}</script></body>`), meta)
    .fields

test.each([
  ["a variable", 'var nickname = "林小满";', "林小满"],
  ["one on a line of its own", '\n\n   var nickname\n = "林小满"', "林小满"],
  ["one of the window's", 'window.nickname="林小满"', "林小满"],
  ["the first that is not empty", 'var nickname = "" || "林小满" || "别人";', "林小满"],
  ["what a function undoes", 'var nickname = htmlDecode("林&amp;满");', "林&满"],
  ["a key", "x={a:1,nick_name: JsDecode('林\\\\x26满')}", "林&满"],
  ["a key on a line of its own", "x={\n  nick_name : JsDecode( '林小满')}", "林小满"],
])("%s is read", (_what, script, name) => {
  expect(factsWith(script).authorName.value).toBe(name)
})

test.each([
  ["behind other words", 'let a var nickname = "别人"'],
  ["of another name", 'var old_nickname = "别人"; var nickname2 = "别人"'],
  ["of another object", 'other.nickname = "别人"'],
  ["compared", 'if (nickname == "别人") x()'],
  ["without a string", "var nickname = 1"],
  ["a key without its function", 'x={nick_name:"别人"}'],
])("what stands %s is not", (_where, script) => {
  expect(factsWith(script).authorName.verdict).toBe("not-found")
})

test.each([
  ["new lines", "\n"],
  ["names", "nickname "],
  ["beginnings", ";var nickname="],
  ["strings that do not end", ";var nickname='\\n"],
  ["names behind spaces", "\n       nick_name:"],
])("a script of nothing but %s is gone over once for each name", (_what, part) => {
  expect(growth(n => factsWith(`x${part.repeat(n)}`), 20_000)).toBeLessThan(MOST_GROWTH)
})
