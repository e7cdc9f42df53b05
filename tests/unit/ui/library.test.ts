import { describe, expect, test } from "vitest"
import { makeChoosing } from "../../../src/ui/library/choosing.ts"
import { intentOf } from "../../../src/ui/library/keys.ts"
import { isHeading } from "../../../src/ui/library/lines.ts"
import { type List } from "../../../src/ui/library/list.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
import { arrangementIn } from "../../../src/ui/library/remembered.ts"
import { makeShown } from "../../../src/ui/library/shown.ts"
import { type EntryRow } from "../../../src/vault/entry-row.ts"
import { draftOf } from "../vault/rows.ts"

const key = (name: string, held: Partial<Parameters<typeof intentOf>[0]> = {}) => ({
  ...{ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
})

describe("in the list", () => {
  test.each([
    ["ArrowDown goes to the next row", key("ArrowDown"), { go: 6, extends: false }],
    ["Shift+ArrowUp extends the choice", key("ArrowUp", { shiftKey: true }), { go: 4, extends: true }],
    ["PageDown goes no further than the last row", key("PageDown"), { go: 9, extends: false }],
    ["PageUp goes no further than the first", key("PageUp"), { go: 0, extends: false }],
    ["Home goes to the first", key("Home"), { go: 0, extends: false }],
    ["End goes to the last", key("End"), { go: 9, extends: false }],
    ["Space chooses", key(" "), { act: "toggle" }],
    ["Enter opens", key("Enter"), { act: "open" }],
    ["Escape lets all go", key("Escape"), { act: "leave" }],
    ["Ctrl+A chooses all", key("a", { ctrlKey: true }), { act: "all" }],
    ["⌘A chooses all", key("A", { metaKey: true }), { act: "all" }],
    ["Tab leaves the list", key("Tab"), null],
    ["a letter is the browser's", key("a"), null],
    ["keys with Alt are the browser's", key("ArrowUp", { altKey: true }), null],
  ])("%s", (_claim, pressed, wanted) => {
    expect(intentOf(pressed, 5, 10, 8)).toEqual(wanted)
  })

  test("there is nowhere to go where there are no rows", () => {
    expect(intentOf(key("ArrowDown"), 0, 0, 8)).toBeNull()
  })
})

const entryOf = (item: number): EntryRow => ({
  ...{ id: `id ${String(item)}`, item, at: "2026-11-22T15:20:00.250Z", host: "weibo.com", adapter: null },
  ...{ pageType: null, authorName: null, authorHandle: null, authorId: null, publishedAt: null },
  ...{
    complete: true,
    version: 1,
    made: "2026-11-22T15:21:00.000Z",
    signature: new Uint8Array(8),
    isTextRead: true,
  },
})

describe("the rows", () => {
  const row = (item: number, different: Parameters<typeof draftOf>[1] = {}) => ({
    ...draftOf(`id ${String(item)}`, different),
    item,
  })
  const shown = (different: Partial<Model>) =>
    makeShown(at => at.slice(0, 7))({ ...emptyModel, ...different })
  const entries = new Map([1, 2].map(item => [`id ${String(item)}`, entryOf(item)]))

  test("are of what is indexed, of what is not yet, and of what still runs, which cannot be chosen", () => {
    const running = [row(4)]
    const unindexed = { rows: [row(3, { state: "sealed", complete: true })], count: 1 }
    const { rows, order } = shown({ entries, running, unindexed })
    expect(rows.map(({ item, standing }) => [item, standing])).toEqual([
      [4, "running"],
      [3, "complete"],
      [2, "complete"],
      [1, "complete"],
    ])
    expect(order).toEqual(["id 3", "id 2", "id 1"])
  })

  test("are none twice while an item gets its entry", () => {
    const unindexed = { rows: [row(2, { state: "sealed" })], count: 1 }
    expect(shown({ entries, unindexed }).rows.map(({ item }) => item)).toEqual([2, 1])
  })

  test("are those found, and in the trash all of what is there", () => {
    const found = { typed: "x", ids: new Set(["id 1"]), isWhole: true }
    const trashed = [row(9, { state: "sealed", trashedAt: "2026-11-25T00:00:00.000Z" })]
    expect(shown({ entries, found }).rows.map(({ item }) => item)).toEqual([1])
    expect(shown({ entries, found, trashed, view: "trash" }).rows.map(({ item }) => item)).toEqual([9])
  })

  test("say of an item that the last check found damaged that it is", () => {
    expect(shown({ entries, damaged: new Set(["id 1"]) }).rows[1]?.standing).toBe("damaged")
  })

  test("are the same as before where nothing that they are made of has changed", () => {
    const shownOf = makeShown(at => at.slice(0, 7))
    const model = { ...emptyModel, entries }
    expect(shownOf({ ...model, problem: "internal" }).rows).toBe(shownOf(model).rows)
  })
})

describe("in a view with headings", () => {
  const facts = (item: number, different: Partial<EntryRow> = {}) =>
    [`id ${String(item)}`, { ...entryOf(item), ...different }] as const
  const entries = new Map([
    facts(1, { authorId: "7", publishedAt: { at: "2026-09-02T10:00:00.000Z", plusMinusSeconds: 86_400 } }),
    facts(2),
    facts(3, { authorId: "7", publishedAt: { at: "2026-10-02T10:00:00.000Z", plusMinusSeconds: 1 } }),
  ])
  const model = (arrangement: Model["arrangement"], different: Partial<Model> = {}): Model => ({
    ...{ ...emptyModel, entries, arrangement },
    ...different,
  })
  const shownOf = makeShown(at => at.slice(0, 7))
  const drawn = (given: Model) => shownOf(given).lines.map(line => (isHeading(line) ? line.id : line.item))

  test.each<[arrangement: Model["arrangement"], lines: unknown[]]>([
    ["list", [3, 2, 1]],
    ["timeline", ["month 2026-09", 1, "month 2026-10", 3, "month ", 2]],
    ["authors", ['account ["weibo.com","7"]', 3, 1, "account []", 2]],
  ])("the %s has every item once, and is chosen from in the order shown", (arrangement, lines) => {
    expect(drawn(model(arrangement))).toEqual(lines)
    const items = lines.filter(line => typeof line === "number").map(item => `id ${String(item)}`)
    expect(shownOf(model(arrangement)).order).toEqual(items)
  })

  test("a heading is gone with the last item under it", () => {
    expect(
      drawn(model("timeline", { found: { typed: "x", ids: new Set(["id 2"]), isWhole: true } })),
    ).toEqual(["month ", 2])
  })

  test("the trash is a list in any view", () => {
    const trashed = [
      { ...draftOf("id 9", { state: "sealed", trashedAt: "2026-11-25T00:00:00.000Z" }), item: 9 },
    ]
    expect(drawn(model("authors", { trashed, view: "trash" }))).toEqual([9])
  })

  test("Space on a heading chooses what is under it and nothing else, and lets it go again", () => {
    const held = { model: model("authors", { selection: { chosen: new Set(["id 2"]), anchor: "id 2" } }) }
    const { choose } = makeChoosing({
      list: { current: () => 0 } as List,
      read: () => held.model,
      shown: () => shownOf(held.model),
      change: part => {
        held.model = { ...held.model, ...(typeof part === "function" ? part(held.model) : part) }
      },
      openItem: () => expect.unreachable(),
    })
    const heading = 'account ["weibo.com","7"]'
    choose(heading, true)
    expect([...held.model.selection.chosen]).toEqual(["id 2"])
    choose(heading, false)
    expect([...held.model.selection.chosen].sort()).toEqual(["id 1", "id 2", "id 3"])
    choose(heading, false)
    expect([...held.model.selection.chosen]).toEqual(["id 2"])
  })
})

test.each([
  ["timeline", "timeline"],
  ["authors", "authors"],
  ["what no version wrote", "list"],
  [null, "list"],
] as const)("a library that was left with %s opens as %s", (kept, wanted) => {
  expect(arrangementIn({ getItem: () => kept })).toBe(wanted)
  expect(arrangementIn(null)).toBe("list")
})
