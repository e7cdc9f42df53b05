// @vitest-environment happy-dom
/** An adapter that throws, does not end, or lies costs its own words and nothing else. */
import { expect, test } from "vitest"
import { readPostFacts } from "../../../../src/capture/post-facts.ts"
import { sites, siteOf } from "../../../../src/capture/sites/all.ts"
import { type Site } from "../../../../src/capture/sites/site.ts"
import { MOST_COMMENTS, MOST_SAYINGS } from "../../../../src/core/post-facts/fields.ts"
import { parseReading } from "../../../../src/core/post-facts/reading.ts"
import { documentOf } from "./fixtures.ts"

const URL_OF_POST = "https://site.example/p/1"

const page = documentOf(`<!DOCTYPE html><title>t</title>
<script type="application/ld+json">{"@type":"SocialMediaPosting","url":"${URL_OF_POST}","author":{"name":"林小满"}}</script>`)

const siteThat = (different: Partial<Site>): Site => ({
  id: "broken",
  version: "1",
  hosts: ["site.example"],
  locate: () => ({ pageType: "post", postId: "1", permalink: URL_OF_POST }),
  read: () => undefined,
  ...different,
})

const readBy = (site: Site | null, elapsedMs = () => 0) =>
  parseReading(JSON.parse(JSON.stringify(readPostFacts(page.documentElement, URL_OF_POST, site, elapsedMs))))

const throwing = (): never => {
  throw new TypeError("no such thing")
}

test.each<[string, Partial<Site>]>([
  ["throws as it reads", { read: throwing }],
  ["throws as it looks at the address", { locate: throwing }],
  ["asks for what is not there", { read: ({ root }) => void root.querySelector("!!") }],
])("of a site's adapter that %s, the fault is told, and the one for all sites reads on", (_what, broken) => {
  const { faults, candidates } = readBy(siteThat(broken))
  expect(faults).toMatchObject([{ adapter: "broken" }])
  expect(candidates).toContainEqual(expect.objectContaining({ field: "authorName", raw: "林小满" }))
})

test("one that goes on for ever is ended by the clock", () => {
  let now = 0
  const endless = siteThat({
    read: (_page, into) => {
      for (;;) into.add("text", `again ${String((now += 1))}`, "dom", "p")
    },
  })
  const { faults, candidates } = readBy(endless, () => now)
  expect(faults[0]).toMatchObject({ adapter: "broken" })
  expect(candidates.filter(({ field }) => field === "text").length).toBeLessThanOrEqual(MOST_SAYINGS)
})

test("one that finds without end fills no more than its room, and says what was left", () => {
  const greedy = siteThat({
    read: (_page, into) => {
      for (let n = 0; n < 3 * MOST_COMMENTS; n++)
        into.comment()?.add("text", `${String(n)} ${"长".repeat(10)}`, "dom", "p")
      for (let n = 0; n < 100; n++) into.add("likes", n, "dom", `p:nth-child(${String(n)})`)
      into.add("text", "x".repeat(1_000_000), "dom", "p")
    },
  })
  const reading = readBy(greedy)
  expect(reading.comments).toHaveLength(MOST_COMMENTS)
  expect(reading.commentsLeft).toBe(2 * MOST_COMMENTS)
  expect(reading.candidates.filter(({ field }) => field === "likes")).toHaveLength(MOST_SAYINGS)
  expect(reading.candidates.find(({ field }) => field === "text")).toMatchObject({ isCut: true })
})

test("what is no text, number or truth value is not taken for words", () => {
  const odd = siteThat({
    read: (_page, into) => {
      for (const raw of [null, undefined, {}, [], () => "", Symbol("x"), "", "  "]) {
        into.add("text", raw, "dom", "p")
      }
    },
  })
  expect(readBy(odd).candidates.filter(({ field }) => field === "text")).toEqual([])
})

test.each([
  ["https://weibo.com/1234567890/Rssaug2Mo", "weibo"],
  ["https://m.weibo.cn/detail/5367814663823936", "weibo"],
  ["https://notweibo.com/1234567890/Rssaug2Mo", null],
  ["https://weibo.com.evil.example/1234567890/Rssaug2Mo", null],
  ["https://evil.example/weibo.com/1234567890/Rssaug2Mo", null],
  ["https://www.xiaohongshu.com/explore/6411cf99000000001300b6d9", "xiaohongshu"],
  ["ftp://weibo.com/", null],
  ["about:blank", null],
])("%s is a page of %s", (address, site) => {
  expect(siteOf(new URL(address))?.id ?? null).toBe(site)
})

test("no two sites have one name, and each says when it was last looked at", () => {
  expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length)
  for (const { id, version, hosts } of sites) {
    expect({ id, version }).toMatchObject({ version: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string })
    expect(hosts.filter(host => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))).toEqual([])
  }
})
