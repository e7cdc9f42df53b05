/** What anyone may ask the vault. Nothing here writes. */
import { Dexie } from "dexie"
import { type CustodyLine } from "../core/custody.ts"
import { type ImportRow } from "./import-row.ts"
import { type AdviceRow } from "./advice-row.ts"
import { type AnchorRow } from "./anchor-row.ts"
import { type AnnotationRow } from "./annotation-row.ts"
import { type ArtifactRow, type CaptureRow, type LogRow } from "./capture-row.ts"
import { caseIdOf } from "./case-row.ts"
import { type CorrectionRow } from "./correction-row.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type RedactionRow } from "./redaction-row.ts"
import { type CheckRow } from "./check-row.ts"
import { type ExportRow, type KeyRow, type PlanRow, type StampRow, Vault } from "./schema.ts"
import { query } from "./transact.ts"

export { watch } from "./watch.ts"

export function openVault(): Vault {
  return new Vault()
}

/** Newest first, without what is in the trash. */
export function recentCaptures(vault: Vault, limit: number): Promise<CaptureRow[]> {
  return query(vault.captures.orderBy("item").reverse().filter(isKept).limit(limit).toArray())
}

/** The same, of one case. */
export function recentCapturesIn(vault: Vault, caseId: string, limit: number): Promise<CaptureRow[]> {
  const isShown = (row: CaptureRow) => isKept(row) && caseIdOf(row) === caseId
  return query(vault.captures.orderBy("item").reverse().filter(isShown).limit(limit).toArray())
}

/** Sealed captures outside the trash, by item number. Sorted and sifted here: a cursor asks for each row by itself. */
export async function allCaptures(vault: Vault): Promise<CaptureRow[]> {
  return (await sealedCaptures(vault)).filter(isKept)
}

/** Sealed captures, those in the trash too, by item number. */
export function sealedCaptures(vault: Vault): Promise<CaptureRow[]> {
  return query(vault.captures.where("state").equals("sealed").sortBy("item"))
}

export function captureById(vault: Vault, id: string): Promise<CaptureRow | undefined> {
  return query(vault.captures.get(id))
}

export function runningCaptures(vault: Vault): Promise<CaptureRow[]> {
  return query(vault.captures.where("state").equals("running").sortBy("item"))
}

/** Captures that were put in the trash before a time. */
export function trashedBefore(vault: Vault, at: string): Promise<CaptureRow[]> {
  return query(vault.captures.where("trashedAt").below(at).toArray())
}

/** How many there are, outside the trash. By index alone: the popup asks at every change, with any number of items. */
export async function countCaptures(
  vault: Vault,
): Promise<{ readonly kept: number; readonly running: number }> {
  const [sealed, running, trashed] = await query(
    Promise.all([
      vault.captures.where("state").equals("sealed").count(),
      vault.captures.where("state").equals("running").count(),
      vault.captures.orderBy("trashedAt").count(),
    ]),
  )
  return { kept: sealed - trashed, running }
}

/** The files of a capture, by path. */
export function artifactsOf(vault: Vault, captureId: string): Promise<ArtifactRow[]> {
  return query(vault.artifacts.where("captureId").equals(captureId).sortBy("path"))
}

/** The procedure log of a capture, in order. */
export function logOf(vault: Vault, captureId: string): Promise<LogRow[]> {
  return query(
    vault.log
      .where("[captureId+seq]")
      .between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
      .toArray(),
  )
}

/** The custody log up to and with line `seq`. */
export function custodyUpTo(vault: Vault, seq: number): Promise<CustodyLine[]> {
  return query(vault.custody.where("seq").belowOrEqual(seq).sortBy("seq"))
}

export function lastExport(vault: Vault): Promise<ExportRow | undefined> {
  return query(vault.exports.orderBy("at").last())
}

export function runningExports(vault: Vault): Promise<ExportRow[]> {
  return query(vault.exports.filter(({ state }) => state === "running").toArray())
}

export function exportById(vault: Vault, id: string): Promise<ExportRow | undefined> {
  return query(vault.exports.get(id))
}

export function planOf(vault: Vault, exportId: string): Promise<PlanRow | undefined> {
  return query(vault.plans.get(exportId))
}

/** The newest export for which a time stamp came that no ZIP of it holds. */
export async function exportToComplete(vault: Vault): Promise<ExportRow | null> {
  return query(
    vault.transaction("r", [vault.plans, vault.exports, vault.stamps], async () => {
      const planned = await vault.exports.bulkGet(await vault.plans.toCollection().primaryKeys())
      const rows = planned.filter(row => row !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))
      for (const row of rows) {
        const stamps = await vault.stamps.where("of").equals(row.id).toArray()
        if (stamps.some(stamp => isLate(stamp) && !row.stamped?.authorities.includes(stamp.authority)))
          return row
      }
      return null
    }),
  )
}

/** Whether a stamp over a bundle came after it was packed: the first try is made while it is. */
export const isLate = ({ state, tries }: Pick<StampRow, "state" | "tries">): boolean =>
  state === "received" && tries > 1

/** The time stamps of a capture or an export, by authority. */
export function stampsOf(vault: Vault, id: string): Promise<StampRow[]> {
  return query(vault.stamps.where("of").equals(id).sortBy("authority"))
}

export function stampById(vault: Vault, id: string): Promise<StampRow | undefined> {
  return query(vault.stamps.get(id))
}

/** Stamps that were asked for and have not come, the most urgent first. */
export function waitingStamps(vault: Vault): Promise<StampRow[]> {
  return query(vault.stamps.where("state").equals("waiting").sortBy("nextTryAt"))
}

/** The OpenTimestamps proofs of a capture or an export. */
export function anchorsOf(vault: Vault, id: string): Promise<AnchorRow[]> {
  return query(vault.anchors.where("of").equals(id).toArray())
}

/** Those that lead to no block yet, the most urgent first. */
export function openAnchors(vault: Vault): Promise<AnchorRow[]> {
  return query(vault.anchors.where("state").anyOf("waiting", "pending").sortBy("nextTryAt"))
}

/** The check of all files, running or done; undefined where there never was one. */
export function fileCheck(vault: Vault): Promise<CheckRow | undefined> {
  return query(vault.checks.get("files"))
}

/** Proofs from elsewhere over a capture or an export, in the order in which they came. */
export function importsOf(vault: Vault, id: string): Promise<ImportRow[]> {
  return query(vault.imports.where("of").equals(id).sortBy("custodySeq"))
}

/** What was read again of a capture, in the order in which it was. */
export function readingsOf(vault: Vault, id: string): Promise<ReadingRow[]> {
  return query(vault.readings.where("of").equals(id).sortBy("custodySeq"))
}

/** What the user said of its fields, in the order in which they did. */
export function correctionsOf(vault: Vault, id: string): Promise<CorrectionRow[]> {
  return query(vault.corrections.where("of").equals(id).sortBy("custodySeq"))
}

/** All versions of the marks on its pictures, in the order in which they were kept. */
export function annotationsOf(vault: Vault, id: string): Promise<AnnotationRow[]> {
  return query(vault.annotations.where("of").equals(id).sortBy("custodySeq"))
}

/** Its redacted copies, in the order in which they were made. */
export function redactionsOf(vault: Vault, id: string): Promise<RedactionRow[]> {
  return query(vault.redactions.where("of").equals(id).sortBy("custodySeq"))
}

/** What they said of the suggestions for it. */
export function adviceOf(vault: Vault, id: string): Promise<AdviceRow[]> {
  return query(vault.advice.where("of").equals(id).toArray())
}

/** All of them, the newest first. */
export async function allImports(vault: Vault): Promise<ImportRow[]> {
  return (await query(vault.imports.toCollection().sortBy("custodySeq"))).reverse()
}

/** The exports that were handed out, the newest first. */
export function doneExports(vault: Vault): Promise<ExportRow[]> {
  return query(
    vault.exports
      .orderBy("at")
      .reverse()
      .filter(({ state }) => state === "done")
      .toArray(),
  )
}

/** capture.json of sealed captures: the place of its bytes, and its hashes. */
export function recordFile(vault: Vault, captureId: string): Promise<ArtifactRow | undefined> {
  return fileAt(vault, captureId, "capture.json")
}

/** A file of a capture, by its path. */
export function fileAt(vault: Vault, captureId: string, path: string): Promise<ArtifactRow | undefined> {
  return query(vault.artifacts.get([captureId, path]))
}

/** Stamps over bundles, whose digests are those of the lists of their lists. */
export function exportStamps(vault: Vault): Promise<StampRow[]> {
  return query(vault.stamps.filter(({ kind }) => kind === "export").toArray())
}

export function deviceKey(vault: Vault): Promise<KeyRow | undefined> {
  return query(vault.keys.get("device"))
}

const isKept = (row: CaptureRow): boolean => row.trashedAt === null
