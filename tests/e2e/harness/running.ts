/** A capture that is under way, and what is left of it on the page when it is over. */
import { type Driven, type Page, openPopup, type Popup } from "../../../scripts/browsers/driver.ts"
import { until } from "../../../scripts/browsers/surface.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { newest, readVault } from "./vault.ts"

/**
 * Toolbar click and big button; answers as soon as the capture is in the vault.
 * The popup stays open. Throws the code that it shows where no capture is made.
 */
export async function begin(
  driven: Driven,
  page: Page,
): Promise<{ readonly popup: Popup; readonly row: CaptureRow }> {
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const before = (await readVault(popup)).captures.length
  await popup.click("#capture")
  const seen = await until(
    "a capture, or an error, in the popup",
    async () => {
      const vault = await readVault(popup)
      if (vault.captures.length > before) return newest(vault)
      return popup.evaluate(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)
    },
    60_000,
  )
  if (typeof seen !== "string") return { popup, row: seen }
  await popup.close()
  throw new Error(`the popup shows an error: ${seen}`)
}

/** What a capture may change of a page and has to put back. */
export interface Looks {
  readonly scroll: number
  /** Of each element with a style of its own, as the browser writes it. */
  readonly styles: readonly string[]
  readonly sheets: number
}

export const looksOf = (page: Page): Promise<Looks> =>
  page.evaluate(() => ({
    scroll: scrollY,
    styles: Array.from(document.querySelectorAll<HTMLElement>("[style]"), element => element.style.cssText),
    sheets: document.querySelectorAll("style").length,
  }))

/** Waits until the page looks as it did. */
export async function untilPutBack(page: Page, before: Looks, timeoutMs = 45_000): Promise<void> {
  const wanted = JSON.stringify(before)
  const isBack = async () => JSON.stringify(await looksOf(page)) === wanted
  try {
    await until("the page to be put back", isBack, timeoutMs)
  } catch (cause) {
    const now = await looksOf(page)
    const changed = now.styles.filter((style, index) => style !== before.styles[index]).slice(0, 5)
    const seen = `scroll ${before.scroll} → ${now.scroll}, sheets ${before.sheets} → ${now.sheets}, ${changed.join(" | ")}`
    throw new Error(`the page was not put back: ${seen}`, { cause })
  }
}
