import fc from "fast-check"
import { expect, test } from "vitest"
import { MOST_MARKS } from "../../../src/core/picture/annotations.ts"
import {
  coversIn,
  type Draft,
  emptyDraft,
  followed,
  isUnkept,
  marksIn,
  type Shape,
  shapeKinds,
  undone,
  withChange,
  withoutCovers,
  withoutShape,
  withShape,
} from "../../../src/ui/picture/draft.ts"

const shape: Shape = { kind: "box", x: 1, y: 2, width: 3, height: 4, note: "" }
const anyShape = fc.record({
  kind: fc.constantFrom(...shapeKinds),
  x: fc.nat(99),
  y: fc.nat(99),
  width: fc.integer({ min: 1, max: 99 }),
  height: fc.integer({ min: 1, max: 99 }),
  note: fc.string(),
})
const step = fc.oneof(
  anyShape.map(each => (draft: Draft) => withShape(draft, each)),
  fc.tuple(fc.nat(5), fc.nat(99)).map(
    ([at, x]) =>
      (draft: Draft) =>
        withChange(draft, at, { x }),
  ),
  fc.nat(5).map(at => (draft: Draft) => withoutShape(draft, at)),
)

test("whatever was drawn, changed and removed, going back all the way leads to where it began", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      let draft = steps.reduce((before, next) => next(before), emptyDraft)
      while (draft.past.length > 0) draft = undone(draft)
      expect(draft.shapes).toEqual([])
      expect(undone(draft)).toBe(draft)
    }),
    { seed: 20261126, numRuns: 300 },
  )
})

test("a change that changes nothing is no step", () => {
  const draft = withShape(emptyDraft, shape)
  expect(withChange(draft, 0, { x: 1 })).toBe(draft)
})

test("there may be no more marks than a record may hold", () => {
  const full = Array.from({ length: MOST_MARKS }).reduce<Draft>(draft => withShape(draft, shape), emptyDraft)
  expect(full.shapes.length).toBe(MOST_MARKS)
  expect(withShape(full, shape)).toBe(full)
})

test("what is to be covered is no mark, and marks are not covered", () => {
  const draft = withShape(withShape(emptyDraft, { ...shape, note: "这里" }), {
    ...shape,
    kind: "cover",
    x: 9,
  })
  expect(marksIn(draft)).toEqual([{ kind: "box", x: 1, y: 2, width: 3, height: 4, note: "这里" }])
  expect(coversIn(draft)).toEqual([{ x: 9, y: 2, width: 3, height: 4 }])
  expect(withoutCovers(draft).shapes.map(({ kind }) => kind)).toEqual(["box"])
})

test("what the vault has is taken over, but never over what is drawn and not kept", () => {
  const kept = [{ kind: "box", x: 5, y: 5, width: 5, height: 5 }] as const
  expect(followed(emptyDraft, kept).shapes).toEqual([{ ...kept[0], note: "" }])
  const drawn = withShape(emptyDraft, shape)
  expect(followed(drawn, kept).shapes).toEqual([shape])
  expect(isUnkept(followed(drawn, kept))).toBe(true)
  // Its own word comes back from the vault: nothing is lost of what is selected, or of the way back.
  const marks = marksIn(drawn)
  const back = followed({ ...drawn, kept: marks }, marks)
  expect([back.selected, back.past.length, isUnkept(back)]).toEqual([0, 1, false])
})
