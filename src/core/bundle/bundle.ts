/**
 * The bundle writer: a snapshot of the vault becomes one ZIP, format 1
 * (bundle.md). Stored blobs are placed, never copied or hashed again; only the
 * small texts written here are hashed.
 *
 * The same snapshot, words and key give the same bytes, up to the signature:
 * ECDSA draws a random number.
 */
import { utf8 } from "../bytes.ts"
import { custodyFile } from "../custody.ts"
import { MOST_ITEM_BYTES } from "../item-limit.ts"
import { EvidenceError } from "../errors.ts"
import { ORIGINS } from "../origin.ts"
import { malformed } from "../parse.ts"
import { sha256 } from "../seal/hash.ts"
import { signatureToDer } from "../seal/sign.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"
import { type BagFile, keyFiles, ownFile, ownText, stampFiles } from "./bag-file.ts"
import { BAGIT_TXT, bagInfo, folderName, type ListedFile, manifest } from "./bagit.ts"
import { caseJson } from "./case-json.ts"
import type { BundleNumbers, ImportedStamp } from "./commands.ts"
import { readmeHtml } from "./readme-html.ts"
import type { BothWords } from "./readme-parts.ts"
import {
  type BundleSnapshot,
  type ItemSnapshot,
  noStamps,
  type OriginFiles,
  type Sign,
  type Stamp,
  type StoredFile,
} from "./snapshot.ts"
import { verifyText } from "./verify-text.ts"
import { zipBlob } from "./zip.ts"

export interface MadeBundle {
  readonly fileName: string
  readonly zip: Blob
  /** The base folder's name, and the files of the ZIP by their paths in it. */
  readonly folder: string
  readonly files: readonly BagFile[]
}

/** What a document can be made of: all that is settled before the papers at the root are. */
export interface DocumentGround {
  readonly snapshot: BundleSnapshot
  readonly numbers: BundleNumbers
  /** The files under data/. */
  readonly payload: readonly ListedFile[]
  /** Of manifest-sha256.txt. */
  readonly manifest: { readonly sha256: Sha256; readonly sm3: Sm3 }
}

/** Makes the numbered documents at the root. One that cannot be made is left out: a bundle does not wait for its papers. */
export type MakeDocuments = (ground: DocumentGround) => Promise<readonly BagFile[]>

const noDocuments: MakeDocuments = () => Promise.resolve([])

/** What a reader refuses beyond (bundle.md, Rules). */
export interface BundleLimits {
  readonly entries: number
  readonly itemBytes: number
}

const formatLimits: BundleLimits = { entries: 200_000, itemBytes: MOST_ITEM_BYTES }

/** Most files of items in one bundle: what it has besides, papers and proofs and the notes of cases, is far less than the rest. */
export const MOST_ITEM_FILES = formatLimits.entries - 5_000

/**
 * Makes the bundle. Throws `bundle/limit` for more than 200,000 files or 4 GiB
 * in an item, `vault/damaged` for a stored file that is not what its row says,
 * `input/malformed` for names and times outside the format.
 */
export async function makeBundle(
  snapshot: BundleSnapshot,
  words: BothWords,
  sign: Sign,
  stamp: Stamp = noStamps,
  limits: BundleLimits = formatLimits,
  makeDocuments: MakeDocuments = noDocuments,
): Promise<MadeBundle> {
  const folder = folderName(snapshot.at, snapshot.exportId)
  const head = snapshot.custody.at(-1)
  if (head === undefined) throw malformed("custody log: empty")

  const payload = [
    ...snapshot.items.flatMap(item => itemFiles(item, limits)),
    ...attachedFiles(snapshot, limits),
    ...(snapshot.origins ?? []).flatMap(originFiles),
    await ownText("data/case.json", caseJson(snapshot)),
    await ownText("data/custody.jsonl", custodyFile(snapshot.custody)),
  ]
  const manifestSha256 = await ownText("manifest-sha256.txt", manifest(payload, "sha256"))
  const deviceKey = await sha256(snapshot.publicKey)
  const numbers: BundleNumbers = {
    folder,
    items: snapshot.items.length,
    payloadFiles: payload.length,
    payloadBytes: payload.reduce((sum, file) => sum + file.bytes, 0),
    manifestSha256: manifestSha256.sha256,
    custodyEntries: snapshot.custody.length,
    custodyHead: head.hash,
    deviceKey,
    authorities: snapshot.authorities,
    keyStamps: snapshot.keyStamps.map(({ authority, time }) => ({ authority, time })),
    innerStamps: snapshot.items.flatMap(({ record, stamps }) =>
      stamps.map(({ authority, time }) => ({ item: record.item, authority, time })),
    ),
    anchored: snapshot.items.flatMap(({ record, anchor }) => (anchor === undefined ? [] : [record.item])),
    importedStamps: snapshot.items.flatMap(importedStamps),
  }
  const documents = await makeDocuments({ snapshot, numbers, payload, manifest: manifestSha256 })
  const tags = [
    manifestSha256,
    await ownText("manifest-sm3.txt", manifest(payload, "sm3")),
    await ownText("bagit.txt", BAGIT_TXT),
    await ownText("bag-info.txt", bagInfo(snapshot, numbers)),
    await ownText("00-readme.html", readmeHtml(snapshot, numbers, words, documents)),
    ...documents,
    await ownFile("verify.html", snapshot.verifyHtml),
    await ownText("verify.txt", verifyText(numbers, words.en.verify)),
    await ownText("verify.zh-cn.txt", verifyText(numbers, words.zh.verify)),
    ...(await keyFiles(snapshot.publicKey, snapshot.keyStamps)),
  ]
  const tagManifest = utf8(manifest(tags, "sha256"))
  const proofs = [
    await ownFile("tagmanifest-sha256.txt", tagManifest),
    await ownFile("proofs/tagmanifest-sha256.txt.sig", signatureToDer(await sign(tagManifest))),
    ...(await stampFiles(await stamp(tagManifest))),
  ]

  const files = [...payload, ...tags, ...proofs]
  if (files.length > limits.entries) {
    throw new EvidenceError("bundle/limit", `${String(files.length)} files in one bundle`)
  }
  const entries = files.map(({ path, crc32, bytes, content }) => ({
    name: `${folder}/${path}`,
    crc32,
    bytes,
    content,
  }))
  return { fileName: `${folder}.zip`, zip: zipBlob(entries, snapshot.at), folder, files }
}

function importedStamps({ record, proofs }: ItemSnapshot): ImportedStamp[] {
  return proofs.flatMap(({ path, form, matchedBy, reading }) =>
    matchedBy !== "imprint" || reading === null
      ? []
      : [
          {
            ...{ item: record.item, path, time: reading.at, isToken: form === "tst" },
            isVerifiable: reading.unverifiable === null,
          },
        ],
  )
}

const originFiles = ({ bundle, files }: OriginFiles): BagFile[] =>
  files.map(({ path, blob, ...file }) => ({ ...file, path: `${ORIGINS}${bundle}/${path}`, content: blob }))

function itemFiles({ record, recordSha256, files }: ItemSnapshot, limits: BundleLimits): BagFile[] {
  if (!/^e\d{3,}$/.test(record.item)) throw malformed("item name")
  const capture = files.find(({ path }) => path === "capture.json")
  if (capture?.sha256 !== recordSha256) {
    throw new EvidenceError("vault/damaged", `${record.item}: capture.json is not the sealed one`)
  }
  checkSize(record.item, files, limits)
  return files.map(file => bagFile({ ...file, path: `${record.item}/${file.path}` }))
}

/** What stands beside words of several items or cases is one file. */
function attachedFiles({ items, cases = [] }: BundleSnapshot, limits: BundleLimits): BagFile[] {
  const named = [...items, ...cases].flatMap(each => each.attached ?? [])
  const attached = [...new Map(named.map(file => [file.path, file])).values()]
  checkSize("attached", attached, limits)
  return attached.map(bagFile)
}

/** A reader refuses a folder beyond the limit. */
function checkSize(folder: string, files: readonly StoredFile[], { itemBytes }: BundleLimits): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > itemBytes)
    throw new EvidenceError("bundle/limit", `${folder}: ${String(bytes)} bytes in one item`)
}

function bagFile({ path, blob, ...file }: StoredFile): BagFile {
  if (blob.size !== file.bytes) throw new EvidenceError("vault/damaged", `size of ${path}`)
  return { ...file, path: `data/${path}`, content: blob }
}
