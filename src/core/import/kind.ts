/** What a file from elsewhere is, by its first bytes where they tell it, else by its name: which may say anything. */
import type { ImportKind } from "../imported.ts"

export interface FileKind {
  readonly kind: ImportKind
  readonly kindBy: "bytes" | "name"
  readonly mediaType: string
  /** Of the file in its item's folder; one of ours. */
  readonly extension: string
}

/** So many of a file's first bytes are looked at. */
export const HEAD_BYTES = 4096

type Known = readonly [kind: ImportKind, mediaType: string, extension: string]

const STARTS: readonly (readonly [start: string, known: Known])[] = [
  ["\xff\xd8\xff", ["picture", "image/jpeg", "jpg"]],
  ["\x89PNG\r\n\x1a\n", ["picture", "image/png", "png"]],
  ["GIF87a", ["picture", "image/gif", "gif"]],
  ["GIF89a", ["picture", "image/gif", "gif"]],
  ["%PDF-", ["pdf", "application/pdf", "pdf"]],
  ["WARC/1.", ["web-archive", "application/warc", "warc"]],
  ["ID3", ["audio", "audio/mpeg", "mp3"]],
  ["OggS", ["audio", "audio/ogg", "ogg"]],
]

/** By the major brand of an ISO base media file (ISO/IEC 14496-12, 23008-12). */
const BRANDS: readonly (readonly [brand: RegExp, known: Known])[] = [
  [/^(?:hei[cxms]|hev[cx]|mif1|msf1)$/, ["picture", "image/heic", "heic"]],
  [/^avi[fs]$/, ["picture", "image/avif", "avif"]],
  [/^qt {2}$/, ["video", "video/quicktime", "mov"]],
  [/^M4A /, ["audio", "audio/mp4", "m4a"]],
]
const MP4: Known = ["video", "video/mp4", "mp4"]

const OOXML = "application/vnd.openxmlformats-officedocument"
const BY_NAME: Readonly<Record<string, Known>> = {
  docx: ["office", `${OOXML}.wordprocessingml.document`, "docx"],
  xlsx: ["office", `${OOXML}.spreadsheetml.sheet`, "xlsx"],
  pptx: ["office", `${OOXML}.presentationml.presentation`, "pptx"],
  doc: ["office", "application/msword", "doc"],
  xls: ["office", "application/vnd.ms-excel", "xls"],
  ppt: ["office", "application/vnd.ms-powerpoint", "ppt"],
  wps: ["office", "application/octet-stream", "wps"],
  rtf: ["office", "application/rtf", "rtf"],
  mp3: ["audio", "audio/mpeg", "mp3"],
  wav: ["audio", "audio/wav", "wav"],
  amr: ["audio", "audio/amr", "amr"],
  eml: ["email", "message/rfc822", "eml"],
  txt: ["chat", "text/plain", "txt"],
  csv: ["chat", "text/csv", "csv"],
  json: ["chat", "application/json", "json"],
  zip: ["chat", "application/zip", "zip"],
  html: ["web-page", "text/html", "html"],
  htm: ["web-page", "text/html", "html"],
  mhtml: ["web-page", "multipart/related", "mhtml"],
  mht: ["web-page", "multipart/related", "mhtml"],
  wacz: ["web-archive", "application/wacz", "wacz"],
  warc: ["web-archive", "application/warc", "warc"],
  gz: ["other", "application/gzip", "gz"],
}
const UNKNOWN: Known = ["other", "application/octet-stream", "bin"]

/** What names may call a ZIP: each of these is one. */
const ZIPS = new Set(["docx", "xlsx", "pptx", "wacz", "zip"])

export function fileKind(head: Uint8Array, name: string): FileKind {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 64))
  const ending = /\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toLowerCase() ?? ""
  const known = byStart(start, ending)
  if (known !== null) return made(known, "bytes")
  if (/\.warc\.gz$/i.test(name) && start.startsWith("\x1f\x8b")) {
    return made(["web-archive", "application/gzip", "gz"], "name")
  }
  const named = Object.hasOwn(BY_NAME, ending) ? BY_NAME[ending] : undefined
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) {
    return made((ZIPS.has(ending) ? named : undefined) ?? ["other", "application/zip", "zip"], "name")
  }
  return made(named ?? UNKNOWN, "name")
}

function byStart(start: string, ending: string): Known | null {
  const found = STARTS.find(([each]) => start.startsWith(each))
  if (found !== undefined) return found[1]
  if (start.slice(4, 8) === "ftyp") {
    const brand = start.slice(8, 12)
    return BRANDS.find(([each]) => each.test(brand))?.[1] ?? MP4
  }
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return ["picture", "image/webp", "webp"]
  if (start.startsWith("\x1a\x45\xdf\xa3")) {
    return ending === "mkv" ? ["video", "video/x-matroska", "mkv"] : ["video", "video/webm", "webm"]
  }
  return null
}

const made = ([kind, mediaType, extension]: Known, kindBy: FileKind["kindBy"]): FileKind => ({
  ...{ kind, kindBy, mediaType, extension },
})

const BUNDLE_ENTRY = /^holdfast-\d{8}T\d{6}Z-[0-9a-f]{6}\//
const ENCRYPTED_BUNDLE = /^holdfast-\d{8}T\d{6}Z-[0-9a-f]{6}.*\.zip\.age$/

/**
 * Whether it is a bundle of this tool, by its first entry (bundle.md: one top
 * folder of that name), or one that was encrypted. Bundles are merged and
 * verified elsewhere, and never become a file of an item.
 */
export function isBundle(head: Uint8Array, name: string): boolean {
  const text = new TextDecoder("latin1").decode(head)
  if (text.startsWith("PK\x03\x04")) return BUNDLE_ENTRY.test(text.slice(30))
  return text.startsWith("age-encryption.org/v1\n") && ENCRYPTED_BUNDLE.test(name)
}
