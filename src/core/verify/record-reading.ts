/**
 * The fields of capture.json that checking rests on, and no others. The record
 * may hold words of a later version (a new gap, a new step): they change
 * nothing about whether the files are the ones that it lists.
 */
import { asBoolean, asCount, asFields, asList, asString, malformed } from "../parse.ts"

export interface ListedFile {
  readonly path: string
  readonly sha256: string
  readonly sm3: string
  readonly bytes: number
}

export interface CheckedRecord {
  readonly id: string
  readonly item: string
  readonly complete: boolean
  readonly gaps: number
  readonly files: readonly ListedFile[]
  readonly frames: readonly { readonly path: string; readonly sha256: string }[]
  readonly pages: readonly {
    readonly path: string
    readonly sha256: string
    readonly from: readonly string[]
  }[]
  readonly automation: "yes" | "no" | "unknown"
}

/** Throws `input/malformed` where a field is missing or of another kind, and for another schema. */
export function readCheckedRecord(input: unknown): CheckedRecord {
  const record = asFields(input, "capture.json")
  if (record.schema !== 1) throw malformed("schema")
  return {
    id: asString(record.id, "id"),
    item: asString(record.item, "item"),
    complete: asBoolean(record.complete, "complete"),
    gaps: asList(record.gaps, "gaps", gap => asString(asFields(gap, "gaps").what, "gaps.what")).length,
    files: asList(record.files, "files", readFile),
    frames: asList(record.frames, "frames", readNamed),
    pages: asList(record.pages, "pages", page => ({
      ...readNamed(page),
      from: asList(asFields(page, "pages").from, "pages.from", path => asString(path, "pages.from")),
    })),
    automation: readAutomation(record.environment, record.trigger),
  }
}

function readFile(input: unknown): ListedFile {
  const file = asFields(input, "files")
  return {
    ...readNamed(input),
    sm3: asString(file.sm3, "files.sm3"),
    bytes: asCount(file.bytes, "files.bytes"),
  }
}

function readNamed(input: unknown): { readonly path: string; readonly sha256: string } {
  const named = asFields(input, "files")
  return { path: asString(named.path, "path"), sha256: asString(named.sha256, "sha256") }
}

/** A capture begun by a script was automated, whatever its page said. */
function readAutomation(environment: unknown, trigger: unknown): CheckedRecord["automation"] {
  const { value } = asFields(asFields(environment, "environment").automation, "environment.automation")
  if (asString(trigger, "trigger") === "script") return "yes"
  const said = asString(value, "environment.automation.value")
  return said === "yes" || said === "no" ? said : "unknown"
}
