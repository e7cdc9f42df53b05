/** Exports: what goes in, when it began and ended, and its place in custody. The packing itself is the workshop's. */
import { EvidenceError } from "../core/errors.ts"
import { now } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { allCaptures } from "../vault/read.ts"
import { type ExportRow } from "../vault/schema.ts"
import { beginExport, endExport } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

export interface StartedExport {
  readonly exportId: string
  /** Settles when the export has ended; rejects only when its end could not be written down. */
  readonly ended: Promise<void>
}

/**
 * Opens an export and lets it run; answers at once. An empty list means
 * everything that is sealed and not in the trash. Throws `export/nothing`, or
 * `export/busy` while another one of this run is at work.
 */
export async function startExport(ports: Ports, captureIds: readonly string[]): Promise<StartedExport> {
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
  })
  return { exportId: row.id, ended: keepingAwake(carryOut(ports, row)) }
}

// How it ended stands in the row, which the popup watches, and in custody.
async function carryOut(ports: Ports, { id }: ExportRow): Promise<void> {
  try {
    const made = await ports.workshop("makeBundle", { exportId: id })
    await endExport(
      ports.vault,
      id,
      now(),
      { ...made, state: "done" },
      { event: "exported", export: id, zip: made.zip },
    )
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    await endExport(ports.vault, id, now(), { state: "failed", code }, { event: "export.failed", export: id })
  }
}
