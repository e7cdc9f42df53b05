// @vitest-environment happy-dom
/** The rows as they are drawn: where an item is filed, where more than one case is listed, and whose word a fact is. */
import { describe, expect, test } from "vitest"
import { type Correction } from "../../../src/core/corrections.ts"
import { type FieldName } from "../../../src/core/post-facts/fields.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { makeList } from "../../../src/ui/library/list.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
import { drawLibrary } from "../../../src/ui/library/show.ts"
import { makeShown } from "../../../src/ui/library/shown.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"
import { entryFacts, type EntryRow } from "../../../src/vault/entry-row.ts"
import { captureRow } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const other = {
  ...defaultCase,
  id: "other",
  number: 2,
  name: "张某侵权",
  created: "2026-11-22T15:20:00.250Z",
}
const filed: Partial<Model> = {
  isRead: true,
  unindexed: { rows: [captureRow(2), captureRow(1)], count: 2 },
  cases: [defaultCase, other],
  places: new Map([["c2", "other"]]),
}

function page(): (different: Partial<Model>) => readonly (string | undefined)[] {
  document.body.innerHTML = `<div id="top"></div><div id="panel"></div><div id="grid"><div id="columns"></div><div id="rows"></div></div><div id="empty"></div><div id="bar"></div><footer id="strip"></footer>`
  const place = document.querySelector<HTMLElement>("#rows")
  if (place === null) throw new Error("no place for rows")
  const list = makeList(place, () => 0)
  const shownOf = makeShown(at => at.slice(0, 7))
  return different => {
    const model = { ...emptyModel, ...filed, ...different }
    drawLibrary(document, words, model, shownOf(model), list)
    return Array.from(place.children, row => row.querySelector(".row-case bdi")?.textContent)
  }
}

describe("where an item is filed", () => {
  test("is told of each where all cases are listed", () => {
    expect(page()({})).toEqual(["张某侵权", "我的证据"])
  })

  test.each<[string, Partial<Model>, number]>([
    ["one case is listed", { caseView: "other" }, 1],
    ["there is but one", { cases: [defaultCase], places: new Map() }, 2],
  ])("is not told where %s", (_what, different, rows) => {
    expect(page()(different)).toEqual(Array<undefined>(rows).fill(undefined))
  })

  test("follows an item that is moved, and a case that is renamed", () => {
    const draw = page()
    draw({})
    expect(draw({ places: new Map([["c1", "other"]]) })).toEqual(["我的证据", "张某侵权"])
    expect(draw({ cases: [defaultCase, { ...other, name: "张某" }] })).toEqual(["张某", "我的证据"])
  })
})

describe("what the user filled in by hand", () => {
  const at = "2026-11-26T00:00:00.000Z"
  const filledIn = (field: FieldName, value: string) => ({ field, value, source: "user", at }) as const
  const entry = (...corrections: readonly Correction[]): EntryRow => ({
    ...entryFacts(captureRow(1), corrections),
    ...{ version: 1, made: at, signature: new Uint8Array(8), isTextRead: true },
  })
  const drawn = (different: Partial<Model>, ...corrections: readonly Correction[]) => {
    page()({
      unindexed: { rows: [], count: 0 },
      entries: new Map([["c1", entry(...corrections)]]),
      ...different,
    })
    return (cell: string) => document.querySelector(`#rows .${cell}`)?.textContent ?? null
  }

  test("stands in the row in place of what was read, marked as theirs", () => {
    const textOf = drawn({}, filledIn("authorName", "赵六"), filledIn("publishedAt", "2026-09-28 21:14"))
    expect(textOf("cell-author")).toBe("赵六 ○ 手填")
    expect(textOf("cell-published")).toBe("发布 2026-09-28 21:14 ○ 手填")
  })

  test("is marked where it is shown, and not where something else was filled in", () => {
    expect(drawn({}, filledIn("authorId", "7"))("cell-author")).toBe("未读到")
    expect(document.querySelector(".filled-mark")).toBeNull()
  })

  test("puts the item where it belongs in time and among accounts, and the heading says whose word it is", () => {
    const time = drawn({ arrangement: "timeline" }, filledIn("publishedAt", "2026-09-28 21:14"))
    expect(time("heading-title")).toContain("2026-09")
    const account = drawn({ arrangement: "authors" }, filledIn("authorId", "1234567"))
    expect(account("heading-line")).toMatch(/账号 ID 1234567.*手填/)
  })
})
