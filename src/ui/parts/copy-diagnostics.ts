/** The facts of a problem that a person may copy and send us; shown as they are copied, so that there is nothing to trust. */
import {
  type CaptureTraits,
  diagnosticsText,
  type ExportTraits,
  type VaultTraits,
} from "../../core/diagnostics.ts"
import { type ErrorCode, errorCodes, EvidenceError } from "../../core/errors.ts"
import { type Words } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { readBrowser, readTool } from "../../platform/identity.ts"
import { copyText, storageUse } from "../../platform/popup.ts"
import { countCaptures, lastExport, recentCaptures } from "../../vault/read.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type ExportRow, type Vault } from "../../vault/schema.ts"
import { el } from "./dom.ts"

const LAST = 3

/** Listens for that button on a page. */
export function followDiagnostics(vault: Vault, words: Words): void {
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("[data-diagnostics]") : null
    const code = errorCodes.find(each => each === pressed?.getAttribute("data-diagnostics"))
    const place = pressed?.parentElement
    if (code !== undefined && place) void copyDiagnostics(vault, words, code, place)
  })
}

async function copyDiagnostics(vault: Vault, { t }: Words, code: ErrorCode, place: Element): Promise<void> {
  const say = (sentence: string) => {
    const status = place.querySelector("output")
    if (status !== null) status.textContent = sentence
  }
  try {
    const text = await readDiagnostics(vault, code)
    place.querySelector("pre")?.remove()
    place.append(el("pre", { class: "code", tabindex: "0", "aria-label": t("error.diagnosticsLabel") }, text))
    await copyText(text)
    say(t("error.diagnosticsCopied"))
  } catch (thrown) {
    // A browser that lets nothing be copied, or tells nothing of itself: what was read is there to be marked by hand.
    say(t("error.diagnosticsNotCopied", { code: EvidenceError.from(thrown).code }))
  }
}

async function readDiagnostics(vault: Vault, code: ErrorCode): Promise<string> {
  const [tool, browser, storage, traits] = await Promise.all([
    readTool(),
    readBrowser(),
    storageUse(),
    readTraits(vault),
  ])
  return diagnosticsText({
    at: now(),
    code,
    tool,
    browser,
    language: browser.locale,
    ...storage,
    vault: traits,
  })
}

/** What is told of the vault; why it could not be read is a part of it, too. */
async function readTraits(vault: Vault): Promise<VaultTraits> {
  try {
    const [{ kept }, last, exported] = await Promise.all([
      countCaptures(vault),
      recentCaptures(vault, LAST),
      lastExport(vault),
    ])
    return {
      items: kept,
      last: last.map(traitsOf),
      exported: exported === undefined ? null : exportTraits(exported),
    }
  } catch (thrown) {
    return EvidenceError.from(thrown).code
  }
}

/** Nothing else of a row goes any further. */
const traitsOf = (row: CaptureRow): CaptureTraits => ({
  state: row.state,
  complete: row.complete,
  interrupted: row.interrupted,
  failure: row.failure,
  pages: row.pages.length,
  gaps: row.gaps.map(({ what, reason, count }) => ({ what, reason, count })),
  steps: row.steps.map(({ name, outcome, code, ms }) => ({ name, outcome, code, ms })),
})

function exportTraits({
  state,
  code,
  cause,
  reportMade,
  listMade,
  routeMade,
  draftsMade = [],
}: ExportRow): ExportTraits {
  const made = [
    { name: "report", made: reportMade },
    { name: "list", made: listMade },
    { name: "route", made: routeMade },
    ...draftsMade.map(draft => ({ name: draft.name, made: draft })),
  ]
  const papers = made.flatMap(({ name, made: outcome }) =>
    outcome?.outcome === "failed" ? [{ name, code: outcome.code, cause: outcome.cause ?? null }] : [],
  )
  return { state, code, cause: cause ?? null, papers }
}
