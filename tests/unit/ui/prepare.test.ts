// @vitest-environment happy-dom
/** The steps of preparing papers: what is chosen for whom, what is asked for, and that typed words are read back as typed. */
import { expect, test } from "vitest"
import { drafts } from "../../../src/core/papers/drafts.ts"
import { audiences, packetNames, type PaperName } from "../../../src/core/papers/names.ts"
import { claims, nothingTyped } from "../../../src/core/papers/typed.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { type Doings, perform } from "../../../src/ui/prepare/acting.ts"
import { choose } from "../../../src/ui/prepare/changing.ts"
import { readPapers, readTyped } from "../../../src/ui/prepare/form.ts"
import {
  asked,
  chosen,
  emptyModel,
  hasNotes,
  type Held,
  type Model,
  offeredTo,
  papersFor,
} from "../../../src/ui/prepare/model.ts"
import { renderBlock } from "../../../src/ui/prepare/paper-blocks.ts"
import { renderPage } from "../../../src/ui/prepare/render.ts"
import { readSent, renderSent, showLack } from "../../../src/ui/prepare/sent.ts"
import { type ExportRow } from "../../../src/vault/schema.ts"
import { exampleNoticeItems, exampleNotices, exampleTyped } from "../papers/example-notice.ts"
import { importedPhoto } from "../papers/packets/example-packets.ts"
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

/** The second step with its model, as the page holds them; what is asked of the background is written down. */
function secondStep(part: Partial<Model>) {
  const page = document.implementation.createHTMLDocument()
  const shown: { model: Model } = { model: { ...model, step: 2, ...part } }
  const asked: [string, unknown][] = []
  const draw = () => {
    page.body.replaceChildren(renderPage(words, shown.model))
  }
  draw()
  const doings = {
    page,
    read: () => shown.model,
    change: (change: Partial<Model>) => {
      shown.model = { ...shown.model, ...change }
      draw()
    },
    background: (name: string, input: unknown) => {
      asked.push([name, input])
      return Promise.resolve(null)
    },
  } as unknown as Doings
  return { page, asked, doings, model: () => shown.model }
}

test("what was typed for a paper is still there when the paper was unticked and ticked again", async () => {
  const { page, doings, model: now } = secondStep({ papers: ["notice", "civil"] })
  const type = (id: string, text: string) => {
    const field = page.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)
    if (field !== null) field.value = text
  }
  type("person-name", "李小明")
  type("own-court", "某法院")
  type("truth-e001", "没有此事")
  for (const isTicked of [false, true]) {
    const box = page.querySelector<HTMLInputElement>("#paper-civil")
    if (box !== null) box.checked = isTicked
    await choose(doings, box)
    expect(page.querySelector("#own-court") !== null).toBe(isTicked)
  }
  expect(page.querySelector<HTMLInputElement>("#own-court")?.value).toBe("某法院")
  expect(page.querySelector<HTMLInputElement>("#person-name")?.value).toBe("李小明")
  expect(now().typed.statements.find(({ item }) => item === "e001")?.truth).toBe("没有此事")
})

test("who is about to sign is warned not to forge, on the page and not in the paper", () => {
  const warned = (papers: readonly PaperName[]) =>
    renderPage(words, { ...model, step: 2, papers }).querySelector("#honesty")?.textContent ?? ""
  expect(warned(["police"])).toContain("伪造、隐匿、毁灭证据或者提供虚假证言、谎报案情")
  expect(warned(["list"])).toBe("")
})

test("each captured item can be said not to be complained of, which is kept, and it is asked nothing more", async () => {
  const imported = importedPhoto("e010")
  const withPhoto = [...held, { item: imported, capture: captureRow(10, { url: "" }) }]
  const { page, asked: told, doings, model: now } = secondStep({ held: withPhoto, papers: ["civil"] })
  const ids = (where: string) => Array.from(page.querySelectorAll(where), ({ id }) => id)
  expect(ids("#wrongful input")).toEqual(["e001", "e003", "e007", "e009"].map(name => `wrongful-${name}`))
  expect(ids(".statement")).toEqual(["e001", "e003", "e009"].map(name => `statement-${name}`))
  expect(page.querySelector("#wrongful")?.textContent).toContain(
    words.t("prepare.wrongfulImported", { n: 1 }),
  )
  const box = page.querySelector<HTMLInputElement>("#wrongful-e003")
  expect([box?.checked, box?.closest("label")?.textContent.includes("E-003")]).toEqual([true, true])
  if (box !== null) box.checked = false
  await choose(doings, box)
  expect(told).toEqual([["setAside", { captureId: box?.value, isAside: true }]])
  expect(ids(".statement")).toEqual(["statement-e001", "statement-e009"])
  expect(now().held?.map(({ item }) => item.isAside === true)).toEqual([false, true, false, false, false])
  expect(page.querySelector<HTMLInputElement>("#wrongful-e003")?.checked).toBe(false)
})

test("where it is not said to whom or when a notice was sent, that is said at the field, which is gone to", () => {
  const page = document.implementation.createHTMLDocument()
  const course = { state: "done", draftsMade: [{ name: "notice", files: 1, outcome: "made", code: null }] }
  const shown = { ...model, step: 3, exportId: "1", course: course as unknown as ExportRow } as const
  page.body.append(...renderSent(words, shown).filter(each => each !== null))
  const field = (name: string) =>
    page.querySelector<HTMLInputElement>(`#sent-${name}-0`) ?? expect.unreachable(name)
  const lacking = () => {
    const said = readSent(page, "0")
    showLack(page, "0", typeof said === "string" ? said : null, words.t)
    return Object.fromEntries(
      ["platform", "at"].map(name => [
        name,
        [field(name).getAttribute("aria-invalid"), page.querySelector(`#sent-${name}-0-lacks`)?.textContent],
      ]),
    )
  }
  field("at").value = ""
  expect(lacking()).toEqual({ platform: [null, ""], at: ["true", words.t("prepare.sentNoTime")] })
  expect(field("at").getAttribute("aria-describedby")).toBe("sent-at-0-lacks")
  field("at").value = "2026-11-26T12:00"
  field("platform").value = " "
  expect(lacking()).toEqual({ platform: ["true", words.t("prepare.sentNoPlatform")], at: [null, ""] })
  field("platform").value = "微博"
  expect(lacking()).toEqual({ platform: [null, ""], at: [null, ""] })
})

test("that the preview is being made, and that it is ready, is told to who cannot see it", async () => {
  const { doings } = secondStep({ papers: ["list"] })
  const told: string[] = []
  const all = { ...doings, tell: (what: string) => told.push(what), preview: () => Promise.resolve([]) }
  await perform(all, "next", {})
  expect(told).toEqual(["prepare.previewing", "prepare.previewed"])
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
