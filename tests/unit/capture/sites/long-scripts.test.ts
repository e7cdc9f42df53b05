// @vitest-environment happy-dom
/** Scripts of a page may be long, and of anything: no adapter goes over one again for each part of it. */
import { describe, expect, test } from "vitest"
import { sites } from "../../../../src/capture/sites/all.ts"
import { growth, MOST_GROWTH } from "../../growth.ts"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

/** A page of each site that is of a post; the first of them is as good as any. */
const ofEach = sites.flatMap(({ id }) =>
  fixtures
    .filter(({ name, meta }) => name.startsWith(`${id}/`) && meta.other !== undefined)
    .slice(0, 1)
    .map(({ name, html, meta }) => ({ name, html, meta })),
)

test("there is a page of every site", () => {
  expect(ofEach.map(({ name }) => name.split("/")[0])).toEqual(sites.map(({ id }) => id))
})

describe.each(ofEach)("of $name", ({ html, meta }) => {
  test.each([
    ["new lines", "\n"],
    ["new lines and spaces", "\n   "],
    ["ends of statements", ";\n"],
    ["ends of blocks", "}\n"],
    ["quotation marks", '"'],
    ["quotation marks that are none", '\\"'],
    ["beginnings of objects", '{"a":'],
  ])("a script of nothing but %s is gone over once", (_what, part) => {
    const document = documentOf(html)
    const script = document.createElement("script")
    document.body.append(script)
    const read = (n: number) => {
      script.textContent = `x${part.repeat(n / part.length)}`
      factsOf(document, meta)
    }
    expect(growth(read, 40_000)).toBeLessThan(MOST_GROWTH)
  })
})
