// @vitest-environment happy-dom
/** What the user says for themselves, on the page of an item. */
import { readFileSync } from "node:fs"
import { describe, expect, test, vi } from "vitest"
import { termOf } from "../../../src/core/complaint-terms.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type RemarkFile } from "../../../src/core/remark-files.ts"
import { sha256Now } from "../../../src/core/seal/hash.ts"
import { type Complaint, hashOfContent, type Said } from "../../../src/core/remarks.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel, type Model } from "../../../src/ui/item/model.ts"
import { makeRemarking } from "../../../src/ui/item/remarking.ts"
import { renderRemarks } from "../../../src/ui/item/remarks.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"
import { type KeptRemark } from "../../../src/vault/remark-row.ts"
import { captureRow } from "./rows.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const now = "2026-11-26T08:00:00.000Z"
const row = captureRow(4)

const remark = (id: string, of: string, ...said: readonly Said[]): KeptRemark => ({
  id,
  versions: said.map((each, index) => ({
    ...each,
    ...{ id, of, version: index + 1, at: now, sha256: hashOfContent(each) },
  })),
})
const note = (text: string | null): Said => ({ kind: "note", content: text === null ? null : { text } })
const complaint = (different: Partial<Complaint> = {}): Complaint => ({
  ...{ platform: "微博", channel: "platform", sentAt: "2026-11-16T07:00:00.000Z", number: "WB-1" },
  ...{ result: "waiting", repliedAt: null, said: null },
  ...different,
})
const sent = (different: Partial<Complaint> = {}): Said => ({
  kind: "complaint",
  content: complaint(different),
})

function show(different: Partial<Model>): HTMLElement {
  const model = { ...emptyModel, item: row, now, remarks: [], cases: [defaultCase], ...different }
  const section = renderRemarks(zh, model, row)
  if (section === null) throw new Error("nothing to show")
  return section
}
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null

test("notes and complaints have the width of the card; the facts of an import stand in two columns", () => {
  const style = document.createElement("style")
  style.textContent = readFileSync("src/ui/item/item.css", "utf8")
  document.head.append(style)
  const shown = (name: string) => {
    const list = document.createElement(name)
    list.className = "said"
    document.body.append(list)
    return getComputedStyle(list).display
  }
  expect(["ul", "ol", "dl"].map(shown)).toEqual(["block", "block", "grid"])
  style.remove()
})

test("nothing is drawn before it is known what stands, so that no tick is lost", () => {
  expect(renderRemarks(zh, { ...emptyModel, remarks: null }, row)).toBeNull()
})

test("it says that it is no evidence and no legal finding, and in which case the item is", () => {
  const view = show({ cases: [{ ...defaultCase, name: "张某" }] })
  expect(view.textContent).toContain("不是证据，也不是法律判断")
  expect(text(view, "#in-case")).toBe("案件：张某")
})

test("the kinds that were ticked are ticked, and the tags stand there", () => {
  const labels: Said = { kind: "labels", content: { tags: ["甲", "乙"], wrongs: ["insult", "portrait"] } }
  const view = show({ remarks: [remark("x", row.id, labels)] })
  const ticked = [...view.querySelectorAll<HTMLInputElement>("input[name=wrong][checked]")].map(
    ({ value }) => value,
  )
  expect(ticked).toEqual(["insult", "portrait"])
  expect(view.querySelector<HTMLInputElement>("#tags")?.value).toBe("甲, 乙")
})

test("a note stands as it is now, and every version of it with its fingerprint", () => {
  const view = show({ remarks: [remark("n", row.id, note("第一稿"), note("第二稿"))] })
  expect(text(view, "[data-remark=n] > .own-words")).toBe("第二稿")
  expect([...view.querySelectorAll("#history-n code")].map(each => each.textContent)).toEqual(
    ["第一稿", "第二稿"].map(each => hashOfContent(note(each))),
  )
})

test("what was taken back is folded, and not gone", () => {
  const view = show({ remarks: [remark("n", row.id, note("第一稿"), note(null))] })
  expect(view.querySelector("#notes > ul > li")).toBeNull()
  expect(text(view, "#notes-gone")).toContain("第一稿")
})

test("markup in a note is text", () => {
  const view = show({ remarks: [remark("n", row.id, note("<img src=x>"))] })
  expect(view.querySelector("img")).toBeNull()
  expect(text(view, "[data-remark=n] > .own-words")).toBe("<img src=x>")
})

test("complaints of the item and of its case stand together, each said to be what it is", () => {
  const view = show({
    remarks: [remark("a", row.id, sent())],
    caseRemarks: [remark("b", "default", sent({ platform: "抖音" }))],
  })
  const said = [...view.querySelectorAll<HTMLElement>("#complaints > ul > li")]
  expect(said.map(({ dataset }) => [dataset.remark, dataset.of])).toEqual([
    ["a", "item"],
    ["b", "case"],
  ])
  expect(said[0]?.textContent).toContain("WB-1")
  expect(said[1]?.textContent).toContain("整个案件")
})

describe("what follows is days and dates, and no advice:", () => {
  test.each<[string, Partial<Complaint>, ReturnType<typeof termOf>, RegExp]>([
    [
      "a notice",
      {},
      { name: "notice", days: 10, answeredAfter: null, until: null },
      /已发出 10 天.*没有写明天数/,
    ],
    [
      "a notice that was answered",
      { result: "measures", repliedAt: "2026-11-19T07:30:00.000Z" },
      { name: "notice", days: 10, answeredAfter: 3, until: null },
      /发出 3 天后收到回复/,
    ],
    [
      "a statement of the other side",
      { result: "statement", repliedAt: "2026-11-20T07:00:00.000Z" },
      { name: "statement", days: 6, answeredAfter: 4, until: null },
      /合理期限.*没有写明天数/,
    ],
    [
      "a report",
      { channel: "police" },
      { name: "report", days: 10, answeredAfter: null, until: null },
      /第九十条/,
    ],
    [
      "a case that was opened",
      { channel: "police", result: "registered", repliedAt: "2026-11-20T07:00:00.000Z" },
      { name: "registered", days: 6, answeredAfter: 4, until: "2026-12-20T07:00:00.000Z" },
      /30 日，即到 2026\/12\/20 15:00 \(UTC\+8\)；该条另有延长的规定/,
    ],
    [
      "a time to come",
      { sentAt: "2026-12-01T00:00:00.000Z" },
      { name: "notice", days: 0, answeredAfter: null, until: null },
      /已发出 0 天/,
    ],
  ])("%s", (_what, different, term, said) => {
    expect(termOf(complaint(different), now)).toEqual(term)
    const view = show({ remarks: [remark("a", row.id, sent(different))] })
    expect(text(view, "[data-term]")).toMatch(said)
    expect(text(view, "[data-term]")).not.toMatch(/应该|建议|逾期|违法/)
  })
})

describe("a form", () => {
  function scene(different: Partial<Model>, files: readonly RemarkFile[] = []) {
    const asked: unknown[] = []
    const state: { model: Model } = { model: { ...emptyModel, item: row, now, remarks: [], ...different } }
    const remarking = makeRemarking({
      page: document,
      captureId: row.id,
      background: (method, input) => {
        asked.push([method, input])
        return Promise.resolve({ remarkId: "m" } as never)
      },
      read: () => state.model,
      change: part => {
        state.model = { ...state.model, ...part }
      },
      report: thrown => {
        throw thrown
      },
      takeFiles: (_form, before) => Promise.resolve([...before, ...files]),
      words: { kept: "kept", takenBack: "back" },
    })
    const form = (name: string) =>
      show(state.model).querySelector<HTMLElement>(`[data-form=${name}]`) ?? document.createElement("form")
    return { asked, remarking, form }
  }
  const field = (form: HTMLElement, selector: string, value: string) => {
    const found = form.querySelector<HTMLInputElement>(selector)
    if (found !== null) found.value = value
  }

  test("of labels keeps what is ticked, and the tags apart", async () => {
    const { asked, remarking, form } = scene({})
    const labels = form("labels")
    labels.querySelectorAll<HTMLInputElement>("input[name=wrong]")[1]!.checked = true
    field(labels, "#tags", "甲，乙")
    expect(remarking.submit(labels)).toBe(true)
    const said = { kind: "labels", content: { tags: ["甲", "乙"], wrongs: ["insult"] } }
    await vi.waitFor(() => {
      expect(asked).toEqual([["keepRemark", { of: row.id, remarkId: null, said }]])
    })
  })

  test("of a note in which nothing is written keeps nothing", () => {
    const { asked, remarking, form } = scene({ remarking: { kind: "note", id: null } })
    expect(remarking.submit(form("note"))).toBe(true)
    expect(asked).toEqual([])
  })

  test("of a note that is changed keeps a version of that one", async () => {
    const { asked, remarking, form } = scene({
      remarks: [remark("n", row.id, note("一"))],
      remarking: { kind: "note", id: "n" },
    })
    const opened = form("note")
    field(opened, "#note-text", "二")
    remarking.submit(opened)
    await vi.waitFor(() => {
      expect(asked).toEqual([["keepRemark", { of: row.id, remarkId: "n", said: note("二") }]])
    })
  })

  test("of a complaint about the whole case is kept with the case", async () => {
    const { asked, remarking, form } = scene({ remarking: { kind: "complaint", id: null } })
    const opened = form("complaint")
    for (const [selector, value] of [
      ["#complaint-of", "case"],
      ["#complaint-platform", "微博"],
      ["#complaint-sent", "2026-11-16T15:00"],
      ["#complaint-number", ""],
    ] as const)
      field(opened, selector, value)
    remarking.submit(opened)
    const sentAt = new Date("2026-11-16T15:00").toISOString()
    const said = { kind: "complaint", content: complaint({ sentAt, number: null }) }
    await vi.waitFor(() => {
      expect(asked).toEqual([["keepRemark", { of: "default", remarkId: null, said }]])
    })
  })

  test("of a complaint keeps the files that stay, and those that were chosen", async () => {
    const file = (name: string): RemarkFile => ({
      name,
      form: "pdf",
      bytes: 3,
      sha256: sha256Now(utf8(name)),
    })
    const { asked, remarking, form } = scene(
      {
        remarks: [remark("c", row.id, sent({ files: [file("a")] }))],
        remarking: { kind: "complaint", id: "c" },
      },
      [file("b")],
    )
    remarking.submit(form("complaint"))
    await vi.waitFor(() => {
      expect(asked).toMatchObject([
        ["keepRemark", { remarkId: "c", said: { content: { files: [file("a"), file("b")] } } }],
      ])
    })
  })

  test("of another kind is left to others", () => {
    const { remarking } = scene({})
    expect([remarking.submit(document.createElement("form")), remarking.press({ act: "copy" })]).toEqual([
      false,
      false,
    ])
  })
})
