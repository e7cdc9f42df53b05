/** What becomes of the entries of a list, whenever the browser is killed. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  afterLoss,
  begun,
  countOf,
  ended,
  failed,
  type Made,
  MOST_TRIES,
  nextOf,
  type QueueEntry,
  waitingEntry,
} from "../../../src/core/queue/entry.ts"

const entry = (place = 0): QueueEntry =>
  waitingEntry(place, { url: `https://a.cn/${String(place)}`, of: null, caseId: "default" })
const made: Made = {
  ...{
    isPage: true,
    interrupted: false,
    answer: 200,
    arrived: "https://a.cn/0",
    item: 1,
    complete: true,
    walled: false,
  },
}

describe("an entry that was being captured when the browser was killed", () => {
  test("waits once more, after those that were not begun yet", () => {
    const lost = afterLoss(begun(entry(0), "c1"), { ...made, interrupted: true })
    expect(lost).toMatchObject({ state: "interrupted", tries: 1, capture: "c1" })
    expect(nextOf([lost, entry(1)])?.place).toBe(1)
    expect(nextOf([lost, failed(entry(1), "internal")])?.place).toBe(0)
  })

  test("fails the second time, and both of its items are known", () => {
    const again = begun(afterLoss(begun(entry(), "c1"), null), "c2")
    expect(afterLoss(again, { ...made, interrupted: true })).toMatchObject({
      ...{ state: "failed", code: "queue/interrupted", capture: "c2", earlier: ["c1"] },
    })
  })

  test("is saved where its capture had come to its end all the same", () => {
    expect(afterLoss(begun(entry(), "c1"), made)).toMatchObject({ state: "saved", capture: "c1" })
  })

  test.each([entry(), failed(begun(entry(), "c1"), "internal"), ended(begun(entry(), "c1"), made)])(
    "and one that was not stays as it was ($state)",
    other => {
      expect(afterLoss(other, null)).toEqual(other)
    },
  )
})

test("a capture of which the page could not be read is not called saved", () => {
  expect(ended(begun(entry(), "c1"), { ...made, isPage: false })).toMatchObject({
    ...{ state: "failed", code: "queue/no-page", capture: "c1" },
  })
})

test("what a site refused to show is counted among the saved, and apart", () => {
  const entries = [
    ended(begun(entry(0), "c1"), made),
    ended(begun(entry(1), "c2"), { ...made, answer: 404 }),
    failed(begun(entry(2), "c3"), "capture/tab-closed"),
    entry(3),
    ended(begun(entry(4), "c5"), { ...made, walled: true }),
    ended(begun(entry(5), "c6"), { ...made, isPage: false, walled: true }),
  ]
  expect(countOf(entries)).toEqual({ saved: 3, refused: 1, walled: 1, failed: 2, left: 1 })
})

test("whatever happens, every list comes to its end, and none is begun oftener than it may be", () => {
  const happening = fc.constantFrom("saved", "failed", "lost", "lost-whole")
  // As many as the longest list may take.
  const course = fc.array(happening, { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), course, (length, happenings) => {
      const entries = Array.from({ length }, (_, place) => entry(place))
      let steps = 0
      for (let next = nextOf(entries); next !== undefined; next = nextOf(entries)) {
        const tried = begun(next, `c${String(steps)}`)
        const happened = happenings[steps]
        entries[next.place] =
          happened === "saved"
            ? ended(tried, made)
            : happened === "failed"
              ? failed(tried, "capture/no-picture")
              : afterLoss(tried, happened === "lost" ? { ...made, interrupted: true } : made)
        steps += 1
        expect(steps).toBeLessThanOrEqual(length * MOST_TRIES)
      }
      const { saved, failed: lost, left } = countOf(entries)
      expect([saved + lost, left]).toEqual([length, 0])
    }),
  )
})
