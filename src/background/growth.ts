/** Pages that load more when their end is near: what they load takes its time, and comes after the end was reached. */
import { type PageStop, parseStand } from "../core/page-facts.ts"
import { OVERLAP } from "../core/stitch.ts"
import { monotonicMs, wait } from "../platform/clock.ts"
import { checkSameDocument, type Stage } from "./frame-loop.ts"

/** How long the end of a page that has loaded more before is watched. */
const PATIENCE_MS = 1_500
const POLL_MS = 100

/** Whether the page has become longer by more than what late pictures make of it: by half a window. */
const hasLoadedMore = ({ documentHeight, clientHeight }: PageStop, firstHeight: number): boolean =>
  documentHeight - firstHeight > clientHeight / 2

/** Longer by more than frames share: there is something to go on to. */
export const isLonger = (height: number, before: number): boolean => height - before > OVERLAP

/**
 * Whether the page becomes longer once it stands at its end. Waits for that only
 * where it has become longer on the way, or its end says that it is loading: a
 * page that has an end is not kept waiting for. Throws where another page answers.
 */
export async function growsOn(stage: Stage, stop: PageStop, firstHeight: number): Promise<boolean> {
  if (!stop.isLoading && !hasLoadedMore(stop, firstHeight)) return false
  for (const began = monotonicMs(); monotonicMs() - began < PATIENCE_MS;) {
    await wait(POLL_MS)
    stage.run.signal.throwIfAborted()
    const stand = parseStand(await stage.page("whereIs", null))
    checkSameDocument(stage, stand)
    if (isLonger(stand.documentHeight, stop.documentHeight)) return true
  }
  return false
}
