// @vitest-environment happy-dom
import "fake-indexeddb/auto"
import { readdirSync, readFileSync } from "node:fs"
import { beforeEach, expect, test, vi } from "vitest"
import { wordsFor } from "../../../src/i18n/words.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { patch } from "../../../src/ui/parts/dom.ts"
import { followDiagnostics } from "../../../src/ui/parts/copy-diagnostics.ts"
import { renderProblemOf } from "../../../src/ui/parts/problem.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { newVault } from "../vault/rows.ts"
import { captureRow } from "./rows.ts"

test.each(
  readdirSync("src/ui").filter(name => /from ".*\/problem\.ts"/.test(sourceOf(name)) && name !== "parts"),
)("the page %s, which may show a problem, has its facts copied", name => {
  expect(sourceOf(name)).toMatch(/(?:followDiagnostics\(vault, words\)|openPage\(vault, (?:words|speech), )/)
})

const board = { text: "", refuses: false }
vi.mock("../../../src/platform/identity.ts", () => ({
  readTool: () => Promise.resolve({ name: "Holdfast", version: "0.1.0", commit: "c", build: "b" }),
  readBrowser: () =>
    Promise.resolve({ browser: "Firefox", version: "140", os: "linux", locale: "zh-CN", userAgent: "" }),
}))
vi.mock("../../../src/platform/popup.ts", () => ({
  storageUse: () => Promise.resolve({ usedBytes: 1e6, freeBytes: 2e6 }),
  copyText: (text: string) => {
    if (board.refuses) return Promise.reject(new EvidenceError("internal", "not here"))
    board.text = text
    return Promise.resolve()
  },
}))

/** All of a page's own source. */
function sourceOf(name: string): string {
  return readdirSync(`src/ui/${name}`)
    .filter(file => file.endsWith(".ts"))
    .map(file => readFileSync(`src/ui/${name}/${file}`, "utf8"))
    .join("\n")
}

const words = wordsFor("zh-CN", "UTC")
const SECRET = "说了什么 https://weibo.com/1/secret"
const telling: Partial<CaptureRow> = {
  ...{ url: SECRET, title: SECRET, nonce: SECRET, timeZone: SECRET },
  gaps: [{ what: "pictures", reason: "not-loaded", count: 1, where: SECRET }],
}
const vault = newVault()
followDiagnostics(vault, words)

const drawn = () => renderProblemOf(words, "vault/full") ?? expect.unreachable("an error is shown")
const said = () => document.querySelector(".diagnostics output")?.textContent

beforeEach(async () => {
  Object.assign(board, { text: "", refuses: false })
  document.body.replaceChildren(drawn())
  await vault.captures.clear()
  await vault.captures.add(captureRow(1, telling))
})

test("what is copied stands below the button, holds nothing that a page or the user wrote, and stays through a redraw", async () => {
  document.querySelector<HTMLElement>("[data-diagnostics]")?.click()
  await vi.waitFor(() => {
    expect(said()).toBe(words.t("error.diagnosticsCopied"))
  })
  expect(board.text).toContain("code: vault/full")
  expect(board.text).toContain("gap: pictures not-loaded 1")
  for (const part of ["说了什么", "https", "weibo", "secret"]) expect(board.text).not.toContain(part)
  expect(board.text).not.toContain(captureRow(1).id)
  patch(document.querySelector("section") ?? expect.unreachable("the error"), drawn())
  expect(document.querySelector(".diagnostics pre")?.textContent).toBe(board.text)
})

test("where the browser lets nothing be copied, it can be marked by hand", async () => {
  board.refuses = true
  document.querySelector<HTMLElement>("[data-diagnostics]")?.click()
  await vi.waitFor(() => {
    expect(said()).toContain("internal")
  })
  expect(document.querySelector(".diagnostics pre")?.textContent).toContain("code: vault/full")
})
