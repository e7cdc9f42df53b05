// @vitest-environment happy-dom
/** Data whose script is gone is wanted by name, and read from what is given; a script that is there goes before it. */
import { expect, test } from "vitest"
import { readPostFacts } from "../../../../src/capture/post-facts.ts"
import { siteOf } from "../../../../src/capture/sites/all.ts"
import { type PageWorld } from "../../../../src/capture/sites/page-data.ts"
import { judgeReading } from "../../../../src/core/post-facts/judge.ts"
import { parsePostJson, writePostJson } from "../../../../src/core/post-facts/post-json.ts"
import { parseReading } from "../../../../src/core/post-facts/reading.ts"
import { documentOf, fixtures } from "./fixtures.ts"

const NAME = "__APOLLO_STATE__"
const found = fixtures.find(({ name }) => name === "kuaishou/desktop-video")
if (found === undefined) throw new Error("the fixture is gone")
const { html, meta, expected } = found
const state = new RegExp(`window\\.${NAME}=(\\{.*\\});`).exec(html)?.[1] ?? ""

/** As it stands once the page's script has taken itself away. */
function pageWithout(): Document {
  const page = documentOf(html)
  for (const script of page.querySelectorAll("script")) {
    if (script.textContent.includes(NAME)) script.remove()
  }
  return page
}

const readingOf = (page: Document, world: PageWorld) => {
  const reading: unknown = readPostFacts(page.documentElement, meta.url, siteOf(new URL(meta.url)), () => 0, {
    world,
  })
  return parseReading(JSON.parse(JSON.stringify(reading)))
}
const ground = { clock: meta.clock, href: meta.url }

test("the fixture's script has the state, and takes itself away where scripts run", () => {
  expect(state.length).toBeGreaterThan(100)
  expect(html).toContain("removeChild")
})

test("where the script is there, nothing of it is wanted", () => {
  expect(readingOf(documentOf(html), {}).wanted).not.toContain(NAME)
})

test("where it is gone, its name is wanted, and without an answer its words are not found", () => {
  const reading = readingOf(pageWithout(), {})
  expect(reading.wanted).toContain(NAME)
  expect(judgeReading(reading, ground).fields.text.verdict).toBe("not-found")
})

test("with what is given the facts are those of the script, and say where they are from", () => {
  const facts = judgeReading(readingOf(pageWithout(), { [NAME]: state }), ground, [NAME])
  expect(facts).toEqual({ ...expected, pageWorld: [NAME] })
  expect(parsePostJson(JSON.parse(new TextDecoder().decode(writePostJson(facts))))).toEqual(facts)
})

test("a page that gives itself another state than its script had does not replace it", () => {
  const forged = state.replaceAll("面汤里的真相", "别的人")
  expect(judgeReading(readingOf(documentOf(html), { [NAME]: forged }), ground)).toEqual(expected)
})

test.each(["", "{", "function(){}", '{"defaultClient":', "[".repeat(100_000), "null"])(
  "what is given and is no data (%#) costs nothing but itself",
  json => {
    const reading = readingOf(pageWithout(), { [NAME]: json })
    expect(reading.faults).toEqual([])
    expect(judgeReading(reading, ground).pageType).toBe("post")
  },
)
