/** Attacks on files, lists, signature and custody log. */
import { newKey, relist, resign, retag, zipOf } from "../verify/example.ts"
import { edit } from "../verify/tamper.ts"
import { readZip } from "./read-zip.ts"
import { type Rung, changed, copy, flip, mendHead, otherDigit, relisted, remade, remove } from "./rung.ts"
import {
  CHAIN,
  FRAME,
  LOG,
  QUERY,
  RECORD,
  REPLY,
  SIGNATURE,
  TAGS,
  eventsOf,
  spkiOf,
  stampAgain,
} from "./victim.ts"
import { spkiToPem } from "../../../src/core/seal/sign.ts"

const KEY = "device-key.pub.pem"
const other = newKey()
const otherPem = Buffer.from(spkiToPem(spkiOf(other)))
const lastLine = /[^\n]*\n$/
const deletion = /[^\n]*"event":"deleted"[^\n]*\n/
const addExtra = (path: string) => changed(files => void files.set(path, Buffer.from("more")))

export const payload: readonly Rung[] = [
  {
    attack: "payload: a bit of a screenshot",
    make: changed(files => {
      flip(files, FRAME)
    }),
    ...{ verdict: "damaged", layers: ["files", "records"], outside: ["sha256sum", "cksum"] },
  },
  {
    attack: "payload: a record's address",
    make: changed(edit(RECORD, "post/1", "post/2")),
    ...{
      verdict: "damaged",
      layers: ["files", "records", "inner-time"],
      outside: ["sha256sum", "cksum", "ts"],
    },
  },
  {
    attack: "payload, its two lists mended",
    make: changed(files => {
      flip(files, FRAME)
      relist(files)
    }),
    ...{ verdict: "damaged", layers: ["tag-files", "records"], outside: ["sha256sum"] },
  },
  {
    attack: "payload, all lists mended",
    make: relisted(files => {
      flip(files, FRAME)
    }),
    ...{ verdict: "damaged", layers: ["records", "signature", "time"], outside: ["signature", "ts"] },
  },
  {
    attack: "payload, all mended and signed with the device's key, stamped anew",
    make: remade(files => {
      flip(files, FRAME)
    }),
    ...{ verdict: "damaged", layers: ["records"], outside: [] },
    note: "ours reads the record, which still has the first picture's hash",
  },
  {
    attack: "manifest: a digit of the SHA-256 list",
    make: changed(files => {
      otherDigit(files, "manifest-sha256.txt")
    }),
    ...{ verdict: "damaged", layers: ["tag-files", "files"], outside: ["sha256sum"] },
  },
  {
    attack: "manifest: a digit of the SM3 list",
    make: changed(files => {
      otherDigit(files, "manifest-sm3.txt")
    }),
    ...{ verdict: "damaged", layers: ["tag-files", "files"], outside: ["sha256sum", "cksum"] },
  },
  {
    attack: "manifest: a line taken out of both, with its file",
    make: relisted(files => void files.delete(FRAME)),
    ...{ verdict: "damaged", layers: ["records", "signature", "time"], outside: ["signature", "ts"] },
  },
  {
    attack: "tagmanifest: a digit",
    make: changed(files => {
      otherDigit(files, TAGS)
    }),
    ...{
      verdict: "damaged",
      layers: ["tag-files", "signature", "time"],
      outside: ["sha256sum", "signature", "ts"],
    },
  },
  {
    attack: "bag-info.txt edited",
    make: changed(edit("bag-info.txt", "2026-11-22", "2026-11-21")),
    ...{ verdict: "damaged", layers: ["bag", "tag-files"], outside: ["sha256sum"] },
  },
  {
    attack: "bag-info.txt edited, its list mended",
    make: changed(files => {
      edit("bag-info.txt", "2026-11-22", "2026-11-21")(files)
      retag(files)
    }),
    ...{ verdict: "damaged", layers: ["bag", "signature", "time"], outside: ["signature", "ts"] },
  },
  {
    attack: "extra file in an item",
    make: addExtra("data/e001/more.png"),
    ...{ verdict: "damaged", layers: ["bag", "extra", "records"], outside: ["find"] },
  },
  {
    attack: "extra file at the top",
    make: addExtra("05-letter.pdf"),
    ...{ verdict: "damaged", layers: ["extra"], outside: ["find"] },
  },
  {
    attack: "extra file among the proofs",
    make: addExtra("proofs/letter.pdf"),
    ...{ verdict: "damaged", layers: ["extra"], outside: [] },
    note: "ours knows each proof by its name; no list can hold them",
  },
  {
    attack: "removed screenshot",
    make: remove(FRAME),
    ...{ verdict: "damaged", layers: ["bag", "missing", "records"], outside: ["sha256sum", "cksum", "find"] },
  },
  {
    attack: "removed paper",
    make: remove("00-readme.html"),
    ...{ verdict: "damaged", layers: ["missing"], outside: ["sha256sum", "find"] },
  },
]

export const signatures: readonly Rung[] = [
  {
    attack: "signature: a bit",
    make: changed(files => {
      flip(files, SIGNATURE, 30)
    }),
    ...{ verdict: "damaged", layers: ["signature"], outside: ["signature"] },
  },
  {
    attack: "signature removed",
    make: remove(SIGNATURE),
    ...{ verdict: "damaged", layers: ["missing", "signature"], outside: ["signature"] },
  },
  {
    attack: "signature of another bundle",
    make: changed((files, { another }) => {
      copy(another, files, SIGNATURE)
    }),
    ...{ verdict: "damaged", layers: ["signature"], outside: ["signature"] },
  },
  {
    attack: "another key's signature",
    make: changed(files => {
      resign(files, other)
    }),
    ...{ verdict: "damaged", layers: ["signature"], outside: ["signature"] },
  },
  {
    attack: "signature and key swapped for another's",
    make: changed(files => {
      files.set(KEY, otherPem)
      resign(files, other)
    }),
    ...{
      verdict: "damaged",
      layers: ["tag-files", "signature", "inner-time"],
      outside: ["sha256sum", "key", "ts"],
    },
  },
  {
    attack: "signature and key swapped, lists mended",
    make: changed(files => {
      files.set(KEY, otherPem)
      retag(files)
      resign(files, other)
    }),
    ...{ verdict: "damaged", layers: ["signature", "time", "inner-time"], outside: ["key", "ts"] },
  },
  {
    attack: "the same, and a new stamp asked for",
    make: changed((files, { authority }) => {
      files.set(KEY, otherPem)
      retag(files)
      resign(files, other)
      stampAgain(files, authority)
    }),
    ...{ verdict: "damaged", layers: ["signature", "inner-time"], outside: ["key", "ts"] },
  },
]

export const custody: readonly Rung[] = [
  {
    attack: "custody line edited",
    make: changed(edit(LOG, '"item":"e002"', '"item":"e009"')),
    ...{ verdict: "damaged", layers: ["files", "log-chain"], outside: ["sha256sum", "cksum", "custody"] },
  },
  {
    attack: "custody line taken out, signed with the device's key, stamped anew",
    make: remade(files => {
      edit(LOG, deletion, "")(files)
      mendHead(files)
    }),
    ...{ verdict: "damaged", layers: ["bag", "log-chain"], outside: ["custody"] },
  },
  {
    attack: "custody tail cut",
    make: changed(edit(LOG, lastLine, "")),
    ...{
      verdict: "damaged",
      layers: ["bag", "files", "log-chain", "head"],
      outside: ["sha256sum", "cksum", "custody"],
    },
  },
  {
    attack: "custody tail cut, head mended, signed with the device's key, stamped anew",
    make: remade(files => {
      edit(LOG, lastLine, "")(files)
      mendHead(files)
    }),
    ...{ verdict: "damaged", layers: ["bag", "log-chain"], outside: ["custody"] },
  },
  {
    attack: "custody begun anew without the deletion, by the device's key, stamped anew",
    make: victim => victim.write({ events: victim.events.filter(({ event }) => event !== "deleted") }),
    ...{ verdict: "sealed-and-timestamped", layers: [], outside: [] },
    tells: ["zip", "stamp"],
  },
  {
    attack: "custody rebuilt with a new key, no stamp asked for",
    make: victim => victim.write({ key: other, events: eventsOf(victim.items, other), by: null }),
    ...{ verdict: "integrity-only", layers: [], outside: [] },
    tells: ["zip", "key", "grade"],
  },
  {
    attack: "custody rebuilt with a new key, stamped anew",
    make: victim => victim.write({ key: other, events: eventsOf(victim.items, other) }),
    ...{ verdict: "sealed-and-timestamped", layers: [], outside: [] },
    tells: ["zip", "key", "stamp"],
  },
  {
    attack: "custody rebuilt with a new key, under the first bundle's stamp",
    make: async victim => {
      const files = readZip(await victim.write({ key: other }))
      copy(victim.files, files, REPLY, QUERY, CHAIN)
      return zipOf(files)
    },
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
]
