/**
 * What a person may send us when something went wrong (product.md §6.7): names
 * of our own and numbers. No address, no title, no text, no hash, no id: what a
 * page or the user wrote is not even given to these functions.
 */
import { type Cause, causeLine } from "./cause.ts"
import { type ErrorCode } from "./errors.ts"
import { type Gap, type StepRecord } from "./evidence.ts"

/** One of the last captures, without what it is of. */
export interface CaptureTraits {
  readonly state: string
  readonly complete: boolean
  readonly failure: ErrorCode | null
  readonly interrupted: boolean
  readonly pages: number
  readonly gaps: readonly Pick<Gap, "what" | "reason" | "count">[]
  readonly steps: readonly Pick<StepRecord, "name" | "outcome" | "code" | "ms">[]
}

/** The last export, without what is in it. */
export interface ExportTraits {
  readonly state: string
  readonly code: ErrorCode | null
  readonly cause: Cause | null
  /** Papers that failed, by our own names of them. */
  readonly papers: readonly {
    readonly name: string
    readonly code: ErrorCode | null
    readonly cause: Cause | null
  }[]
}

/** What of the vault is told; the code where it could not be read. */
export type VaultTraits =
  | ErrorCode
  | {
      readonly items: number
      readonly last: readonly CaptureTraits[]
      /** Null where there was none. */
      readonly exported: ExportTraits | null
    }

export interface Traits {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly code: ErrorCode
  readonly tool: { readonly name: string; readonly version: string; readonly commit: string }
  readonly browser: { readonly browser: string; readonly version: string; readonly os: string }
  readonly language: string
  readonly usedBytes: number
  readonly freeBytes: number | null
  readonly vault: VaultTraits
}

const MEGABYTE = 1_000_000

/** Lines of `name: value`, the same for every language: they are read by those who build the tool. */
export function diagnosticsText(traits: Traits): string {
  const { tool, browser, vault } = traits
  const lines = [
    `code: ${traits.code}`,
    `at: ${traits.at}`,
    `tool: ${tool.name} ${tool.version} (${tool.commit})`,
    `browser: ${browser.browser} ${browser.version}; ${browser.os}; ${traits.language}`,
    `storage: ${megabytes(traits.usedBytes)} used, ${megabytes(traits.freeBytes)} free`,
    ...(typeof vault === "string" ? [`vault: not read, ${vault}`] : vaultLines(vault)),
  ]
  return `${lines.join("\n")}\n`
}

const megabytes = (bytes: number | null): string =>
  bytes === null ? "unknown" : `${String(Math.round(bytes / MEGABYTE))} MB`

const vaultLines = ({ items, last, exported }: Exclude<VaultTraits, ErrorCode>): readonly string[] => [
  `vault: ${String(items)} items`,
  ...last.flatMap((capture, index) => captureLines(capture, index + 1)),
  ...(exported === null ? [] : exportLines(exported)),
]

const exportLines = ({ state, code, cause, papers }: ExportTraits): readonly string[] => [
  `export: ${[state, ...reasonOf(code, cause)].join(", ")}`,
  ...papers.map(
    paper => `  paper: ${[`${paper.name} failed`, ...reasonOf(paper.code, paper.cause)].join(", ")}`,
  ),
]

const reasonOf = (code: ErrorCode | null, cause: Cause | null): readonly string[] => [
  ...(code === null ? [] : [code]),
  ...(cause === null ? [] : [causeLine(cause)]),
]

function captureLines(capture: CaptureTraits, number: number): readonly string[] {
  const said = [
    capture.state,
    capture.complete ? "complete" : "not complete",
    ...(capture.interrupted ? ["interrupted"] : []),
    `${String(capture.pages)} stitched`,
    ...(capture.failure === null ? [] : [capture.failure]),
  ]
  return [
    `last ${String(number)}: ${said.join(", ")}`,
    ...capture.gaps.map(({ what, reason, count }) =>
      `  gap: ${what} ${reason} ${String(count ?? "")}`.trimEnd(),
    ),
    ...capture.steps
      .filter(({ outcome }) => outcome !== "done")
      .map(({ name, outcome, code, ms }) => `  step: ${name} ${outcome} ${code ?? "-"} ${String(ms)} ms`),
  ]
}
