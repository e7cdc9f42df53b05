// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { perform } from "../../../src/ui/library/acting.ts"
import { renderBar, renderPanel } from "../../../src/ui/library/bar.ts"
import { type Doings } from "../../../src/ui/library/doing.ts"
import { emptyModel, type Model } from "../../../src/ui/library/model.ts"
import { makeShown } from "../../../src/ui/library/shown.ts"
import { renderTop } from "../../../src/ui/library/tools.ts"
import { captureRow } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const trashed = [3, 2, 1].map(item => captureRow(item, { trashedAt: "2026-11-25T00:00:00.000Z" }))
const choice = (...ids: readonly string[]) => ({ chosen: new Set(ids), anchor: null })
const trash: Model = { ...emptyModel, view: "trash", trashed }

/** A library whose background deletes all but what is named, and whose vault has bundles of `exported`. */
function library(model: Model, { refused = "", exported = [""] } = {}) {
  const held = { model, asked: [] as string[] }
  const doings = {
    read: () => held.model,
    change: part => {
      held.model = { ...held.model, ...(typeof part === "function" ? part(held.model) : part) }
    },
    background: (method: string, { captureId }: { captureId: string }) => {
      held.asked.push(`${method} ${captureId}`)
      if (captureId === refused) return Promise.reject(new EvidenceError("vault/full", "no room"))
      return Promise.resolve(null)
    },
    everything: () => Promise.resolve(["c1", "c2"]),
    leftForNext: exportId => Promise.resolve(exportId === "x" ? ["c2", "c9"] : []),
    neverExported: ids => Promise.resolve(ids.filter(id => !exported.includes(id))),
  } as Pick<Doings, "read" | "change" | "neverExported" | "everything" | "leftForNext"> & {
    readonly background: unknown
  } as Doings
  const page = () => {
    const shown = makeShown(at => at)(held.model)
    const view = document.createElement("div")
    view.append(
      renderTop(words, held.model, shown),
      renderPanel(words, held.model),
      renderBar(words, held.model, shown),
    )
    return view
  }
  return {
    held,
    page,
    press: (act: Parameters<typeof perform>[1], data: DOMStringMap = {}) => perform(doings, act, data),
  }
}

const textOf = (view: Element, id: string) => view.querySelector(`#${id}`)?.textContent ?? null

describe("what is in the trash can be deleted for good", () => {
  test.each([
    ["the chosen items", "ask-delete", "永久删除 2 项？", ["c3", "c1"]],
    ["all of it", "ask-empty", "永久删除 3 项？", ["c3", "c2", "c1"]],
  ] as const)("%s, once that was asked and answered", async (_what, ask, title, ids) => {
    const { held, page, press } = library({ ...trash, selection: choice("c3", "c1") })
    await press(ask)
    expect(held.asked).toEqual([])
    expect(textOf(page(), "delete-title")).toBe(title)
    await press("delete")
    expect(held.asked).toEqual(ids.map(id => `deleteForGood ${id}`))
    expect(held.model).toMatchObject({ deleting: null, moved: { to: "nowhere", ids } })
    expect(textOf(page(), "moved")).toContain(`已永久删除 ${String(ids.length)} 项`)
    expect(page().querySelector("#undo")).toBeNull()
  })

  test.each([
    ["none of them", [""], "从未导出过"],
    ["one of two", ["c1"], "其中 1 项从未导出过"],
    ["each", ["c3", "c1"], null],
  ])("the question says what goes and what stays, with a bundle made of %s", async (_n, exported, said) => {
    const { page, press } = library({ ...trash, selection: choice("c3", "c1") }, { exported })
    await press("ask-delete")
    expect(textOf(page(), "delete-what")).toContain("无法恢复")
    expect(textOf(page(), "delete-trace")).toMatch(/保管日志.*SHA-256/)
    const unexported = textOf(page(), "delete-unexported")
    if (said === null) expect(unexported).toBeNull()
    else expect(unexported).toMatch(new RegExp(`^${said}.*请先恢复，导出证据包`))
  })

  test("what went before one could not be deleted is told with the reason", async () => {
    const { held, page, press } = library({ ...trash, selection: choice("c3", "c2") }, { refused: "c2" })
    await press("ask-delete")
    await press("delete")
    expect(held.model).toMatchObject({ problem: "vault/full", moved: { to: "nowhere", ids: ["c3"] } })
    expect(page().querySelector("#error[data-cause='vault/full']")).not.toBeNull()
  })

  test("nobody who answers no, or goes to the evidence, deletes anything", async () => {
    for (const away of ["cancel-delete", "show-view"] as const) {
      const { held, page, press } = library({ ...trash, selection: choice("c3") })
      await press("ask-delete")
      await press(away)
      expect(textOf(page(), "delete-title")).toBeNull()
      await press("delete")
      expect(held.asked).toEqual([])
    }
  })

  test("the buttons are in the trash, and only there, and nothing is emptied that is empty", () => {
    const buttons = (model: Partial<Model>) =>
      Array.from(
        library({ ...trash, selection: choice("c3"), ...model })
          .page()
          .querySelectorAll("#delete-open, #empty-trash"),
        ({ id }) => id,
      )
    expect(buttons({})).toEqual(["empty-trash", "delete-open"])
    expect(buttons({ view: "kept" })).toEqual([])
    expect(buttons({ trashed: [], selection: choice() })).toEqual([])
  })
})

test.each([
  ["an item that is kept", "c1", { exporting: { captureIds: ["c1"], exportId: null } }],
  ["one that is in the trash, or gone", "c9", { exporting: null, problem: "export/nothing" }],
])("an item's own page leads to the export of it: %s", async (_what, capture, wanted) => {
  const { held, press } = library({ ...emptyModel })
  await press("export-item", { capture })
  expect(held.model).toMatchObject(wanted)
})

test.each([
  ["what is still there of that", "x", { exporting: { captureIds: ["c2"], exportId: null } }],
  ["nothing, where all fitted", "y", { exporting: null, problem: "export/nothing" }],
])(
  "a bundle that could not hold everything leads to the export of the rest: %s",
  async (_what, id, wanted) => {
    const { held, press } = library({ ...emptyModel })
    await press("export-next", { export: id })
    expect(held.model).toMatchObject(wanted)
  },
)

test("whoever is told that the disk is full is told of the trash", () => {
  expect(words.t("error.vault/full.next")).toContain("回收站永久删除")
  expect(wordsFor("en").t("error.vault/full.next")).toMatch(/delete for good .* trash/i)
})
