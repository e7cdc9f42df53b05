/** What the page shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type NotRead, type ProofTarget, targetKinds } from "../../core/proof/proof.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import { type ExportRow } from "../../vault/schema.ts"

/** A file that was given, and what became of it. */
export type Given =
  | { readonly at: "none" }
  | { readonly at: "reading"; readonly name: string }
  | { readonly at: "too-large"; readonly name: string }
  | { readonly at: "kept"; readonly name: string; readonly importId: string }
  /** `file`: where its bytes are stored for now, in case the reader says what it belongs to. */
  | { readonly at: "refused"; readonly name: string; readonly file: Sha256; readonly answer: NotRead }

export interface Model {
  /** Sealed and outside the trash, the newest first. */
  readonly captures: readonly CaptureRow[]
  readonly exports: readonly ExportRow[]
  /** The newest first. */
  readonly imports: readonly ImportRow[]
  /** What the reader wants to hand over, as {@link targetValue} writes it; empty before they chose. */
  readonly handedOver: string
  /** What is looked for in each list of items, by the name of its choice. */
  readonly finds: Readonly<Record<string, string>>
  /** capture.json of the item that is handed over. */
  readonly record: ArtifactRow | null
  readonly given: Given
  /** What the reader says the file belongs to. */
  readonly whose: string
  /** The digits that were copied last. */
  readonly copied: string | null
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  captures: [],
  exports: [],
  imports: [],
  handedOver: "",
  finds: {},
  record: null,
  given: { at: "none" },
  whose: "",
  copied: null,
  problem: null,
}

/** As the value of an option. */
export const targetValue = ({ kind, id }: ProofTarget): string => `${kind} ${id}`

/** Null for the option that chooses nothing. */
export function targetOf(value: string): ProofTarget | null {
  const [word, id] = value.split(" ")
  const kind = targetKinds.find(each => each === word)
  return kind === undefined || id === undefined ? null : { kind, id }
}
