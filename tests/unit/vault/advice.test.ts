/** What the user said of suggestions for an item: kept with it, in no log, and gone with it. And what bears on an item besides. */
import "fake-indexeddb/auto"
import { describe, expect, test } from "vitest"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { adviceOf, captureById } from "../../../src/vault/read.ts"
import { groundOfCase } from "../../../src/vault/read-ground.ts"
import { relatedTo } from "../../../src/vault/read-posts.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { keepCorrection } from "../../../src/vault/write-corrections.ts"
import { keepAdvice } from "../../../src/vault/write-advice.ts"
import { makeCase } from "../../../src/vault/write-cases.ts"
import { custodyOf, later, newVault, sealedCapture } from "./rows.ts"

test("the newest word stands, and custody has no line of it", async () => {
  const vault = newVault()
  await sealedCapture(vault, "a", "text")
  const lines = (await custodyOf(vault)).length
  await keepAdvice(vault, { of: "a", name: "loss", state: "done" })
  await keepAdvice(vault, { of: "a", name: "loss", state: "dismissed" })
  await keepAdvice(vault, { of: "a", name: "context", state: "done" })
  expect((await adviceOf(vault, "a")).map(({ name, state }) => [name, state])).toEqual([
    ["context", "done"],
    ["loss", "dismissed"],
  ])
  expect((await custodyOf(vault)).length).toBe(lines)
})

test("nothing is kept of an item in the trash, and with its item it goes for good", async () => {
  const vault = newVault()
  await sealedCapture(vault, "a", "text")
  await keepAdvice(vault, { of: "a", name: "loss", state: "done" })
  await setTrashed(vault, "a", later, true)
  await expect(keepAdvice(vault, { of: "a", name: "loss", state: "open" })).rejects.toMatchObject({
    code: "vault/missing",
  })
  await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
  expect(await vault.advice.count()).toBe(0)
})

test("of a case it is kept too, and of none that there is not", async () => {
  const vault = newVault()
  await makeCase(vault, { id: "shop", name: "面馆", created: later })
  await keepAdvice(vault, { of: "shop", name: "loss", state: "dismissed" })
  await keepAdvice(vault, { of: DEFAULT_CASE, name: "loss", state: "done" })
  expect((await groundOfCase(vault, "shop")).said).toEqual(new Map([["loss", "dismissed"]]))
  expect((await groundOfCase(vault, DEFAULT_CASE)).said).toEqual(new Map([["loss", "done"]]))
  await expect(keepAdvice(vault, { of: "none", name: "loss", state: "open" })).rejects.toMatchObject({
    code: "vault/missing",
  })
})

describe("what bears on an item", () => {
  test("is of the author whom the user told, or who has the same handle on the same site", async () => {
    const vault = newVault()
    const facts = (adapter: string, authorId: string | null, authorHandle: string | null) =>
      ({ adapter, pageType: "profile", authorId, authorHandle, permalink: null }) as PostSummary
    for (const [id, read] of [
      ["post", facts("weibo", null, null)],
      ["profile", facts("weibo", "501", null)],
      ["elsewhere", facts("zhihu", "501", null)],
      ["drawn", facts("x", null, "lin_xiaoman")],
      ["with data", facts("x", "7", "Lin_Xiaoman")],
      ["of reddit", facts("reddit", null, "lin_xiaoman")],
    ] as const) {
      await sealedCapture(vault, id, id)
      await vault.captures.update(id, { facts: read, url: `https://${id.replace(" ", "-")}.example/` })
    }
    await keepCorrection(vault, "c1", "post", { field: "authorId", value: "501", source: "user", at: later })
    const ids = async (id: string) => {
      const row = (await captureById(vault, id)) ?? expect.unreachable()
      const { ofAuthor, told } = await relatedTo(vault, row)
      return [ofAuthor.map(each => each.id), told.get(id)]
    }
    expect(await ids("post")).toEqual([["profile"], "501"])
    expect(await ids("profile")).toEqual([["post"], undefined])
    expect(await ids("drawn")).toEqual([["with data"], undefined])
  })

  test("is of the same author's id or the same post, sealed and outside the trash, and never the item itself", async () => {
    const vault = newVault()
    const by = (authorId: string | null) => ({
      facts: { authorId, authorHandle: null, permalink: null } as PostSummary,
    })
    const post = (adapter: string) =>
      ({
        adapter,
        authorId: null,
        authorHandle: null,
        permalink: `https://${adapter}.example/p`,
      }) as PostSummary
    const rows = [
      ["a", by("501")],
      ["b", by("501")],
      ["c", { ...by("502"), url: "https://other.example/" }],
      ["d", { ...by(null), url: "https://other.example/" }],
      ["e", by("501")],
      ["f", { url: "https://www.zhihu.com/question/1/answer/2?utm=a", facts: post("zhihu") }],
      ["g", { url: "https://www.zhihu.com/question/1/answer/2", facts: post("zhihu") }],
      ["h", { url: "https://forum.example/?id=1", facts: post("generic") }],
      ["i", { url: "https://forum.example/?id=2", facts: post("generic") }],
    ] as const
    for (const [id, different] of rows) {
      await sealedCapture(vault, id, id)
      await vault.captures.update(id, different)
    }
    await setTrashed(vault, "e", later, true)
    const ids = async (id: string) => {
      const row = (await captureById(vault, id)) ?? expect.unreachable()
      const { ofAuthor, ofPost } = await relatedTo(vault, row)
      return [ofAuthor, ofPost].map(found => found.map(each => each.id))
    }
    expect(await ids("a")).toEqual([["b"], ["b"]])
    expect(await ids("c")).toEqual([[], ["d"]])
    expect(await ids("d")).toEqual([[], ["c"]])
    expect(await ids("f")).toEqual([[], ["g"]])
    expect(await ids("h")).toEqual([[], []])
  })
})
