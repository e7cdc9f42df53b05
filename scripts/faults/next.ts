/** After a fault: the next capture is complete, and a bundle of everything verifies. */
import { basename } from "node:path"
import { sha256Of } from "../../tests/e2e/harness/bundle.ts"
import { keep } from "../../tests/e2e/harness/exported.ts"
import { readVault } from "../../tests/e2e/harness/vault.ts"
import { verify } from "../../tests/e2e/harness/verifier.ts"
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { exportAll } from "../browsers/use-popup.ts"
import { type Tally } from "./fault.ts"

/** Captures `url` and exports the whole vault; counts it, or says what went wrong instead. */
export async function tryNext(tally: Tally, driven: Driven, url: string): Promise<void> {
  try {
    const page = await driven.newPage(url)
    const { kept } = await keep(driven, page)
    const popup = await openPopup(driven, page)
    const said = await exportAll(popup, 120_000)
    const { zip, strange } = await downloaded(driven, popup, said.fileName)
    await popup.close()
    await page.close()
    const { status, faults } = verify(zip)
    const wrong = [
      ...(kept.complete ? [] : [`not complete: ${kept.gaps.join("; ")}`]),
      ...(sha256Of(zip) === said.sha256 ? [] : ["the bundle is not the one that the popup named"]),
      ...strange,
      ...(status === 0 ? [] : [`the verifier ends with ${String(status)}`]),
      ...faults,
    ]
    if (wrong.length === 0) tally.worked += 1
    else tally.broken.push(`the next capture or export: ${wrong.join("; ")}`)
  } catch (thrown) {
    tally.broken.push(`the next capture or export: ${String(thrown)}`)
  }
}

/**
 * The file of that name, and what is wrong with those that came before it: an export that the fault cut off may have been
 * gone on with, and then its file is on record by its digits.
 */
async function downloaded(
  driven: Driven,
  popup: Popup,
  name: string,
): Promise<{ readonly zip: string; readonly strange: readonly string[] }> {
  const strange: string[] = []
  for (;;) {
    const zip = await driven.nextDownload(120_000)
    if (basename(zip) === name) return { zip, strange }
    const { exports, custody } = await readVault(popup)
    const digits = sha256Of(zip)
    const isOnRecord =
      exports.some(row => row.state === "done" && row.zip === digits) &&
      custody.some(line => line.event === "exported" && line.zip === digits)
    if (!isOnRecord) strange.push(`${basename(zip)} was handed out, and is not on record`)
  }
}
