/**
 * The one writer of history: captures, their files' places, the procedure log
 * and the custody log. Only the background imports this (tests/architecture).
 * A custody line is written in the same transaction as what it speaks of.
 */
import { type CustodyEvent, type CustodyLine } from "../core/custody.ts"
import { EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { type AnchorRow } from "./anchor-row.ts"
import { appendCustody, appendLog, type LogEntry } from "./append.ts"
import { type ArtifactRow, type CaptureRow } from "./capture-row.ts"
import {
  type ExportRow,
  type KeyRow,
  type PlanRow,
  type StampedExport,
  type StampRow,
  type Vault,
} from "./schema.ts"
import { ofRecording } from "./chunks.ts"
import { ofProcedure } from "./read-procedure.ts"
import { dropEntry } from "./write-entries.ts"
import { addAnchors } from "./write-anchors.ts"
import { addStamps } from "./write-stamps.ts"
import { commit } from "./transact.ts"

/** Adds a capture with what is known of it so far, gives it its item number, and opens its custody. */
export function beginCapture(
  vault: Vault,
  draft: Omit<CaptureRow, "item">,
  files: readonly ArtifactRow[],
  log: readonly LogEntry[],
): Promise<CaptureRow> {
  const tables = [vault.captures, vault.artifacts, vault.counters, vault.log, vault.custody]
  return commit(vault, tables, async () => {
    const item = ((await vault.counters.get("item"))?.value ?? 0) + 1
    const row: CaptureRow = { ...draft, item }
    await vault.counters.put({ name: "item", value: item })
    await vault.captures.add(row)
    await vault.artifacts.bulkAdd([...files])
    await appendLog(vault, draft.id, log)
    await appendCustody(vault, draft.startedAt, {
      event: "capture.started",
      capture: draft.id,
      item: itemName(item),
      ...(draft.trigger === "import" ? { by: "import" } : {}),
    })
    return row
  })
}

/** Adds files and log lines to a running capture, and changes its row, all or nothing. */
export function addToCapture(
  vault: Vault,
  captureId: string,
  change: {
    readonly files?: readonly ArtifactRow[]
    readonly log?: readonly LogEntry[]
    readonly row?: Partial<Omit<CaptureRow, "id" | "item">>
  },
): Promise<void> {
  return commit(vault, [vault.captures, vault.artifacts, vault.log], async () => {
    const row = await runningRow(vault, captureId)
    const added = change.files ? await putFiles(vault, change.files) : 0
    if (change.log) await appendLog(vault, captureId, change.log)
    await vault.captures.update(captureId, { ...change.row, bytes: row.bytes + added })
  })
}

/** Closes a capture: its row, the hashes of all its files, and its lines in custody. */
export function sealCapture(
  vault: Vault,
  captureId: string,
  sealed: {
    readonly at: string
    readonly row: Partial<Omit<CaptureRow, "id" | "item">>
    readonly files: readonly ArtifactRow[]
    /** In the order in which they will stand. */
    readonly events: readonly CustodyEvent[]
    /** The time stamps to be asked for over its capture.json. */
    readonly stamps: readonly StampRow[]
    /** The OpenTimestamps proofs; not there for none. */
    readonly anchors?: readonly AnchorRow[]
  },
): Promise<void> {
  const { captures, artifacts, custody, stamps, anchors, chunks, procedure } = vault
  const tables = [captures, artifacts, custody, stamps, anchors, chunks, procedure]
  return commit(vault, tables, async () => {
    await runningRow(vault, captureId)
    const kept = new Set(sealed.files.map(({ path }) => path))
    const stored = await vault.artifacts.where("captureId").equals(captureId).toArray()
    const dropped = stored.filter(({ path }) => !kept.has(path))
    await vault.artifacts.bulkDelete(dropped.map(({ path }) => [captureId, path]))
    await vault.artifacts.bulkPut([...sealed.files])
    await vault.captures.update(captureId, {
      ...sealed.row,
      state: "sealed",
      bytes: sealed.files.reduce((sum, file) => sum + file.bytes, 0),
    })
    for (const event of sealed.events) await appendCustody(vault, sealed.at, event)
    await addStamps(vault, sealed.at, sealed.stamps)
    await addAnchors(vault, sealed.at, sealed.anchors ?? [])
    // A recording is one file by now.
    await ofRecording(vault, captureId).delete()
    await ofProcedure(vault, captureId).delete()
  })
}

/** Puts a sealed capture in the trash, or takes it out again. What is in the trash has no entry in the library's index. */
export function setTrashed(vault: Vault, captureId: string, at: string, trashed: boolean): Promise<void> {
  const { captures, custody, entries, texts, schedules } = vault
  return commit(vault, [captures, custody, entries, texts, schedules], async () => {
    const row = await vault.captures.get(captureId)
    if (row?.record == null) throw new EvidenceError("vault/missing", `no sealed capture ${captureId}`)
    if ((row.trashedAt !== null) === trashed) return
    await vault.captures.update(captureId, { trashedAt: trashed ? at : null })
    if (trashed) await dropEntry(vault, captureId)
    // Nothing is read of what was put away; taken out again, it waits for the user's word.
    await vault.schedules.delete(captureId)
    const event = trashed ? "capture.trashed" : "capture.restored"
    await appendCustody(vault, at, { event, capture: captureId, record: row.record })
  })
}

/**
 * Opens an export: its row and its line in custody, with which the bundle's log
 * ends. Throws `export/busy` while another one of the same run is open.
 */
export function beginExport(vault: Vault, draft: Omit<ExportRow, "custodySeq">): Promise<ExportRow> {
  return commit(vault, [vault.exports, vault.custody], async () => {
    const open = await vault.exports.filter(row => row.state === "running" && row.run === draft.run).count()
    if (open > 0) throw new EvidenceError("export/busy", "another export is being made")
    const line = await appendCustody(vault, draft.at, {
      event: "export.started",
      export: draft.id,
      captures: draft.captures,
    })
    const row: ExportRow = { ...draft, custodySeq: line.seq }
    await vault.exports.add(row)
    return row
  })
}

/** An export that is still being made is this run's from now on. */
export function takeOverExport(vault: Vault, id: string, run: string): Promise<void> {
  return commit(vault, [vault.exports], async () => {
    await vault.exports.update(id, { run })
  })
}

/** What an export leaves to come, or has got already. */
export interface LateProofs {
  readonly stamps: readonly StampRow[]
  readonly anchors: readonly AnchorRow[]
  readonly plan: PlanRow | null
}

export function endExport(
  vault: Vault,
  id: string,
  at: string,
  change: Partial<Omit<ExportRow, "id">>,
  event: CustodyEvent,
  late: LateProofs = { stamps: [], anchors: [], plan: null },
): Promise<void> {
  const { exports, custody, stamps, anchors, plans } = vault
  return commit(vault, [exports, custody, stamps, anchors, plans], async () => {
    await vault.exports.update(id, change)
    await appendCustody(vault, at, event)
    await addStamps(vault, at, late.stamps)
    await addAnchors(vault, at, late.anchors)
    if (late.plan !== null) await vault.plans.put(late.plan)
  })
}

/** A ZIP of an export that was made again with late time stamps: its fingerprint is a line of its own. */
export function noteStamped(vault: Vault, id: string, stamped: StampedExport): Promise<void> {
  return commit(vault, [vault.exports, vault.custody], async () => {
    await vault.exports.update(id, { stamped })
    await appendCustody(vault, stamped.at, { event: "exported", export: id, zip: stamped.zip })
  })
}

/** How far a running export is. Shown, not evidence. */
export function noteExportProgress(vault: Vault, id: string, done: number, total: number): Promise<void> {
  return commit(vault, [vault.exports], async () => {
    await vault.exports.update(id, { done, total })
  })
}

/**
 * Stores the device key if there is none yet; answers with the one that is kept.
 * A vault without a key is a new installation: its line and the key's begin the
 * log together, whenever the browser gets round to saying that it installed us.
 */
export function keepDeviceKey(
  vault: Vault,
  key: KeyRow,
  installed: Extract<CustodyEvent, { event: "installed" }>,
): Promise<KeyRow> {
  return commit(vault, [vault.keys, vault.custody], async () => {
    const kept = await vault.keys.get("device")
    if (kept) return kept
    await vault.keys.add(key)
    await appendCustody(vault, key.createdAt, installed)
    await appendCustody(vault, key.createdAt, { event: "key.created", key: key.fingerprint })
    return key
  })
}

export function noteEvent(vault: Vault, at: string, event: CustodyEvent): Promise<CustodyLine> {
  return commit(vault, [vault.custody], () => appendCustody(vault, at, event))
}

/** Puts files in place of those with the same paths; answers with the bytes that this adds. */
async function putFiles(vault: Vault, files: readonly ArtifactRow[]): Promise<number> {
  const before = await vault.artifacts.bulkGet(files.map(({ captureId, path }) => [captureId, path]))
  await vault.artifacts.bulkPut([...files])
  return files.reduce((sum, file, index) => sum + file.bytes - (before[index]?.bytes ?? 0), 0)
}

async function runningRow(vault: Vault, captureId: string): Promise<CaptureRow> {
  const row = await vault.captures.get(captureId)
  if (row?.state !== "running")
    throw new EvidenceError("capture/not-running", `capture ${captureId} is not running`)
  return row
}
