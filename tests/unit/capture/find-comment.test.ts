// @vitest-environment happy-dom
/** A comment is chosen only where exactly one place shows it. */
import { beforeEach, expect, test } from "vitest"
import { findComment } from "../../../src/capture/find-comment.ts"

const one = (id: string, name: string, text: string, time = "08:00", more = "") =>
  `<li id="${id}"><b>${name}</b> <time>${time}</time><p>${text}</p><i>赞 3</i>${more}</li>`

// Nothing is laid out here: everything is seen but what says that it is not.
beforeEach(() => {
  Object.defineProperty(Element.prototype, "checkVisibility", {
    configurable: true,
    value(this: Element) {
      return this.closest("[hidden]") === null
    },
  })
  Object.defineProperty(Element.prototype, "getClientRects", { configurable: true, value: () => [1] })
})

const find = (html: string, authorName: string | null, text: string, time: string | null = null) => {
  document.body.innerHTML = html
  const { found, element } = findComment({ authorName, text, time })
  return [found, element?.id ?? null]
}
const list = (...rows: string[]) => `<main><p>正文</p><ul id="list">${rows.join("")}</ul></main>`
const long = "一家黑店，用过期的肉，大家不要去。"

test.each([
  ["its author and its words", list(one("a", "甲", long), one("b", "乙", "不是真的")), "甲", long, "a"],
  [
    "words that stand in another comment too",
    list(one("a", "甲", "好"), one("b", "甲", "不好啊")),
    "甲",
    "好",
    "a",
  ],
  [
    "spaces and line ends apart",
    list(one("a", "甲", "一家 黑店<br>\n不要去")),
    "甲",
    "一家黑店\n不要去",
    "a",
  ],
  ["no name, by its words alone", list(one("a", "甲", long)), null, long, null],
  ["the same words of another author", list(one("a", "甲", long), one("b", "乙", long)), "乙", long, "b"],
  [
    "answers in it",
    list(one("a", "甲", long, "08:00", `<ul>${one("c", "丙", "是的")}</ul>`)),
    "甲",
    long,
    "a",
  ],
])("by %s", (_what, html, name, text, id) => {
  const [found, element] = find(html, name, text)
  expect(found).toBe("one")
  if (id !== null) expect(element).toBe(id)
})

test("two of the same author and words are told apart by their time, and else are several", () => {
  const html = list(one("a", "甲", long, "08:00"), one("b", "甲", long, "09:00"))
  expect(find(html, "甲", long)).toEqual(["several", null])
  expect(find(html, "甲", long, "09:00")).toEqual(["one", "b"])
  expect(find(html, "甲", long, "10:00"), "the time is another one by now").toEqual(["several", null])
})

test.each([
  ["its words changed", list(one("a", "甲", `${long}！`)), "甲"],
  ["another author has the words", list(one("a", "甲", "别的话"), one("b", "乙", long)), "甲"],
  ["it is the only one left, by another author", `<h1>甲</h1>${list(one("b", "乙", long))}`, "甲"],
  [
    "comments are no list by their marks",
    `<div><div class="c"><b>甲</b><p>别的话</p></div><div class="c"><b>乙</b><p>${long}</p></div></div>`,
    "甲",
  ],
  ["its author is only spoken of", list(one("b", "乙", long, "08:00", "<u>甲说得对</u>")), "甲"],
  ["it is not shown", list(`<li hidden id="a"><b>甲</b><p>${long}</p></li>`), "甲"],
  ["the author stands far away", `<b>甲</b><p>${"x".repeat(2_000)}</p><p>${long}</p>`, "甲"],
])("there is none where %s", (_what, html, name) => {
  const [found, element] = find(html, name, long)
  expect(found).not.toBe("one")
  expect(element).toBeNull()
})

test("what a page has put in the place of the browser's own functions is not asked", () => {
  document.body.innerHTML = list(one("a", "甲", long), one("b", "乙", "不是真的"))
  for (const element of document.querySelectorAll("li, ul, p"))
    Object.defineProperty(element, "matches", { value: "an input of that name, in a form" })
  expect(findComment({ authorName: "甲", text: long, time: null }).element?.id).toBe("a")
})

/** As video sites draw a comment: every part in a shadow root of its own, with its own rules. */
function drawn(
  comments: readonly (readonly [id: string, name: string, words: string])[],
  mode: ShadowRootMode,
) {
  document.body.innerHTML = "<main><h1>视频</h1><site-comments></site-comments></main>"
  const rootOf = (element: Element, html: string): ShadowRoot => {
    const root = element.attachShadow({ mode })
    root.innerHTML = `<style>${".rule { color: red }".repeat(50)}</style>${html}`
    return root
  }
  const all = rootOf(
    document.querySelector("site-comments")!,
    comments.map(([id]) => `<one-thread id="${id}"></one-thread>`).join(""),
  )
  for (const [id, name, words] of comments) {
    const parts = rootOf(
      all.getElementById(id)!,
      "<one-author></one-author><one-text></one-text><one-bar></one-bar>",
    )
    rootOf(parts.querySelector("one-author")!, `<div><a href="https://x.test">${name}</a><i>LV5</i></div>`)
    rootOf(parts.querySelector("one-text")!, `<p id="contents"><span>${words}</span></p>`)
    rootOf(parts.querySelector("one-bar")!, "<time>08:00</time><b>赞 3</b>")
  }
}

test("one whose parts stand in shadow roots of their own is told from the others", () => {
  drawn(
    [
      ["a", "甲", long],
      ["b", "乙", long],
      ["c", "丙", "别的话"],
    ],
    "open",
  )
  const { found, element } = findComment({ authorName: "乙", text: long, time: null })
  expect([found, element?.id]).toEqual(["one", "b"])
  expect(findComment({ authorName: "丙", text: long, time: null }).found).toBe("none")
  expect(findComment({ authorName: null, text: long, time: null }).found).toBe("several")
})
