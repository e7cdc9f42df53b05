/** What is said of a post whose page was opened again: never more than its page shows. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { judgeAgain, noChanges, type ReadAgain } from "../../../src/core/readings/judge.ts"
import { gonePhrases } from "../../../src/core/readings/gone-phrases.ts"
import { basesOf, isOfPost } from "../../../src/core/readings/reading.ts"
import { factsOf, post, readAgain, url, words } from "./read-again.ts"

const signs = (different: Partial<ReadAgain["signs"]>) => ({
  href: url,
  status: 200,
  shown: "",
  ...different,
})
const nothing = { postId: "Nexample01" }
const deleted = "抱歉，此微博已被作者删除。查看帮助：http://t.cn/example"
const edited = words.replace("上周", "昨天")
const other = "微博，随时随地发现新鲜事。这里有最新鲜的资讯和最热门的话题等着您来。"

test.each<[string, Parameters<typeof readAgain>[0], string, string]>([
  ["the same words", {}, "there", "same-text"],
  ["the same words with other spaces", { said: { ...post, text: ` ${words}\n` } }, "there", "same-text"],
  ["other numbers alone", { said: { ...post, views: "99000" } }, "there", "same-text"],
  ["the same words behind a wall", { walls: ["sign-in"] }, "there", "same-text"],
  [
    "the same words under an address for telephones",
    { signs: signs({ href: "https://m.weibo.cn/detail/1" }) },
    "there",
    "same-text",
  ],
  [
    "a beginning that is folded",
    { said: { ...post, text: `${words.slice(0, 15)}...展开` } },
    "there",
    "part-of-text",
  ],
  [
    "a post that the capture has no words of",
    { captured: factsOf({ ...post, text: "" }), said: { ...post, text: "" } },
    "there",
    "fields",
  ],

  ["a word that is another", { said: { ...post, text: edited } }, "changed", "text-differs"],
  ["a new mark of an edit", { said: { ...post, editedAt: "2026-11-26 09:00" } }, "changed", "edited-mark"],
  [
    "a new mark of an edit without its time",
    { said: { ...post, editedAt: "已编辑" } },
    "changed",
    "edited-mark",
  ],
  [
    "such a mark that was there before",
    { captured: factsOf({ ...post, editedAt: "已编辑" }), said: { ...post, editedAt: "已编辑" } },
    "there",
    "same-text",
  ],
  [
    "such a mark that has its time now",
    { captured: factsOf({ ...post, editedAt: "已编辑" }), said: { ...post, editedAt: "2026-11-26 09:00" } },
    "there",
    "same-text",
  ],
  ["words there that say nothing", { said: { ...post, editedAt: "发布" } }, "there", "same-text"],
  [
    "other words under the post's own id",
    {
      facts: factsOf({ ...post, text: other }, "weibo", "page-json"),
      captured: factsOf(post, "weibo", "page-json"),
    },
    "changed",
    "text-differs",
  ],

  [
    "the site's words for a deletion",
    { said: nothing, signs: signs({ shown: deleted }) },
    "gone",
    "phrase-deleted",
  ],
  [
    "those words with spaces between",
    { said: nothing, signs: signs({ shown: "抱歉，此微博 已被\n作者删除" }) },
    "gone",
    "phrase-deleted",
  ],
  [
    "words that the site also writes to strangers",
    { said: nothing, signs: signs({ shown: "微博不存在或暂无查看权限!" }) },
    "gone",
    "phrase-not-shown",
  ],
  ["status 404", { said: nothing, signs: signs({ status: 404 }) }, "gone", "status"],
  [
    "status 410 under the site's own text",
    { said: { text: other }, signs: signs({ status: 410 }) },
    "gone",
    "status",
  ],

  ["a box to sign in by", { said: nothing, walls: ["sign-in"] }, "wall", "sign-in"],
  [
    "a way to another page, to sign in by",
    { said: nothing, signs: signs({ href: "https://passport.weibo.com/signin/login" }) },
    "wall",
    "sign-in",
  ],
  ["something to be verified", { said: nothing, walls: ["verification", "sign-in"] }, "wall", "verification"],
  ["a refusal", { said: nothing, signs: signs({ status: 403 }) }, "wall", "refused"],

  ["nothing of the post", { said: nothing }, "cannot-tell", "text-not-found"],
  [
    "a notice about cookies and nothing else",
    { said: nothing, walls: ["cookies"] },
    "cannot-tell",
    "text-not-found",
  ],
  ["the site's own text", { said: { ...nothing, text: other } }, "cannot-tell", "other-text"],
  ["another post", { said: { ...post, postId: "Nexample02", text: other } }, "cannot-tell", "other-post"],
  ["the same words by another account", { said: { ...post, authorId: "2" } }, "cannot-tell", "other-post"],
  [
    "another page",
    { said: {}, signs: signs({ href: "https://weibo.com/sorry" }) },
    "cannot-tell",
    "other-address",
  ],
  [
    "a post that quotes one that was deleted",
    { said: { ...post, text: "" }, signs: signs({ shown: deleted }) },
    "cannot-tell",
    "text-not-found",
  ],
  [
    "a deletion in words of another site",
    { said: nothing, signs: signs({ shown: "当前笔记暂时无法浏览" }) },
    "cannot-tell",
    "text-not-found",
  ],
])("%s", (_what, different, state, stateBasis) => {
  expect(judgeAgain(readAgain(different))).toMatchObject({ state, stateBasis })
})

test("the site's words stand with the state that rests on them, and with no other", () => {
  const gone = readAgain({ said: nothing, signs: signs({ shown: deleted }) })
  expect(judgeAgain(gone).words).toBe("此微博已被作者删除")
  expect(judgeAgain(readAgain({ signs: signs({ shown: deleted }) })).words).toBeNull()
})

describe("numbers", () => {
  const counters = (then: string, now: string) =>
    judgeAgain(
      readAgain({ captured: factsOf({ ...post, views: then }), said: { ...post, views: now } }),
    ).changes.counters.find(({ name }) => name === "views")

  test.each([
    ["both exact", "1200", "5300", 4100],
    ["fewer than before", "1200", "1100", -100],
    ["one of them written short", "1200", "1.2万", null],
    ["a label in place of the number", "1200", "阅读", null],
  ])("%s", (_what, then, now, difference) => {
    expect(counters(then, now)).toMatchObject({ then: { count: 1200 }, difference })
  })

  test.each<[string, Parameters<typeof readAgain>[0]]>([
    ["another post", { said: { ...post, postId: "Nexample02", views: "99000" } }],
    ["another account", { said: { ...post, authorId: "2", views: "99000" } }],
    [
      "another address",
      { said: { ...nothing, views: "99000" }, signs: signs({ href: "https://weibo.com/sorry" }) },
    ],
    ["something to be verified", { said: { ...nothing, views: "99000" }, walls: ["verification"] }],
  ])("of the page of %s are none of the post's, and are not told of", (_what, different) => {
    const { changes, ...state } = judgeAgain(readAgain(different))
    expect(isOfPost(state)).toBe(false)
    expect(changes).toEqual(noChanges)
  })

  test("that neither page has are not told of", () => {
    const { counters: all } = judgeAgain(readAgain({})).changes
    expect(all.map(({ name }) => name)).toEqual(["views", "reposts", "likes"])
  })
})

test("what changed in the words stands there, and nothing where they are the same", () => {
  const { changes } = judgeAgain(readAgain({ said: { ...post, text: edited } }))
  expect(changes.text?.parts.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "gone", text: "上周" },
    { kind: "new", text: "昨天" },
  ])
  expect(judgeAgain(readAgain({})).changes.text).toBeUndefined()
})

test("every site's words are found as they stand, and none is empty", () => {
  const all = Object.entries(gonePhrases).flatMap(([adapter, list]) =>
    list.map(({ words: said }) => ({ adapter, said })),
  )
  expect(all.length).toBeGreaterThan(10)
  for (const { adapter, said } of all) {
    const read = readAgain({
      facts: factsOf(nothing, adapter),
      signs: signs({ shown: `提示\n${said}\n返回` }),
    })
    expect([said, judgeAgain(read).words]).toEqual([said, said])
  }
})

const anyText = fc.oneof(fc.constantFrom("", words, edited, deleted, other), fc.string())
test("whatever a page says, the state has a basis of its own, and 'there' needs the words", () => {
  const page = fc.record({
    text: anyText,
    shown: anyText,
    status: fc.constantFrom(null, 200, 301, 401, 404, 500),
    walls: fc.subarray(["sign-in", "verification", "cookies"] as const),
  })
  fc.assert(
    fc.property(page, ({ text, shown, status, walls }) => {
      const read = readAgain({ said: { ...post, text }, signs: signs({ shown, status }), walls })
      const found = judgeAgain(read)
      expect(basesOf[found.state]).toContain(found.stateBasis)
      if (found.state === "there") expect(found.changes.text).toBeUndefined()
    }),
  )
})

test.each([
  ["N4xlMvjhI", "there"],
  // The same number in digits (law.md §6.2): m.weibo.cn has it in its address.
  ["4910815147462302", "there"],
  ["4910815147462303", "cannot-tell"],
])("a 微博 that was captured as N4xlMvjhI and is read as %s", (postId, state) => {
  const captured = factsOf({ ...post, postId: "N4xlMvjhI" })
  expect(judgeAgain(readAgain({ captured, said: { ...post, postId } })).state).toBe(state)
})
