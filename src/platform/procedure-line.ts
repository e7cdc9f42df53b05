/** The line from the background to the script that listens in a page, while a guided recording runs. */
import { EvidenceError } from "../core/errors.ts"
import { asFields } from "../core/parse.ts"
import { parseDoing } from "../core/procedure/parse.ts"
import { type Doing } from "../core/procedure/entry.ts"
import { browser } from "./browser.ts"
import { within } from "./limit.ts"
import { injectInto } from "./page.ts"

const NAME = "holdfast-procedure"

/** A page that is shown draws twice in less than a tenth of a second; one behind another tab does not draw at all. */
const DRAWN_LIMIT_MS = 3_000

export interface ProcedureLine {
  /** Whether the document is still there. */
  readonly isOpen: () => boolean
  readonly close: () => void
}

/**
 * Opens the line, and answers once the page was drawn with the script in it.
 * Throws `capture/page-forbidden` where the browser allows no script,
 * `capture/page-silent` where the page draws nothing, `capture/page-left`.
 */
export async function openProcedureLine(
  tabId: number,
  onDoing: (doing: Doing) => void,
): Promise<ProcedureLine> {
  await injectInto(tabId, "procedure.js")
  const port = browser.tabs.connect(tabId, { name: NAME, frameId: 0 })
  let isOpen = true
  const close = () => {
    isOpen = false
    port.disconnect()
  }
  const drawn = new Promise<void>((resolve, reject) => {
    port.onMessage.addListener((message: unknown) => {
      const { kind, doing } = heard(message)
      if (kind === "drawn") resolve()
      if (doing !== null) onDoing(doing)
    })
    port.onDisconnect.addListener(() => {
      isOpen = false
      reject(new EvidenceError("capture/page-left", "the document is gone"))
    })
  })
  try {
    await within(DRAWN_LIMIT_MS, "capture/page-silent", "the page's picture", drawn)
  } catch (thrown) {
    // It may still be told what is done in it; only its picture is another matter.
    if (EvidenceError.from(thrown).code !== "capture/page-silent") throw thrown
    close()
    throw thrown
  }
  return { isOpen: () => isOpen, close }
}

/** What a page's process says may be anything: what is none of ours is nothing. */
function heard(message: unknown): { readonly kind: unknown; readonly doing: Doing | null } {
  try {
    const { kind, doing } = asFields(message, "heard")
    return { kind, doing: kind === "doing" ? parseDoing(doing) : null }
  } catch {
    return { kind: null, doing: null }
  }
}
