// @vitest-environment happy-dom
import { writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

const isWriting = process.env.WRITE_EXPECTED === "1"

test.each(fixtures)("of $name exactly what people have reviewed is read", ({ html, meta, ...fixture }) => {
  const facts = factsOf(documentOf(html), meta)
  if (isWriting) writeFileSync(fixture.expectedFile, `${JSON.stringify(facts, null, 2)}\n`)
  else expect(facts).toEqual(fixture.expected)
})
