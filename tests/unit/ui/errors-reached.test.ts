// @vitest-environment happy-dom
/** Errors that no story of a browser comes by: each forced on its own way through the product, and shown with its four parts. */
import "fake-indexeddb/auto"
import { afterEach, expect, test, vi } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { type ErrorCode, EvidenceError } from "../../../src/core/errors.ts"
import { errorSentences } from "../../../src/i18n/sentences.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { archivePage } from "../../../src/platform/archive.ts"
import { renderProblemOf } from "../../../src/ui/parts/problem.ts"
import { takeFiles } from "../../../src/ui/parts/remark-files.ts"
import { type OriginRow } from "../../../src/vault/origin-row.ts"
import { keepRestored, type RestoredItem } from "../../../src/vault/write-restored.ts"
import { redactPicture } from "../../../src/workshop/redact-picture.ts"
import { newVault, sealedCapture } from "../vault/rows.ts"

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A form in which a file was chosen. */
function formWith(file: File): HTMLFormElement {
  const form = document.createElement("form")
  const input = document.createElement("input")
  input.type = "file"
  Object.defineProperty(input, "files", { value: [file] })
  form.append(input)
  return form
}

const ways: readonly (readonly [ErrorCode, string, () => Promise<unknown>])[] = [
  [
    "file/refused",
    "a file of another kind is chosen as an answer",
    () => takeFiles(newVault(), formWith(new File(["MZ"], "answer.exe"))),
  ],
  [
    "capture/too-large",
    "the page as one file is larger than may be kept",
    () => {
      vi.stubGlobal("chrome", {
        pageCapture: { saveAsMHTML: () => Promise.resolve(new Blob([utf8("12345")])) },
      })
      return archivePage(1, 4)
    },
  ],
  [
    "picture/not-covered",
    "the browser gives no canvas to cover a picture on",
    () => {
      vi.stubGlobal("createImageBitmap", () =>
        Promise.resolve({ width: 1, height: 1, close: () => undefined }),
      )
      vi.stubGlobal(
        "OffscreenCanvas",
        class {
          readonly width = 1
          readonly height = 1
          getContext(): null {
            return null
          }
        },
      )
      return redactPicture(utf8("a picture"), [{ x: 0, y: 0, width: 1, height: 1 }])
    },
  ],
  [
    "restore/there",
    "an item of a bundle is here already",
    async () => {
      const vault = newVault()
      await sealedCapture(vault, "a")
      await vault.origins.add({ id: "b", hashes: [] } as object as OriginRow)
      const row = await vault.captures.get("a")
      // What is here already is found before anything else of it is looked at.
      return keepRestored(vault, { row, bundle: "b" } as object as RestoredItem)
    },
  ],
]

test.each(ways)("%s: %s", async (code, _what, force) => {
  const thrown: unknown = await force().then(
    () => null,
    (error: unknown) => error,
  )
  expect(EvidenceError.from(thrown).code).toBe(code)
  for (const language of ["zh-CN", "en"] as const) {
    const words = wordsFor(language, "UTC")
    const shown = renderProblemOf(words, code)
    const { cause, safe, next, code: number } = errorSentences(words.t, code)
    expect(Array.from(shown?.querySelectorAll("p") ?? [], p => p.textContent).slice(0, 3)).toEqual([
      cause,
      safe,
      next,
    ])
    expect(shown?.querySelector("code")?.textContent).toBe(number)
    expect(shown?.dataset.cause).toBe(code)
  }
})
