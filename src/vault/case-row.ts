import { DEFAULT_CASE, DEFAULT_CASE_NUMBER } from "../core/cases.ts"
import { type CaptureRow } from "./capture-row.ts"

export interface CaseRow {
  readonly id: string
  /** Given when it is made, never changed. */
  readonly number: number
  /** As the user calls it; null for the default one, as long as they did not name it. */
  readonly name: string | null
  /** Null for the default one, which was there before any. */
  readonly created: string | null
  /** When it was put away; null while it is open. */
  readonly archived: string | null
  /** Ids of the public keys that its evidence was last encrypted to; not there where it never was. */
  readonly recipients?: readonly string[]
}

/** What stands for the default case while it has no row: it gets one with a name of its own. */
export const defaultCase: CaseRow = {
  id: DEFAULT_CASE,
  number: DEFAULT_CASE_NUMBER,
  name: null,
  created: null,
  archived: null,
}

/** The public keys of the one case that all of this is in; none where it is in several. */
export function keysOfCase(cases: readonly CaseRow[], inCases: readonly string[]): readonly string[] {
  const [only, ...others] = new Set(inCases)
  return others.length > 0 ? [] : (cases.find(({ id }) => id === only)?.recipients ?? [])
}

/** The id of the case that a capture is in. */
export const caseIdOf = ({ case: id }: Pick<CaptureRow, "case">): string => id ?? DEFAULT_CASE
