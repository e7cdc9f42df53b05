/** The procedure log, read back: from a page's script, from the vault, or from a bundle that anyone may have edited. */
import { utf8 } from "../bytes.ts"
import { errorCodes } from "../errors.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asMatch,
  asNumber,
  asOneOf,
  asSha256,
  asString,
  asStringOrNull,
  asTime,
  type Fields,
  malformed,
} from "../parse.ts"
import { pageTypes } from "../post-facts/fields.ts"
import { FIRST, recordingEndings } from "../recording.ts"
import { sha256Now } from "../seal/hash.ts"
import {
  type Doing,
  LONGEST_ADDRESS,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_LINES,
  type ProcedureEntry,
  type ProcedureLine,
  stepStates,
} from "./entry.ts"
import { procedureSteps } from "./steps.ts"

/** Characters that the user may write of why a step was skipped. */
export const LONGEST_REASON = 200

const short = (input: unknown, what: string, most: number): string => {
  const text = asString(input, what)
  if (text.length > most) throw malformed(what)
  return text
}

const shortOrNull = (input: unknown, what: string, most: number): string | null =>
  input === null ? null : short(input, what, most)

/** What a script in a page tells. @throws EvidenceError `input/malformed` */
export function parseDoing(input: unknown): Doing {
  const fields = asFields(input, "doing")
  if (fields.kind === "scroll") {
    return {
      kind: "scroll",
      x: asNumber(fields.x, "scroll.x"),
      y: asNumber(fields.y, "scroll.y"),
      height: asNumber(fields.height, "scroll.height"),
      documentHeight: asNumber(fields.documentHeight, "scroll.documentHeight"),
    }
  }
  return {
    kind: asOneOf(fields.kind, "doing.kind", ["click"]),
    x: asNumber(fields.x, "click.x"),
    y: asNumber(fields.y, "click.y"),
    role: asMatch(fields.role, "click.role", /^[a-z0-9-]{0,40}$/),
    text: short(fields.text, "click.text", LONGEST_TEXT),
  }
}

function parseEntry(fields: Fields): ProcedureEntry {
  const kinds = [
    "begin",
    "page",
    "route",
    "facts",
    "click",
    "scroll",
    "step",
    "opened",
    "away",
    "back",
    "full",
    "end",
  ]
  const kind = asOneOf(fields.kind, "procedure.kind", kinds as ProcedureEntry["kind"][])
  const address = () => short(fields.url, "procedure.url", LONGEST_ADDRESS)
  switch (kind) {
    case "begin":
      return { kind, allPages: asBoolean(fields.allPages, "procedure.allPages") }
    case "page":
      return {
        kind,
        url: shortOrNull(fields.url, "procedure.url", LONGEST_ADDRESS),
        title: shortOrNull(fields.title, "procedure.title", LONGEST_TITLE),
        frame: fields.frame === null ? null : parseFrame(fields.frame),
        code: fields.code === null ? null : asOneOf(fields.code, "procedure.code", errorCodes),
      }
    case "route":
      return { kind, url: address(), title: short(fields.title, "procedure.title", LONGEST_TITLE) }
    case "facts":
      return {
        kind,
        url: address(),
        adapter: asMatch(fields.adapter, "procedure.adapter", /^[a-z0-9-]{1,60}$/),
        pageType: asOneOf(fields.pageType, "procedure.pageType", pageTypes),
        permalink: asStringOrNull(fields.permalink, "procedure.permalink"),
        authorName: asStringOrNull(fields.authorName, "procedure.authorName"),
        authorId: asStringOrNull(fields.authorId, "procedure.authorId"),
        comments: asCount(fields.comments, "procedure.comments"),
      }
    case "click":
    case "scroll":
      return parseDoing(fields)
    case "step":
      return {
        kind,
        step: asOneOf(fields.step, "procedure.step", procedureSteps),
        state: asOneOf(fields.state, "procedure.state", stepStates),
        by: asOneOf(fields.by, "procedure.by", ["facts", "user"]),
        reason: shortOrNull(fields.reason, "procedure.reason", LONGEST_REASON),
      }
    case "end":
      return { kind, ended: asOneOf(fields.ended, "procedure.ended", recordingEndings) }
    case "opened":
      return { kind, url: address() }
    case "away":
    case "back":
    case "full":
      return { kind }
  }
}

function parseFrame(input: unknown) {
  const { path, sha256 } = asFields(input, "procedure.frame")
  return {
    path: asMatch(path, "procedure.frame.path", /^(?:frames\/0000|recording\/page-\d{5,})\.png$/),
    sha256: asSha256(sha256, "procedure.frame.sha256"),
  }
}

export function parseProcedureLine(text: string): ProcedureLine {
  const fields = asFields(readJson(text), "procedure.jsonl")
  return {
    seq: asCount(fields.seq, "procedure.seq"),
    at: asTime(fields.at, "procedure.at"),
    ms: asCount(fields.ms, "procedure.ms"),
    ...parseEntry(fields),
  }
}

/**
 * All lines of a `procedure.jsonl`. Throws `input/malformed` where one is none,
 * is out of order, does not name the one before it, or stands where it cannot:
 * the first begins, none but the last ends, and no time runs backwards.
 */
export function parseProcedure(text: string): readonly ProcedureLine[] {
  const texts = text.split("\n")
  if (texts.pop() !== "" || texts.length === 0) throw malformed("procedure.jsonl")
  if (texts.length > MOST_LINES + 2) throw malformed("procedure.jsonl")
  let prev = FIRST
  let ms = 0
  return texts.map((line, index) => {
    const read = parseProcedureLine(line)
    if (read.seq !== index || asFields(readJson(line), "line").prev !== prev)
      throw malformed("procedure.prev")
    if (read.ms < ms) throw malformed("procedure.ms")
    if ((read.kind === "begin") !== (index === 0)) throw malformed("procedure.begin")
    if (read.kind === "end" && index !== texts.length - 1) throw malformed("procedure.end")
    prev = sha256Now(utf8(line))
    ms = read.ms
    return read
  })
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw malformed("procedure.jsonl")
  }
}
