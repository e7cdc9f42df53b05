/**
 * What a file from elsewhere is, what it says of itself, and the words in it.
 * The file may be anybody's: every reader has its limits, and one that fails
 * costs what it would have told, never the file.
 */
import { utf8 } from "../../core/bytes.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type FileKind, fileKind, HEAD_BYTES } from "../../core/import/kind.ts"
import { type ImportRead } from "../../core/imported.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { now } from "../../platform/clock.ts"
import { type ImportLooked } from "../../protocol/import.ts"
import { bytesOf, readBlob, storeBytes } from "../../vault/blobs.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Claims, gatherClaims } from "./claims.ts"
import { EMAIL_BYTES, readEmail } from "./email.ts"
import { readIsoTimes, readMatroskaTimes } from "./media.ts"
import { readPicture } from "./picture.ts"
import { readOffice, readPdf, readSavedPage, readWacz, readWarc } from "./text-forms.ts"

/** Of a chat that was exported as text, the beginning; the file itself has all of it. */
const TEXT_BYTES = 1024 * 1024

/** @throws EvidenceError `vault/missing`, `vault/damaged` */
export async function readImported(
  vault: Vault,
  { file, name }: { readonly file: Sha256; readonly name: string },
): Promise<ImportLooked> {
  const blob = await readBlob(vault, file)
  const found = fileKind(await bytesOf(blob.slice(0, HEAD_BYTES), file), name)
  const { words, ...read } = await lookInto(blob, found)
  if (words === null) return { ...read, text: null }
  const bytes = utf8(words)
  const at = now()
  const stored = await storeBytes(vault, bytes, "text/plain;charset=utf-8", at)
  return { ...read, text: { file: stored, bytes: bytes.length, at } }
}

/** Never throws for what is in the file. */
export async function lookInto(
  blob: Blob,
  { kind, kindBy, mediaType }: FileKind,
): Promise<ImportRead & { readonly words: string | null }> {
  const claims = gatherClaims()
  let unread: ImportRead["unread"] = null
  let words: string | null = null
  try {
    if (kind === "email" && blob.size > EMAIL_BYTES) unread = "limit"
    else {
      const read = await readBy(blob, { kind, mediaType }, claims)
      words = read.words
      if (read.isCut) unread = "limit"
    }
  } catch {
    // Whatever a stranger's bytes did to a reader: that it told nothing more is what the record says.
    unread = "not-understood"
  }
  if (claims.isFull()) unread ??= "limit"
  return { kind, kindBy, mediaType, claims: claims.list(), unread, words }
}

/** The words of it, where it has any, and whether there may be more in it than was read. */
interface WordsRead {
  readonly words: string | null
  readonly isCut: boolean
}

const noWords: WordsRead = { words: null, isCut: false }

async function readBy(
  blob: Blob,
  { kind, mediaType }: Pick<FileKind, "kind" | "mediaType">,
  claims: Claims,
): Promise<WordsRead> {
  switch (kind) {
    case "picture":
      return { words: null, isCut: await readPicture(blob, claims) }
    case "video":
    case "audio":
      await readMedia(blob, mediaType, claims)
      return noWords
    case "pdf":
      await readPdf(blob, claims)
      return noWords
    case "office":
      if (mediaType.includes("openxmlformats")) await readOffice(blob, claims)
      return noWords
    case "email":
      return readEmail(blob, claims)
    case "web-page":
      await readSavedPage(blob, claims)
      return noWords
    case "web-archive":
      await (mediaType === "application/wacz" ? readWacz(blob, claims) : readWarc(blob, claims))
      return noWords
    case "chat":
      return mediaType === "application/zip" ? noWords : { words: await readText(blob), isCut: false }
    case "other":
      return noWords
  }
}

async function readMedia(blob: Blob, mediaType: string, claims: Claims): Promise<void> {
  if (/\/(?:mp4|quicktime)$/.test(mediaType)) await readIsoTimes(blob, claims)
  if (/\/(?:webm|x-matroska)$/.test(mediaType)) await readMatroskaTimes(blob, claims)
}

/**
 * As the mark at its beginning says, as UTF-8, or else as the encoding that
 * Chinese systems write; null where it is none of them, and so no text.
 */
async function readText(blob: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await blob.slice(0, TEXT_BYTES).arrayBuffer())
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  if (marked === undefined && bytes.includes(0)) return null
  for (const encoding of marked === undefined ? ["utf-8", "gb18030"] : [marked.encoding]) {
    try {
      // The last character may be cut in two.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw EvidenceError.from(thrown)
    }
  }
  return null
}

/** Windows programs write UTF-16 with one. */
const MARKS = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const
