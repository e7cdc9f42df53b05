/**
 * What a person does in our popup, by its own buttons: for the e2e stories,
 * `npm start` and the bench. Reads only what the popup shows.
 */
import { type ReportLanguage } from "../../src/core/papers/wanted.ts"
import { type Driven, type Page, type Popup, type Surface, openPopup } from "./driver.ts"
import { until } from "./surface.ts"

/** A capture as the popup shows it once it is kept. */
export interface Kept {
  readonly item: string
  /** Complete as loaded. */
  readonly complete: boolean
  /** The sentence of each gap. */
  readonly gaps: readonly string[]
  readonly receipt: readonly (readonly [label: string, value: string])[]
}

/** An export as the popup shows it once it is done. */
export interface Exported {
  readonly fileName: string
  /** The digits that the popup shows, all 64. */
  readonly sha256: string
  /** The sentence of each time stamp, or that there is none. */
  readonly stamps: readonly string[]
  /** Null for a plain ZIP: `fileName` is the encrypted file's otherwise, and `sha256` the ZIP's in it. */
  readonly encrypted: { readonly sha256: string; readonly command: string; readonly told: string } | null
}

/** The sentences of an item's time stamps, when all have come or 20 s have passed. Empty where none was asked for. */
export async function stampsShown(popup: Popup, timeoutMs = 20_000): Promise<readonly string[]> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const { sentences, waiting } = await popup.evaluate(readStamps)
    if (waiting === 0 || Date.now() > end) return sentences
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** Toolbar click, big button, and the wait until the capture is kept. Throws with the code where the popup shows one. */
export async function capture(
  driven: Driven,
  page: Page,
  timeoutMs = 600_000,
): Promise<{ readonly kept: Kept; readonly popup: Popup }> {
  const popup = await openPopup(driven, page)
  await popup.click("#capture")
  return { kept: await untilKept(popup, timeoutMs), popup }
}

/** Where the big button was pressed: waits until the capture is kept. Throws as {@link capture} does. */
export const untilKept = (popup: Popup, timeoutMs: number): Promise<Kept> =>
  untilShown(popup, readKept, timeoutMs)

/** From any view of the popup: exports everything in the vault, and waits until the popup shows the digits. */
export async function exportAll(popup: Popup, timeoutMs = 600_000): Promise<Exported> {
  await popup.click("#export-open")
  return exportAs(popup, timeoutMs)
}

/** In the export screen: which report goes along. */
export async function chooseReport(popup: Surface, choice: ReportLanguage | "none"): Promise<void> {
  await popup.waitFor(() => document.querySelector("#report-language") !== null)
  await popup.evaluate(pickReport, choice)
}

/** Runs in the popup. */
function pickReport(choice: string): void {
  const select = document.querySelector<HTMLSelectElement>("#report-language")
  if (select !== null) select.value = choice
}

/** In the export screen, or the library's: exports what is chosen there, as is chosen there. */
export async function exportAs(popup: Surface, timeoutMs = 600_000): Promise<Exported> {
  await popup.click("#export-start")
  return untilShown(popup, readExported, timeoutMs)
}

/** In the export screen: unfolds the choice to encrypt. */
export async function openEncryption(popup: Popup): Promise<void> {
  await popup.click("#encryption summary")
  await popup.waitFor(() => document.querySelector("#encryption[open]") !== null)
}

/** Waits for what `read` finds, or for the error that the popup shows instead. */
async function untilShown<T>(popup: Surface, read: () => T | null, timeoutMs: number): Promise<T> {
  const seen = await until(
    "the popup to say how it went",
    async () => {
      const found = await popup.evaluate(read)
      const error = await popup.evaluate(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)
      return found !== null ? { found } : error !== undefined ? { error } : null
    },
    timeoutMs,
  )
  if ("error" in seen) throw new Error(`the popup shows an error: ${seen.error}`)
  return seen.found
}

/** Runs in the popup. */
function readKept(): Kept | null {
  const saved = document.querySelector<HTMLElement>("#saved")
  if (saved === null) return null
  const texts = (selector: string) =>
    Array.from(document.querySelectorAll(selector), each => each.textContent.trim().replace(/\s+/g, " "))
  const values = texts("#receipt dd")
  return {
    item: saved.dataset.item ?? "",
    complete: saved.dataset.complete === "true",
    gaps: texts("#gaps li"),
    receipt: texts("#receipt dt").map((label, index) => [label, values[index] ?? ""] as const),
  }
}

/** Runs in the popup. */
function readExported(): Exported | null {
  const done = document.querySelector<HTMLElement>("#export-done")
  if (done === null) return null
  const stamps = Array.from(done.querySelectorAll(".stamp"), each => each.textContent)
  const sealed = done.querySelector<HTMLElement>("#encrypted")
  const encrypted = sealed && {
    sha256: sealed.dataset.sha256 ?? "",
    command: sealed.querySelector("#opening")?.textContent ?? "",
    told: sealed.querySelector("p")?.textContent ?? "",
  }
  return { fileName: done.dataset.file ?? "", sha256: done.dataset.sha256 ?? "", stamps, encrypted }
}

/** Runs in the popup. */
function readStamps(): { readonly sentences: readonly string[]; readonly waiting: number } {
  return {
    sentences: Array.from(document.querySelectorAll("#stamps li"), each => each.textContent),
    waiting: document.querySelectorAll("#stamps li[data-state=waiting]").length,
  }
}
