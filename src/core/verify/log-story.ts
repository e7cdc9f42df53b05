/**
 * What the custody log tells, followed line by line: what became of each
 * capture, which time stamps came, what was added, and what no vault can have
 * done, as closing a capture twice.
 */
import type { Fields } from "../parse.ts"
import { ADDITION, type Later, laterEvents, laterKinds, saysAll } from "./log-event.ts"

/** A time stamp or an OpenTimestamps proof that came. */
export interface StampLine {
  /** When it was here, by the local clock. */
  readonly at: string
  readonly digest: string
  readonly authority: string
  /** SHA-256 of the file. */
  readonly token: string
}

/** One capture, since it began here or came here: what was deleted and comes again begins anew. */
export interface Life {
  /** The line with which it begins. */
  readonly since: number
  readonly item: string
  readonly isImport: boolean
  /** The capture.json with which it came out of a bundle; null of one that was begun here. */
  readonly received: string | null
  closed: "sealed" | "interrupted" | null
  /** The line that put it in the trash; null where it is not there. */
  trashed: number | null
  /** The line that deleted it for good. */
  deleted: number | null
  readonly stamps: StampLine[]
  readonly proofs: StampLine[]
  /** When each thing was kept. */
  readonly kept: Readonly<Record<Later, string[]>>
}

export interface LogStory {
  /** By capture id. */
  readonly lives: ReadonlyMap<string, Life>
  /** Those that came out of bundles, by {@link arrivalKey}. */
  readonly arrivals: ReadonlyMap<string, Life>
  /** Stamps over keys, by the key's print. */
  readonly ofKeys: ReadonlyMap<string, readonly StampLine[]>
  /** The newest key. */
  readonly key: string | null
  readonly isInstalled: boolean
  /** The newest check of all files, and the captures that it found damaged. */
  readonly check: { readonly line: number; readonly damaged: ReadonlySet<unknown> } | null
  /** The lines that begin the export, and those that end it. */
  readonly begins: readonly number[]
  readonly ends: readonly number[]
  /** Lines that lack what their event always says. */
  readonly lacking: readonly number[]
  /** Lines that tell what cannot have come next. */
  readonly outOfTurn: readonly number[]
  /** The first line that is much earlier than the one before it, by how much, and how many such there are. */
  readonly backwards: { readonly line: number; readonly seconds: number; readonly count: number } | null
}

/** Of a record that came here, and the number that it was given. */
export const arrivalKey = (record: string, item: string): string => `${record} ${item}`

/** Lines are written by several hands at once, each a little after the time that it names. */
const SLACK_MS = 5 * 60_000

interface Telling {
  readonly exportId: string | null
  readonly lives: Map<string, Life>
  readonly arrivals: Map<string, Life>
  readonly ofKeys: Map<string, StampLine[]>
  /** The numbers that were given to items: each once, also those of what was deleted. */
  readonly given: Set<unknown>
  readonly begins: number[]
  readonly ends: number[]
  key: string | null
  isInstalled: boolean
  check: LogStory["check"]
}

/** `exportId` is that of the bundle that the log is in. */
export function tellStory(exportId: string | null): {
  /** To be called for each line that can be read, in their order. */
  readonly take: (line: number, fields: Fields) => void
  readonly end: () => LogStory
} {
  const telling: Telling = {
    ...{
      exportId,
      lives: new Map(),
      arrivals: new Map(),
      ofKeys: new Map(),
      given: new Set(),
      begins: [],
      ends: [],
    },
    ...{ key: null, isInstalled: false, check: null },
  }
  const lacking: number[] = []
  const outOfTurn: number[] = []
  let backwards: LogStory["backwards"] = null
  let before = -Infinity
  return {
    take: (line, fields) => {
      const ms = Date.parse(String(fields.at))
      if (ms < before - SLACK_MS) {
        const seconds = backwards?.seconds ?? Math.round((before - ms) / 1000)
        backwards = { line: backwards?.line ?? line, seconds, count: (backwards?.count ?? 0) + 1 }
      }
      before = ms
      if (!saysAll(fields)) lacking.push(line)
      else if (!follow(telling, line, fields)) outOfTurn.push(line)
    },
    end: () => {
      const { lives, arrivals, ofKeys, key, isInstalled, check, begins, ends } = telling
      const told = { lives, arrivals, ofKeys, key, isInstalled, check, begins, ends }
      return { ...told, lacking, outOfTurn, backwards }
    },
  }
}

/** Takes in one line; false where it cannot have come next. */
function follow(telling: Telling, line: number, fields: Fields): boolean {
  const { event, capture } = fields
  if (typeof event !== "string") return false
  if (event.startsWith("time.")) {
    noteStamp(telling, event, fields)
    return true
  }
  if (typeof capture === "string") return followCapture(telling, line, capture, fields)
  if (event === "installed") telling.isInstalled = true
  if (event === "key.created") telling.key = String(fields.key)
  if (event === "integrity.checked") {
    telling.check = { line, damaged: new Set(Array.isArray(fields.damaged) ? fields.damaged : []) }
  }
  if (telling.exportId === null || fields.export !== telling.exportId) return true
  if (event === "export.started") telling.begins.push(line)
  if (event === "export.failed" || event === "exported") telling.ends.push(line)
  return true
}

function followCapture(
  { lives, arrivals, given }: Telling,
  line: number,
  capture: string,
  { event, item, by, record, at, what, kept }: Fields,
): boolean {
  const life = lives.get(capture)
  if (event === "capture.started" || event === "capture.received") {
    const isReceived = event === "capture.received"
    const isNew = life === undefined || (isReceived && life.deleted !== null)
    const isFree = !given.has(item)
    given.add(item)
    if (isNew) {
      const received = isReceived ? String(record) : null
      const begun = lifeOf(line, String(item), by === "import", received)
      lives.set(capture, begun)
      if (received !== null) arrivals.set(arrivalKey(received, begun.item), begun)
    }
    return isNew && isFree
  }
  const isAddition = event === ADDITION
  const kind = laterKinds.find(each => (isAddition ? each === what : laterEvents[each] === event))
  if (kind === undefined && !isAddition && !OF_A_LIFE.has(String(event))) return true
  if (life?.deleted !== null) return false
  const isWhole = life.closed !== null || life.received !== null
  if (kind !== undefined || isAddition) {
    if (kind !== undefined) life.kept[kind].push(String(isAddition ? kept : at))
    return isWhole && life.trashed === null
  }
  if (event === "capture.recovered") return !isWhole
  if (event === "capture.sealed" || event === "capture.interrupted") {
    if (!isWhole) life.closed = event === "capture.sealed" ? "sealed" : "interrupted"
    return !isWhole
  }
  const isInTrash = life.trashed !== null
  if (event === "deleted") life.deleted = line
  else life.trashed = event === "capture.trashed" ? line : null
  return isWhole && (event === "capture.trashed") !== isInTrash
}

const OF_A_LIFE = new Set([
  ...["capture.sealed", "capture.interrupted", "capture.recovered"],
  ...["capture.trashed", "capture.restored", "deleted"],
])

function noteStamp(
  { lives, ofKeys }: Telling,
  event: string,
  { at, digest, authority, token, capture, key }: Fields,
): void {
  if (typeof token !== "string") return
  const line = { at: String(at), digest: String(digest), authority: String(authority), token }
  if (typeof key === "string") {
    const before = ofKeys.get(key)
    if (before === undefined) ofKeys.set(key, [line])
    else before.push(line)
    return
  }
  const life = typeof capture === "string" ? lives.get(capture) : undefined
  // What was asked for in the moment of its deletion may come after it.
  if (life?.deleted !== null) return
  if (event === "time.received") life.stamps.push(line)
  else life.proofs.push(line)
}

const lifeOf = (since: number, item: string, isImport: boolean, received: string | null): Life => ({
  ...{ since, item, isImport, received, closed: null, trashed: null, deleted: null },
  ...{ stamps: [], proofs: [] },
  kept: { readings: [], corrections: [], annotations: [], redactions: [], imports: [] },
})
