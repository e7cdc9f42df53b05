/** Cases: nobody has to decide about one; what is filed elsewhere is the same evidence, and custody says nothing of it. */
import "fake-indexeddb/auto"
import { Dexie } from "dexie"
import { describe, expect, test } from "vitest"
import { asCaseName, DEFAULT_CASE } from "../../../src/core/cases.ts"
import { caseIdOf } from "../../../src/vault/case-row.ts"
import { allCases, currentCase, placesInCases } from "../../../src/vault/read-cases.ts"
import { captureById } from "../../../src/vault/read.ts"
import { Vault } from "../../../src/vault/schema.ts"
import {
  chooseCase,
  makeCase,
  moveToCase,
  renameCase,
  setAside,
  setCaseArchived,
} from "../../../src/vault/write-cases.ts"
import { at, custodyOf, draftOf, later, newVault, sealedCapture } from "./rows.ts"

const made = (vault: Vault, id: string) => makeCase(vault, { id, name: `案件 ${id}`, created: at })

test("a vault in which nothing was decided has one case, open, without a name and without a row", async () => {
  const vault = newVault()
  await sealedCapture(vault, "a")
  const [only, ...others] = await allCases(vault)
  expect(only).toMatchObject({ id: DEFAULT_CASE, number: 1, name: null, archived: null })
  expect([others, await vault.cases.count()]).toEqual([[], 0])
  expect((await currentCase(vault)).id).toBe(DEFAULT_CASE)
  expect([...(await placesInCases(vault))]).toEqual([])
})

test("captures of before there were cases are in the default one, and their rows are as they were", async () => {
  const name = `before-${crypto.randomUUID()}`
  const old = new Dexie(name)
  old.version(4).stores({
    ...{ captures: "id, item, state, url, trashedAt", artifacts: "[captureId+path], captureId, sha256" },
    ...{ blobs: "sha256", log: "[captureId+seq], captureId", custody: "seq", exports: "id, at", keys: "id" },
    ...{ counters: "name", stamps: "id, of, state, digest", settings: "name", plans: "export, *own" },
    ...{ recipients: "id", checks: "id", imports: "id, of, file" },
  })
  await old.table("captures").add({ ...draftOf("a"), item: 1, state: "sealed" })
  old.close()
  const vault = new Vault(name)
  const row = await captureById(vault, "a")
  expect(row && caseIdOf(row)).toBe(DEFAULT_CASE)
  expect(row).not.toHaveProperty("case")
})

test("numbers count on from the default case's, and are given once", async () => {
  const vault = newVault()
  await made(vault, "x")
  await setCaseArchived(vault, "x", later)
  await made(vault, "y")
  expect((await allCases(vault)).map(({ id, number }) => [id, number])).toEqual([
    [DEFAULT_CASE, 1],
    ["x", 2],
    ["y", 3],
  ])
})

test("two that are made at once have two numbers", async () => {
  const vault = newVault()
  await Promise.all(["x", "y", "z"].map(id => made(vault, id)))
  expect(new Set((await allCases(vault)).map(({ number }) => number)).size).toBe(4)
})

test("a name is the user's own, the default case's too, and the number stays", async () => {
  const vault = newVault()
  await made(vault, "x")
  await renameCase(vault, "x", "张某")
  await renameCase(vault, DEFAULT_CASE, "其他")
  expect((await allCases(vault)).map(({ number, name }) => [number, name])).toEqual([
    [1, "其他"],
    [2, "张某"],
  ])
})

describe("the current case", () => {
  test("is the one that was chosen", async () => {
    const vault = newVault()
    await made(vault, "x")
    await chooseCase(vault, "x")
    expect((await currentCase(vault)).id).toBe("x")
  })

  test("is the default one again once the chosen one is put away, and stays that when it is taken out", async () => {
    const vault = newVault()
    await made(vault, "x")
    await chooseCase(vault, "x")
    await setCaseArchived(vault, "x", later)
    expect((await currentCase(vault)).id).toBe(DEFAULT_CASE)
    await setCaseArchived(vault, "x", null)
    expect((await currentCase(vault)).id).toBe(DEFAULT_CASE)
  })
})

describe("moving", () => {
  test("files captures elsewhere, and changes nothing else of them, nor the log", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await sealedCapture(vault, "b")
    await made(vault, "x")
    const [before, lines] = [await captureById(vault, "a"), await custodyOf(vault)]
    await moveToCase(vault, ["a"], "x")
    expect([...(await placesInCases(vault))]).toEqual([["a", "x"]])
    expect(await captureById(vault, "a")).toEqual({ ...before, case: "x" })
    await moveToCase(vault, ["a"], DEFAULT_CASE)
    const back = await captureById(vault, "a")
    expect([back && caseIdOf(back), [...(await placesInCases(vault)).values()]]).toEqual([DEFAULT_CASE, []])
    expect(await custodyOf(vault)).toEqual(lines)
  })

  test("is of all or of none", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await made(vault, "x")
    await expect(moveToCase(vault, ["a", "gone"], "x")).rejects.toMatchObject({ code: "vault/missing" })
    expect([...(await placesInCases(vault))]).toEqual([])
  })
})

test("what is not complained of is kept with the item, can be taken back, and is no line of the log", async () => {
  const vault = newVault()
  await sealedCapture(vault, "a")
  const [before, lines] = [await captureById(vault, "a"), await custodyOf(vault)]
  await setAside(vault, "a", true)
  expect(await captureById(vault, "a")).toEqual({ ...before, aside: true })
  await setAside(vault, "a", false)
  expect((await captureById(vault, "a"))?.aside).toBe(false)
  expect(await custodyOf(vault)).toEqual(lines)
})

describe("refused is", () => {
  test.each<[string, (vault: Vault) => Promise<unknown>]>([
    ["a name for a case that is not there", vault => renameCase(vault, "gone", "a")],
    ["choosing a case that is not there", vault => chooseCase(vault, "gone")],
    ["choosing a case that was put away", vault => chooseCase(vault, "old")],
    ["moving into a case that was put away", vault => moveToCase(vault, ["a"], "old")],
    ["moving into a case that is not there", vault => moveToCase(vault, ["a"], "gone")],
    ["setting aside what is no capture", vault => setAside(vault, "gone", true)],
    ["putting the default case away", vault => setCaseArchived(vault, DEFAULT_CASE, later)],
  ])("%s", async (_what, ask) => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await made(vault, "old")
    await setCaseArchived(vault, "old", later)
    await expect(ask(vault)).rejects.toMatchObject({ code: "vault/missing" })
    expect((await currentCase(vault)).id).toBe(DEFAULT_CASE)
  })

  test.each(["", "  \n", "案".repeat(81), 7, null])("%j as a name", name => {
    expect(() => asCaseName(name)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  })
})

test("a name is on one line, without the space around it", () => {
  expect(asCaseName("  张某\n 侵权 ")).toBe("张某 侵权")
})
