/** A bundle as the product made it, changed by someone else's tools: the verifier says so, and where. */
import { execFileSync } from "node:child_process"
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Bundle, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/post": tallPage("A post", 1500) })
afterAll(() => site.close())
const browser = installed()
const held: { bundle?: Bundle } = {}
const bundle = () => held.bundle ?? expect.unreachable("exported before the tests")

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  await keep(browser.driven, page)
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

/** Copies the ZIP entry by entry, with true checksums, by Python's zipfile; `change` sees `name` (in the folder) and `data`. */
function repacked(change: string): string {
  const target = copyPlace()
  const program = `
import sys, zipfile
source, target = sys.argv[1:]
folder = source.rsplit("/", 1)[1][:-4] + "/"
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
    entries = [(info.filename[len(folder):], old.read(info)) for info in old.infolist()]
    def changed(entries):
        for name, data in entries:
            ${change}
            yield name, data
    for name, data in sorted(changed(entries)):
        info = zipfile.ZipInfo(folder + name, (1980, 1, 1, 0, 0, 0))
        new.writestr(info, data)
`
  execFileSync("python3", ["-c", program, bundle().zip, target])
  return target
}

/** A copy in a folder of its own, under the same name: another name is a finding by itself. */
function copyPlace(): string {
  const folder = join(browser.place.folder, `copy-${crypto.randomUUID()}`)
  mkdirSync(folder)
  return join(folder, basename(bundle().zip))
}

function copied(): string {
  const target = copyPlace()
  copyFileSync(bundle().zip, target)
  return target
}

test("repacked without a change, it is still what it was", () => {
  const { status, result, faults } = verify(repacked("pass"))
  expect({ status, verdict: result.verdict, faults }).toEqual({
    status: 0,
    verdict: "integrity-only",
    faults: [],
  })
})

const picture = "data/e001/frames/0000.png"
const oneByte = "data = data[:100] + bytes([data[100] ^ 1]) + data[101:]"

test.each([
  ["one bit of a screenshot flipped", `if name == "${picture}": ${oneByte}`, "files: files/changed"],
  [
    "one bit of capture.json flipped",
    `if name == "data/e001/capture.json": ${oneByte}`,
    "files: files/changed",
  ],
  ["one bit of a paper flipped", `if name == "00-readme.html": ${oneByte}`, "tag-files: files/changed"],
  ["a screenshot taken out", `if name == "${picture}": continue`, "missing: missing/file"],
  [
    "a file added to an item",
    `if name == "${picture}": yield "data/e001/more.txt", b"x"`,
    "extra: extra/file",
  ],
  ["a file added at the top", `if name == "bagit.txt": yield "02-report.txt", b"x"`, "extra: extra/file"],
  [
    "a file renamed",
    `if name == "data/e001/text.txt": name = "data/e001/words.txt"`,
    "extra: extra/file",
    "missing: missing/file",
  ],
  [
    "a line cut off the end of the custody log",
    `if name == "data/custody.jsonl": data = data[:data[:-1].rindex(b"\\n") + 1]`,
    "files: files/changed",
    "head: head/differs",
  ],
  [
    "one bit of the signature flipped",
    `if name.endswith(".sig"): data = data[:-1] + bytes([data[-1] ^ 1])`,
    "signature: signature/invalid",
  ],
  ["the signature taken out", `if name.endswith(".sig"): continue`, "signature: signature/missing"],
])("%s: damaged, and the layer says where", (_what, change, ...wanted) => {
  const { status, result, faults } = verify(repacked(change))
  expect({ status, verdict: result.verdict }).toEqual({ status: 1, verdict: "damaged" })
  expect(faults).toEqual(expect.arrayContaining(wanted))
})

test("one bit flipped in the ZIP itself, inside a screenshot: the archive's own checksum finds it", () => {
  const target = copied()
  const bytes = readFileSync(target)
  const at = bytes.indexOf("IDAT") + 200
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(target, bytes)
  const { status, result, faults } = verify(target)
  expect({ status, verdict: result.verdict }).toEqual({ status: 1, verdict: "damaged" })
  expect(faults[0]).toMatch(/^archive: archive\/content$/)
})

test("a download that broke off: damaged", () => {
  const target = copied()
  truncateSync(target, Math.floor(readFileSync(target).length / 2))
  expect(verify(target)).toMatchObject({ status: 1, result: { verdict: "damaged" } })
})

test.each([
  ["a text file", "holdfast\n"],
  ["an empty file", ""],
])("%s under the bundle's name: cannot tell", (_what, content) => {
  const target = copyPlace()
  writeFileSync(target, content)
  expect(verify(target)).toMatchObject({ status: 2, result: { verdict: "cannot-tell" } })
})
