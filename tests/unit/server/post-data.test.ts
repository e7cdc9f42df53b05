/** Where a site has the data of one post: of the page's own origin, and nowhere else. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { postDataAddress } from "../../../src/core/server/post-data.ts"

const data = "https://weibo.com/ajax/statuses/show?id=QabcDEF12"

test.each([
  ["a post", "https://weibo.com/1234567890/QabcDEF12", data],
  ["a post with what came along", "https://weibo.com/1234567890/QabcDEF12?refer_flag=1#comment", data],
  ["a post with a stroke at its end", "https://weibo.com/1234567890/QabcDEF12/", data],
  ["a post at www", "https://www.weibo.com/1234567890/QabcDEF12", data.replace("//weibo", "//www.weibo")],
  ["a profile", "https://weibo.com/u/1234567890", null],
  ["a profile by number", "https://weibo.com/1234567890", null],
  ["a list of followers", "https://weibo.com/1234567890/follow/more", null],
  ["an id with other signs", "https://weibo.com/1234567890/Qabc%26x=1", null],
  ["another port", "https://weibo.com:8443/1234567890/QabcDEF12", null],
  ["plain http", "http://weibo.com/1234567890/QabcDEF12", null],
  ["a look-alike", "https://weibo.com.evil.example/1234567890/QabcDEF12", null],
  ["a site within", "https://evil.weibo.com/1234567890/QabcDEF12", null],
  ["another site", "https://example.org/1234567890/QabcDEF12", null],
  ["what is no address", "weibo", null],
])("of %s", (_what, url, address) => {
  expect(postDataAddress(url)).toBe(address)
})

test("whatever the address, it stays at its origin, and holds nothing but the post's id", () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const address = postDataAddress(`https://weibo.com${path}?${query}`)
      if (address !== null)
        expect(address).toMatch(/^https:\/\/weibo\.com\/ajax\/statuses\/show\?id=\w{6,16}$/)
    }),
  )
})
