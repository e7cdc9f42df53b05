/** A file of the bag with its content, and how its small ones are made. */
import { type Bytes, utf8 } from "../bytes.ts"
import { crc32 } from "../seal/crc32.ts"
import { sha256 } from "../seal/hash.ts"
import { certificateToPem, spkiToPem } from "../seal/sign.ts"
import { sm3 } from "../seal/sm3.ts"
import type { ListedFile } from "./bagit.ts"
import type { KeyStamp, OuterAnchor, OuterStamp } from "./snapshot.ts"

/** By its path in the bag. */
export interface BagFile extends ListedFile {
  readonly crc32: number
  readonly content: Blob | Bytes
}

export const ownText = (path: string, text: string): Promise<BagFile> => ownFile(path, utf8(text))

export async function ownFile(path: string, content: Bytes): Promise<BagFile> {
  return {
    path,
    bytes: content.length,
    sha256: await sha256(content),
    sm3: sm3(content),
    crc32: crc32(content),
    content,
  }
}

/** The key that signs, and what its time stamps bring: the request and the whole reply, beside it. */
export async function keyFiles(publicKey: Bytes, stamps: readonly KeyStamp[]): Promise<BagFile[]> {
  const path = "device-key.pub.pem"
  const files = [await ownText(path, spkiToPem(publicKey))]
  for (const { authority, query, reply } of stamps) {
    files.push(await ownFile(`${path}.${authority}.tsq`, query))
    files.push(await ownFile(`${path}.${authority}.tsr`, reply))
  }
  return files
}

/** What a stamp over the list of lists brings to proofs/: the request, the whole reply, its certificates; or the one proof. */
export async function stampFiles(stamps: readonly (OuterStamp | OuterAnchor)[]): Promise<BagFile[]> {
  const files: BagFile[] = []
  for (const stamp of stamps) {
    if ("proof" in stamp) {
      files.push(await ownFile("proofs/tagmanifest-sha256.txt.ots", stamp.proof))
      continue
    }
    const { authority, query, reply, certificates } = stamp
    const path = `proofs/tagmanifest-sha256.txt.${authority}`
    files.push(await ownFile(`${path}.tsq`, query), await ownFile(`${path}.tsr`, reply))
    const chain = certificates.map(certificateToPem).join("")
    files.push(await ownText(`proofs/${authority}-chain.pem`, chain))
  }
  return files
}
