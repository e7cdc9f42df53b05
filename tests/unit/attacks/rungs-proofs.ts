/** Proofs that stand in no list, and what other tools read out of the papers. The first of these need no key. */
import { readReply } from "../../../src/core/stamp/reply.ts"
import { resign } from "../verify/example.ts"
import { edit } from "../verify/tamper.ts"
import { type Rung, changed, mend, remade } from "./rung.ts"
import {
  CHAIN,
  INNER_QUERY,
  INNER_REPLY,
  KEY_QUERY,
  KEY_REPLY,
  QUERY,
  REPLY,
  stampAgain,
  TSA,
} from "./victim.ts"

const TWIN = "timestamp.digicert.com"

export const proofs: readonly Rung[] = [
  {
    attack: "token alone in place of the authority's reply",
    make: changed(files => {
      const { token } = readReply(new Uint8Array(files.get(REPLY) ?? []))
      files.set(REPLY, Buffer.from(token ?? []))
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
  {
    attack: "words around the certificates beside a token",
    make: changed(files => {
      files.set(CHAIN, Buffer.from(`revoked by the authority\n${String(files.get(CHAIN))}`))
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: [] },
    note: "ours knows what stands there, to the byte; nobody else reads that file",
  },
  {
    attack: "one reply under two names, signed with the device's key, stamped anew",
    make: changed((files, { key, authority }) => {
      edit("bag-info.txt", /^Time-Stamps-Requested: .*$/m, `Time-Stamps-Requested: ${TWIN} ${TSA}`)(files)
      mend(files)
      resign(files, key)
      stampAgain(files, authority)
      for (const path of [QUERY, REPLY])
        files.set(path.replace(TSA, TWIN), files.get(path) ?? Buffer.alloc(0))
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: [] },
    note: "ours sees that the two are one; each by itself is sound",
  },
  {
    attack: "removed proof: the key's token and request, signed with the device's key, stamped anew",
    make: remade(files => {
      for (const path of [KEY_REPLY, KEY_QUERY]) files.delete(path)
    }),
    ...{ verdict: "damaged", layers: ["bag"], outside: ["ts"] },
  },
  {
    attack: "removed proof: an item's token and request, signed with the device's key, stamped anew",
    make: remade(files => {
      for (const path of [INNER_REPLY, INNER_QUERY]) files.delete(path)
    }),
    ...{ verdict: "damaged", layers: ["bag"], outside: ["ts"] },
  },
  {
    attack: "verify.txt without its commands, signed with the device's key, stamped anew",
    make: remade(files => {
      files.set("verify.txt", Buffer.from("all is well\n"))
    }),
    ...{ verdict: "damaged", layers: ["bag"], outside: [] },
    note: "ours looks for this bundle's own numbers in it",
  },
  {
    attack: "the log's end on a line of its own in bag-info.txt, signed with the device's key, stamped anew",
    make: remade(edit("bag-info.txt", /^Custody-Head-SHA256: /m, "Custody-Head-SHA256:\n ")),
    ...{ verdict: "damaged", layers: ["bag"], outside: ["custody"] },
  },
  {
    attack: "a listed file that Windows takes for a device",
    make: remade(files => {
      files.set("data/e001/media/con.png", Buffer.from("more"))
    }),
    ...{ verdict: "damaged", layers: ["archive"], outside: [] },
    note: "ours takes no name that a disk changes or refuses",
  },
  {
    attack: "a listed file with a name of 300 letters",
    make: remade(files => {
      files.set(`data/e001/media/${"a".repeat(300)}.bin`, Buffer.from("more"))
    }),
    ...{ verdict: "damaged", layers: ["archive"], outside: ["unzip", "sha256sum", "cksum", "find"] },
  },
]
