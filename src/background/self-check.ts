/** Keeps the self-check record of a recording that runs: what is known here, and what its user pasted. */
import { utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import {
  commandOf,
  notRead,
  outputPath,
  SELF_CHECK_FILE,
  type SelfCheck,
  type SelfCheckOutput,
  type SelfCheckWish,
} from "../core/self-check.ts"
import { now } from "../platform/clock.ts"
import { captureById } from "../vault/read.ts"
import { keepFile } from "./keep-file.ts"
import { type Run, store } from "./run.ts"

/**
 * Nothing is asked of any network for it. The outputs first, so that the record
 * names nothing that is not there. Throws `input/malformed` where there is one
 * already: what was said once is not said anew.
 */
export async function keepSelfCheck(run: Run, { system, screen, outputs }: SelfCheckWish): Promise<void> {
  const row = await captureById(run.ports.vault, run.id)
  if (row === undefined) throw new EvidenceError("capture/not-running", `recording ${run.id}`)
  if (row.selfCheckAt !== undefined) throw new EvidenceError("input/malformed", "a second self-check record")
  const kept: SelfCheckOutput[] = []
  for (const { name, text } of outputs) {
    const file = await keepFile(run, "recording", {
      ...{ path: outputPath(name), bytes: utf8(text) },
      ...{ mediaType: "text/plain; charset=utf-8", source: "imported" },
    })
    const { path, sha256, bytes } = file
    kept.push({ name, system, command: commandOf(name, system, row.url), path, sha256, bytes })
  }
  const { environment: own } = row
  const at = now()
  const check: SelfCheck = {
    schema: 1,
    at,
    facts: {
      ...{ browser: own.browser, version: own.version, os: own.os, userAgent: own.userAgent },
      ...{ extension: own.extension, build: own.build, locale: own.locale },
      languages: [...navigator.languages],
      ...{ timeZone: row.timeZone, utcOffsetMinutes: row.utcOffsetMinutes },
      ...{ privateWindow: own.privateWindow, zoom: own.zoom },
      ...{ screenWidth: screen.width, screenHeight: screen.height },
      ...{ colorDepth: screen.colorDepth, dpr: screen.dpr },
    },
    notRead,
    outputs: kept,
  }
  await keepFile(run, "recording", {
    ...{ path: SELF_CHECK_FILE, bytes: utf8(`${JSON.stringify(check, null, 2)}\n`) },
    ...{ mediaType: "application/json", source: "derived" },
  })
  await store(run, { selfCheckAt: at })
}
