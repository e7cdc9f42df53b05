import { expect, test } from "vitest"
import { bundleFiles, check, entriesOf, folder, zipOf } from "./example.ts"
import { FRAME, type Row, areFound, entry, extraEntry } from "./tamper.ts"
import { type Entry, type ZipShape, zip } from "./zip.ts"

const allEntries =
  (change: Partial<Entry>, shape: ZipShape = {}) =>
  (): Buffer =>
    zip(
      entriesOf(bundleFiles()).map(one => ({ ...one, ...change })),
      shape,
    )

const archives: Row[] = [
  ["a second entry of one name", extraEntry(`${folder}/verify.txt`), "damaged", ["archive"]],
  ["a name that differs in letter case", extraEntry(`${folder}/VERIFY.txt`), "damaged", ["archive"]],
  ["a folder that differs in letter case", extraEntry(`${folder}/Data/x`), "damaged", ["archive"]],
  [
    "an entry in the directory alone",
    extraEntry(`${folder}/x`, { onlyInDirectory: true }),
    "damaged",
    ["archive"],
  ],
  ["an entry outside the directory", extraEntry(`${folder}/x`, { onlyLocal: true }), "damaged", ["archive"]],
  ["bytes after the ZIP", () => zipOf(bundleFiles(), { after: Buffer.from("x") }), "damaged", ["archive"]],
  ["a ZIP comment", () => zipOf(bundleFiles(), { comment: "hello" }), "damaged", ["archive"]],
  [
    "bytes in front, offsets right",
    () => zipOf(bundleFiles(), { before: Buffer.from("#!/bin/sh\n") }),
    "damaged",
    ["archive"],
  ],
  [
    "bytes in front, offsets left",
    () => Buffer.concat([Buffer.from("%PDF-1.7\n"), zipOf(bundleFiles())]),
    "damaged",
    ["archive"],
  ],
  [
    "another ZIP in front",
    () => Buffer.concat([zipOf(bundleFiles()), zipOf(bundleFiles())]),
    "damaged",
    ["archive"],
  ],
  [
    "a PDF after it",
    () => zipOf(bundleFiles(), { after: Buffer.from("%PDF-1.7\n%%EOF") }),
    "damaged",
    ["archive"],
  ],
  ["a compressed entry", entry(FRAME, one => ({ ...one, method: 8 })), "damaged", ["archive"]],
  [
    "a bomb",
    extraEntry(`${folder}/data/e001/x`, { method: 8, data: Buffer.alloc(50_000_000) }),
    "damaged",
    ["archive"],
  ],
  ["the flag of encryption", entry(FRAME, one => ({ ...one, flags: 1 })), "damaged", ["archive"]],
  ["a data descriptor", entry(FRAME, one => ({ ...one, flags: 8 })), "damaged", ["archive"]],
  ["a size that is too small", entry(FRAME, one => ({ ...one, size: 3 })), "damaged", ["archive"]],
  ["a size that is too large", entry(FRAME, one => ({ ...one, size: 4_000 })), "damaged", ["archive"]],
  ["a size of 4 GB", entry(FRAME, one => ({ ...one, size: 0xfffffffe })), "damaged", ["archive"]],
  [
    "a size that lies in the local header",
    entry(FRAME, one => ({ ...one, localSize: 3 })),
    "damaged",
    ["archive"],
  ],
  ["a wrong CRC-32", entry(FRAME, one => ({ ...one, crc: 1 })), "damaged", ["archive"]],
  [
    "another name in the local header",
    entry(FRAME, one => ({ ...one, localName: one.name.replace("0000", "0007") })),
    "damaged",
    ["archive"],
  ],
  [
    "an extra field in the local header",
    entry(FRAME, one => ({ ...one, localExtra: Buffer.from("UT\x01\x00x", "latin1") })),
    "damaged",
    ["archive"],
  ],
  ["a comment on an entry", entry(FRAME, one => ({ ...one, comment: "x" })), "damaged", ["archive"]],
  ["a symbolic link", entry(FRAME, one => ({ ...one, external: 0xa1ff0000 })), "damaged", ["archive"]],
  ["a socket", entry(FRAME, one => ({ ...one, external: 0xc1a40000 })), "damaged", ["archive"]],
  ["files that their own reader may not read", allEntries({ external: 0x80000000 }), "damaged", ["archive"]],
  ["files without permissions", allEntries({ external: 0 }), "damaged", ["archive"]],
  ["volume labels, as DOS has them", allEntries({ external: 0x08 }, { host: 0 }), "damaged", ["archive"]],
  ["files of VMS", allEntries({}, { host: 2 }), "damaged", ["archive"]],
  [
    "an entry that asks for a newer unzip",
    entry(FRAME, one => ({ ...one, version: 51 })),
    "damaged",
    ["archive"],
  ],
  [
    "an entry that asks for an unzip of VMS",
    entry(FRAME, one => ({ ...one, version: 0x0214 })),
    "damaged",
    ["archive"],
  ],
  ["an entry for a folder", extraEntry(`${folder}/data/`, { data: Buffer.alloc(0) }), "damaged", ["archive"]],
  ["a step up", extraEntry(`${folder}/../x`), "damaged", ["archive"]],
  ["a step on the spot", extraEntry(`${folder}/./x`), "damaged", ["archive"]],
  ["an absolute name", extraEntry("/etc/passwd"), "damaged", ["archive"]],
  ["a backslash", extraEntry(`${folder}\\x`), "damaged", ["archive"]],
  ["a drive letter", extraEntry("C:/x"), "damaged", ["archive"]],
  ["a name that is not ASCII", extraEntry(`${folder}/\u00e9`), "damaged", ["archive"]],
  ["a name with a line break", extraEntry(`${folder}/a\nb`), "damaged", ["archive"]],
  ["an empty name", extraEntry(""), "damaged", ["archive"]],
  ["a second top folder", extraEntry("other/x"), "damaged", ["archive"]],
  ["a file beside the folder", extraEntry("x.txt"), "damaged", ["archive"]],
  ["a file that is also a folder", extraEntry(`${folder}/verify.txt/x`), "damaged", ["archive"]],
  ["a count that lies", () => zipOf(bundleFiles(), { entries: 5 }), "damaged", ["archive"]],
  ["another folder name", () => zip(entriesOf(bundleFiles(), "evidence")), "damaged", ["bag"]],
]

const strangers: Row[] = [
  ["an empty file", () => Buffer.alloc(0), "cannot-tell", []],
  ["a text", () => Buffer.from("hello"), "cannot-tell", []],
  ["a PDF", () => Buffer.from("%PDF-1.7 and so on and on and on"), "cannot-tell", []],
  ["an empty ZIP", () => zip([]), "cannot-tell", []],
  [
    "somebody else's ZIP",
    () => zip([{ name: "word/document.xml", data: Buffer.from("x"), method: 8 }]),
    "cannot-tell",
    [],
  ],
  [
    "a bag that is not ours",
    () => zip([{ name: "bag/bag-info.txt", data: Buffer.from("Bagging-Date: 2026-01-01\n") }]),
    "cannot-tell",
    [],
  ],
]

areFound([...archives, ...strangers])

const lengths = Array.from({ length: 20 }, (_, index) => index)
test.each(lengths)("a bundle cut off at %i twentieths is never sound", async part => {
  const whole = zipOf(bundleFiles())
  const result = await check(whole.subarray(0, Math.floor((whole.length * part) / 20)))
  expect(result.verdict).toBe(part === 0 ? "cannot-tell" : "damaged")
})

test.each<[string, Partial<Entry>, ZipShape]>([
  ["on DOS, without attributes", { external: 0 }, { host: 0 }],
  ["on DOS, as archived files", { external: 0x20 }, { host: 0 }],
  ["by Python, for its owner alone", { external: 0o600 * 0x10000 }, {}],
  ["for a reader of version 1.0", { version: 10 }, {}],
])("the same files packed %s are whole", async (_how, change, shape) => {
  const result = await check(allEntries(change, shape)())
  expect(result.verdict).toBe("integrity-only")
})
