/**
 * The times that a bundle states of itself, by the clock of whoever made it:
 * the base folder's, Bagging-Date, the last line of the log, the ends of the
 * captures. Each must be a time that there is. None of them may be later than a
 * trusted stamp over the whole, which was given when all of it was there.
 */
import { LATE_STAMP_MS } from "../clock.ts"
import { EvidenceError } from "../errors.ts"
import { type Contents, strictText } from "./contents.ts"
import { type Finding, finding, type Layer, type Told } from "./finding.ts"
import { realTime } from "./real-time.ts"

const INFO = "bag-info.txt"
const INFO_LIMIT = 64 * 1024
const CUSTODY = "data/custody.jsonl"
const DAY = "T00:00:00Z"

/** What is dated, in the words of the finding: `folder`, `Bagging-Date`, `custody.jsonl`, or an item. */
export interface SaidTime {
  readonly what: string
  readonly at: string
}

export interface SaidTimes extends Told {
  readonly times: readonly SaidTime[]
}

/**
 * `lastAt`: of the log's last line; `exportedAt`: of the one that begins the export; `ends`: when each item's capture
 * ended, as its record says.
 */
export async function readSaidTimes(
  contents: Contents,
  { lastAt, exportedAt }: { readonly lastAt: string | null; readonly exportedAt: string | null },
  ends: ReadonlyMap<string, unknown>,
): Promise<SaidTimes> {
  const folder = folderTime(contents.folder)
  const bagging = await baggingDate(contents)
  const said: SaidTime[] = []
  const faults: Finding[] = []
  const add = (what: string, at: string | null, shown: string | null = at) => {
    if (at === null || shown === null) return
    if (realTime(at) === null) faults.push(finding("time/impossible", { what, said: shown }))
    else said.push({ what, at })
  }
  add("folder", folder)
  add("Bagging-Date", bagging === null ? null : bagging + DAY, bagging)
  add(CUSTODY, lastAt)
  // Of a record whose end is no time, its own reading says so.
  for (const [item, at] of ends) if (typeof at === "string") said.push({ what: item, at })
  if (folder === null || faults.length > 0) return { faults, warnings: [], times: said }
  // The writer takes all three from one moment: that of the line which begins the export.
  if (bagging !== null && !folder.startsWith(bagging))
    faults.push(finding("time/other-day", { folder: folder.slice(0, DAY_LETTERS), said: bagging }))
  if (exportedAt !== null && exportedAt.slice(0, SECOND_LETTERS) !== folder.slice(0, SECOND_LETTERS))
    faults.push(finding("time/other-start", { folder, said: exportedAt }))
  return { faults, warnings: [], times: said }
}

const DAY_LETTERS = "YYYY-MM-DD".length
const SECOND_LETTERS = "YYYY-MM-DDThh:mm:ss".length

/** The layer of the stamps over the whole, with the times that are later than the earliest trusted one of them. */
export function withLater(layer: Layer, times: readonly SaidTime[]): Layer {
  const trusted = layer.detail.flatMap(each => (each.code === "time/trusted" ? [each.facts.at] : []))
  const [stamp] = trusted.toSorted((a, b) => Date.parse(a) - Date.parse(b))
  if (stamp === undefined) return layer
  const limit = Date.parse(stamp) + LATE_STAMP_MS
  const later = times.filter(({ at }) => Date.parse(at) > limit)
  if (later.length === 0) return layer
  const detail = [
    ...layer.detail,
    ...later.map(({ what, at }) => finding("time/said-later", { what, at, stamp })),
  ]
  return { layer: layer.layer, outcome: layer.outcome === "fail" ? "fail" : "warn", detail }
}

/** ISO 8601; null for a folder of another name, which is told of elsewhere. */
function folderTime(folder: string): string | null {
  const digits = /^holdfast-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-/.exec(folder)
  if (digits === null) return null
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = digits
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

async function baggingDate(contents: Contents): Promise<string | null> {
  return /^Bagging-Date: (\d{4}-\d{2}-\d{2})$/m.exec(await infoText(contents))?.[1] ?? null
}

async function infoText(contents: Contents): Promise<string> {
  if (!contents.files.has(INFO)) return ""
  try {
    return strictText(await contents.read(INFO, INFO_LIMIT))
  } catch (thrown) {
    if (thrown instanceof EvidenceError) return ""
    throw thrown
  }
}
