import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { artifactsOf, countCaptures, watch } from "../../../src/vault/read.ts"
import { addToCapture, beginCapture } from "../../../src/vault/write.ts"
import { eventually } from "../eventually.ts"
import { draftOf, fileOf, newVault } from "./rows.ts"

const WRITES = 40

test("what is followed while a capture writes is asked seldom, and ends with what was written last", async () => {
  const vault = newVault()
  await beginCapture(vault, draftOf("a"), [], [])
  let asked = 0
  const seen: number[] = []
  const stop = watch(
    async () => {
      asked += 1
      // Two questions one after the other: both have to be followed.
      const { running } = await countCaptures(vault)
      return running + (await artifactsOf(vault, "a")).length
    },
    value => {
      seen.push(value)
    },
    thrown => {
      throw thrown
    },
  )
  await eventually(() => {
    expect(seen).toHaveLength(1)
  })
  const [first = NaN] = seen
  for (let n = 1; n <= WRITES; n++)
    await addToCapture(vault, "a", { files: [fileOf("a", `frames/${String(n)}.png`, "")] })
  await eventually(() => {
    expect(seen.at(-1)).toBe(first + WRITES)
  })
  expect(asked).toBeLessThan(WRITES / 2)
  stop()
})
