/** What an earlier run of the background left unfinished: a killed browser, a stopped worker. */
import { EvidenceError, type ErrorCode } from "../core/errors.ts"
import { now } from "../platform/clock.ts"
import { artifactsOf, runningCaptures, runningExports } from "../vault/read.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { endExport } from "../vault/write.ts"
import { dropOrphanBytes, youngFrom } from "../vault/write-deletions.ts"
import { endLeftOpen } from "./check-files.ts"
import { takeOver } from "./export.ts"
import { type Ports } from "./ports.ts"
import { startRun } from "./run.ts"
import { closeCapture } from "./seal-capture.ts"

/**
 * Closes every capture and export that another run left open; each on its own,
 * so that one that cannot be closed holds up no other. An export whose bundle is
 * still being made is gone on with: `report` hears of its end. Answers with the
 * codes of the captures that could not be closed.
 */
export async function recover(ports: Ports, report: (work: Promise<void>) => void): Promise<ErrorCode[]> {
  const failures: ErrorCode[] = []
  for (const row of await runningCaptures(ports.vault)) {
    if (row.run === ports.run) continue
    try {
      await closeLeftOpen(ports, row)
    } catch (thrown) {
      failures.push(EvidenceError.from(thrown).code)
    }
  }
  for (const row of await runningExports(ports.vault)) {
    const { id, run } = row
    if (run === ports.run) continue
    if (await isAtWork(ports, id)) {
      report(takeOver(ports, row))
      continue
    }
    const event = { event: "export.failed", export: id } as const
    await endExport(ports.vault, id, now(), { state: "failed", code: "export/failed" }, event)
  }
  await endLeftOpen(ports)
  await dropOrphanBytes(ports.vault, youngFrom(now()))
  return failures
}

/** Where nobody answers, nobody is. */
async function isAtWork({ workshop }: Ports, exportId: string): Promise<boolean> {
  try {
    return (await workshop("knowsBundle", { exportId })).known
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "internal") return false
    throw thrown
  }
}

async function closeLeftOpen(ports: Ports, row: CaptureRow): Promise<void> {
  const run = startRun(ports, {
    id: row.id,
    tabId: -1,
    windowId: -1,
    url: row.url,
    signal: new AbortController().signal,
  })
  for (const step of row.steps) run.addStep(step)
  row.gaps.forEach(run.gap)
  run.redact(row.redacted)
  const files = await artifactsOf(ports.vault, row.id)
  run.note("seal", "found unfinished at the start of the extension", { files: files.length })
  await closeCapture(run, true)
}
