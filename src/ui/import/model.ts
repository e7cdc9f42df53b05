/** What the page shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type ImportKind, nothingStated, type Stated } from "../../core/imported.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"

export type Holder = Pick<CaptureRow, "id" | "item">

/** How far one file is. None of the refused ones is kept. */
export type Course =
  | { readonly at: "waiting" }
  /** `done`: bytes. */
  | { readonly at: "hashing"; readonly done: number }
  | {
      readonly at: "ready"
      readonly sha256: Sha256
      readonly kind: ImportKind
      /** Items that hold the same bytes already. */
      readonly held: readonly Holder[]
      readonly isWanted: boolean
    }
  | { readonly at: "keeping"; readonly sha256: Sha256 }
  | { readonly at: "kept"; readonly sha256: Sha256; readonly item: number; readonly captureId: string }
  | { readonly at: "refused"; readonly why: Refusal }
  | { readonly at: "failed"; readonly code: ErrorCode }

export type Refusal = "bundle" | "too-large" | "empty" | "unreadable"

export interface Given {
  readonly id: number
  readonly name: string
  readonly bytes: number
  readonly course: Course
}

export interface Model {
  readonly files: readonly Given[]
  readonly stated: Stated
  /** Where new items go; undefined until the vault has answered. */
  readonly currentCase: CaseRow | undefined
  readonly isKeeping: boolean
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  files: [],
  stated: nothingStated,
  currentCase: undefined,
  isKeeping: false,
  problem: null,
}

/** Those that will be kept when the reader says so. */
export const wantedFiles = ({ files }: Model): readonly Given[] =>
  files.filter(({ course }) => course.at === "ready" && course.isWanted)

export const isReading = ({ files }: Model): boolean =>
  files.some(({ course }) => course.at === "waiting" || course.at === "hashing")
