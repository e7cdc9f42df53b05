// @vitest-environment happy-dom
import { writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documentOf, fixtures, messagesOf } from "./fixtures.ts"

const isWriting = process.env.WRITE_EXPECTED === "1"

test.each(fixtures)("of $name exactly what people have reviewed is read", ({ html, meta, ...fixture }) => {
  const messages = messagesOf(documentOf(html), meta)
  if (isWriting) writeFileSync(fixture.expectedFile, `${JSON.stringify(messages, null, 2)}\n`)
  else expect(messages).toEqual(fixture.expected)
})
