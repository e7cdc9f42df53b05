// @vitest-environment happy-dom
/** The page that attaches proofs from elsewhere: what it says of each file, and that no name runs or leads anywhere. */
import { describe, expect, test } from "vitest"
import { type ProofReading } from "../../../src/core/proof/proof.ts"
import { type Sha256, type Sm3 } from "../../../src/core/seal/hash.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel, type Given, type Model, targetOf, targetValue } from "../../../src/ui/attach/model.ts"
import { renderPage } from "../../../src/ui/attach/render.ts"
import { renderChoice } from "../../../src/ui/attach/target.ts"
import { patch } from "../../../src/ui/parts/dom.ts"
import { type ImportRow } from "../../../src/vault/import-row.ts"
import { captureRow, exportRow, zip } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const hostile = '"><img src=x onerror=alert(1)>\u202efdp.exe'
const valid: ProofReading = {
  ...{ unverifiable: null, at: "2026-11-22T15:22:00.000Z", signer: hostile, isUniTrust: false },
}
const captures = [captureRow(3), captureRow(1)]
const exports = [exportRow({ state: "done" })]

const row = (different: Partial<ImportRow> = {}): ImportRow => ({
  ...{ id: "i", kind: "capture", of: captures[0]!.id, at: "2026-11-22T15:30:00.000Z", custodySeq: 9 },
  ...{ name: hostile, form: "tst", file: zip, bytes: 4000, sm3: zip as string as Sm3, crc32: 1 },
  ...{ matchedBy: "imprint", over: "capture.json", reading: valid },
  ...different,
})

const show = (different: Partial<Model>): HTMLElement =>
  renderPage(words, { ...emptyModel, captures, exports, ...different })
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const refused = (answer: Extract<Given, { at: "refused" }>["answer"]): Given => ({
  ...{ at: "refused", name: hostile, file: zip, answer },
})

describe("of what is attached it says what was seen, and no more:", () => {
  test.each<[string, Partial<ImportRow>, readonly string[]]>([
    ["a stamp that holds", {}, ["对应这一项的记录", "本身有效", "由核对的人按根证书认定"]],
    ["by 联合信任", { reading: { ...valid, isUniTrust: true } }, ["可信时间戳", "名称是否属实未经核对"]],
    [
      "signed with SM2",
      { reading: { ...valid, unverifiable: "sm2" } },
      ["SM2", "本工具无法验证其签名，已原样保存"],
    ],
    ["signed in another way", { reading: { ...valid, unverifiable: "algorithm" } }, ["本工具无法验证其签名"]],
    ["over something else", { matchedBy: "user", over: null }, ["对应的是别的文件", "不能说明这里的时间"]],
    ["by a weak hash", { matchedBy: "user", over: null, reading: null }, ["过弱或未知", "未核对"]],
    ["a paper", { form: "pdf", matchedBy: "user", over: null, reading: null }, ["未核对内容"]],
  ])("%s", (_what, different, sentences) => {
    const said = text(show({ imports: [row(different)] }), "#kept li") ?? ""
    for (const sentence of sentences) expect(said).toContain(sentence)
    expect(said.includes("可信时间戳")).toBe(different.reading?.isUniTrust ?? false)
    expect(said.includes("本身有效")).toBe(_what === "a stamp that holds" || _what === "by 联合信任")
  })
})

describe("of what is not attached it says why, and that nothing was changed:", () => {
  test.each<[string, Given, string]>([
    ["no proof", refused({ outcome: "no-proof" }), "既不是可读的时间戳"],
    ["a stamp that does not hold", refused({ outcome: "invalid", fault: "signature" }), "（signature）"],
    ["one that is too large", { at: "too-large", name: hostile }, "20 MB"],
  ])("%s", (_what, given, sentence) => {
    const said = text(show({ given }), "#outcome") ?? ""
    expect(said).toContain("没有附上")
    expect(said).toContain(sentence)
    expect(said).toContain("没有任何改动")
  })
})

test("whose a file is must be said before it can be attached", () => {
  const given = refused({ outcome: "whose", form: "pdf", at: null })
  expect(show({ given }).querySelector("#attach:disabled")).not.toBeNull()
  const whose = targetValue({ kind: "capture", id: captures[1]!.id })
  expect(show({ given, whose }).querySelector("#attach:not(:disabled)")).not.toBeNull()
  expect(targetOf(whose)).toEqual({ kind: "capture", id: captures[1]!.id })
  expect([targetOf(""), targetOf("case 1"), targetOf("capture")]).toEqual([null, null, null])
})

test("the file is never shown: names are text, and there is no picture, frame or link in the page", () => {
  const view = show({
    ...{ imports: [row(), row({ id: "j", form: "pdf", matchedBy: "user", over: null, reading: null })] },
    given: { at: "kept", name: hostile, importId: "i" },
  })
  expect(view.querySelectorAll("img, iframe, object, embed, a, script")).toHaveLength(0)
  expect(view.textContent).not.toContain("\u202e")
})

test("an item that comes while the list is open does not move the choice to another one", () => {
  const whose = targetValue({ kind: "capture", id: captures[1]!.id })
  const given = refused({ outcome: "whose", form: "pdf", at: null })
  const view = show({ given, whose })
  document.body.replaceChildren(view)
  patch(view, show({ given, whose, captures: [captureRow(4), ...captures] }))
  expect(view.querySelector<HTMLSelectElement>("#whose")?.dataset.value).toBe(whose)
})

test("a bundle gives its own digits, and the encrypted file's where there is one", () => {
  const encrypted = "e".repeat(64) as Sha256
  const bundle = exportRow({ state: "done", encrypted })
  const view = show({ exports: [bundle], handedOver: targetValue({ kind: "export", id: bundle.id }) })
  expect([...view.querySelectorAll("#prints code")].map(each => each.textContent)).toEqual([zip, encrypted])
})

test("of many items and bundles the newest stand in the list, others are found, and what is chosen stays in it", () => {
  const captures = Array.from({ length: 1000 }, (_, at) =>
    captureRow(1000 - at, { startedAt: new Date(Date.UTC(2026, 10, 22) - at * 60_000).toISOString() }),
  )
  const values = (finds: Record<string, string>, chosen = "") =>
    Array.from(
      renderChoice(words, { captures, exports: [], finds }, "whose", chosen).querySelectorAll("option"),
      ({ value }) => value,
    )
  expect(values({})).toHaveLength(51)
  expect(values({})[1]).toBe("capture c1000")
  expect(values({ whose: "E-007" }).slice(1)).toEqual(["capture c7"])
  expect(values({ whose: "E-007" }, "capture c1000").slice(1)).toEqual(["capture c1000", "capture c7"])
  const few = renderChoice(words, { captures: captures.slice(0, 9), exports: [], finds: {} }, "whose", "")
  expect(few.querySelector("input")).toBeNull()
})
