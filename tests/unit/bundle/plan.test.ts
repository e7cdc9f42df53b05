/** A bundle written again from its plan: the same folder, with only proofs/ grown. */
import { readdirSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type MadeBundle, makeBundle } from "../../../src/core/bundle/bundle.ts"
import { type BundlePlan, grownBundle, missingFrom, parsePlan } from "../../../src/core/bundle/plan.ts"
import { type OuterStamp } from "../../../src/core/bundle/snapshot.ts"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { exampleSnapshot, exampleWords, fakeSign } from "./example.ts"
import { inScratch, run, unpack } from "./written.ts"

const held: { made?: MadeBundle } = {}
const made = () => held.made ?? expect.unreachable("made before the tests")
beforeAll(async () => {
  held.made = await makeBundle(exampleSnapshot(), exampleWords, fakeSign)
})
afterAll(() => {
  delete held.made
})

const plan = (): BundlePlan => ({
  folder: made().folder,
  at: exampleSnapshot().at,
  files: made().files.map(({ path, sha256, crc32, bytes }) => ({ path, sha256, crc32, bytes })),
})

const stored = (path: string): Blob => {
  const content = made().files.find(file => file.path === path)?.content ?? expect.unreachable(path)
  return content instanceof Blob ? content : new Blob([content])
}

const stamp = (authority: string): OuterStamp => ({
  authority,
  query: utf8("a request"),
  reply: utf8("a reply"),
  certificates: [utf8("a certificate")],
})

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())

test("without a further stamp it is the same ZIP, to the byte", async () => {
  const again = await grownBundle(plan(), [], ({ path }) => Promise.resolve(stored(path)))
  expect(await bytesOf(again.zip)).toEqual(await bytesOf(made().zip))
})

test("with one, three files of proofs/ are all that outside tools find new", async () => {
  const grown = await grownBundle(plan(), [stamp("tsa.example")], ({ path }) => Promise.resolve(stored(path)))
  expect(grown.fileName).toBe(`${made().folder}-stamped.zip`)
  await inScratch(async one =>
    inScratch(async two => {
      const before = await unpack(made(), one)
      await unpack(grown, two)
      const after = `${two}/${made().folder}`
      expect(readdirSync(two)).toEqual([made().folder, grown.fileName])
      const { output } = run("diff", ["-rq", before, after], one)
      expect(output.trim().split("\n")).toEqual(
        [
          "tsa.example-chain.pem",
          "tagmanifest-sha256.txt.tsa.example.tsq",
          "tagmanifest-sha256.txt.tsa.example.tsr",
        ]
          .sort()
          .map(name => `Only in ${after}/proofs: ${name}`),
      )
    }),
  )
})

test("a stamp that the bundle holds already is not missing from it", async () => {
  const grown = await grownBundle(plan(), [stamp("one.example")], ({ path }) => Promise.resolve(stored(path)))
  expect(grown.zip.size).toBeGreaterThan(made().zip.size)
  const held = { ...plan(), files: [...plan().files, file("proofs/tagmanifest-sha256.txt.one.example.tsr")] }
  const wanted = [{ authority: "one.example" }, { authority: "two.example" }]
  expect(missingFrom(held, wanted)).toEqual([{ authority: "two.example" }])
  expect(missingFrom(plan(), wanted)).toEqual(wanted)
})

const file = (path: string) => ({ ...(plan().files[0] ?? expect.unreachable("no file")), path })

test("a plan survives the vault as it was", () => {
  expect(parsePlan(JSON.parse(JSON.stringify(plan())))).toEqual(plan())
})

test.each([
  ["nothing", null],
  ["a text", "plan"],
  ["no files", { folder: "x", at: "y" }],
  ["a hash that is none", { folder: "x", at: "y", files: [{ path: "a", sha256: "b", crc32: 1, bytes: 1 }] }],
])("%s is refused as a plan", (_name, value) => {
  expect(() => parsePlan(value)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})
