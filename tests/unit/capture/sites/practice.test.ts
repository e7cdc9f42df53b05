// @vitest-environment happy-dom
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documentOf, factsOf } from "./fixtures.ts"

test.each([
  ["by itself", "http://127.0.0.1:1/"],
  ["below another address, where its data for machines is read as well", "http://127.0.0.1:1/post"],
])("of the practice post %s it is read who wrote what, and when, without a contradiction", (_where, url) => {
  // Its looks are a file of their own, which no document here loads.
  const html = readFileSync("src/practice/index.html", "utf8").replace(/<link[^>]+stylesheet[^>]*>/g, "")
  const page = documentOf(html)
  const clock = { now: "2026-11-25T20:00:00.000Z", utcOffsetMinutes: 480 }
  const { pageType, fields, comments } = factsOf(page, { url, clock })
  expect(pageType).toBe("post")
  expect(fields.authorName).toMatchObject({ verdict: "ok", value: "海边不加糖" })
  expect(fields.publishedAt).toMatchObject({ verdict: "ok", value: { at: "2026-11-21T13:36:08.000Z" } })
  expect(fields.text.verdict).toBe("ok")
  expect(fields.text.value).not.toContain("有实锤吗")
  expect(comments).toEqual([])
  expect(Object.entries(fields).filter(([, { verdict }]) => verdict === "ambiguous")).toEqual([])
})
