/** Attacks on the time stamps. */
import { fromHex } from "../../../src/core/bytes.ts"
import { stampQuery } from "../../../src/core/stamp/query.ts"
import type { Identity } from "../stamp/authority.ts"
import { forge, hash } from "../stamp/forge.ts"
import { bytes } from "../stamp/world.ts"
import { newKey, resign, retag, zipOf } from "../verify/example.ts"
import { edit } from "../verify/tamper.ts"
import { readZip } from "./read-zip.ts"
import { type Rung, changed, copy, flip, remove, remade } from "./rung.ts"
import {
  CHAIN,
  INNER_QUERY,
  INNER_REPLY,
  KEY_QUERY,
  KEY_REPLY,
  QUERY,
  REPLY,
  TAGS,
  type Victim,
  eventsOf,
  queryFor,
  stampAgain,
} from "./victim.ts"

const NONCE = "4102030405060708"

/** A token over this bundle's list of lists, signed by whoever it is, with a request to fit. */
const tokenBy = (signer: (victim: Victim) => Identity) =>
  changed((files, victim) => {
    const data = files.get(TAGS) ?? Buffer.alloc(0)
    files.set(REPLY, forge({ data, nonce: NONCE, signer: signer(victim) }))
    files.set(QUERY, Buffer.from(stampQuery(bytes(hash("sha256", data)), fromHex(NONCE))))
    files.delete(CHAIN)
  })

const asksNobody = edit("bag-info.txt", /^(Time-Stamps-Requested): .*$/m, "$1: none")

export const stamps: readonly Rung[] = [
  {
    attack: "token: a bit of the signature",
    make: changed(files => {
      flip(files, REPLY, -20)
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
  {
    attack: "token over an item: a bit, lists mended, signed with the device's key, stamped anew",
    make: remade(files => {
      flip(files, INNER_REPLY, -20)
    }),
    ...{ verdict: "damaged", layers: ["inner-time"], outside: ["ts"] },
  },
  {
    attack: "token of another bundle, with its request",
    make: changed((files, { another }) => {
      copy(another, files, REPLY, QUERY)
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
  {
    attack: "token over another item's record, signed with the device's key, stamped anew",
    make: remade((files, { authority }) => {
      const query = queryFor(files.get("data/e003/capture.json") ?? Buffer.alloc(0))
      files.set(INNER_QUERY, Buffer.from(query))
      files.set(INNER_REPLY, authority.stamp(query))
    }),
    ...{ verdict: "damaged", layers: ["inner-time"], outside: ["ts"] },
  },
  {
    attack: "token by a certificate that is no authority's, under the trusted root",
    make: tokenBy(({ client }) => client),
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
  {
    attack: "token by an authority of the attacker's own",
    make: changed((files, { stranger }) => {
      stampAgain(files, stranger)
    }),
    ...{ verdict: "time-pending", layers: [], outside: ["ts"] },
    tells: ["zip", "grade"],
    note: "the stamp's root is named as not trusted",
  },
  {
    attack: "token's request swapped for another over the same",
    make: changed(files => {
      files.set(QUERY, Buffer.from(queryFor(files.get(TAGS) ?? Buffer.alloc(0))))
    }),
    ...{ verdict: "damaged", layers: ["time"], outside: [] },
    note: "ours compares the nonce; verify.txt asks nothing of the request",
  },
  {
    attack: "removed proof: the token",
    make: remove(REPLY),
    ...{ verdict: "damaged", layers: ["time"], outside: ["ts"] },
  },
  {
    attack: "removed proof: the token's request",
    make: remove(QUERY),
    ...{ verdict: "damaged", layers: ["time"], outside: [] },
    note: "ours wants both halves; verify.txt asks nothing of the request",
  },
  {
    attack: "removed proof: token, request and certificates",
    make: remove(REPLY, QUERY, CHAIN),
    ...{ verdict: "time-pending", layers: [], outside: ["ts"] },
    tells: ["zip", "grade"],
    note: "a stamp was asked for, and is not there",
  },
  {
    attack: "removed proof: the loose certificates",
    make: remove(CHAIN),
    ...{ verdict: "sealed-and-timestamped", layers: [], outside: [] },
    tells: ["zip"],
    note: "nothing is lost: the token holds the same certificates",
  },
  {
    attack: "removed proofs, and bag-info.txt asks for none",
    make: changed(files => {
      for (const path of [REPLY, QUERY, CHAIN]) files.delete(path)
      asksNobody(files)
    }),
    ...{ verdict: "damaged", layers: ["tag-files"], outside: ["sha256sum", "ts"] },
  },
  {
    attack: "removed proofs, bag-info.txt asks for none, signed with the device's key",
    make: changed((files, { key }) => {
      for (const path of [REPLY, QUERY, CHAIN]) files.delete(path)
      asksNobody(files)
      retag(files)
      resign(files, key)
    }),
    ...{ verdict: "integrity-only", layers: [], outside: ["ts"] },
    tells: ["zip", "grade"],
    note: "verify.txt still asks for the stamp",
  },
  {
    attack: "token over the key: a bit, lists mended, signed with the device's key, stamped anew",
    make: remade(files => {
      flip(files, KEY_REPLY, -20)
    }),
    ...{ verdict: "damaged", layers: ["inner-time"], outside: ["ts"] },
  },
  {
    attack: "token over the first key, beside a new key that signs a bundle made anew",
    make: async victim => {
      const key = newKey()
      const files = readZip(await victim.write({ key, events: eventsOf(victim.items, key) }))
      copy(victim.files, files, KEY_REPLY, KEY_QUERY)
      retag(files)
      resign(files, key)
      stampAgain(files, victim.authority)
      return zipOf(files)
    },
    ...{ verdict: "damaged", layers: ["inner-time"], outside: ["ts"] },
  },
  {
    attack: "removed proof: the key's token and request, lists left",
    make: remove(KEY_REPLY, KEY_QUERY),
    ...{ verdict: "damaged", layers: ["bag", "missing"], outside: ["sha256sum", "find", "ts"] },
  },
  {
    attack: "removed proof: an item's token and request, lists left",
    make: remove(INNER_REPLY, INNER_QUERY),
    ...{ verdict: "damaged", layers: ["bag", "missing"], outside: ["sha256sum", "cksum", "find", "ts"] },
  },
]
