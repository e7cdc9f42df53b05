import { expect, test } from "vitest"
import { isSamePage, withoutCredentials } from "../../../src/core/address.ts"

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

const page = "https://forum.example/board"
test.each([
  ["", "#at-300", true],
  ["#top", "#comments", true],
  ["", "#/", true],
  ["#/", "", true],
  ["#/thread/1", "#/thread/1", true],
  ["#/thread/1", "#/thread/2", false],
  ["#!/thread/1", "#!/thread/2", false],
  ["#/thread?id=1", "#/thread?id=2", false],
  ["", "#/thread/1", false],
  ["", "?a=1", false],
])("…%s and …%s are of one page: %s", (one, other, isOne) => {
  expect(isSamePage(`${page}${one}`, `${page}${other}`)).toBe(isOne)
})
