import { expect, test } from "vitest"
import { withoutCredentials } from "../../../src/core/address.ts"

test.each([
  ["http://reader:S3CRET@forum.example/post?a=1#b", "http://forum.example/post?a=1#b"],
  ["https://reader@forum.example:8443/", "https://forum.example:8443/"],
  ["HTTPS://reader:p%40ss@forum.example/", "https://forum.example/"],
])("%s is kept as %s", (address, kept) => {
  expect(withoutCredentials(address)).toBe(kept)
})

test.each([
  "https://forum.example/@someone",
  "https://forum.example?to=a@b.example",
  "https://forum.example/#a@b",
  "HTTPS://Forum.Example/%7e",
  "about:blank",
  "mailto:a@b.example",
  "http://[broken@",
  "",
])("%j has none, and stays to the letter", address => {
  expect(withoutCredentials(address)).toBe(address)
})
