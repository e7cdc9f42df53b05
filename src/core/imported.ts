/**
 * A file that was made elsewhere and brought into the vault as an item of its
 * own. Three kinds of knowledge are kept apart: the bytes and their hashes, which
 * this tool saw; what the user says of where the file comes from; and what the
 * file says of itself, which anyone can write and nobody has checked.
 */
import { asCount, asFields, asList, asMatch, asOneOf, asString, asTime, malformed } from "./parse.ts"

/** The file as it was given, in its item's folder. The ending is one of ours: no name from outside becomes a path. */
export const isOriginalPath = (path: string): boolean => /^import\/original(?:\.[a-z0-9]{1,5})?$/.test(path)

/** Below what a bundle holds of one item (bundle.md, "Rules"), with room for its record. */
export const LARGEST_IMPORT = 4 * 1024 ** 3 - 64 * 1024 ** 2

/** What file systems allow, in the units of the language. */
export const LONGEST_NAME = 255

export const importKinds = [
  "picture",
  "video",
  "audio",
  "pdf",
  "office",
  "chat",
  "email",
  "web-page",
  "web-archive",
  "other",
] as const
export type ImportKind = (typeof importKinds)[number]

/** What the user says of the file; each may be left unsaid, and is then null. */
export const makers = ["me", "acquaintance", "other-side", "someone-else", "not-known"] as const
export const devices = ["my-phone", "my-computer", "another-device", "not-known"] as const
export const ways = ["made", "exported", "sent-to-me", "downloaded", "other"] as const

export interface Stated {
  readonly maker: (typeof makers)[number] | null
  readonly device: (typeof devices)[number] | null
  readonly way: (typeof ways)[number] | null
  /** When it was made, in the user's own words; empty where they say nothing. */
  readonly when: string
  /** Anything else of its origin, in the user's own words. */
  readonly note: string
}

export const nothingStated: Stated = { maker: null, device: null, way: null, when: "", note: "" }

/** UTF-16 units. */
export const LONGEST_WHEN = 100
export const LONGEST_NOTE = 2_000

/** What a file may say of itself. `position`: that it holds one; where that is, is not read out of it. */
export const claimNames = [
  "taken",
  "created",
  "modified",
  "sent",
  "received",
  "archived",
  "maker",
  "model",
  "software",
  "position",
  "author",
  "title",
  "from",
  "to",
  "copy-to",
  "subject",
  "message-id",
  "reply-to",
  "return-path",
  "sender-address",
  "authentication",
  "signed-by",
  "relay",
  "attachment",
  "address",
] as const
export type ClaimName = (typeof claimNames)[number]

export interface Claim {
  readonly name: ClaimName
  /** Where in the file it stands, as the format calls it: `EXIF DateTimeOriginal`. */
  readonly where: string
  /** As it is written there, cut to {@link LONGEST_CLAIM}. */
  readonly text: string
}

export const LONGEST_CLAIM = 1_000
export const MOST_CLAIMS = 200

/** Why less than all was read of what the file says: it could not be understood, or went past a limit. */
export const unreadReasons = ["not-understood", "limit"] as const

export interface ImportRead {
  readonly kind: ImportKind
  /** Whether the first bytes say so, or its name alone. */
  readonly kindBy: "bytes" | "name"
  readonly mediaType: string
  readonly claims: readonly Claim[]
  readonly unread: (typeof unreadReasons)[number] | null
}

/** What is known when the file is given. */
export interface ImportStart {
  readonly file: string
  /** What it was called where it came from: words, never a path. */
  readonly givenName: string
  /** When its disk says that it was changed last, by the browser's word; null where that says nothing. */
  readonly lastModified: string | null
  readonly stated: Stated
}

/** What capture.json says of it. */
export interface ImportedRecord extends ImportStart, ImportRead {
  readonly bytes: number
}

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseImported(input: unknown): ImportedRecord {
  const imported = asFields(input, "imported")
  return {
    file: asOriginal(imported.file),
    givenName: asText(imported.givenName, "imported.givenName", LONGEST_NAME),
    lastModified:
      imported.lastModified === null ? null : asTime(imported.lastModified, "imported.lastModified"),
    stated: parseStated(imported.stated),
    bytes: asCount(imported.bytes, "imported.bytes"),
    ...parseImportRead(imported),
  }
}

/** @throws EvidenceError `input/malformed` */
export function parseImportRead(input: unknown): ImportRead {
  const { kind, kindBy, mediaType, claims, unread } = asFields(input, "imported")
  const list = asList(claims, "imported.claims", parseClaim)
  if (list.length > MOST_CLAIMS) throw malformed("imported.claims")
  return {
    kind: asOneOf(kind, "imported.kind", importKinds),
    kindBy: asOneOf(kindBy, "imported.kindBy", ["bytes", "name"]),
    mediaType: asMatch(mediaType, "imported.mediaType", /^[a-z]+\/[a-z0-9.+-]{1,100}$/),
    claims: list,
    unread: unread === null ? null : asOneOf(unread, "imported.unread", unreadReasons),
  }
}

/** @throws EvidenceError `input/malformed` */
export function parseStated(input: unknown): Stated {
  const { maker, device, way, when, note } = asFields(input, "imported.stated")
  return {
    maker: maker === null ? null : asOneOf(maker, "stated.maker", makers),
    device: device === null ? null : asOneOf(device, "stated.device", devices),
    way: way === null ? null : asOneOf(way, "stated.way", ways),
    when: asText(when, "stated.when", LONGEST_WHEN),
    note: asText(note, "stated.note", LONGEST_NOTE),
  }
}

function parseClaim(input: unknown): Claim {
  const { name, where, text } = asFields(input, "imported.claims")
  return {
    name: asOneOf(name, "claims.name", claimNames),
    where: asMatch(where, "claims.where", /^[\x20-\x7e]{1,60}$/),
    text: asText(text, "claims.text", LONGEST_CLAIM),
  }
}

function asOriginal(input: unknown): string {
  const path = asString(input, "imported.file")
  if (!isOriginalPath(path)) throw malformed("imported.file")
  return path
}

function asText(input: unknown, what: string, longest: number): string {
  const text = asString(input, what)
  if (text.length > longest) throw malformed(what)
  return text
}

/** What of it is searched for: its name is the item's title already. */
export const wordsOfImport = ({
  stated,
  claims,
}: {
  readonly stated: Stated
  readonly claims: readonly Claim[]
}): string =>
  [stated.when, stated.note, ...claims.map(({ text }) => text)].filter(text => text !== "").join(" ")
