/**
 * What the user says of an item or a case for themselves: notes, labels, the
 * complaints that they sent, and what they paid. None of it is evidence: it stands
 * apart, with hashes of its own, and names the capture.json that it is about. Every
 * version stays; a change adds one, and taking back is a version without content.
 *
 * In bundles it is `notes.json` in the item's folder (bundle.md, Reserved names);
 * what is said of a case stands in case.json, since data/ has a place for no other file.
 */
import { type Bytes, utf8 } from "./bytes.ts"
import { asCount, asFields, asList, asOneOf, asString, asTime, malformed } from "./parse.ts"
import { parseRemarkFiles, type RemarkFile } from "./remark-files.ts"
import { type Sha256, sha256Now } from "./seal/hash.ts"

/** In an item's folder. */
export const NOTES = "notes.json"

/** 侵权类型 in the user's own words: a label, and no finding of anybody (product.md §6.4). The list is closed. */
export const wrongs = [
  ...(["defamation", "insult", "privacy", "portrait"] as const),
  ...(["impersonation", "threat", "other"] as const),
] as const
export type Wrong = (typeof wrongs)[number]

/** By which way a complaint was sent. */
export const channels = ["platform", "email", "post", "phone", "hotline", "police", "other"] as const
export type Channel = (typeof channels)[number]

/** What came of it. `statement`: the platform passed on a statement of the other side. `registered`: a case was opened. */
export const results = ["waiting", "measures", "declined", "statement", "registered", "other"] as const
export type Result = (typeof results)[number]

export interface Note {
  readonly text: string
}

export interface Labels {
  readonly tags: readonly string[]
  readonly wrongs: readonly Wrong[]
}

export interface Complaint {
  /** To whom, as the user calls it. */
  readonly platform: string
  readonly channel: Channel
  /** ISO 8601 in UTC. */
  readonly sentAt: string
  /** The number that they gave (工单号); null where there is none. */
  readonly number: string | null
  readonly result: Result
  /** When that was heard; null where nothing was. */
  readonly repliedAt: string | null
  /** Anything else; null for nothing. */
  readonly said: string | null
  /** What they answered, as files; not there where there is none. */
  readonly files?: readonly RemarkFile[]
}

/** What the user paid for this. Whether anybody has to pay it back is a court's to say. */
export interface Cost {
  /** Of the calendar, as the receipt has it: YYYY-MM-DD. */
  readonly day: string
  /** For what, in the user's words. */
  readonly what: string
  /** In 分, a hundredth of a yuan (CNY): whole numbers, which add up. */
  readonly cents: number
  /** Receipts; not there where there is none. */
  readonly files?: readonly RemarkFile[]
}

interface ContentOf {
  readonly note: Note
  readonly labels: Labels
  readonly complaint: Complaint
  readonly cost: Cost
}

export const remarkKinds = [
  "note",
  "labels",
  "complaint",
  "cost",
] as const satisfies readonly (keyof ContentOf)[]
export type RemarkKind = (typeof remarkKinds)[number]

/** A kind with its content; null takes back. */
export type Said<Kind extends RemarkKind = RemarkKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly content: ContentOf[K] | null }
}[Kind]

export interface VersionFacts {
  /** From 1. */
  readonly version: number
  readonly at: string
  /** Of the content: {@link hashOfContent}. */
  readonly sha256: Sha256
}

export type RemarkVersion<Kind extends RemarkKind = RemarkKind> = Said<Kind> & VersionFacts

/** One note, the labels of an item, one complaint or one cost, with all its versions, the newest last. */
export interface Remark {
  readonly id: string
  readonly versions: readonly RemarkVersion[]
}

const LONGEST_NOTE = 20_000
const LONGEST_LINE = 200
const LONGEST_SAID = 2_000
export const MOST_TAGS = 30
/** A hundred million yuan: beyond it somebody mistyped. */
export const MOST_CENTS = 10_000_000_000
/** UTF-16 units of a tag. */
export const LONGEST_TAG = 40

/** SHA-256 of the content as JSON without any space, in UTF-8: `jq -cj .content` writes the same. */
export const hashOfContent = ({ content }: Said): Sha256 => sha256Now(utf8(JSON.stringify(content)))

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseSaid(input: unknown): Said {
  const { kind, content } = asFields(input, "remark")
  switch (asOneOf(kind, "remark.kind", remarkKinds)) {
    case "note":
      return { kind: "note", content: content === null ? null : parseNote(content) }
    case "labels":
      return { kind: "labels", content: content === null ? null : parseLabels(content) }
    case "complaint":
      return { kind: "complaint", content: content === null ? null : parseComplaint(content) }
    case "cost":
      return { kind: "cost", content: content === null ? null : parseCost(content) }
  }
}

const parseNote = (input: unknown): Note => ({
  text: asText(asFields(input, "note").text, "note.text", LONGEST_NOTE),
})

function parseLabels(input: unknown): Labels {
  const given = asFields(input, "labels")
  const tags = asList(given.tags, "labels.tags", tag => asText(tag, "labels.tags", LONGEST_TAG))
  const chosen = asList(given.wrongs, "labels.wrongs", wrong => asOneOf(wrong, "labels.wrongs", wrongs))
  if (tags.length > MOST_TAGS) throw malformed("labels.tags")
  return { tags: [...new Set(tags)], wrongs: wrongs.filter(wrong => chosen.includes(wrong)) }
}

function parseComplaint(input: unknown): Complaint {
  const given = asFields(input, "complaint")
  const orNull = <T>(value: unknown, parse: (value: unknown) => T) => (value === null ? null : parse(value))
  return {
    platform: asText(given.platform, "complaint.platform", LONGEST_LINE),
    channel: asOneOf(given.channel, "complaint.channel", channels),
    sentAt: asTime(given.sentAt, "complaint.sentAt"),
    number: orNull(given.number, number => asText(number, "complaint.number", LONGEST_LINE)),
    result: asOneOf(given.result, "complaint.result", results),
    repliedAt: orNull(given.repliedAt, at => asTime(at, "complaint.repliedAt")),
    said: orNull(given.said, said => asText(said, "complaint.said", LONGEST_SAID)),
    ...someFiles(given.files),
  }
}

function parseCost(input: unknown): Cost {
  const given = asFields(input, "cost")
  const cents = asCount(given.cents, "cost.cents")
  if (cents === 0 || cents > MOST_CENTS) throw malformed("cost.cents")
  return {
    day: asDay(given.day),
    what: asText(given.what, "cost.what", LONGEST_LINE),
    cents,
    ...someFiles(given.files),
  }
}

/** Left out where there are none: what was said before there were files keeps its hash. */
function someFiles(input: unknown): { readonly files?: readonly RemarkFile[] } {
  const files = parseRemarkFiles(input)
  return files.length === 0 ? {} : { files }
}

function asDay(input: unknown): string {
  const day = asString(input, "cost.day")
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) throw malformed("cost.day")
  return day
}

function asText(input: unknown, what: string, longest: number): string {
  const text = asString(input, what).trim()
  if (text === "" || text.length > longest) throw malformed(what)
  return text
}

/** What a user wrote with commas, in either language, as tags. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、;；\n]/)
      .map(tag => tag.replace(/\s+/g, " ").trim().slice(0, LONGEST_TAG))
      .filter(tag => tag !== ""),
  ),
]

/** What stands now: of each remark its newest version, unless that took it back. */
export const standingRemarks = <Version extends RemarkVersion>(
  remarks: readonly { readonly versions: readonly Version[] }[],
): Version[] =>
  remarks.flatMap(({ versions }) => {
    const newest = versions.at(-1)
    return newest === undefined || newest.content === null ? [] : [newest]
  })

/** The words of it, by which an item is found. */
export function wordsOfRemark({ kind, content }: Said): string {
  if (content === null) return ""
  switch (kind) {
    case "note":
      return content.text
    case "labels":
      return content.tags.join(" ")
    case "complaint":
      return [content.platform, content.number, content.said].filter(words => words !== null).join(" ")
    case "cost":
      return content.what
  }
}

/** As it stands in notes.json, and in case.json: what follows only from the kind is not said of every version. */
export const writtenRemark = ({ id, versions }: Remark) => ({
  id,
  kind: versions[0]?.kind,
  versions: versions.map(({ version, at, content, sha256 }) => ({ version, at, content, sha256 })),
})

/** `notes.json` of an item. `of` is the SHA-256 of its capture.json. */
export const writeNotes = (of: Sha256, remarks: readonly Remark[]): Bytes =>
  utf8(`${JSON.stringify({ schema: 1, of, remarks: remarks.map(writtenRemark) }, null, 2)}\n`)

/** The files that stand with it. */
export const filesOfSaid = ({ content }: Said): readonly RemarkFile[] =>
  content !== null && "files" in content ? (content.files ?? []) : []
