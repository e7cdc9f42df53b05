// @vitest-environment happy-dom
/** A field is right, or there is none: whoever else stands in the page's data, or in what it shows. */
import { describe, expect, test } from "vitest"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"
import { type Mutation } from "./mutations.ts"
import { dataBeside, leftBehind, shownBeside } from "./strange-pages.ts"
import { type Estrange, estrangerOf } from "./strangers.ts"
import { wrongIn } from "./wrong.ts"

/** Of a site that nobody knows, nothing tells one post from the other but where it stands. */
const known = fixtures.filter(({ name }) => !name.startsWith("generic/"))

/** Each of its posts is a document of its own: nothing of the one before is left in it. */
const isOfOneDocument = (name: string): boolean => /^(?:weixin|tieba|douban)\//.test(name)

describe.each(known)("of $name", ({ name, html, meta, expected }) => {
  const right = expected ?? expect.unreachable("no expected.json")

  test.each<[string, (document: Document, estrange: Estrange) => readonly Mutation[]]>([
    ["in the data", dataBeside],
    ["in what is shown", shownBeside],
    ...(meta.other === undefined || isOfOneDocument(name)
      ? []
      : [["left behind", leftBehind] as [string, typeof leftBehind]]),
  ])("with a stranger %s, nothing of the stranger is read", (_where, mutationsOf) => {
    const document = documentOf(html)
    const wrong: string[] = []
    for (const { name: what, make } of mutationsOf(document, estrangerOf(right, meta))) {
      const putBack = make()
      const { fields } = factsOf(document, meta)
      putBack()
      wrong.push(...wrongIn(fields, right.fields).map(said => `${what}: ${said}`))
    }
    expect(wrong).toEqual([])
  })
})
