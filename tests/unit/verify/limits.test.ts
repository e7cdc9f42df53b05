import { expect, test } from "vitest"
import type { ByteSource } from "../../../src/core/verify/source.ts"
import { verifyBundle } from "../../../src/core/verify/verify.ts"
import { nodeHashes } from "../../../src/cli/hashes.ts"
import { bundleFiles, check, codes, good, json, newKey, sourceOf, zipOf } from "./example.ts"

const enough = { entries: 1_000, itemBytes: 1_000_000 }

test("more entries than the limit are refused", async () => {
  const result = await check(good(), { ...enough, entries: 19 })
  expect(result.verdict).toBe("damaged")
  expect(codes(result)).toContain("archive/too-many-entries")
  expect((await check(good(), { ...enough, entries: bundleFiles().size })).verdict).toBe("integrity-only")
})

test("an item with more bytes than the limit is refused, and the total has none", async () => {
  const files = bundleFiles()
  const bytesOf = (item: string) =>
    [...files]
      .filter(([path]) => path.startsWith(`data/${item}/`))
      .reduce((sum, [, data]) => sum + data.length, 0)
  const largest = Math.max(bytesOf("e001"), bytesOf("e003"))
  expect((await check(good(), { ...enough, itemBytes: largest })).verdict).toBe("integrity-only")
  const result = await check(good(), { ...enough, itemBytes: largest - 1 })
  expect(codes(result)).toContain("archive/item-too-large")
})

test("a medium that fails while it is read gives no verdict, at any point", async () => {
  const whole = sourceOf(good())
  let all = 0
  const counting: ByteSource = {
    size: whole.size,
    read: (offset, length) => {
      all++
      return whole.read(offset, length)
    },
  }
  expect((await verifyBundle(counting, nodeHashes)).exit).toBe(0)
  expect(all).toBeGreaterThan(20)
  for (let reads = 0; reads < all; reads += 1 + Math.floor(reads / 4)) {
    let left = reads
    const failing: ByteSource = {
      size: whole.size,
      read: (offset, length) =>
        left-- > 0 ? whole.read(offset, length) : Promise.reject(new Error("EIO: input/output error")),
    }
    const result = await verifyBundle(failing, nodeHashes)
    expect({ reads, verdict: result.verdict, exit: result.exit }).toEqual({
      reads,
      verdict: "cannot-tell",
      exit: 2,
    })
    expect(codes(result)).toContain("archive/unreadable")
  }
})

test("a bundle remade as a whole with another key matches its own list, and no more is said", async () => {
  const result = await check(zipOf(bundleFiles({ key: newKey() })))
  expect(result.verdict).toBe("integrity-only")
})

test.each([
  ["yes", "warn", "automation/yes"],
  ["unknown", "unknown", "automation/unknown"],
  ["no", "none", "automation/no"],
])("automation %s is told", async (value, outcome, code) => {
  const result = await check(
    zipOf(
      bundleFiles({
        record: draft => Object.assign(draft.environment as object, { automation: { value, basis: "test" } }),
      }),
    ),
  )
  expect(result.verdict).toBe("integrity-only")
  const layer = result.layers.find(({ layer }) => layer === "automation")
  expect(layer).toMatchObject({ outcome })
  expect(layer?.detail.map(found => found.code)).toContain(code)
})

test("what the format reserves for later may stand there", async () => {
  const result = await check(
    zipOf(
      bundleFiles({
        payload: files => {
          files.set("data/people.json", json({}))
        },
      }),
    ),
  )
  expect(result.verdict).toBe("integrity-only")
})
