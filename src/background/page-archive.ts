/** The page as one MHTML file: the document as the browser had drawn it, and so a rendering, not the source. */
import { readTab } from "../platform/tabs.ts"
import { checkAddress } from "./ownership.ts"
import { keepFile } from "./keep-file.ts"
import { type Run } from "./run.ts"

const MOST_BYTES = 256 * 1024 * 1024

/** Throws `capture/route-changed` where the tab shows another page by now, before it or after. */
export async function archiveTab(run: Run): Promise<void> {
  checkAddress(run, (await readTab(run.tabId)).url)
  const bytes = await run.ports.archivePage(run.tabId, MOST_BYTES)
  checkAddress(run, (await readTab(run.tabId)).url)
  await keepFile(run, "mhtml", { path: "page.mhtml", bytes, mediaType: "multipart/related", source: "dom" })
}
