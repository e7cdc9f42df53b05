/** The page as one file, by the browser's own function (Chromium). */
import { EvidenceError } from "../core/errors.ts"
import { type Bytes } from "../core/bytes.ts"
import { wait } from "./clock.ts"
import { within } from "./limit.ts"

declare const chrome: {
  readonly pageCapture?: { saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined> }
}

const PATIENCE_MS = 20_000
const TRIES = 5
const AGAIN_MS = 200

/**
 * Throws `capture/no-archive` where the browser gives none, or none in time, and
 * `capture/too-large` above `most` bytes.
 */
export async function archivePage(tabId: number, most: number): Promise<Bytes> {
  for (let tries = 1; ; tries++) {
    try {
      return await within(PATIENCE_MS, "capture/no-archive", "the page as one file", archiveOnce(tabId, most))
    } catch (thrown) {
      // The file behind the Blob may be gone when it is read at once: 2 of 3 fresh sessions (capture.md, row 19).
      const mayCome = thrown instanceof DOMException && thrown.name === "NotFoundError"
      if (mayCome && tries < TRIES) {
        await wait(AGAIN_MS)
        continue
      }
      if (thrown instanceof EvidenceError) throw thrown
      throw new EvidenceError("capture/no-archive", String(thrown), { cause: thrown })
    }
  }
}

async function archiveOnce(tabId: number, most: number): Promise<Bytes> {
  const blob = await chrome.pageCapture?.saveAsMHTML({ tabId })
  if (blob === undefined) throw new EvidenceError("capture/no-archive", "the browser gave no file")
  if (blob.size > most) throw new EvidenceError("capture/too-large", `${String(blob.size)} bytes`)
  return new Uint8Array(await blob.arrayBuffer())
}
