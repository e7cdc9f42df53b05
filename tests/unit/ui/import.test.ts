/** The page that brings files in: what is given twice, and what is here already, is kept once unless the reader says so. */
import { expect, test } from "vitest"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import {
  type Course,
  type Given,
  heldSince,
  wantedFiles,
  emptyModel,
  withTwin,
} from "../../../src/ui/import/model.ts"

const hash = (digit: string) => digit.repeat(64) as Sha256
const ready = (digit: string): Extract<Course, { at: "ready" }> => ({
  ...{ at: "ready", sha256: hash(digit), kind: "picture", held: [], twin: null, isWanted: true },
})
const given = (id: number, course: Course): Given => ({ id, name: `${String(id)}.png`, bytes: 1, course })

test("two equal files of one drop: the first stays ticked, the second names it", () => {
  const files = [given(0, ready("1")), given(1, { at: "waiting" }), given(2, { at: "waiting" })]
  const other = withTwin(ready("2"), 1, files)
  const twin = withTwin(ready("1"), 2, files)
  expect(other).toMatchObject({ twin: null, isWanted: true })
  expect(twin).toMatchObject({ twin: "0.png", isWanted: false })
  const read = { ...emptyModel, files: [given(0, ready("1")), given(1, other), given(2, twin)] }
  expect(wantedFiles(read).map(({ id }) => id)).toEqual([0, 1])
})

test("one that was kept from this list is a twin as well; one that was refused is none", () => {
  const kept = given(0, { at: "kept", sha256: hash("1"), item: 1, captureId: "a" })
  const refused = given(1, { at: "refused", why: "empty" })
  expect(withTwin(ready("1"), 2, [kept, refused])).toMatchObject({ twin: "0.png", isWanted: false })
  expect(withTwin({ at: "refused", why: "empty" }, 2, [kept])).toEqual({ at: "refused", why: "empty" })
})

test("what came to be here since a box was ticked unticks it; what was known then does not", () => {
  const holder = { id: "a", item: 1, isTrashed: true }
  expect(heldSince(ready("1"), [holder])).toMatchObject({ held: [holder], isWanted: false })
  expect(heldSince({ ...ready("1"), held: [holder] }, [holder])).toBeNull()
  expect(heldSince(ready("1"), [])).toBeNull()
})
