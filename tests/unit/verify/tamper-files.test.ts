import { bundleFiles, newKey, picture, relist, resign, retag, type Files } from "./example.ts"
import {
  FRAME,
  LOG,
  RECORD,
  type Row,
  add,
  after,
  areFound,
  edit,
  flip,
  made,
  relisted,
  relistedTags,
  remove,
} from "./tamper.ts"

const KEY = "device-key.pub.pem"

const changedFiles: Row[] = [
  ["a byte of a frame", flip(FRAME, 3), "damaged", ["files", "records"]],
  ["a byte of a text", flip("data/e003/text.txt", 1), "damaged", ["files", "records"]],
  ["a byte of capture.json", after(edit(RECORD, "post/1", "post/2")), "damaged", ["files", "records"]],
  ["a byte of case.json", flip("data/case.json", 4), "damaged", ["files", "records"]],
  ["a byte of the log", after(edit(LOG, "0.1.0", "0.1.1")), "damaged", ["files", "log-chain"]],
  ["a byte of manifest-sha256.txt", flip("manifest-sha256.txt", 3), "damaged", ["tag-files", "files"]],
  ["a byte of manifest-sm3.txt", flip("manifest-sm3.txt", 3), "damaged", ["tag-files", "files"]],
  ["a byte of tagmanifest", flip("tagmanifest-sha256.txt", 3), "damaged", ["tag-files", "signature"]],
  ["a byte of bagit.txt", flip("bagit.txt"), "damaged", ["bag", "tag-files"]],
  ["a byte of the readme", flip("00-readme.html"), "damaged", ["tag-files"]],
  ["a byte of verify.txt", flip("verify.txt", 3), "damaged", ["tag-files"]],
  ["a byte of verify.html", flip("verify.html"), "damaged", ["tag-files"]],
  ["a byte of the key", flip("device-key.pub.pem", 100), "damaged", ["tag-files", "signature"]],
  ["a byte of the signature", flip("proofs/tagmanifest-sha256.txt.sig", 30), "damaged", ["signature"]],
  ["the length in the signature", flip("proofs/tagmanifest-sha256.txt.sig", 1), "damaged", ["signature"]],
  [
    "a longer frame",
    after(files => files.set(FRAME, Buffer.alloc(9))),
    "damaged",
    ["bag", "files", "records"],
  ],
]

const comingAndGoing: Row[] = [
  ["a frame removed", remove(FRAME), "damaged", ["bag", "missing", "records"]],
  ["capture.json removed", remove(RECORD), "damaged", ["bag", "missing", "records"]],
  ["the log removed", remove(LOG), "damaged", ["bag", "missing", "records", "log-chain", "head"]],
  ["case.json removed", remove("data/case.json"), "damaged", ["bag", "missing", "records"]],
  ["the signature removed", remove("proofs/tagmanifest-sha256.txt.sig"), "damaged", ["missing", "signature"]],
  ["the key removed", remove("device-key.pub.pem"), "damaged", ["missing", "signature"]],
  ["tagmanifest removed", remove("tagmanifest-sha256.txt"), "damaged", ["missing", "extra", "signature"]],
  ["manifest-sha256.txt removed", remove("manifest-sha256.txt"), "damaged", ["files", "missing", "extra"]],
  ["manifest-sm3.txt removed", remove("manifest-sm3.txt"), "damaged", ["files", "missing", "extra"]],
  ["verify.html removed", remove("verify.html"), "damaged", ["missing"]],
  ["verify.zh-cn.txt removed", remove("verify.zh-cn.txt"), "damaged", ["missing"]],
  ["a file added to an item", add("data/e001/frames/0002.png"), "damaged", ["bag", "extra", "records"]],
  ["a file added to data", add("data/more.txt"), "damaged", ["bag", "extra"]],
  ["a file added at the top", add("05-letter.pdf"), "damaged", ["extra"]],
  ["a file added to the proofs", add("proofs/letter.pdf"), "damaged", ["extra"]],
  [
    "a stamp by an authority never asked",
    add("proofs/tagmanifest-sha256.txt.tsa.example.tsr"),
    "damaged",
    ["extra"],
  ],
  [
    "a file renamed",
    after(files => {
      files.set("data/e001/frames/0009.png", files.get(FRAME) ?? Buffer.alloc(0))
      files.delete(FRAME)
    }),
    "damaged",
    ["missing", "extra", "records"],
  ],
  [
    "a file renamed in letter case alone",
    after(files => {
      files.set("Verify.txt", files.get("verify.txt") ?? Buffer.alloc(0))
      files.delete("verify.txt")
    }),
    "damaged",
    ["missing", "extra"],
  ],
  [
    "an item listed, and unknown to case.json",
    relisted(edit("data/case.json", /,\s*\{\s*"item": "e003"[^}]*\}/, "")),
    "damaged",
    ["bag", "records"],
  ],
  [
    "an item without a record, listed",
    made({ payload: files => files.set("data/e009/text.txt", Buffer.from("x")) }),
    "damaged",
    ["records"],
  ],
  [
    "a stray file in data, listed",
    made({ payload: files => files.set("data/x.txt", Buffer.from("x")) }),
    "damaged",
    ["extra"],
  ],
]

const lists: Row[] = [
  [
    "a frame changed and manifests mended",
    after(files => {
      files.set(FRAME, picture(1280, 800, "e001 as sEEn"))
      relist(files)
    }),
    "damaged",
    ["tag-files", "records"],
  ],
  [
    "a readme changed and tagmanifest mended",
    after(files => {
      files.set("00-readme.html", Buffer.from("<!doctype html><title>other</title>"))
      retag(files)
    }),
    "damaged",
    ["signature"],
  ],
  [
    "a readme changed, all mended, signed with another key",
    after(files => {
      files.set("00-readme.html", Buffer.from("<!doctype html><title>other</title>"))
      retag(files)
      resign(files, newKey())
    }),
    "damaged",
    ["signature"],
  ],
  [
    "signed anew with another key, its fingerprint left",
    after(files => {
      const other = newKey()
      files.set("device-key.pub.pem", Buffer.from(other.publicKey.export({ type: "spki", format: "pem" })))
      retag(files)
      resign(files, other)
    }),
    "damaged",
    ["signature"],
  ],
  [
    "the signature of another bundle",
    after(files => {
      const other = bundleFiles({ info: { "Bagging-Date": "2026-11-23" } })
      files.set(
        "proofs/tagmanifest-sha256.txt.sig",
        other.get("proofs/tagmanifest-sha256.txt.sig") ?? Buffer.alloc(0),
      )
    }),
    "damaged",
    ["signature"],
  ],
  [
    "an upper-case digest",
    relistedTags(files => {
      upper(files, "manifest-sha256.txt")
    }),
    "damaged",
    ["files", "extra"],
  ],
  [
    "a line twice",
    relistedTags(files => {
      twice(files, "manifest-sm3.txt")
    }),
    "damaged",
    ["files"],
  ],
  [
    "a path that climbs in a manifest",
    relistedTags(edit("manifest-sha256.txt", /$/, `${"0".repeat(64)}  data/../x\n`)),
    "damaged",
    ["files"],
  ],
  [
    "no newline at the end of a manifest",
    relistedTags(edit("manifest-sha256.txt", /\n$/, "")),
    "damaged",
    ["files"],
  ],
  [
    "a line in one manifest only",
    relistedTags(edit("manifest-sm3.txt", /^.*\n/, "")),
    "damaged",
    ["files", "extra"],
  ],
  [
    "a text-mode manifest",
    relistedTags(edit("manifest-sm3.txt", "  data/case", " *data/case")),
    "damaged",
    ["files", "extra"],
  ],
]

/** Signed by whoever holds the key, and by OpenSSL read otherwise or not at all. */
const keyTexts: Row[] = [
  ["an empty line in the key", made({ tags: edit(KEY, /\n/, "\n\n") }), "damaged", ["signature"]],
  [
    "an empty line after the key",
    made({ tags: edit(KEY, /\n(?=-----END)/, "\n\n") }),
    "damaged",
    ["signature"],
  ],
  ["a header in the key", made({ tags: edit(KEY, /\n/, "\nA: b\n\n") }), "damaged", ["signature"]],
  ["a key in one line", made({ tags: edit(KEY, /\n(?!-|$)(?=.*\n-)/, "") }), "damaged", ["signature"]],
  ["a second key", made({ tags: edit(KEY, /^[^]*$/, "$&$&") }), "damaged", ["signature"]],
  ["CRLF in the key", made({ tags: edit(KEY, /\n/g, "\r\n") }), "damaged", ["signature"]],
]

areFound([...changedFiles, ...comingAndGoing, ...lists, ...keyTexts])

function upper(files: Files, path: string): void {
  edit(path, /^[0-9a-f]{64}/, String(files.get(path)).slice(0, 64).toUpperCase())(files)
}

function twice(files: Files, path: string): void {
  const first = String(files.get(path)).split("\n")[0] ?? ""
  edit(path, /$/, `${first}\n`)(files)
}
