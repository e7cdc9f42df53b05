/** The page that attaches proofs from elsewhere, used as a person uses it. */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { type Driven, type Page } from "../../../scripts/browsers/driver.ts"

export const openAttachPage = (driven: Driven): Promise<Page> => driven.openExtensionPage("ui/attach.html")

/** Gives a file where the system's own dialog would, and answers with what the page says became of it. */
export async function give(page: Page, path: string, name = basename(path)): Promise<string> {
  await page.evaluate(putFile, readFileSync(path).toString("base64"), name)
  return outcome(page)
}

/** What became of the file that was given last: `kept`, or why not. */
export async function outcome(page: Page): Promise<string> {
  const said = await page.waitFor(() => {
    const shown = document.querySelector<HTMLElement>("#outcome")?.dataset.outcome ?? "none"
    // The sentence of what was kept comes with the list, which follows the vault.
    const isTold = document.querySelector("#outcome p") !== null
    if (shown !== "reading" && isTold) return shown
    return document.querySelector<HTMLElement>("#error")?.dataset.cause ?? null
  })
  return said ?? "nothing"
}

/** Chooses the first item, or the first bundle, of a list. */
export async function pick(
  page: Page,
  list: "whose" | "handed-over",
  kind: "capture" | "export",
): Promise<void> {
  await page.waitFor(`document.querySelector('#${list} option[value^="${kind}"]') !== null`)
  await page.evaluate(choose, list, kind)
}

/** Runs in the page. */
function choose(list: string, kind: string): void {
  const select = document.querySelector<HTMLSelectElement>(`#${list}`)
  const option = select?.querySelector<HTMLOptionElement>(`option[value^="${kind}"]`)
  if (select == null || option == null) throw new Error(`no ${kind} to choose`)
  select.value = option.value
  select.dispatchEvent(new Event("change", { bubbles: true }))
}

/** Runs in the page. */
function putFile(base64: string, name: string): void {
  const input = document.querySelector<HTMLInputElement>("#file:not(:disabled)")
  if (input === null) throw new Error("the page takes no file now")
  const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name))
  input.files = transfer.files
  input.dispatchEvent(new Event("change", { bubbles: true }))
}
