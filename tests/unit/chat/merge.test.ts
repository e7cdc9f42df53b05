/** Rows that were seen at several stops, as one list: none lost, none twice, whatever the list does with its elements. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { type FoundRow, mergeStops, shiftBetween } from "../../../src/core/chat/merge.ts"

interface Made {
  readonly text: string
  readonly height: number
}

/** Few words, so that neighbours often say the same. */
const chats = fc.array(
  fc.record({
    text: fc.constantFrom("好", "嗯", "不", "再说一遍"),
    height: fc.integer({ min: 20, max: 90 }),
  }),
  { minLength: 1, maxLength: 60 },
)

function rowOf({ text, height }: Made, y: number, different: Partial<FoundRow>): FoundRow {
  return {
    ...{ key: null, kind: "text", side: "own", continues: false, sender: null, time: null, replyTo: null },
    ...{ text: { raw: text, where: "p" }, y, height, element: 0 },
    ...different,
  }
}

const topsOf = (chat: readonly Made[]): number[] => {
  let y = 0
  return chat.map(({ height }) => (y += height) - height)
}

/** From the first row on, windows of a height, each beginning where the one before has a row that it cuts. */
function windowsOf(chat: readonly Made[], height: number): (readonly [from: number, to: number])[] {
  const tops = topsOf(chat)
  const windows: [number, number][] = []
  for (let from = 0; from < chat.length;) {
    const edge = (tops[from] ?? 0) + height
    const cut = tops.findIndex((top, at) => at > from && top + (chat[at]?.height ?? 0) > edge)
    windows.push([from, cut < 0 ? chat.length : cut + 1])
    if (cut < 0) break
    from = cut
  }
  return windows
}

const textsOf = (rows: readonly { readonly row: FoundRow }[]) => rows.map(({ row }) => row.text?.raw)

test("rows without names, drawn anew at each stop, are told apart by their words and their places", () => {
  fc.assert(
    fc.property(chats, fc.integer({ min: 90, max: 400 }), (chat, height) => {
      const tops = topsOf(chat)
      let element = 0
      const stops = windowsOf(chat, height).map(([from, to]) =>
        chat
          .slice(from, to)
          .map((made, at) => rowOf(made, tops[from + at] ?? 0, { element: (element += 1) })),
      )
      expect(textsOf(mergeStops(stops))).toEqual(chat.map(({ text }) => text))
    }),
  )
})

test("rows with names are known again wherever the list has put them", () => {
  fc.assert(
    fc.property(
      chats,
      fc.integer({ min: 90, max: 400 }),
      fc.array(fc.integer({ min: -900, max: 900 })),
      (chat, height, shifts) => {
        const tops = topsOf(chat)
        const stops = windowsOf(chat, height).map(([from, to], stop) =>
          chat.slice(from, to).map((made, at) =>
            rowOf(made, (tops[from + at] ?? 0) + (shifts[stop] ?? 0), {
              key: String(from + at),
              element: at,
            }),
          ),
        )
        expect(mergeStops(stops).map(({ row }) => row.key)).toEqual(chat.map((_, at) => String(at)))
      },
    ),
  )
})

test("rows without names whose elements stay are known again where the list has moved", () => {
  fc.assert(
    fc.property(
      chats,
      fc.integer({ min: 90, max: 400 }),
      fc.array(fc.integer({ min: -900, max: 900 })),
      (chat, height, shifts) => {
        const tops = topsOf(chat)
        const stops = windowsOf(chat, height).map(([from, to], stop) =>
          chat
            .slice(from, to)
            .map((made, at) =>
              rowOf(made, (tops[from + at] ?? 0) + (shifts[stop] ?? 0), { element: from + at }),
            ),
        )
        expect(textsOf(mergeStops(stops))).toEqual(chat.map(({ text }) => text))
      },
    ),
  )
})

test("two equal messages in a row stay two, and a stop that is read again adds none", () => {
  const twins = [
    rowOf({ text: "好", height: 40 }, 0, { element: 1 }),
    rowOf({ text: "好", height: 40 }, 40, { element: 2 }),
  ]
  expect(mergeStops([twins, twins]).map(({ found }) => found.length)).toEqual([2, 2])
})

test("one element that shows the next of two equal rows does not move the others", () => {
  const made = (text: string, y: number, element: number) => rowOf({ text, height: 40 }, y, { element })
  const before = [made("甲", 0, 1), made("好", 40, 2), made("乙", 80, 3), made("丙", 120, 4)]
  const after = [made("乙", 80, 3), made("丙", 120, 4), made("好", 160, 2)]
  expect(shiftBetween(before, after)).toBe(0)
  expect(textsOf(mergeStops([before, after]))).toEqual(["甲", "好", "乙", "丙", "好"])
})

test("a row that comes in between known ones stands where the page shows it", () => {
  const made = (key: string, y: number) => rowOf({ text: key, height: 40 }, y, { key, element: y })
  const merged = mergeStops([
    [made("a", 0), made("c", 40)],
    [made("a", 0), made("b", 40), made("c", 80)],
  ])
  expect(merged.map(({ row }) => row.key)).toEqual(["a", "b", "c"])
})
