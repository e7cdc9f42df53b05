import { expect, test } from "vitest"
import { offerOf } from "../../../src/core/papers/drafts.ts"
import { papersOn, roadPapers } from "../../../src/core/papers/for-road.ts"
import { roadNames } from "../../../src/core/roads/roads.ts"

test.each(roadNames)("the papers of %s are all offered to whom they are for", road => {
  const { audience } = roadPapers[road]
  for (const name of papersOn(roadPapers[road])) expect(offerOf(name).offeredTo, name).toContain(audience)
})

test.each([
  ["notice", ["list", "notice"]],
  ["police", ["report", "list", "police"]],
  ["civil", ["report", "list", "civil", "disclosure"]],
  ["prosecution", ["report", "list", "prosecution"]],
  ["notary", ["report", "list", "route", "notary"]],
  ["preservation", ["report", "list", "preservation"]],
] as const)("on the way of %s these are ticked", (road, papers) => {
  expect(papersOn(roadPapers[road])).toEqual(papers)
})
