/** Attacks on the ZIP: two tools that read it must not see two different bundles. */
import { entriesOf, folder } from "../verify/example.ts"
import { type Entry, zip } from "../verify/zip.ts"
import type { Tool } from "./outside.ts"
import { type Rung, packed } from "./rung.ts"
import { FRAME } from "./victim.ts"

const refused = (outside: readonly Tool[], note = "") =>
  ({ verdict: "damaged", layers: ["archive"], outside, note }) as const
/** Names as UTF-8: the writer under these tests takes one character for a byte. */
const utf8Name = (path: string): string => Buffer.from(`${folder}/${path}`).toString("latin1")
const more = (path: string, entry: Partial<Entry> = {}) =>
  packed(list => [...list, { name: utf8Name(path), data: Buffer.from("other"), ...entry }])
const UTF8_FLAG = 0x0800
const COMPOSED = "data/e001/caf\u00e9.txt"
const DECOMPOSED = "data/e001/cafe\u0301.txt"
const MEANT = "another tool may show other files; ours lets in nothing that it would not write"

export const archives: readonly Rung[] = [
  {
    attack: "two entries of one name, the second changed",
    make: packed(list => list.flatMap(twice)),
    ...refused(["unzip"]),
  },
  {
    attack: "an entry in the central directory only",
    make: more("data/e001/x.png", { onlyInDirectory: true }),
    ...refused(["unzip", "7zz"]),
  },
  {
    attack: "an entry that the central directory leaves out",
    make: more("data/e001/x.png", { onlyLocal: true }),
    ...refused([], MEANT),
  },
  { attack: "a name again in other letter case", make: more("VERIFY.TXT"), ...refused(["find"]) },
  { attack: "a folder again in other letter case", make: more("Data/e001/x.png"), ...refused(["find"]) },
  {
    attack: "names composed and decomposed (NFC, NFD)",
    make: packed(list => [...list, ...[COMPOSED, DECOMPOSED].map(accented)]),
    ...refused(["find"]),
  },
  {
    attack: "another name in the local header",
    make: packed(list =>
      list.map(entry =>
        isFrame(entry) ? { ...entry, localName: entry.name.replace("0000", "0001") } : entry,
      ),
    ),
    ...refused(["unzip"]),
  },
  {
    attack: "an entry that asks for a newer unzip",
    make: packed(list => list.map(entry => (isFrame(entry) ? { ...entry, version: 51 } : entry))),
    ...refused(["unzip", "sha256sum", "cksum", "find"]),
  },
  {
    attack: "every entry a DOS volume label",
    make: packed(list => list.map(entry => ({ ...entry, external: 0x08 })), { host: 0 }),
    ...refused([], "unzip skips them all without a word, and there is nothing left to ask"),
  },
  { attack: "a name that climbs out", make: more("../../x"), ...refused(["find"]) },
  {
    attack: "a symbolic link",
    make: more("data/e001/link", { data: Buffer.from("/etc/passwd"), external: 0xa1ff0000 }),
    ...refused([], MEANT),
  },
  {
    attack: "a second top folder",
    make: packed(list => [...list, { name: "other/x", data: Buffer.from("x") }]),
    ...refused([], MEANT),
  },
  {
    attack: "bytes after the ZIP",
    make: packed(list => list, { after: Buffer.from("more") }),
    ...refused([], MEANT),
  },
  {
    attack: "a comment at the end of the ZIP",
    make: packed(list => list, { comment: "more" }),
    ...refused([], MEANT),
  },
  {
    attack: "polyglot: a PDF in front, offsets true",
    make: packed(list => list, { before: Buffer.from("%PDF-1.7\n") }),
    ...refused([], MEANT),
  },
  {
    attack: "polyglot: a PDF in front, offsets left",
    make: ({ zip }) => Buffer.concat([Buffer.from("%PDF-1.7\n"), zip]),
    ...refused(["unzip", "7zz"]),
  },
  {
    attack: "polyglot: a web page after it",
    make: packed(list => list, { after: Buffer.from("<!doctype html><script>1</script>") }),
    ...refused([], MEANT),
  },
  {
    attack: "polyglot: a web page between two entries",
    make: ({ files }) => {
      const list = entriesOf(files)
      return zip([
        ...list.slice(0, 3),
        { name: `${folder}/hidden`, data: Buffer.from("<!doctype html>"), onlyLocal: true },
        ...list.slice(3),
      ])
    },
    ...refused([], MEANT),
  },
  {
    attack: "polyglot: two whole bundles, one behind the other",
    make: ({ zip, files }) => Buffer.concat([packed(list => list)({ files }), zip]),
    ...refused(["unzip"]),
  },
  {
    attack: "the same files, compressed",
    make: packed(list => list.map(entry => ({ ...entry, method: 8 }))),
    ...refused([], "no fault of the files: format 1 stores, so that no entry can grow"),
  },
  {
    attack: "a wrong CRC-32",
    make: packed(list => list.map(entry => (isFrame(entry) ? { ...entry, crc: 1 } : entry))),
    ...refused(["unzip", "7zz"]),
  },
  {
    attack: "a download that broke off",
    make: ({ zip }) => zip.subarray(0, Math.floor(zip.length / 2)),
    ...refused(["unzip", "7zz"]),
  },
  {
    attack: "the same files, packed again by another tool",
    make: packed(list => list),
    verdict: "sealed-and-timestamped",
    layers: [],
    outside: [],
    tells: ["zip"],
  },
]

function isFrame({ name }: Entry): boolean {
  return name === `${folder}/${FRAME}`
}

function twice(entry: Entry): Entry[] {
  return isFrame(entry) ? [entry, { ...entry, data: Buffer.from("another picture") }] : [entry]
}

function accented(path: string): Entry {
  return { name: utf8Name(path), data: Buffer.from("x"), flags: UTF8_FLAG }
}
