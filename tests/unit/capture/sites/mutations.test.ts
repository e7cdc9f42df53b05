// @vitest-environment happy-dom
/** A field is right, or there is none: whatever is missing, changed or planted in a page. */
import { describe, expect, test } from "vitest"
import { type FieldName, fieldNames } from "../../../../src/core/post-facts/fields.ts"
import { parsePostJson, writePostJson } from "../../../../src/core/post-facts/post-json.ts"
import { findIn } from "../../../../src/capture/unclobbered.ts"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"
import { dataMutations, elementMutations, hostileWords, type Mutation } from "./mutations.ts"
import { wrongIn } from "./wrong.ts"

const BY_ADDRESS: readonly FieldName[] = ["permalink", "postId"]

describe.each(fixtures)("of $name", ({ html, meta, expected }) => {
  const right = expected?.fields ?? expect.unreachable("no expected.json")

  const checkAll = (mutationsOf: (document: Document) => readonly Mutation[]) => {
    const document = documentOf(html)
    const wrong: string[] = []
    const mutations = mutationsOf(document)
    for (const { name, make } of mutations) {
      const putBack = make()
      const { fields } = factsOf(document, meta)
      putBack()
      wrong.push(...wrongIn(fields, right).map(said => `${name}: ${said}`))
    }
    expect(wrong).toEqual([])
    return mutations.length
  }

  test("with any one element gone or under another name, nothing wrong is read", () => {
    expect(checkAll(elementMutations)).toBeGreaterThan(10)
  })

  test("with any one key gone, or value of another kind, nothing wrong is read", () => {
    checkAll(dataMutations)
  })

  test.each(hostileWords)(
    "with %s in the place of every word, what is read can be written and read back",
    (_what, words) => {
      const document = documentOf(html)
      for (const element of findIn(document.documentElement, "body *, title")) {
        if (element.children.length === 0) element.textContent = words
        for (const name of ["title", "href", "content", "datetime", "alt"]) {
          if (element.hasAttribute(name)) element.setAttribute(name, words)
        }
      }
      const facts = factsOf(document, meta)
      expect(facts.faults).toEqual([])
      const written: unknown = JSON.parse(new TextDecoder().decode(writePostJson(facts)))
      expect(parsePostJson(written)).toEqual(facts)
      for (const name of ["authorUrl", "permalink"] as const) {
        expect(facts.fields[name].value ?? "https:").toMatch(/^https?:/)
      }
    },
  )
})

test.each([
  ["JSON escaped as a part of an address", "douyin/desktop-video", "nickname"],
  ["JSON in an attribute", "tieba/thread", "user_name"],
  ["variables of their own", "weixin/desktop-short", "nickname"],
  ["keys without quotes", "tieba/thread", "thread_id"],
  ["an object that calls a function on each value", "weixin/picture-post", "nick_name"],
])("data as %s is put through it", (_what, fixture, key) => {
  const { html } = fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)
  expect(dataMutations(documentOf(html)).map(({ name }) => name)).toContain(`without the key ${key}`)
})

const ofAPost = fixtures.flatMap(({ name, html, meta }) =>
  meta.other === undefined ? [] : [{ name, html, meta: { ...meta, url: meta.other } }],
)

test.each(ofAPost)(
  "of $name under another post's address, nothing is read but the address",
  ({ html, meta }) => {
    const facts = factsOf(documentOf(html), meta)
    const read = fieldNames.filter(name => facts.fields[name].verdict !== "not-found")
    expect(read.filter(name => !BY_ADDRESS.includes(name))).toEqual([])
    expect(facts.comments).toEqual([])
  },
)
