// @vitest-environment happy-dom
/** Which files of a page are worth asking for, and in which order. */
import { beforeEach, expect, test } from "vitest"
import { readMedia } from "../../../src/capture/media.ts"
import { MOST_MEDIA } from "../../../src/core/media.ts"

beforeEach(() => {
  document.body.replaceChildren()
})

interface Given {
  readonly src: string
  readonly side?: number
  readonly into?: Element
  readonly hidden?: boolean
  readonly tag?: "img" | "video"
}

function put({ src, side = 200, into = document.body, hidden = false, tag = "img" }: Given): Element {
  const element = document.createElement(tag)
  element.setAttribute("src", src)
  const names = tag === "img" ? ["naturalWidth", "naturalHeight"] : ["videoWidth", "videoHeight"]
  for (const name of names) Object.defineProperty(element, name, { value: side })
  Object.defineProperty(element, "currentSrc", { value: src })
  element.checkVisibility = () => !hidden
  into.append(element)
  return element
}

function section(): Element {
  const made = document.createElement("article")
  document.body.append(made)
  return made
}

const at = (name: string) => `https://wx1.sinaimg.cn/${name}.jpg`
const names = (post: Element | null = null) =>
  readMedia(post).found.map(({ url }) => /(\w+)\.jpg$/.exec(url)?.[1])

test("the largest come first, each once", () => {
  for (const [name, side] of [
    ["small", 150],
    ["large", 900],
    ["middle", 300],
    ["large", 900],
  ] as const)
    put({ src: at(name), side })
  expect(names()).toEqual(["large", "middle", "small"])
})

test("those of the chosen post come before all others, however small", () => {
  const post = section()
  put({ src: at("large"), side: 900 })
  put({ src: at("mine"), side: 150, into: post })
  put({ src: at("larger"), side: 300, into: post })
  expect(names(post)).toEqual(["larger", "mine", "large"])
  expect(readMedia(post).found.map(({ inPost }) => inPost)).toEqual([true, true, false])
  expect(names()).toEqual(["large", "larger", "mine"])
})

test("one that the post and the rest of the page show is the post's", () => {
  const post = section()
  put({ src: at("both") })
  put({ src: at("both"), into: post })
  put({ src: at("both") })
  expect(readMedia(post).found).toMatchObject([{ url: at("both"), inPost: true }])
})

test("a post that is gone from the page claims nothing", () => {
  const post = section()
  put({ src: at("mine"), into: post })
  put({ src: at("other") })
  post.remove()
  expect(readMedia(post).found.map(({ url, inPost }) => [url, inPost])).toEqual([[at("other"), false]])
})

test("with more than a capture fetches, the post's are in, and the rest is counted", () => {
  for (let index = 0; index < MOST_MEDIA + 5; index++) put({ src: at(`p${index}`), side: 900 })
  const post = section()
  put({ src: at("mine"), side: 150, into: post })
  const { found, left } = readMedia(post)
  expect([found.length, left, found[0]?.url]).toEqual([MOST_MEDIA, 6, at("mine")])
})

test.each<[string, Given, boolean]>([
  ["a picture", { src: at("a") }, true],
  ["a video that is one plain file", { src: "https://v.example/a.mp4", tag: "video" }, true],
  ["an icon", { src: at("a"), side: 99 }, false],
  ["a picture that did not come", { src: at("a"), side: 0 }, true],
  ["what nobody sees", { src: at("a"), hidden: true }, false],
  ["a picture in its own address", { src: "data:image/png;base64,AAAA" }, false],
  ["a stream", { src: "blob:https://weibo.com/1", tag: "video" }, false],
  ["an address of the disk", { src: "file:///a.jpg" }, false],
  ["an address without an end", { src: `https://a.example/${"a".repeat(20_000)}` }, false],
])("%s is asked for: %s", (_what, given, isAsked) => {
  put(given)
  expect(readMedia(null).found).toHaveLength(isAsked ? 1 : 0)
})
