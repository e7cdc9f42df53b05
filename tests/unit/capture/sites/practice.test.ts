// @vitest-environment happy-dom
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documentOf, factsOf } from "./fixtures.ts"

test("of the practice post it is read who wrote what, and when, as of any page that says so", () => {
  // Its looks are a file of their own, which no document here loads.
  const html = readFileSync("src/practice/index.html", "utf8").replace(/<link[^>]+stylesheet[^>]*>/g, "")
  const page = documentOf(html)
  const clock = { now: "2026-11-25T20:00:00.000Z", utcOffsetMinutes: 480 }
  const { pageType, fields, comments } = factsOf(page, { url: "http://127.0.0.1:1/", clock })
  expect(pageType).toBe("post")
  expect(fields.authorName).toMatchObject({ verdict: "ok", value: "海边不加糖" })
  expect(fields.publishedAt).toMatchObject({ verdict: "ok", value: { at: "2026-11-21T13:36:08.000Z" } })
  expect(fields.text.verdict).toBe("ok")
  expect(fields.text.value).not.toContain("有实锤吗")
  expect(comments).toEqual([])
})
