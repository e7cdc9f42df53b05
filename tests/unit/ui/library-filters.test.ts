// @vitest-environment happy-dom
/** What of the library is listed: by account, by what the user calls items; tags for many at once; and what "all" stands for. */
import { describe, expect, test } from "vitest"
import { type Labels } from "../../../src/core/remarks.ts"
import { allItems, type Criteria } from "../../../src/core/search/arrange.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { perform } from "../../../src/ui/library/acting.ts"
import { renderBar, renderPanel } from "../../../src/ui/library/bar.ts"
import { type Doings } from "../../../src/ui/library/doing.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
import { makeShown } from "../../../src/ui/library/shown.ts"
import { renderTop } from "../../../src/ui/library/tools.ts"
import { entryFacts, type EntryRow } from "../../../src/vault/entry-row.ts"
import { captureRow } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const entry = (item: number, authorName: string | null, authorId: string | null): EntryRow => ({
  ...entryFacts(captureRow(item)),
  ...{ version: 1, made: "2026-11-22T15:20:00.250Z", signature: new Uint8Array(8), isTextRead: true },
  ...{ authorName, authorId },
})
const entries = new Map(
  [entry(1, "林小满", "501"), entry(2, "林小满", "501"), entry(3, "海边", "502"), entry(4, null, null)].map(
    row => [row.id, row],
  ),
)
const labelled = (tags: readonly string[], wrongs: Labels["wrongs"] = []) => ({
  id: `l-${tags.join()}`,
  said: { tags, wrongs },
})
const model: Model = {
  ...{ ...emptyModel, entries, isRead: true },
  labels: new Map([
    ["c1", labelled(["转发"], ["insult"])],
    ["c3", labelled(["转发", "公司"])],
  ]),
}
const shownOf = makeShown(at => at)
const top = (different: Partial<Model> = {}) => {
  const all = { ...model, ...different }
  return renderTop(words, all, shownOf(all))
}
const listed = (criteria: Partial<Criteria>) =>
  shownOf({ ...model, criteria: { ...allItems, ...criteria } }).rows.map(({ item }) => item)
const options = (view: Element, id: string) =>
  Array.from(view.querySelectorAll<HTMLOptionElement>(`#${id} option`), ({ textContent }) => textContent)
const valueOf = (id: string, at: number) =>
  top().querySelectorAll<HTMLOptionElement>(`#${id} option`)[at]?.value.slice(1) ?? ""

describe("the filters", () => {
  test("name the accounts, the tags and the kinds of wrong that there are", () => {
    expect(options(top(), "author")).toEqual(["全部账号", "林小满（2）", "海边（1）"])
    expect(options(top(), "tag")).toEqual(["全部标签", "公司", "转发"])
    expect(options(top(), "wrong")).toEqual(["全部类型", "侮辱"])
  })

  test("are not there where there is nothing to choose", () => {
    const view = top({ entries: new Map([["c4", entry(4, null, null)]]), labels: new Map() })
    for (const id of ["author", "tag", "wrong"]) expect(view.querySelector(`#${id}`)).toBeNull()
  })

  test("leave out what is of another account, or has another tag", () => {
    expect(listed({ author: valueOf("author", 1) })).toEqual([2, 1])
    expect(listed({ tag: "转发" })).toEqual([3, 1])
    expect(listed({ wrong: "insult" })).toEqual([1])
    expect(listed({ tag: "公司", author: valueOf("author", 1) })).toEqual([])
    expect(top({ criteria: { ...allItems, tag: "转发" } }).querySelector("#clear")).not.toBeNull()
  })
})

describe("tags for many items at once", () => {
  const held = { model, asked: [] as [string, Labels | null][], typed: "公司，急", refused: "" }
  const doings = {
    read: () => held.model,
    change: part => {
      held.model = { ...held.model, ...(typeof part === "function" ? part(held.model) : part) }
    },
    typedTags: () => held.typed,
    background: (_method: string, { of, said }: { of: string; said: { content: Labels | null } }) => {
      if (of === held.refused) return Promise.reject(new Error("no"))
      held.asked.push([of, said.content])
      return Promise.resolve({ remarkId: "r" })
    },
  } as Pick<Doings, "read" | "change" | "typedTags"> & { readonly background: unknown } as Doings
  const begin = async (refused = "") => {
    held.model = { ...model, selection: { chosen: new Set(["c1", "c4"]), anchor: null } }
    Object.assign(held, { asked: [], refused })
    await perform(doings, "ask-tag", {})
    const panel = renderPanel(words, held.model)
    expect(panel.querySelector("h2")?.textContent).toBe("给 2 项加标签")
    expect(renderBar(words, held.model, shownOf(held.model)).children).toHaveLength(0)
    await perform(doings, "add-tag", {})
  }

  test("are added beside those that each has, and are taken back with one press", async () => {
    await begin()
    expect(held.asked).toEqual([
      ["c1", { tags: ["转发", "公司", "急"], wrongs: ["insult"] }],
      ["c4", { tags: ["公司", "急"], wrongs: [] }],
    ])
    const view = renderTop(words, held.model, shownOf(held.model))
    expect(view.querySelector("#moved span")?.textContent).toBe("已给 2 项加上标签：公司 · 急")
    expect(view.querySelector("#undo")).not.toBeNull()
    held.asked = []
    await perform(doings, "undo", {})
    expect(held.asked).toEqual([
      ["c1", { tags: ["转发"], wrongs: ["insult"] }],
      ["c4", null],
    ])
    expect(held.model.moved).toEqual({ to: "untagged", ids: ["c1", "c4"] })
  })

  test("what was done before one failed is told with the failure, and can be taken back", async () => {
    await begin("c4")
    expect(held.model.problem).toBe("internal")
    expect(held.model.moved?.ids).toEqual(["c1"])
  })
})

describe("while not all items are searchable", () => {
  const unindexed = { rows: [captureRow(9)], count: 3 }
  const chosen = (ids: readonly string[]) => ({ selection: { chosen: new Set(ids), anchor: null } })
  const said = (different: Partial<Model>) => {
    const all = { ...model, ...different }
    return renderBar(words, all, shownOf(all)).querySelector("#chosen")?.textContent
  }

  test("that is said whether anything is searched for or not, with how many are not listed", () => {
    const line = "还有 3 项正在编入检索，暂时搜不到。 其中 2 项还没有列出。"
    expect(top({ unindexed }).querySelector("#indexing")?.textContent).toBe(line)
    expect(top().querySelector("#indexing")).toBeNull()
    expect(top({ unindexed, view: "trash" }).querySelector("#indexing")).toBeNull()
  })

  test("who chooses all is told that it is all that are listed", () => {
    const all = ["c9", "c4", "c3", "c2", "c1"]
    expect(said({ unindexed, ...chosen(all) })).toBe("已选列出的 5 项；还有条目没有列出，不在其中")
    expect(said({ unindexed, ...chosen(["c1"]) })).toBe("已选 1 项")
    expect(said({ isRead: false, ...chosen(all.slice(1)) })).toContain("不在其中")
    expect(said(chosen(all.slice(1)))).toBe("已选 4 项")
  })
})
