/** The page that verifies, used as a person uses it: a file chosen or dropped, a verdict read, a result saved. */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { type Driven, type Page, type Surface } from "../../../scripts/browsers/driver.ts"

/** A test cannot work the system's own file dialog: this puts the file where the dialog would, under any name. */
export async function choose(
  page: Pick<Surface, "evaluate">,
  path: string,
  by: "input" | "drop" = "input",
  name = basename(path),
): Promise<void> {
  await page.evaluate(putFile, readFileSync(path).toString("base64"), name, by)
}

export const untilDone = (page: Pick<Surface, "waitFor">): Promise<unknown> =>
  page.waitFor(() => document.body.dataset.stage === "done", 60_000)

/** The verdict's heading, its name, and the result as the page saves it. */
export interface Answer {
  readonly heading: string
  readonly verdict: string
  readonly json: string
}

export async function answer(driven: Driven, page: Page): Promise<Answer> {
  await untilDone(page)
  await page.click("#save")
  const json = readFileSync(await driven.nextDownload(), "utf8")
  return { ...(await page.evaluate(readVerdict)), json }
}

/** Runs in the page. */
function readVerdict() {
  return {
    heading: document.querySelector("#heading")?.textContent ?? "",
    verdict: document.querySelector<HTMLElement>("#result")?.dataset.verdict ?? "",
  }
}

/** Runs in the page. */
function putFile(base64: string, name: string, by: "input" | "drop"): void {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  const transfer = new DataTransfer()
  transfer.items.add(new File([bytes], name))
  if (by === "drop") {
    const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
    document.body.dispatchEvent(drop)
    return
  }
  const input = document.querySelector<HTMLInputElement>("#file")
  if (input === null) throw new Error("the page takes no file now")
  input.files = transfer.files
  input.dispatchEvent(new Event("change", { bubbles: true }))
}
