/** A capture by the popup, to whatever end it comes to. */
import { openPopup, type Driven, type Page } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"

/** Answers "saved", the code of the error that the popup shows, or "silent" and what it shows. Closes the popup. */
export async function tryCapture(driven: Driven, page: Page, timeoutMs = 100_000): Promise<string> {
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  await popup.click("#capture")
  const told = () =>
    popup.evaluate(() => {
      const error = document.querySelector<HTMLElement>("#error")?.dataset.cause
      return error ?? (document.querySelector("#saved") ? "saved" : null)
    })
  try {
    return await until("the popup to say how it went", told, timeoutMs)
  } catch (thrown) {
    if ((await told()) !== null) throw thrown
    return `silent: ${await popup.evaluate(() => document.body.innerText.replace(/\s+/g, " ").slice(0, 200))}`
  } finally {
    await popup.close()
  }
}
