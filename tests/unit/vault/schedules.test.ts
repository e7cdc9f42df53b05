/** Whose numbers are added up: an account's posts, and no page that is about the account. */
import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { type PageType } from "../../../src/core/post-facts/fields.ts"
import { summaryOf } from "../../../src/core/post-facts/summary.ts"
import { keepCorrection } from "../../../src/vault/write-corrections.ts"
import { postsRead } from "../../../src/vault/read-account.ts"
import { capturesOfAccount } from "../../../src/vault/read-posts.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { factsOf } from "../readings/read-again.ts"
import { later, newVault, sealedCapture } from "./rows.ts"

test("posts, threads and comments of the account are; its own page, lists, others' posts and the trash are not", async () => {
  const vault = newVault()
  const kept = async (id: string, pageType: PageType, authorId = "1000000001") => {
    await sealedCapture(vault, id, id)
    const facts = summaryOf(factsOf({ authorId, likes: "9" }))
    await vault.captures.update(id, { facts: { ...facts, pageType } })
  }
  for (const type of ["post", "thread", "comment", "profile", "list", "other"] as const)
    await kept(type, type)
  await kept("another's", "post", "2")
  await kept("trashed", "post")
  await setTrashed(vault, "trashed", later, true)
  const account = { site: "weibo", authorId: "1000000001", authorHandle: null, authorPage: null }
  const found = await capturesOfAccount(vault, account)
  expect(found.map(({ id }) => id).sort()).toEqual(["comment", "post", "thread"])
  expect(await capturesOfAccount(vault, { ...account, site: "zhihu" })).toEqual([])
})

test("of sites that no adapter knows, an id is one of each site", async () => {
  const vault = newVault()
  for (const host of ["a.example", "b.example"]) {
    await sealedCapture(vault, host, host)
    const facts = { ...summaryOf(factsOf({ authorId: "7" })), adapter: "generic" }
    await vault.captures.update(host, { facts, url: `https://${host}/1` })
  }
  const found = await capturesOfAccount(vault, {
    site: "a.example",
    authorId: "7",
    authorHandle: null,
    authorPage: null,
  })
  expect(found.map(({ id }) => id)).toEqual(["a.example"])
})

test("the user's word says whose a post is and when it was published, until it is taken back", async () => {
  const vault = newVault()
  for (const [id, authorId] of [
    ["read", "7"],
    ["unread", null],
    ["another's", "8"],
  ] as const) {
    await sealedCapture(vault, id, id)
    const facts = summaryOf(factsOf(authorId === null ? { likes: "9" } : { authorId, likes: "9" }))
    await vault.captures.update(id, { facts: { ...facts, pageType: "post", authorId } })
  }
  const say = (of: string, field: "authorId" | "publishedAt", value: string | null) =>
    keepCorrection(vault, crypto.randomUUID(), of, { field, value, source: "user", at: later })
  const found = async () => {
    const rows = await capturesOfAccount(vault, {
      site: "weibo",
      authorId: "7",
      authorHandle: null,
      authorPage: null,
    })
    return (await postsRead(vault, rows)).map(({ at }, nth) => [rows[nth]?.id, at]).toSorted()
  }
  expect(await found()).toEqual([["read", expect.any(String)]])
  await say("unread", "authorId", "7")
  await say("unread", "publishedAt", "2025-03-01 08:00")
  await say("read", "authorId", "9")
  expect(await found()).toEqual([["unread", "2025-03-01T00:00:00.000Z"]])
  await say("read", "authorId", null)
  await say("unread", "authorId", null)
  expect(await found()).toEqual([["read", expect.any(String)]])
})

test("posts that lead to the account's page are found by that, where the page has no number", async () => {
  const vault = newVault()
  const kept = async (id: string, authorId: string, authorPage: string) => {
    await sealedCapture(vault, id, id)
    const facts = summaryOf(factsOf({ likes: "9" }))
    await vault.captures.update(id, {
      facts: { ...facts, adapter: "toutiao", pageType: "post", authorId, authorPage },
    })
  }
  await kept("own", "62340001234", "MS4wA")
  await kept("another's", "62340009999", "MS4wB")
  const account = { site: "toutiao", authorId: null, authorHandle: null, authorPage: "MS4wA" }
  expect((await capturesOfAccount(vault, account)).map(({ id }) => id)).toEqual(["own"])
})

test("where a page has no number, its posts are found by the handle, unless two accounts have had it", async () => {
  const vault = newVault()
  const kept = async (id: string, authorId: string | null, authorHandle: string) => {
    await sealedCapture(vault, id, id)
    const facts = summaryOf(factsOf({ likes: "9" }))
    await vault.captures.update(id, {
      facts: { ...facts, adapter: "x", pageType: "thread", authorId, authorHandle },
    })
  }
  const found = async (authorId: string | null) => {
    const account = { site: "x", authorId, authorHandle: "@Lin_Xiaoman", authorPage: null }
    return (await capturesOfAccount(vault, account)).map(({ id }) => id).toSorted()
  }
  await kept("drawn", null, "lin_xiaoman")
  await kept("with data", "7", "Lin_Xiaoman")
  await kept("another's", "8", "zhao_fang")
  expect([await found(null), await found("7")]).toEqual([
    ["drawn", "with data"],
    ["drawn", "with data"],
  ])
  await kept("taken over", "9", "lin_xiaoman")
  expect([await found(null), await found("7")]).toEqual([["drawn"], ["with data"]])
})
