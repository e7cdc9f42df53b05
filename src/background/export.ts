/** Exports: what goes in, when it began and ended, and its place in custody. The packing itself is the workshop's. */
import { fromBase64 } from "../core/bytes.ts"
import { type Encryption } from "../core/encryption/encryption.ts"
import { isUsable } from "../core/encryption/passphrase.ts"
import { causeOf } from "../core/cause.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Typed } from "../core/papers/typed.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { nextTryAt } from "../core/stamp/back-off.ts"
import { now } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { allCaptures } from "../vault/read.ts"
import { askedNames, recipientsById } from "../vault/read-settings.ts"
import { type ExportEncryption, type ExportRow, type StampRow, type Vault } from "../vault/schema.ts"
import { type BundleAnchor, type BundleMade, type BundleStamp, type ExportWish } from "../protocol.ts"
import { readBack } from "../vault/blobs.ts"
import { type AnchorRow } from "../vault/anchor-row.ts"
import { caseIdOf } from "../vault/case-row.ts"
import { newAnchor, nextAskAt } from "./anchors.ts"
import { newStamp } from "./stamps.ts"
import { keepCaseKeys } from "../vault/write-cases.ts"
import { beginExport, endExport, noteStamped, takeOverExport } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

export interface StartedExport {
  readonly exportId: string
  /** Settles when the export has ended; rejects only when its end could not be written down. */
  readonly ended: Promise<void>
}

/**
 * Opens an export and lets it run; answers at once. An empty list means
 * everything that is sealed and not in the trash. Throws `export/nothing`, or
 * `export/busy` while another one of this run is at work, and
 * `export/passphrase` or `export/no-recipient` before anything is begun.
 */
export async function startExport(
  ports: Ports,
  captureIds: readonly string[],
  {
    encryption = null,
    withNotes = true,
    report = null,
    papers,
    typed,
  }: Partial<Omit<ExportWish, "captureIds">> = {},
): Promise<StartedExport> {
  const handedOut = await handingOut(ports.vault, encryption)
  const sealed = await allCaptures(ports.vault)
  const chosen = sealed.filter(row => captureIds.length === 0 || captureIds.includes(row.id))
  if (chosen.length === 0) throw new EvidenceError("export/nothing", "no sealed capture was chosen")
  const row = await beginExport(ports.vault, {
    id: crypto.randomUUID(),
    run: ports.run,
    at: now(),
    state: "running",
    captures: chosen.map(({ id }) => id),
    done: 0,
    total: 0,
    fileName: null,
    bytes: null,
    zip: null,
    leftOut: 0,
    code: null,
    authorities: await askedNames(ports.vault),
    stamped: null,
    encryption: handedOut,
    encrypted: null,
    withNotes,
    report,
    reportMade: null,
    listMade: null,
    routeMade: null,
    ...(papers === undefined ? {} : { papers }),
  })
  const [inCase, ...others] = new Set(chosen.map(caseIdOf))
  if (encryption?.by === "recipients" && inCase !== undefined && others.length === 0)
    await keepCaseKeys(ports.vault, inCase, encryption.recipientIds)
  return {
    exportId: row.id,
    ended: keepingAwake(carryOut(ports, row, () => askFor(ports, row, encryption, typed))),
  }
}

/**
 * Goes on with an export that another run of the background began, where its bundle is still being made: a worker is
 * stopped at any time, the document that makes bundles is not, and what it hands out must be on record.
 */
export async function takeOver(ports: Ports, row: ExportRow): Promise<void> {
  await takeOverExport(ports.vault, row.id, ports.run)
  await keepingAwake(carryOut(ports, row, () => ports.workshop("awaitBundle", { exportId: row.id })))
}

const askFor = (
  { workshop }: Ports,
  { id }: ExportRow,
  encryption: Encryption | null,
  typed: Typed | undefined,
): Promise<BundleMade> =>
  workshop("makeBundle", { exportId: id, encryption, ...(typed === undefined ? {} : { typed }) })

/** What may be written down of it: how, and to whose keys. The passphrase stays an argument. */
async function handingOut(vault: Vault, encryption: Encryption | null): Promise<ExportEncryption | null> {
  if (encryption === null) return null
  if (encryption.by === "passphrase") {
    if (isUsable(encryption.passphrase)) return { by: "passphrase", to: [] }
    throw new EvidenceError("export/passphrase", "too short, too long, or not of plain characters")
  }
  const recipients = await recipientsById(vault, encryption.recipientIds)
  return { by: "recipients", to: recipients.map(({ label }) => label) }
}

// How it ended stands in the row, which the popup watches, and in custody.
async function carryOut(ports: Ports, row: ExportRow, make: () => Promise<BundleMade>): Promise<void> {
  let made: BundleMade
  try {
    made = await make()
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    const failed = { state: "failed", code, cause: causeOf(thrown) } as const
    await endExport(ports.vault, row.id, now(), failed, { event: "export.failed", export: row.id })
    return
  }
  await noteMade(ports.vault, row, made)
}

/** The file is out of our hands: its digits have to be on record whatever else cannot be put down beside them. */
async function noteMade(vault: Vault, row: ExportRow, made: BundleMade): Promise<void> {
  const { id } = row
  const { stamps, anchor, plan, ...said } = made
  const at = now()
  const event = { event: "exported", export: id, zip: said.zip, ...formOf(row, said.encrypted) } as const
  try {
    await endExport(vault, id, at, { ...said, state: "done" }, event, {
      stamps: await Promise.all(stamps.map(stamp => stampRow(vault, id, stamp, at))),
      anchors: anchor === null ? [] : [anchorRow(id, anchor, at)],
      plan: plan === null ? null : { export: id, ...plan },
    })
  } catch (thrown) {
    await endExport(vault, id, at, { ...said, state: "done", cause: causeOf(thrown) }, event)
  }
}

/** Makes the ZIP of an export once more, with the time stamps that came late. Throws as `growBundle` does. */
export async function completeExport(ports: Ports, exportId: string): Promise<void> {
  const made = await keepingAwake(ports.workshop("growBundle", { exportId }))
  await noteStamped(ports.vault, exportId, { at: now(), ...made })
}

const formOf = ({ encryption }: ExportRow, file: Sha256 | null) =>
  encryption === null || file === null ? {} : { form: `age-${encryption.by}` as const, file }

/** An OpenTimestamps proof over a bundle, as the workshop left it: promised, or failed once. */
function anchorRow(exportId: string, { digest, proof, code }: BundleAnchor, at: string): AnchorRow {
  const wanted = newAnchor({ kind: "export", of: exportId, digest }, at)
  return proof === null
    ? { ...wanted, code, tries: 1, nextTryAt: nextTryAt(at, 1) }
    : { ...wanted, proof: fromBase64(proof), state: "pending", nextTryAt: nextAskAt(at, 0) }
}

/** A stamp over a bundle, as the workshop left it: there, or failed once. */
async function stampRow(vault: Vault, exportId: string, stamp: BundleStamp, at: string): Promise<StampRow> {
  const { authority, digest, query, got, code } = stamp
  const asked = { ...newStamp({ kind: "export", of: exportId, digest }, authority, at), tries: 1 }
  const row = { ...asked, query: fromBase64(query) }
  if (got === null) return { ...row, code, nextTryAt: nextTryAt(at, 1) }
  return { ...row, ...got, state: "received", reply: await readBack(vault, got.token), receivedAt: at }
}
