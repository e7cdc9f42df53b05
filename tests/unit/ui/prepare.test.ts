// @vitest-environment happy-dom
/** The steps of preparing papers: what is chosen for whom, what is asked for, and that typed words are read back as typed. */
import { expect, test } from "vitest"
import { drafts } from "../../../src/core/papers/drafts.ts"
import { audiences, packetNames, type PaperName } from "../../../src/core/papers/names.ts"
import { claims, nothingTyped } from "../../../src/core/papers/typed.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { readPapers, readTyped } from "../../../src/ui/prepare/form.ts"
import {
  asked,
  chosen,
  emptyModel,
  hasNotes,
  type Held,
  offeredTo,
  papersFor,
} from "../../../src/ui/prepare/model.ts"
import { renderBlock } from "../../../src/ui/prepare/paper-blocks.ts"
import { renderPage } from "../../../src/ui/prepare/render.ts"
import { exampleNoticeItems, exampleNotices, exampleTyped } from "../papers/example-notice.ts"
import { captureRow } from "./rows.ts"

const words = wordsFor("zh-CN")
const held: readonly Held[] = exampleNoticeItems().map(item => ({
  item,
  capture: captureRow(Number(item.record.item.slice(1)), { url: item.record.url }),
}))
const model = { ...emptyModel, held, now: "2026-11-26T12:00:00.000Z" }

test.each([
  ["lawyer", ["report", "list"], true],
  ["notary", ["report", "list", "route", "notary"], false],
  ["platform", ["list", "notice"], false],
  ["police", ["report", "list", "police"], true],
  ["backup", [], true],
] as const)("for %s the papers are %j", (audience, papers, notes) => {
  expect(audiences).toContain(audience)
  expect([papersFor(audience), hasNotes(audience)]).toEqual([papers, notes])
})

test("a platform's copy has the posts and profiles of that platform, and nothing of others", () => {
  const items = (platform: number) =>
    chosen({ ...model, audience: "platform", platform }).map(({ item }) => item.record.item)
  expect(items(0)).toEqual(["e001", "e007", "e009"])
  expect(items(1)).toEqual(["e003"])
  expect(chosen(model)).toHaveLength(4)
})

test("nobody is asked who they are where no paper says it", () => {
  expect(asked({ papers: ["report", "list"] })).toEqual({
    ...{ person: [], own: [], statements: false, claims: false },
  })
  expect(asked({ papers: ["notice"] }).person).toContain("idNumber")
  const page = renderPage(words, { ...model, step: 2 })
  expect([page.querySelector("#person"), page.querySelector("#statements")]).toEqual([null, null])
})

test("typed words are read back as they were typed, and those of fields that are not shown stay", () => {
  const page = renderPage(words, { ...model, step: 2, papers: ["list", "notice"], typed: exampleTyped })
  const read = readTyped(page, nothingTyped)
  expect(read.person).toEqual(exampleTyped.person)
  expect(read.statements.find(({ item }) => item === "e001")).toEqual(exampleTyped.statements[0])
  expect(read.own).toEqual(exampleTyped.own)
  expect(readTyped(document.createElement("main"), exampleTyped)).toEqual(exampleTyped)
  expect(readPapers(page)).toEqual(["list", "notice"])
})

test("the claims are asked for where there is a civil complaint, none ticked beforehand, and read back", () => {
  const step = (papers: readonly PaperName[], typed = nothingTyped) =>
    renderPage(words, { ...model, step: 2, papers, typed })
  expect(step(["police", "prosecution"]).querySelector("#claims")).toBeNull()
  const page = step(["civil"])
  const boxes = Array.from(page.querySelectorAll<HTMLInputElement>("#claims input"))
  expect(boxes.map(({ value, checked }) => [value, checked])).toEqual(claims.map(name => [name, false]))
  for (const box of boxes) box.checked = box.value === "apology" || box.value === "stop"
  const read = readTyped(page, { ...nothingTyped, claims: ["fees"] })
  expect(read.claims).toEqual(["stop", "apology"])
  expect(readTyped(step(["civil"], read), nothingTyped).claims).toEqual(read.claims)
  expect(readTyped(step(["police"]), read).claims).toEqual(read.claims)
})

test.each(packetNames)("%s is offered to a lawyer, and all that it asks for has its field", name => {
  expect(offeredTo("lawyer")).toContain(name)
  const page = renderPage(words, { ...model, step: 2, papers: [name] })
  for (const field of drafts[name].asks.own) {
    expect(page.querySelector(`#own-of-${field}`)?.textContent, field).toBe(words.t(`prepare.own.${field}`))
  }
  expect(page.querySelectorAll("[id^=own-of-]").length).toBe(drafts[name].asks.own.length)
})

test("what is told in sentences has room for them, and what is a line is a line", () => {
  const page = renderPage(words, { ...model, step: 2, papers: [...packetNames] })
  const tags = Array.from(page.querySelectorAll("[id^=own-of-] [id^=own-]"), ({ id, tagName }) => [
    id,
    tagName,
  ])
  const passages = tags.flatMap(([id, tag]) => (tag === "TEXTAREA" ? [id] : []))
  expect(passages.sort()).toEqual(["own-harm", "own-purpose", "own-route", "own-story", "own-urgency"])
  expect(tags.length - passages.length).toBe(8)
  expect(page.querySelectorAll("#person input[type=text]")).toHaveLength(6)
})

test("a preview has every word of the paper as text, and no element that a page could have named", async () => {
  const [notice] = await exampleNotices("zh-CN", exampleTyped)
  const article = document.createElement("article")
  for (const block of notice?.draft.blocks ?? []) {
    const shown = renderBlock(block, "建议：")
    if (shown !== null) article.append(shown)
  }
  expect(article.textContent).toContain("李小明")
  expect(article.textContent).toContain("</w:t></w:p>")
  expect(article.querySelectorAll("script, iframe, img, a, link").length).toBe(0)
  expect(article.querySelectorAll("td.suggestion").length).toBe(1)
})
