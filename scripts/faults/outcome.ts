/** A capture by the popup, to whatever end it comes to. */
import { newest, readVault } from "../../tests/e2e/harness/vault.ts"
import { type Driven, openPopup, type Page, type Popup } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"

/**
 * Answers "saved", the code of the error that the popup shows, or "silent" and
 * what it shows instead. Where the popup was closed meanwhile, the vault is
 * asked: "saved", the code of its failure, or "interrupted". Closes the popup.
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

const toldBy = (popup: Popup): Promise<string | null> =>
  popup.evaluate(() => {
    const error = document.querySelector<HTMLElement>("#error")?.dataset.cause
    return error ?? (document.querySelector("#saved") ? "saved" : null)
  })

async function onRecord(driven: Driven, before: number): Promise<string | null> {
  const vault = await readVault(driven.background)
  if (vault.captures.length === before) return null
  const { state, failure, interrupted } = newest(vault)
  if (failure !== null) return failure
  return state === "running" ? null : interrupted ? "interrupted" : "saved"
}
