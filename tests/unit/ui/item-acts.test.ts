// @vitest-environment happy-dom
/** What can be done with an item from its own page: what the library does with those that are chosen. */
import { describe, expect, test } from "vitest"
import { nothingStated } from "../../../src/core/imported.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { makeActing } from "../../../src/ui/item/acts.ts"
import { emptyModel, type Model } from "../../../src/ui/item/model.ts"
import { renderPage } from "../../../src/ui/item/render.ts"
import { patch } from "../../../src/ui/parts/dom.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"
import { captureRow } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const other = { ...defaultCase, id: "other", number: 2, name: "张某侵权" }
const now = "2026-11-27T00:00:00.000Z"
const trashedAt = "2026-11-25T00:00:00.000Z"
const facts = { at: "none" } as const

const show = (different: Partial<Model>): HTMLElement =>
  renderPage(words, {
    ...emptyModel,
    item: captureRow(4),
    cases: [defaultCase, other],
    now,
    facts,
    ...different,
  })
const hrefOf = (view: Element, id: string) => view.querySelector(`#${id}`)?.getAttribute("href") ?? null
const acts = (view: Element) => Array.from(view.querySelectorAll("#acts [data-act]"), ({ id }) => id)

const imported = {
  ...{ file: "import/original.png", givenName: "1.png", lastModified: null, stated: nothingStated, bytes: 9 },
  read: { kind: "picture", kindBy: "bytes", mediaType: "image/png", claims: [], unread: null },
} as const

/** The page as it is drawn again after each change; what the vault would answer is put in by hand. */
function desk(begin: Partial<Model> = {}, fail: EvidenceError | null = null) {
  document.body.innerHTML = `<main id="view"></main>`
  const held = {
    model: { ...emptyModel, item: captureRow(4), cases: [defaultCase, other], now, facts, ...begin },
    asked: [] as unknown[],
  }
  const change = (part: Partial<Model>) => {
    held.model = { ...held.model, ...part }
    const view = document.querySelector("#view")
    if (view !== null) patch(view, renderPage(words, held.model))
    acting.settle()
  }
  const acting = makeActing({
    page: document,
    words,
    captureId: "c4",
    background: (method, input) => {
      held.asked.push([method, input])
      return fail === null ? Promise.resolve(null as never) : Promise.reject(fail)
    },
    read: () => held.model,
    change,
    report: thrown => {
      change({ problem: EvidenceError.from(thrown).code })
    },
  })
  change({})
  const press = async (act: string) => {
    expect(acting.press(act)).toBe(true)
    await new Promise(resolve => setTimeout(resolve))
  }
  return { held, change, acting, press }
}

describe("an item that is kept", () => {
  test("can be captured again, exported, filed elsewhere and put in the trash, each by the library's own way", () => {
    const view = show({})
    expect(hrefOf(view, "again-open")).toBe("queue.html?item=c4")
    expect(hrefOf(view, "export-open")).toBe("library.html?export=item&item=c4")
    expect(acts(view)).toEqual(["act-move", "act-trash"])
    expect(view.querySelector("#to-trash")?.textContent).toContain("30 天")
  })

  test.each([
    ["a page of no web", { url: "chrome-extension://x/practice/index.html" }],
    ["a file from elsewhere", { imported }],
  ])("is not captured again where it is of %s", (_what, different) => {
    const view = show({ item: captureRow(4, different) })
    expect(hrefOf(view, "again-open")).toBeNull()
    expect(hrefOf(view, "export-open")).not.toBeNull()
  })

  test("goes to the case that is chosen, and the page says to which", async () => {
    const { held, press } = desk()
    const place = document.querySelector<HTMLSelectElement>("#move-to")
    expect(Array.from(place?.options ?? [], ({ value }) => value)).toEqual(["=default", "=other"])
    if (place !== null) place.value = "=other"
    await press("move")
    expect(held.asked).toEqual([["moveToCase", { captureIds: ["c4"], caseId: "other" }]])
    expect(held.model.done).toBe("已移到：张某侵权")
  })

  test("goes to the trash and comes back, and the reader is at what brings it back", async () => {
    const { held, change, press } = desk()
    await press("trash")
    change({ item: captureRow(4, { trashedAt }) })
    expect(document.activeElement?.id).toBe("act-restore")
    await press("restore")
    change({ item: captureRow(4) })
    expect(document.activeElement?.id).toBe("export-open")
    expect(held.asked).toEqual([
      ["discardCapture", { captureId: "c4" }],
      ["restoreCapture", { captureId: "c4" }],
    ])
  })

  test("stays where it is when that is refused, and the page says why", async () => {
    const { held, press } = desk({}, new EvidenceError("vault/full", "no room"))
    await press("trash")
    expect(held.model).toMatchObject({ problem: "vault/full", done: "" })
  })
})

test("in the trash it can be had back, and the page says how long, and where it goes for good", () => {
  const view = show({ item: captureRow(4, { trashedAt }) })
  expect(view.querySelector("#no-item")?.textContent).toContain("还保留 28 天")
  expect(view.querySelector("#act-restore")?.textContent).toBe("恢复")
  expect(hrefOf(view, "trash-open")).toBe("library.html?view=trash")
  expect(view.querySelector("#acts")).toBeNull()
})

test("a button of another kind is left to whoever knows it", () => {
  expect(desk().acting.press("recompute")).toBe(false)
})
