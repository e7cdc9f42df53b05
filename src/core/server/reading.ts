/**
 * A visitor's view of a sealed item, taken later: the same address asked once
 * more, with the user's cookies and without, since only the two together tell
 * a page that is not public from one that is gone. It is a line of the item's
 * readings.jsonl (bundle.md): `of` names the capture.json, which does not change.
 */
import { type ErrorCode } from "../errors.ts"
import { type Redaction } from "../evidence.ts"
import { type Sha256 } from "../seal/hash.ts"
import { type Comparison } from "./compare.ts"
import { type ServerAnswer, type ServerRecord } from "./record.ts"
import { type VisitorView } from "./visitor.ts"

/** In an item's folder: what was read again later, a line each. */
export const READINGS = "readings.jsonl"

/** A file that a reading left, in the item's folder. */
export interface ReadingFile {
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly mediaType: string
}

/** The first screen of the address in a private window that was opened for it: taken, or why not. */
export interface VisitorPicture {
  /** Among the reading's files; null where there is none. */
  readonly path: string | null
  readonly at: string
  /** Where the page led to, its title, and whether it said that it had loaded; null where it was not seen. */
  readonly url: string | null
  readonly title: string | null
  readonly loaded: boolean | null
  readonly code: ErrorCode | null
}

export interface VisitorReading {
  readonly schema: 1
  readonly kind: "visitor"
  readonly id: string
  /** SHA-256 of the item's capture.json. */
  readonly of: Sha256
  readonly at: string
  readonly url: string
  readonly limits: ServerRecord["limits"]
  readonly connectionDetails: ServerRecord["connectionDetails"]
  readonly method: string
  /** Of the one with cookies no body is kept: it is the user's own page, and the item holds it. */
  readonly answers: readonly ServerAnswer[]
  /** Of the answer to the request with cookies. */
  readonly comparison: Comparison
  readonly visitor: VisitorView & { readonly comparison: Comparison }
  readonly redacted: readonly Redaction[]
  /** Not there where none was wanted. */
  readonly picture?: VisitorPicture
  readonly files: readonly ReadingFile[]
}

/** What papers and screens say of one. */
export interface VisitorSummary extends VisitorView {
  readonly at: string
  readonly status: number | null
  readonly visitorStatus: number | null
  /** Requests of ours that it took. */
  readonly requests: number
  /** Not there where no picture was wanted. */
  readonly picture?: "taken" | "failed"
}

/** Dated, and told apart within a second by the reading's id, as bundles are. */
export const readingPath = ({ at, id }: Pick<VisitorReading, "at" | "id">, ending: string): string =>
  `readings/${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z-${id.slice(0, 6)}-visitor.${ending}`

/** With its LF. */
export const readingLine = (reading: VisitorReading): string => `${JSON.stringify(reading)}\n`

export function summaryOfReading({ at, answers, visitor, picture }: VisitorReading): VisitorSummary {
  const statusOf = (cookies: ServerAnswer["cookies"]) =>
    answers.find(answer => answer.cookies === cookies)?.hops.at(-1)?.status ?? null
  return {
    at,
    status: statusOf("sent"),
    visitorStatus: statusOf("not-sent"),
    requests: answers.flatMap(({ hops }) => hops).length,
    verdict: visitor.verdict,
    reason: visitor.reason,
    ...(picture === undefined ? {} : { picture: picture.code === null ? "taken" : "failed" }),
  }
}
