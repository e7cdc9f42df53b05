/** One address of a list: opened in a tab of ours, waited for, captured as any page is. */
import { isOnlyCookies } from "../core/walls.ts"
import { EvidenceError } from "../core/errors.ts"
import { afterLoss, begun, ended, failed, type Made, type PauseReason } from "../core/queue/entry.ts"
import { now, wait } from "../platform/clock.ts"
import { readTab } from "../platform/tabs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { type QueueEntryRow, type QueueRow } from "../vault/queue-row.ts"
import { captureById } from "../vault/read.ts"
import { keepEntry } from "../vault/write-queue.ts"
import { findListed } from "./find-listed.ts"
import { type Ports } from "./ports.ts"
import { type Worker } from "./queue-work.ts"

/** How long a page may take; then it is captured as it stands. */
const LOAD_LIMIT_MS = 30_000
const POLL_MS = 200
/** For what a page draws once it has loaded. */
const SETTLE_MS = 1_500

export interface Problem {
  readonly why: PauseReason
  readonly error: EvidenceError
}

/** Answers with what keeps the others from being captured as well; what failed for itself alone stands in the entry. */
export async function captureEntry(
  { ports, conductor }: Worker,
  { access }: QueueRow,
  entry: QueueEntryRow,
): Promise<Problem | null> {
  const { vault } = ports
  // Its id first: whatever happens from here on, its capture is found again by it.
  const captureId = crypto.randomUUID()
  const tried = begun(entry, captureId)
  await keepEntry(vault, tried)
  let error: EvidenceError | null = null
  try {
    if (access === "sites" && !(await ports.mayReach(entry.url))) {
      throw new EvidenceError("reading/not-allowed", "no grant for the site")
    }
    const openedAt = now()
    const tabId = await ports.queueWindow.open(entry.url)
    const hasLoaded = await untilLoaded(tabId)
    // An address that is a file to save leaves an empty tab: a picture of that would be of nothing.
    if (!/^https?:/.test((await readTab(tabId)).url)) throw new EvidenceError("queue/no-page", "no page came")
    const { caseId, url: asked, comment } = entry
    const listed = { captureId, caseId, asked, openedAt, hasLoaded }
    const before =
      comment === undefined
        ? { listed }
        : { listed: { ...listed, comment }, picked: await findListed(tabId, comment) }
    await conductor.start(tabId, "queue", before)
    await conductor.whenSealed(captureId)
  } catch (thrown) {
    error = EvidenceError.from(thrown)
  }
  // It was not even begun: it waits as before.
  if (error?.code === "queue/window-closed") {
    await keepEntry(vault, entry)
    return { why: "window-closed", error }
  }
  const row = await captureById(vault, captureId)
  const made = row === undefined ? null : madeOf(row)
  if (made !== null) await keepEntry(vault, ended(tried, made))
  else await keepEntry(vault, failed(tried, error?.code ?? "internal"))
  return error?.code.startsWith("vault/") === true ? { why: "problem", error } : null
}

/** Judges an entry that an earlier run of the background was capturing, once that capture has been closed. */
export async function settleEntry({ vault }: Ports, entry: QueueEntryRow): Promise<void> {
  if (entry.state !== "capturing" || entry.capture === null) return
  const row = await captureById(vault, entry.capture)
  await keepEntry(vault, afterLoss(entry, row === undefined ? null : madeOf(row)))
}

/** Null while it is not sealed: then nobody may say that it is saved. */
function madeOf(row: CaptureRow): Made | null {
  const { page, interrupted, requests, url: arrived, item, complete, walls = [] } = row
  if (row.state !== "sealed") return null
  const source = requests.find(({ purpose }) => purpose === "source")
  return {
    isPage: page !== null,
    interrupted,
    answer: source?.status ?? null,
    arrived,
    item,
    complete,
    walled: !isOnlyCookies(walls),
  }
}

/** Answers whether the page said that it had loaded. Throws `capture/tab-closed`. */
async function untilLoaded(tabId: number): Promise<boolean> {
  for (let waited = 0; waited < LOAD_LIMIT_MS; waited += POLL_MS) {
    const { status, url } = await readTab(tabId)
    // A new tab is an empty page for a moment, and complete as such.
    if (status === "complete" && url !== "" && url !== "about:blank") {
      await wait(SETTLE_MS)
      return true
    }
    await wait(POLL_MS)
  }
  return false
}
