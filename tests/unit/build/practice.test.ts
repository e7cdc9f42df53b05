import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Window } from "happy-dom"
import { expect, test } from "vitest"

const folder = "src/practice"
const html = readFileSync(join(folder, "index.html"), "utf8")
const { document } = new Window()
document.write(html)

const textOf = (selector: string) => document.querySelector(selector)!.textContent.trim()
const comments = document.querySelectorAll("article.comment[itemprop='comment']").length
const facts = JSON.parse(textOf("script[type='application/ld+json']")) as Record<string, unknown>

test("every place that states the number of comments states how many there are", () => {
  expect(comments).toBeGreaterThan(20)
  expect(textOf("data.comments")).toBe(String(comments))
  expect(textOf("#comments-title .total")).toBe(String(comments))
  expect(textOf(".end")).toContain(` ${comments} `)
  expect(facts.commentCount).toBe(comments)
})

test("it says that it is made up, before anything else", () => {
  expect(textOf(".practice")).toContain("练习页面（虚构内容）")
  expect(document.title).toContain("练习页面")
})

test("what it shows of the post is what it states for machines", () => {
  expect(textOf(".post-head [itemprop='name']")).toBe((facts.author as { name: string }).name)
  expect(document.querySelector(".post .meta time")!.getAttribute("datetime")).toBe(facts.datePublished)
  const shown = textOf(".post-text").replace(/\s/g, "")
  expect(shown).toBe(String(facts.text).replace(/\s/g, ""))
})

test("all it loads lies beside it", () => {
  const files = Array.from(
    document.querySelectorAll("[src], link[rel='stylesheet'], link[rel='icon']"),
    element => element.getAttribute(element.hasAttribute("src") ? "src" : "href"),
  )
  expect(files.length).toBeGreaterThan(comments)
  expect(files.filter(file => file === null || !existsSync(join(folder, file)))).toEqual([])
})

const known = new Set(["https://schema.org", "http://www.w3.org"])

test.each(readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(file => /\.\w+$/.test(file)))(
  "%s names no other site but schema.org and the SVG namespace",
  file => {
    const addresses =
      readFileSync(join(folder, file), "utf8").match(/(?:https?:)?\/\/[a-z][\w.-]*\.[a-z]+/gi) ?? []
    expect(addresses.filter(address => !known.has(address))).toEqual([])
  },
)

test.each(["iframe", "video", "audio", "canvas", "details", "textarea", "embed", "object"])(
  "it has no %s, so that it can be captured without a gap",
  tag => {
    expect(document.querySelectorAll(tag)).toHaveLength(0)
  },
)

test("pictures are lazy and have their size, so that nothing moves when they come", () => {
  const pictures = [...document.querySelectorAll(".gallery img, .comment img")]
  const lacking = pictures.filter(
    picture =>
      picture.getAttribute("loading") !== "lazy" ||
      !picture.hasAttribute("width") ||
      !picture.hasAttribute("height"),
  )
  expect(pictures.length).toBeGreaterThan(comments)
  expect(lacking).toEqual([])
})
