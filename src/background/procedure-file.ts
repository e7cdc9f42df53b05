/** The step that makes one file of a guided recording's procedure log. */
import { reasonOf } from "../core/completeness.ts"
import { utf8 } from "../core/bytes.ts"
import { PROCEDURE_FILE } from "../core/procedure/entry.ts"
import { procedureRecord } from "../core/procedure/chapters.ts"
import { parseProcedure } from "../core/procedure/parse.ts"
import { translator } from "../i18n/t.ts"
import { tagOf } from "../platform/language.ts"
import { procedureOf } from "../vault/read-procedure.ts"
import { languages } from "../vault/read-settings.ts"
import { keepFile } from "./keep-file.ts"
import { type Run, runStep, store } from "./run.ts"

/** Nothing, where the recording was none with a procedure. Pages that could not be followed are a gap. */
export async function keepProcedure(run: Run): Promise<void> {
  const rows = await procedureOf(run.ports.vault, run.id)
  if (rows.length === 0) return
  await runStep(run, "procedure", async () => {
    const text = rows.map(({ line }) => `${line}\n`).join("")
    // As a verifier will read it: a log that does not hold is no log.
    const lines = parseProcedure(text)
    const say = translator(tagOf((await languages(run.ports.vault)).pages))
    const procedure = procedureRecord(lines, step => say(`procedure.step.${step}`))
    const codes = lines.flatMap(line => (line.kind === "page" && line.code !== null ? [line.code] : []))
    // One that was gone before it could be looked at was no page for the user either.
    const missed = codes.filter(code => code !== "capture/page-left")
    const [first] = missed
    if (first !== undefined) {
      run.gap({ what: "procedure", reason: reasonOf(first), count: missed.length, where: null })
    }
    await keepFile(run, "procedure", {
      ...{ path: PROCEDURE_FILE, bytes: utf8(text) },
      ...{ mediaType: "application/jsonl", source: "derived" },
    })
    await store(run, { procedure })
  })
}
