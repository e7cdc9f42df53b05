/** What the page of a picture shows, as one value. */
import { type ErrorCode } from "../../core/errors.ts"
import { type Area } from "../../core/marks.ts"
import { type Size } from "../../core/picture/area.ts"
import { type FoundNumber } from "../../core/picture/numbers.ts"
import { type AnnotationRow } from "../../vault/annotation-row.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type RedactionRow } from "../../vault/redaction-row.ts"
import { type Draft, emptyDraft, shapeKinds } from "./draft.ts"

export const toolNames = ["pan", ...shapeKinds] as const
export type ToolName = (typeof toolNames)[number]

/** The picture, which stands nowhere on the page before the reader asks for it. */
export type Content =
  | { readonly at: "hidden" }
  | { readonly at: "reading" }
  | { readonly at: "damaged" }
  | {
      readonly at: "shown"
      readonly url: string
      /** In its own pixels. */
      readonly size: Size
      /** In CSS pixels of the screen that it was taken of. */
      readonly width: number
      /** In the item's text; null where there is none to look in. */
      readonly numbers: readonly FoundNumber[] | null
    }

export interface Model {
  /** The item; null where there is none, undefined until the vault has answered. */
  readonly item: CaptureRow | null | undefined
  /** The pictures of the item, by their paths; {@link path} may be none of them. */
  readonly pictures: readonly string[]
  readonly path: string
  readonly content: Content
  /** In percent; null: as wide as the page. */
  readonly zoom: number | null
  readonly tool: ToolName
  readonly draft: Draft
  /** Where the reader was sent to in the picture: no mark, and kept nowhere. */
  readonly outline: Area | null
  /** What the pointer is drawing. */
  readonly drawing: Area | null
  /** Every version of the marks on this picture. */
  readonly versions: readonly AnnotationRow[]
  /** Of all pictures of the item. */
  readonly copies: readonly RedactionRow[]
  /** The copy that is looked at. */
  readonly looking: { readonly id: string; readonly url: string } | null
  readonly busy: "no" | "marks" | "copy"
  /** What a screen reader is told of what was just done. */
  readonly done: string
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  item: undefined,
  pictures: [],
  path: "",
  content: { at: "hidden" },
  zoom: null,
  tool: "pan",
  draft: emptyDraft,
  outline: null,
  drawing: null,
  versions: [],
  copies: [],
  looking: null,
  busy: "no",
  done: "",
  problem: null,
}

const ZOOMS = [10, 25, 50, 75, 100, 150, 200, 400, 800]

/** The next step from a zoom, in percent; at the end, the same. */
export function nextZoom(from: number, by: 1 | -1): number {
  const next = by === 1 ? ZOOMS.find(zoom => zoom > from) : ZOOMS.findLast(zoom => zoom < from)
  return next ?? from
}
