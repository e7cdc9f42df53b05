/** What a case holds, for the page of its next steps. Nothing here writes. */
import { hostOf, isPractice } from "../core/address.ts"
import { standing } from "../core/corrections.ts"
import { groupsOf } from "../core/groups.ts"
import { type CaseGround, type CaseItem } from "../core/roads/ground.ts"
import { aboutAll } from "./about-all.ts"
import { type AdviceRow } from "./advice-row.ts"
import { type CaptureRow } from "./capture-row.ts"
import { capturedPost } from "./captured-post.ts"
import { caseIdOf } from "./case-row.ts"
import { type CorrectionRow } from "./correction-row.ts"
import { type ImportRow } from "./import-row.ts"
import { allCaptures, doneExports } from "./read.ts"
import { standingComplaints } from "./read-remarks.ts"
import { readingsOfAll } from "./read-schedules.ts"
import { isCountersRow, type ReadingRow } from "./reading-row.ts"
import { isReceived } from "./received-stamp.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Of the case with this id: empty where there is none. */
export async function groundOfCase(vault: Vault, caseId: string): Promise<CaseGround> {
  const filed = (await allCaptures(vault)).filter(row => caseIdOf(row) === caseId)
  const rows = filed.filter(({ url }) => !isPractice(url))
  const ids = rows.map(({ id }) => id)
  const about = new Set([caseId, ...ids])
  const [readings, exports, complaints, [stamps, imports, advice, corrections]] = await Promise.all([
    readingsOfAll(vault, ids),
    doneExports(vault),
    standingComplaints(vault),
    query(
      Promise.all([
        aboutAll(vault.stamps, ids),
        aboutAll(vault.imports, ids),
        aboutAll(vault.advice, [...about]),
        aboutAll(vault.corrections, ids),
      ]),
    ),
  ])
  const exported = new Set(exports.flatMap(({ captures }) => captures))
  const stamped = new Set([...stamps.filter(isReceived), ...imports.filter(isStamp)].map(({ of }) => of))
  const read = groupsOf(readings, ({ of }) => of)
  const said = groupsOf(advice, ({ of }) => of)
  const corrected = groupsOf(corrections.sort(byCustody), ({ of }) => of)
  return {
    items: rows.map(row =>
      itemOf(row, {
        readings: read.get(row.id) ?? [],
        advice: said.get(row.id) ?? [],
        corrections: corrected.get(row.id) ?? [],
        isStamped: stamped.has(row.id),
        isInBundle: exported.has(row.id),
      }),
    ),
    said: wordsIn(said.get(caseId) ?? []),
    complaints: complaints.filter(({ of }) => about.has(of)).map(complaint => complaint.said),
    practice: filed.length - rows.length,
  }
}

interface Besides extends Pick<CaseItem, "isStamped" | "isInBundle"> {
  readonly readings: readonly ReadingRow[]
  readonly advice: readonly AdviceRow[]
  readonly corrections: readonly CorrectionRow[]
}

function itemOf(row: CaptureRow, { readings, advice, corrections, ...besides }: Besides): CaseItem {
  const { id, item, url, startedAt, complete, facts = null } = row
  const seen = readings.findLast(isCountersRow)?.summary
  return {
    ...{ id, item, startedAt, complete, facts, ...besides },
    host: hostOf(url) ?? "",
    isOfWeb: /^https?:/.test(url),
    filled: standing(corrections),
    post: capturedPost(row, readings, corrections),
    readings: readings.map(({ kind, summary }) => ({ kind, at: summary.at })),
    lastSeen: seen === undefined ? null : { at: seen.at, state: seen.state },
    said: wordsIn(advice),
  }
}

const byCustody = (a: CorrectionRow, b: CorrectionRow): number => a.custodySeq - b.custodySeq

const wordsIn = (advice: readonly AdviceRow[]): CaseItem["said"] =>
  new Map(advice.map(({ name, state }) => [name, state]))

/** A stamp in which nothing is wrong and that holds the item's own hash; one whose signature cannot be judged here is none. */
const isStamp = ({ reading, matchedBy }: ImportRow): boolean =>
  reading !== null && reading.unverifiable === null && matchedBy === "imprint"
