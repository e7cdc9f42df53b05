/** SM3 left out, as the command line may be asked: never a pass for what was not compared, and nothing else less checked. */
import { expect, test } from "vitest"
import { withoutSm3 } from "../../../src/cli/hashes.ts"
import { defaultOptions, verifyBundle } from "../../../src/core/verify/verify.ts"
import { check, good, sourceOf } from "./example.ts"
import { FRAME, LOG, RECORD, flip, relistedTags, remove } from "./tamper.ts"

const without = (bytes: Buffer) => verifyBundle(sourceOf(bytes), withoutSm3, defaultOptions)

const filesOf = async (bytes: Buffer) => (await without(bytes)).layers.find(({ layer }) => layer === "files")

const notChecked = { code: "files/sm3-not-checked", facts: {} }

test("the files of a good bundle are called not checked, and the rest is as with SM3", async () => {
  // Signed anew each time: one and the same for all three.
  const bytes = good()
  const [files, result, full] = [await filesOf(bytes), await without(bytes), await check(bytes)]
  expect(files).toMatchObject({ outcome: "unknown" })
  expect(files?.detail).toContainEqual(notChecked)
  const rest = ({ layers }: typeof result) => layers.filter(({ layer }) => layer !== "files")
  expect({ ...result, layers: rest(result) }).toEqual({ ...full, layers: rest(full) })
})

test("with SM3, nothing is said of it", async () => {
  expect((await check(good())).layers.flatMap(({ detail }) => detail)).not.toContainEqual(notChecked)
})

test.each([
  ["a frame", flip(FRAME, 5)],
  ["a record", flip(RECORD)],
  ["the log", flip(LOG)],
  ["a missing file", remove(FRAME)],
])("%s that SHA-256 or the lists find is found", async (_name, bytes) => {
  expect(await without(bytes())).toMatchObject({ verdict: "damaged", exit: 1 })
})

test("a list of SM3 values that do not fit is found with SM3 alone, and a line less in it without", async () => {
  const listed = (change: (text: string) => string) =>
    relistedTags(files => {
      const text = files.get("manifest-sm3.txt")?.toString() ?? ""
      files.set("manifest-sm3.txt", Buffer.from(change(text)))
    })()
  const other = listed(text => text.replace(/^./, digit => (digit === "0" ? "1" : "0")))
  expect((await check(other)).verdict).toBe("damaged")
  expect(await filesOf(other)).toMatchObject({ outcome: "unknown" })
  expect((await without(listed(text => text.replace(/^.*\n/, "")))).verdict).toBe("damaged")
})

test("a changed frame is named in the layer, beside what was not checked", async () => {
  const files = await filesOf(flip(FRAME, 5)())
  expect(files).toMatchObject({ outcome: "fail" })
  expect(files?.detail).toContainEqual({ code: "files/changed", facts: { path: FRAME, algorithm: "sha256" } })
  expect(files?.detail).toContainEqual(notChecked)
})
