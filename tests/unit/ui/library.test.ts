import { describe, expect, test } from "vitest"
import { intentOf } from "../../../src/ui/library/keys.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
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

describe("the rows", () => {
  const entry = (item: number): EntryRow => ({
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
  const row = (item: number, different: Parameters<typeof draftOf>[1] = {}) => ({
    ...draftOf(`id ${String(item)}`, different),
    item,
  })
  const shown = (different: Partial<Model>) => makeShown()({ ...emptyModel, ...different })
  const entries = new Map([1, 2].map(item => [`id ${String(item)}`, entry(item)]))

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
    const shownOf = makeShown()
    const model = { ...emptyModel, entries }
    expect(shownOf({ ...model, problem: "internal" }).rows).toBe(shownOf(model).rows)
  })
})
