/** The places in a recording that a viewer may go to: each page that came, and each step that was ticked. */
import { asCount, asFields, asList, asString, malformed } from "../parse.ts"
import { LONGEST_TITLE, PROCEDURE_FILE, type ProcedureLine } from "./entry.ts"
import type { ProcedureStep } from "./steps.ts"

export interface Chapter {
  /** Milliseconds from the start of the recording. */
  readonly ms: number
  readonly title: string
}

/** What capture.json says of the procedure. */
export interface ProcedureRecord {
  readonly file: string
  readonly lines: number
  /** How many pages came, and of how many of them there is a picture. */
  readonly pages: number
  readonly pictured: number
  readonly chapters: readonly Chapter[]
}

/** @param titleOf the name of a step, in the user's language */
export function chaptersOf(
  lines: readonly ProcedureLine[],
  titleOf: (step: ProcedureStep) => string,
): Chapter[] {
  return lines.flatMap((line): Chapter[] => {
    const { ms } = line
    if (line.kind === "page" || line.kind === "route") {
      const title = (line.title ?? "") === "" ? (line.url ?? "") : (line.title ?? "")
      return title === "" ? [] : [{ ms, title: title.slice(0, LONGEST_TITLE) }]
    }
    return line.kind === "step" && line.state === "done" ? [{ ms, title: titleOf(line.step) }] : []
  })
}

export function procedureRecord(
  lines: readonly ProcedureLine[],
  titleOf: (step: ProcedureStep) => string,
): ProcedureRecord {
  const pages = lines.filter(line => line.kind === "page")
  return {
    file: PROCEDURE_FILE,
    lines: lines.length,
    pages: pages.length,
    pictured: pages.filter(({ frame }) => frame !== null).length,
    chapters: chaptersOf(lines, titleOf),
  }
}

/** @throws EvidenceError `input/malformed`, with the name of the field */
export function parseProcedureRecord(input: unknown): ProcedureRecord {
  const record = asFields(input, "procedure")
  if (record.file !== PROCEDURE_FILE) throw malformed("procedure.file")
  return {
    file: PROCEDURE_FILE,
    lines: asCount(record.lines, "procedure.lines"),
    pages: asCount(record.pages, "procedure.pages"),
    pictured: asCount(record.pictured, "procedure.pictured"),
    chapters: asList(record.chapters, "procedure.chapters", chapter => {
      const { ms, title } = asFields(chapter, "procedure.chapters")
      return { ms: asCount(ms, "procedure.chapters.ms"), title: asString(title, "procedure.chapters.title") }
    }),
  }
}
