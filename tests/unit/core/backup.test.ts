import { describe, expect, test } from "vitest"
import {
  type BackupExport,
  backupOf,
  isBackupDue,
  parseBackupReminder,
  type ToBackUp,
  usualReminder,
} from "../../../src/core/backup.ts"

const day = (n: number): string => new Date(Date.UTC(2026, 10, n, 12)).toISOString()
const items = (...days: readonly number[]): ToBackUp[] =>
  days.map((n, at) => ({ id: "abcdefghij"[at] ?? "?", sealedAt: day(n) }))
const made = (n: number, captures: string, different: Partial<BackupExport> = {}): BackupExport => ({
  id: `x${n}`,
  at: day(n),
  state: "done",
  captures: Array.from(captures),
  custodySeq: n,
  leftOut: 0,
  ...different,
})

describe("a backup", () => {
  test.each<
    [string, ToBackUp[], BackupExport[], { without: string; since: number | null; last: number | null }]
  >([
    ["of nothing is nothing", [], [], { without: "", since: null, last: null }],
    ["is not there before an export", items(1, 2), [], { without: "ab", since: 1, last: null }],
    ["is one export of everything", items(1, 2), [made(3, "ab")], { without: "", since: null, last: 3 }],
    [
      "is several that hold each item between them",
      items(1, 2, 3),
      [made(4, "ac"), made(6, "b")],
      { without: "", since: null, last: 6 },
    ],
    [
      "has not what was captured after it",
      items(1, 2, 5),
      [made(3, "ab")],
      { without: "c", since: 5, last: 3 },
    ],
    [
      "is not one that runs, or came to no end",
      items(1),
      [made(2, "a", { state: "running" }), made(3, "a", { state: "failed" })],
      { without: "a", since: 1, last: null },
    ],
    [
      "has not what was left out of it as damaged",
      items(1, 2),
      [made(3, "ab", { leftOut: 1, without: ["b"] })],
      { without: "b", since: 2, last: 3 },
    ],
    [
      "is of none for sure, where some were left out and nobody wrote down which",
      items(1, 2),
      [made(3, "ab", { leftOut: 1 })],
      { without: "ab", since: 1, last: null },
    ],
    [
      "that had left an item out is made good by a later one that has it",
      items(1, 2),
      [made(3, "ab", { leftOut: 1, without: ["b"] }), made(4, "b")],
      { without: "", since: null, last: 4 },
    ],
    [
      "is the newest of an item that there still is",
      items(1),
      [made(2, "a"), made(9, "z")],
      { without: "", since: null, last: 2 },
    ],
    [
      "is found whatever the order of the exports",
      items(1, 4),
      [made(6, "a"), made(2, "a")],
      { without: "b", since: 4, last: 6 },
    ],
    [
      "waits from the oldest item on, whatever the order of the items",
      items(8, 3, 5),
      [made(9, "c")],
      { without: "ab", since: 3, last: 9 },
    ],
  ])("%s", (_what, there, exports, { without, since, last }) => {
    expect(backupOf(there, exports)).toEqual({
      items: there.length,
      without: Array.from(without),
      waitingSince: since === null ? null : day(since),
      last: last === null ? null : { exportId: `x${last}`, at: day(last) },
    })
  })
})

describe("a backup is due", () => {
  const now = Date.parse(day(20))
  test.each<[string, number, number | null, Partial<typeof usualReminder>, boolean]>([
    ["not where every item has one, however long ago", 0, null, {}, false],
    ["not of five items", 5, 20, {}, false],
    ["of six items", 6, 20, {}, true],
    ["not at seven days", 1, 13, {}, false],
    ["after seven days", 1, 12, {}, true],
    ["not where the user wants no reminder", 60, 1, { on: false }, false],
    ["by the user's own number of items", 3, 20, { items: 2 }, true],
    ["by the user's own number of days", 1, 18, { days: 1 }, true],
    ["not for a clock that was put back", 1, 30, {}, false],
  ])("%s", (_what, count, since, different, due) => {
    const without = Array.from({ length: count }, (_, at) => String(at))
    const waitingSince = since === null ? null : day(since)
    expect(isBackupDue({ without, waitingSince }, { ...usualReminder, ...different }, now)).toBe(due)
  })
})

test("a reminder is read as it was written, and no other", () => {
  expect(parseBackupReminder({ ...usualReminder, more: 1 })).toEqual(usualReminder)
  for (const wrong of [
    null,
    {},
    { ...usualReminder, on: "yes" },
    { ...usualReminder, days: 0 },
    { ...usualReminder, days: 366 },
    { ...usualReminder, items: 1.5 },
    { ...usualReminder, items: "5" },
  ])
    expect(() => parseBackupReminder(wrong)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})
