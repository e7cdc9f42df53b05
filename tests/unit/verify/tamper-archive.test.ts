import { expect, test } from "vitest"
import { bundleFiles, check, entriesOf, folder, zipOf } from "./example.ts"
import { FRAME, type Row, areFound, entry, extraEntry } from "./tamper.ts"
import { zip } from "./zip.ts"

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
