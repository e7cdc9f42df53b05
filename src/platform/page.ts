/** The script in the page: how it gets there, and how to ask it. */
import { isPractice } from "../core/address.ts"
import { EvidenceError } from "../core/errors.ts"
import { type PageApi } from "../protocol/page.ts"
import { browser } from "./browser.ts"
import { within } from "./limit.ts"
import { type Ask, connect } from "./messaging.ts"
import { readTab } from "./tabs.ts"

/** Every question to a page has a limit: an alert box, or a busy main thread, makes it silent. */
const PAGE_LIMIT_MS = 8_000

/** Reading a very large page takes longer than moving it. */
const SLOW_METHODS: ReadonlySet<string> = new Set([
  "takeText",
  "readGaps",
  "readFacts",
  "readForCopy",
  "readParts",
  "redraw",
])
const SLOW_LIMIT_MS = 30_000
/** One that has just been silent gets less: behind an alert box every question would wait its whole time. */
const AFTER_SILENCE_MS = 4_000

/**
 * Puts our script into the tab's top document. Throws `capture/page-forbidden`
 * where the browser allows no script, `capture/page-silent` where none runs.
 */
export const injectPage = (tabId: number): Promise<void> => inject(tabId, "content.js")

/** Puts the script that draws the page again beside it. Throws as {@link injectPage} does. */
export const injectDrawing = (tabId: number): Promise<void> => inject(tabId, "redrawn.js")

/** Puts a script of ours into the tab's top document. Throws as {@link injectPage} does. */
export async function injectInto(tabId: number, file: "procedure.js"): Promise<void> {
  await inject(tabId, file)
}

async function inject(tabId: number, file: string): Promise<void> {
  // No browser puts a script into an extension's own page: the practice post brings it.
  if (isPractice((await readTab(tabId)).url)) return
  const injected = browser.scripting.executeScript({ target: { tabId }, files: [file] })
  try {
    const [top] = await within(PAGE_LIMIT_MS, "capture/page-silent", "the page's script", injected)
    // Firefox says so of its own pages without an error.
    if (top == null) throw new EvidenceError("capture/page-forbidden", "the script ran nowhere")
  } catch (thrown) {
    if (thrown instanceof EvidenceError) throw thrown
    throw new EvidenceError("capture/page-forbidden", String(thrown), { cause: thrown })
  }
}

/**
 * A way to ask the script in a tab. Throws `capture/page-silent` when it does
 * not answer in time, `capture/page-left` when it is not there any more, and
 * `capture/tab-closed` when its tab is not.
 */
export function askPage(tabId: number): Ask<PageApi> {
  let wasSilent = false
  return connect<PageApi>("page", async request => {
    const usual = SLOW_METHODS.has(request.method) ? SLOW_LIMIT_MS : PAGE_LIMIT_MS
    const limit = wasSilent ? AFTER_SILENCE_MS : usual
    const sent = browser.tabs.sendMessage(tabId, request, { frameId: 0 })
    try {
      const reply: unknown = await within(limit, "capture/page-silent", request.method, sent)
      wasSilent = false
      return reply
    } catch (thrown) {
      wasSilent = thrown instanceof EvidenceError
      if (thrown instanceof EvidenceError) throw thrown
      await readTab(tabId)
      throw new EvidenceError("capture/page-left", String(thrown), { cause: thrown })
    }
  })
}

/**
 * A line that stays open as long as this context lives. When it breaks, the
 * script in the page puts everything back by itself. Returns what closes it.
 */
export function holdLine(tabId: number): () => void {
  const port = browser.tabs.connect(tabId, { name: "holdfast-line", frameId: 0 })
  return () => {
    port.disconnect()
  }
}
