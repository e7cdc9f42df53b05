/** A capture by the popup, to whatever end it comes to. */
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { newest, readVault } from "../../tests/e2e/harness/vault.ts"
import { type Driven, openPopup, type Page, type Popup } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"

/**
 * Answers "complete", "with gaps" and their reasons, the code of the error that
 * the popup shows, or "silent" and what it shows instead. Where the popup was
 * closed meanwhile, the vault is asked. Closes the popup.
 */
export async function tryCapture(driven: Driven, page: Page, timeoutMs = 100_000): Promise<string> {
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const before = (await readVault(popup)).captures.length
  await popup.click("#capture")
  const told = async () => ((await popup.isOpen()) ? toldBy(popup) : onRecord(driven, before))
  try {
    return await until("the popup to say how it went", told, timeoutMs)
  } catch (thrown) {
    if (!(await popup.isOpen())) throw thrown
    return `silent: ${await popup.evaluate(() => document.body.innerText.replace(/\s+/g, " ").slice(0, 200))}`
  } finally {
    if (await popup.isOpen()) await popup.close()
  }
}

async function toldBy(popup: Popup): Promise<string | null> {
  const told = await popup.evaluate(
    () =>
      document.querySelector<HTMLElement>("#error")?.dataset.cause ??
      document.querySelector<HTMLElement>("#saved")?.dataset.complete,
  )
  if (told === undefined) return null
  if (told !== "true" && told !== "false") return told
  return wholeness(newest(await readVault(popup)), told === "true")
}

async function onRecord(driven: Driven, before: number): Promise<string | null> {
  const vault = await readVault(driven.background)
  if (vault.captures.length === before) return null
  const row = newest(vault)
  if (row.failure !== null) return row.failure
  return row.state === "running" ? null : wholeness(row, row.complete)
}

/** The reasons are those of the row; whether there is any is what was said. */
function wholeness({ gaps }: CaptureRow, isComplete: boolean): string {
  return isComplete ? "complete" : `with gaps: ${[...new Set(gaps.map(({ reason }) => reason))].join(" ")}`
}
