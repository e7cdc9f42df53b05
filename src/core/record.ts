/**
 * `capture.json`, read back. Years may lie between the writer and the reader,
 * and anyone could have edited the file, so every field that evidence.ts names
 * is checked. More fields may be there; they are left out of the result.
 *
 * What it does not check: that `complete` and `gaps` agree, and that the files
 * are there. These are findings about a bundle, not about a record's shape.
 */
import { parseBracket } from "./bracket/beacons.ts"
import { parseCaptureOptions } from "./capture-options.ts"
import { parseChatSummary } from "./chat/chat-json.ts"
import { errorCodes } from "./errors.ts"
import {
  type CaptureRecord,
  type ClockFacts,
  type Environment,
  type FileRecord,
  type StepRecord,
  type Unknown,
  sources,
  stepNames,
  triggers,
} from "./evidence.ts"
import { type OwnRequest, requestPurposes } from "./own-requests.ts"
import { parseBox, parseFrame, parseStitched } from "./frames.ts"
import { parseImported } from "./imported.ts"
import { parsePost, parseQuote } from "./post.ts"
import { parseOriginals } from "./media.ts"
import { parseGap, parsePageFacts, parseRedaction } from "./page-facts.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asMatch,
  asNumber,
  asOneOf,
  asSha256,
  asSm3,
  asString,
  asStringOrNull,
  asStrings,
  asTime,
  malformed,
} from "./parse.ts"
import { parseProcedureRecord } from "./procedure/chapters.ts"
import { parseRecording } from "./recording.ts"
import { parseServerSummary } from "./server/record.ts"
import { parseWalls } from "./walls.ts"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseCaptureRecord(input: unknown): CaptureRecord {
  const record = asFields(input, "capture record")
  if (record.schema !== 1) throw malformed("schema")
  const redirects = asFields(record.redirects, "redirects")
  return {
    schema: 1,
    id: asMatch(record.id, "id", UUID),
    item: asMatch(record.item, "item", /^e\d{3,}$/),
    url: asString(record.url, "url"),
    canonicalUrl: asStringOrNull(record.canonicalUrl, "canonicalUrl"),
    title: asString(record.title, "title"),
    referrer: asStringOrNull(record.referrer, "referrer"),
    startedAt: asTime(record.startedAt, "startedAt"),
    endedAt: asTime(record.endedAt, "endedAt"),
    timeZone: asString(record.timeZone, "timeZone"),
    clock: parseClock(record.clock),
    environment: parseEnvironment(record.environment),
    trigger: asOneOf(record.trigger, "trigger", triggers),
    access: asStrings(record.access, "access"),
    redirects: {
      count: orNull(redirects.count, count => asCount(count, "redirects.count")),
      chain: orNull(redirects.chain, chain => asStrings(chain, "redirects.chain")),
    },
    signedIn: asOneOf(record.signedIn, "signedIn", ["yes", "no", "unknown"]),
    unknown: asList(record.unknown, "unknown", parseUnknown),
    nonce: asMatch(record.nonce, "nonce", /^[0-9a-f]{64}$/),
    previousCapture: orNull(record.previousCapture, id => asMatch(id, "previousCapture", UUID)),
    ...(record.options === undefined ? {} : { options: parseCaptureOptions(record.options) }),
    page: orNull(record.page, page => parsePageFacts({ ...asFields(page, "page"), document: "" }).facts),
    frames: asList(record.frames, "frames", parseFrame),
    pages: asList(record.pages, "pages", parseStitched),
    ...(record.boxes === undefined ? {} : { boxes: asList(record.boxes, "boxes", parseBox) }),
    ...(record.post === undefined ? {} : { post: parsePost(record.post) }),
    ...(record.quote === undefined ? {} : { quote: parseQuote(record.quote) }),
    ...(record.chat === undefined ? {} : { chat: parseChatSummary(record.chat) }),
    ...(record.walls === undefined ? {} : { walls: parseWalls(record.walls) }),
    ...(record.bracket === undefined ? {} : { bracket: parseBracket(record.bracket) }),
    files: asList(record.files, "files", parseFile),
    requests: asList(record.requests, "requests", parseRequest),
    ...(record.server === undefined ? {} : { server: parseServerSummary(record.server) }),
    ...(record.originals === undefined ? {} : { originals: parseOriginals(record.originals) }),
    ...(record.recording === undefined ? {} : { recording: parseRecording(record.recording) }),
    ...(record.procedure === undefined ? {} : { procedure: parseProcedureRecord(record.procedure) }),
    ...(record.imported === undefined ? {} : { imported: parseImported(record.imported) }),
    redacted: asList(record.redacted, "redacted", parseRedaction),
    steps: asList(record.steps, "steps", parseStep),
    complete: asBoolean(record.complete, "complete"),
    gaps: asList(record.gaps, "gaps", parseGap),
  }
}

function parseFile(input: unknown): FileRecord {
  const file = asFields(input, "files")
  return {
    path: asString(file.path, "files.path"),
    sha256: asSha256(file.sha256, "files.sha256"),
    sm3: asSm3(file.sm3, "files.sm3"),
    bytes: asCount(file.bytes, "files.bytes"),
    mediaType: asString(file.mediaType, "files.mediaType"),
    source: asOneOf(file.source, "files.source", sources),
    at: asTime(file.at, "files.at"),
  }
}

function parseStep(input: unknown): StepRecord {
  const step = asFields(input, "steps")
  return {
    name: asOneOf(step.name, "steps.name", stepNames),
    at: asTime(step.at, "steps.at"),
    ms: asNumber(step.ms, "steps.ms"),
    outcome: asOneOf(step.outcome, "steps.outcome", ["done", "failed", "skipped"]),
    code: orNull(step.code, code => asOneOf(code, "steps.code", errorCodes)),
  }
}

function parseUnknown(input: unknown): Unknown {
  const unknown = asFields(input, "unknown")
  return {
    field: asString(unknown.field, "unknown.field"),
    reason: asString(unknown.reason, "unknown.reason"),
  }
}

function parseRequest(input: unknown): OwnRequest {
  const request = asFields(input, "requests")
  return {
    at: asTime(request.at, "requests.at"),
    url: asString(request.url, "requests.url"),
    purpose: asOneOf(request.purpose, "requests.purpose", requestPurposes),
    status: orNull(request.status, status => asCount(status, "requests.status")),
  }
}

function parseClock(input: unknown): ClockFacts {
  const clock = asFields(input, "clock")
  return {
    startedWall: asTime(clock.startedWall, "clock.startedWall"),
    endedWall: asTime(clock.endedWall, "clock.endedWall"),
    monotonicMs: orNull(clock.monotonicMs, ms => asNumber(ms, "clock.monotonicMs")),
    wallMinusMonotonicMs: orNull(clock.wallMinusMonotonicMs, ms =>
      asNumber(ms, "clock.wallMinusMonotonicMs"),
    ),
    localTime: asString(clock.localTime, "clock.localTime"),
    utcOffsetMinutes: asNumber(clock.utcOffsetMinutes, "clock.utcOffsetMinutes"),
    httpDate: orNull(clock.httpDate, given => {
      const date = asFields(given, "clock.httpDate")
      return {
        url: asString(date.url, "clock.httpDate.url"),
        date: asString(date.date, "clock.httpDate.date"),
        localMinusServerMs: asNumber(date.localMinusServerMs, "clock.httpDate.localMinusServerMs"),
      }
    }),
  }
}

function parseEnvironment(input: unknown): Environment {
  const environment = asFields(input, "environment")
  const automation = asFields(environment.automation, "environment.automation")
  return {
    browser: asString(environment.browser, "environment.browser"),
    version: asString(environment.version, "environment.version"),
    os: asString(environment.os, "environment.os"),
    extension: asString(environment.extension, "environment.extension"),
    build: asString(environment.build, "environment.build"),
    locale: asString(environment.locale, "environment.locale"),
    viewport: orNull(environment.viewport, size => asSize(size, "environment.viewport")),
    screen: orNull(environment.screen, screen => asScreen(screen, "environment.screen")),
    zoom: orNull(environment.zoom, zoom => asNumber(zoom, "environment.zoom")),
    dpr: orNull(environment.dpr, dpr => asNumber(dpr, "environment.dpr")),
    privateWindow: asBoolean(environment.privateWindow, "environment.privateWindow"),
    automation: {
      value: asOneOf(automation.value, "environment.automation.value", ["yes", "no", "unknown"]),
      basis: asString(automation.basis, "environment.automation.basis"),
    },
    userAgent: asString(environment.userAgent, "environment.userAgent"),
  }
}

function asSize(input: unknown, what: string): { width: number; height: number } {
  const size = asFields(input, what)
  return { width: asNumber(size.width, `${what}.width`), height: asNumber(size.height, `${what}.height`) }
}

function asScreen(input: unknown, what: string): { width: number; height: number; colorDepth: number } {
  const { colorDepth } = asFields(input, what)
  return { ...asSize(input, what), colorDepth: asNumber(colorDepth, `${what}.colorDepth`) }
}

/** Null stays null; a field that is not there at all is malformed, by what `parse` says of undefined. */
const orNull = <T>(input: unknown, parse: (input: unknown) => T): T | null =>
  input === null ? null : parse(input)
