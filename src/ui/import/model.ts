/** What the page shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type ImportKind, nothingStated, type Stated } from "../../core/imported.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type FileHolder } from "../../vault/read-imported.ts"

export type Holder = Pick<CaptureRow, "id" | "item">

type Ready = Extract<Course, { readonly at: "ready" }>

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
      readonly held: readonly FileHolder[]
      /** The name of one that was given before it, of the same bytes; null where there is none. */
      readonly twin: string | null
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

/** What is given twice is kept once, unless the reader says so: the first of them stays ticked. */
export function withTwin(course: Course, id: number, files: readonly Given[]): Course {
  if (course.at !== "ready") return course
  const twin = files.find(
    each => each.id < id && "sha256" in each.course && each.course.sha256 === course.sha256,
  )
  return twin === undefined ? course : { ...course, twin: twin.name, isWanted: false }
}

/** What came to be held since it was ticked; null where nothing did. */
export const heldSince = (course: Ready, held: readonly FileHolder[]): Ready | null =>
  held.some(({ id }) => !course.held.some(each => each.id === id))
    ? { ...course, held, isWanted: false }
    : null
