/** What is drawn on a picture and not kept yet, with the way back. Every change is a new value. */
import { type Area } from "../../core/marks.ts"
import { type Annotation, annotationKinds, MOST_MARKS } from "../../core/picture/annotations.ts"

/** `cover`: what a redacted copy covers. It is no mark, and is kept with a copy alone. */
export const shapeKinds = [...annotationKinds, "cover"] as const
export type ShapeKind = (typeof shapeKinds)[number]

export interface Shape extends Area {
  readonly kind: ShapeKind
  /** Empty: none. */
  readonly note: string
}

export interface Draft {
  readonly shapes: readonly Shape[]
  readonly selected: number | null
  /** What stood there before each change, the newest last. */
  readonly past: readonly (readonly Shape[])[]
  /** The marks as the vault has them. */
  readonly kept: readonly Annotation[]
}

export const emptyDraft: Draft = { shapes: [], selected: null, past: [], kept: [] }

const MOST_STEPS = 100

const stepped = (draft: Draft, shapes: readonly Shape[], selected: number | null): Draft => ({
  ...draft,
  ...{ shapes, selected },
  past: [...draft.past, draft.shapes].slice(-MOST_STEPS),
})

export const isFull = ({ shapes }: Draft): boolean => shapes.length >= MOST_MARKS

/** With one more, which is selected; the same draft where there may be no more. */
export const withShape = (draft: Draft, shape: Shape): Draft =>
  isFull(draft) ? draft : stepped(draft, [...draft.shapes, shape], draft.shapes.length)

export function withChange(draft: Draft, index: number, change: Partial<Shape>): Draft {
  const shapes = draft.shapes.map((shape, at) => (at === index ? { ...shape, ...change } : shape))
  return JSON.stringify(shapes) === JSON.stringify(draft.shapes) ? draft : stepped(draft, shapes, index)
}

export const withoutShape = (draft: Draft, index: number): Draft =>
  stepped(
    draft,
    draft.shapes.filter((_, at) => at !== index),
    null,
  )

/** As it was before the last change; the same draft where there was none. */
export function undone(draft: Draft): Draft {
  const before = draft.past.at(-1)
  if (before === undefined) return draft
  return { ...draft, shapes: before, selected: null, past: draft.past.slice(0, -1) }
}

export const marksIn = ({ shapes }: Draft): Annotation[] =>
  shapes.flatMap(({ kind, note, x, y, width, height }) =>
    kind === "cover" ? [] : [{ kind, x, y, width, height, ...(note.trim() === "" ? {} : { note }) }],
  )

export const coversIn = ({ shapes }: Draft): Area[] =>
  shapes.flatMap(({ kind, x, y, width, height }) => (kind === "cover" ? [{ x, y, width, height }] : []))

/** Whether the marks are others than those in the vault. */
export const isUnkept = (draft: Draft): boolean =>
  JSON.stringify(marksIn(draft)) !== JSON.stringify(draft.kept.map(bare))

/** What the vault has, where nothing is drawn that it has not: what the user is drawing is never taken away. */
export function followed(draft: Draft, kept: readonly Annotation[]): Draft {
  const next = { ...draft, kept }
  if (isUnkept(draft)) return next
  const covers = draft.shapes.filter(({ kind }) => kind === "cover")
  const marks = kept.map((mark): Shape => ({ ...bare(mark), note: mark.note ?? "" }))
  const isSame = JSON.stringify(marks) === JSON.stringify(draft.shapes.filter(({ kind }) => kind !== "cover"))
  return isSame ? next : { ...next, shapes: [...marks, ...covers], selected: null, past: [] }
}

/** The covers are in a copy now. */
export const withoutCovers = (draft: Draft): Draft => ({
  ...draft,
  shapes: draft.shapes.filter(({ kind }) => kind !== "cover"),
  selected: null,
  past: [],
})

const bare = ({ kind, x, y, width, height, note }: Annotation): Annotation => ({
  ...{ kind, x, y, width, height },
  ...(note === undefined ? {} : { note }),
})
