import { createHash } from "node:crypto"
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs"
import path from "node:path"
import zlib from "node:zlib"
import fc from "fast-check"
import JSZip from "jszip"
import { expect, test } from "vitest"
import { zipBlob, type ZipEntry } from "../../../src/core/bundle/zip.ts"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { inScratch, run, save } from "./written.ts"

const AT = "2026-11-22T15:22:01.900Z"

function entry(name: string, content: string | Bytes): ZipEntry {
  const bytes = typeof content === "string" ? utf8(content) : content
  return { name, crc32: zlib.crc32(bytes), bytes: bytes.length, content: new Blob([bytes]) }
}

const bytesOf = async (zip: Blob) => Buffer.from(await zip.arrayBuffer())

/** Name and SHA-256 of every entry, as Python's zipfile reads them; it checks each CRC-32. */
function readByPython(zip: string, folder: string): Record<string, string> {
  const script =
    "import hashlib,json,sys,zipfile\n" +
    "z=zipfile.ZipFile(sys.argv[1])\n" +
    "assert z.testzip() is None\n" +
    "print(json.dumps({i.filename: hashlib.sha256(z.read(i)).hexdigest() for i in z.infolist()}))"
  return JSON.parse(run("python3", ["-c", script, zip], folder).output) as Record<string, string>
}

const segment = fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,11}$/)
const names = fc.array(segment, { minLength: 1, maxLength: 4 }).map(parts => parts.join("/"))
/** Under one top folder each, so that no name is a file here and a folder there. */
const files = fc
  .uniqueArray(fc.tuple(names, fc.uint8Array({ maxLength: 300 })), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 12,
  })
  .map(list => list.map(([name, bytes], index) => entry(`${String(index)}/${name}`, Uint8Array.from(bytes))))
const forced = [
  { size: 0xffff_ffff, count: 0xffff },
  { size: 100, count: 0xffff },
  { size: 0xffff_ffff, count: 3 },
  { size: 0, count: 0 },
]

test("JSZip, unzip, 7-Zip and Python read back any files, with and without Zip64", async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(...forced), async (entries, zip64) => {
      const zip = zipBlob(entries, AT, zip64)
      const expected: Record<string, string> = {}
      for (const { name, content } of entries) {
        const bytes = Buffer.from(await new Blob([content]).arrayBuffer())
        expected[name] = createHash("sha256").update(bytes).digest("hex")
      }
      const byJsZip: Record<string, string> = {}
      const opened = await JSZip.loadAsync(await bytesOf(zip), { checkCRC32: true })
      for (const [name, file] of Object.entries(opened.files).filter(([, { dir }]) => !dir)) {
        byJsZip[name] = createHash("sha256")
          .update(await file.async("uint8array"))
          .digest("hex")
      }
      expect(byJsZip).toEqual(expected)
      await inScratch(async folder => {
        const file = await save({ fileName: "a.zip", zip }, folder)
        expect(readByPython(file, folder)).toEqual(expected)
        expect(run("7zz", ["t", file], folder)).toMatchObject({ status: 0 })
        expect(run("unzip", ["-tq", file], folder)).toMatchObject({ status: 0 })
      })
    }),
    { numRuns: 25 },
  )
}, 60_000)

test("more than 65,535 files are all found again", async () => {
  const many = Array.from({ length: 65_537 }, (_, index) => entry(`d/${String(index)}`, ""))
  await inScratch(async folder => {
    const file = await save({ fileName: "many.zip", zip: zipBlob(many, AT) }, folder)
    expect(run("unzip", ["-tq", file], folder).output).toContain("No errors detected")
    expect(Object.keys(readByPython(file, folder))).toHaveLength(65_537)
  })
}, 60_000)

test("a file of 5 GiB, and one that begins behind it, are listed with their true sizes and read", async () => {
  const size = 5 * 1024 ** 3 + 7
  // The large one is zeros that are never written: the ZIP is made without them, and laid out as a sparse file.
  const large: ZipEntry = { name: "a/large", crc32: 0, bytes: size, content: new Uint8Array(0) }
  const bytes = await bytesOf(zipBlob([large, entry("b/behind", "behind")], AT))
  const headerEnd = 30 + large.name.length + 20
  await inScratch(folder => {
    const file = path.join(folder, "large.zip")
    const handle = openSync(file, "w")
    writeSync(handle, bytes, 0, headerEnd, 0)
    ftruncateSync(handle, headerEnd + size)
    writeSync(handle, bytes, headerEnd, bytes.length - headerEnd, headerEnd + size)
    closeSync(handle)
    const script =
      "import sys,zipfile\n" +
      "z=zipfile.ZipFile(sys.argv[1])\n" +
      "print([(i.filename,i.file_size,i.compress_size) for i in z.infolist()], z.read('b/behind'))"
    expect(run("python3", ["-c", script, file], folder).output).toBe(
      `[('a/large', ${String(size)}, ${String(size)}), ('b/behind', 6, 6)] b'behind'\n`,
    )
    expect(run("unzip", ["-p", file, "b/behind"], folder)).toEqual({ status: 0, output: "behind" })
    expect(run("7zz", ["x", "-so", file, "b/behind"], folder).output).toContain("behind")
  })
})

test("entries stand in the order of their names, whatever order they were given in", async () => {
  const [a, b, c] = [entry("x/B", "1"), entry("x/a", "2"), entry("x/a.b", "3")]
  const one = await bytesOf(zipBlob([a, b, c], AT))
  expect(await bytesOf(zipBlob([c, b, a], AT))).toEqual(one)
  expect(one.indexOf("x/B")).toBeLessThan(one.indexOf("x/a"))
})

test("files are dated in UTC, to two seconds, and a file system may read them", async () => {
  await inScratch(async folder => {
    const file = await save({ fileName: "a.zip", zip: zipBlob([entry("x/y", "")], AT) }, folder)
    const { output } = run("7zz", ["l", "-slt", file], folder)
    expect(output).toContain("Modified = 2026-11-22 15:22:00")
    expect(output).toContain("Method = Store")
    expect(output).toContain("Attributes =  -rw-r--r--")
  })
})

test.each([
  ["1970-01-01T00:00:00Z", "1980-01-01 00:00:00"],
  ["2200-01-01T00:00:00Z", "2107-12-31 23:59:58"],
])("a time that DOS cannot say, %s, becomes the nearest that it can", async (at, shown) => {
  await inScratch(async folder => {
    const file = await save({ fileName: "a.zip", zip: zipBlob([entry("x/y", "")], at) }, folder)
    expect(run("7zz", ["l", "-slt", file], folder).output).toContain(`Modified = ${shown}`)
  })
})

test.each([
  ["a step up", ["x/../y"]],
  ["a step on the spot", ["x/./y"]],
  ["a path from the root", ["/x"]],
  ["a folder entry", ["x/"]],
  ["another alphabet", ["x/帖子"]],
  ["a backslash", ["x\\y"]],
  ["nothing", [""]],
  ["a name given twice", ["x/y", "x/y"]],
  ["names that differ in letter case alone", ["x/y", "x/Y"]],
])("%s is refused as a name", (_what, list) => {
  expect(() =>
    zipBlob(
      list.map(name => entry(name, "")),
      AT,
    ),
  ).toThrow(expect.objectContaining({ code: "input/malformed" }))
})

test.each(["2026-11-22T15:22:01", "yesterday", ""])(
  "the time %j is refused: it has no zone, or is none",
  at => {
    expect(() => zipBlob([], at)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  },
)

test("the ZIP says what it is", () => {
  expect(zipBlob([], AT).type).toBe("application/zip")
})
