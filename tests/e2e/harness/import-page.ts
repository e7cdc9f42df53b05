/** The page that brings in files from elsewhere, used as a person uses it: chosen one by one, or dropped together. */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { type Page } from "../../../scripts/browsers/driver.ts"

/** In the order of the rows: how far each file is, with the reason where it was refused. */
export const courses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("#files > li"), ({ dataset }) =>
      [dataset.at, dataset.why].filter(each => each !== undefined).join(" "),
    ),
  )

/** Waits until `count` files are there and none is on its way; answers as {@link courses}. */
export async function untilSettled(page: Page, count: number): Promise<readonly string[]> {
  await page.waitFor(
    `document.querySelectorAll("#files > li").length === ${String(count)} && document.querySelector("#files > [data-at=waiting], #files > [data-at=hashing], #files > [data-at=keeping]") === null`,
    60_000,
  )
  return courses(page)
}

/** Lets files go over the page, all at once, as the browser hands them to it. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map(path => [basename(path), readFileSync(path).toString("base64")] as const)
  await page.evaluate(dropFiles, files)
}

/** Runs in the page. */
function dropFiles(files: readonly (readonly [string, string])[]): void {
  const transfer = new DataTransfer()
  for (const [name, base64] of files) {
    transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name))
  }
  const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
}
