/** What the page of the next steps shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type CaseGround } from "../../core/roads/ground.ts"
import { type CaseRow } from "../../vault/case-row.ts"

export interface Model {
  /** Null where there is none, undefined until the vault has answered. */
  readonly filed: CaseRow | null | undefined
  readonly ground: CaseGround
  /** When it was read, ISO 8601 in UTC: days and the year are counted to it. */
  readonly now: string
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  filed: undefined,
  ground: { items: [], complaints: [], said: new Map(), practice: 0 },
  now: "",
  problem: null,
}
