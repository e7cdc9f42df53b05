import { expect, test } from "vitest"
import { layerNames } from "../../../src/core/verify/finding.ts"
import { bundleFiles, check, codes, failing, folder, good, zipOf } from "./example.ts"

test("a whole bundle without time stamps is integrity-only, and every layer says why", async () => {
  const result = await check(good())
  expect(failing(result)).toEqual([])
  expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
  expect(result.layers.map(({ layer }) => layer).toSorted()).toEqual([...layerNames].toSorted())
  expect(result.layers.every(({ detail }) => detail.length > 0)).toBe(true)
  const outcomes = Object.fromEntries(result.layers.map(({ layer, outcome }) => [layer, outcome]))
  expect(outcomes).toMatchObject({ time: "none", automation: "none", signature: "pass", extra: "pass" })
})

test("a Zip64 bundle is read", async () => {
  expect(await check(zipOf(bundleFiles(), { zip64: true }))).toMatchObject({ verdict: "integrity-only" })
})

test("a renamed ZIP is no fault, and is said", async () => {
  const renamed = await check(good(), undefined, "证据.zip")
  expect(renamed.verdict).toBe("integrity-only")
  expect(codes(renamed)).toContain("archive/renamed")
  expect(codes(await check(good(), undefined, `${folder}.zip`))).not.toContain("archive/renamed")
})

test("words that a later version may add to a record are no fault of its files", async () => {
  const later = zipOf(
    bundleFiles({
      record: draft => {
        draft.complete = false
        draft.gaps = [{ what: "a-later-gap", reason: "a-later-reason", count: null, where: null }]
        draft.steps = [{ name: "a-later-step", at: "later", ms: 1, outcome: "half", code: "later/code" }]
        draft.somethingLater = { of: "any kind" }
      },
    }),
  )
  expect(await check(later)).toMatchObject({ verdict: "integrity-only", exit: 0 })
})

test("a bundle that never had a verify.html is whole without it", async () => {
  const earlier = zipOf(
    bundleFiles({
      tags: files => {
        files.delete("verify.html")
      },
    }),
  )
  expect(await check(earlier)).toMatchObject({ verdict: "integrity-only", exit: 0 })
})
