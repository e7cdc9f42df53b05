/**
 * The ownership check, before and after every frame: the browser's screenshot
 * shows whatever tab is in front, and a frame of another tab must never be kept.
 */
import { isSamePage } from "../core/address.ts"
import { EvidenceError } from "../core/errors.ts"
import { type StepName } from "../core/evidence.ts"
import { wait } from "../platform/clock.ts"
import { readTab, type TabFacts, watchActivation } from "../platform/tabs.ts"
import { type Run, showProgress } from "./run.ts"

/** How long a capture waits for its tab to come back to the front. */
const PATIENCE_MS = 10 * 60_000
const POLL_MS = 400

export interface Owner {
  /** Throws unless the tab is in front of its window and shows the same address; `capture/tab-hidden` when it is not in front. */
  check(): Promise<TabFacts>
  /** Changes whenever a tab of the window came to the front, even for a moment between two checks. */
  turns(): number
  stop(): void
}

/** A step of a capture that looks at what is in front, and so must own it. */
export interface OwnedStep {
  readonly run: Run
  readonly owner: Owner
  /** Under this name its notes stand in the procedure log. */
  readonly step: StepName
}

/**
 * Throws `capture/route-changed` where an address is not of the page that the capture speaks of. A place within the page is
 * no other page: pages change that while they are scrolled. What stands after `#/` is one.
 */
export function checkAddress(run: Pick<Run, "url">, url: string): void {
  if (!isSamePage(url, run.url)) {
    throw new EvidenceError("capture/route-changed", "the tab shows another address")
  }
}

export function watchOwnership(tabId: number, windowId: number, url: string): Owner {
  let turns = 0
  const stop = watchActivation(window => {
    if (window === windowId) turns += 1
  })
  return {
    async check() {
      const tab = await readTab(tabId)
      checkAddress({ url }, tab.url)
      if (!tab.active || tab.windowId !== windowId) {
        throw new EvidenceError("capture/tab-hidden", "the tab is not in front")
      }
      return tab
    },
    turns: () => turns,
    stop,
  }
}

/**
 * Waits until the tab is in front again, and says so meanwhile. Throws what the
 * check throws for any other reason, and `capture/tab-hidden` when patience ends.
 */
export async function untilInFront({ run, owner, step }: OwnedStep): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      await owner.check()
      return
    } catch (thrown) {
      const error = EvidenceError.from(thrown)
      if (error.code !== "capture/tab-hidden" || waited > PATIENCE_MS) throw error
    }
    run.signal.throwIfAborted()
    if (waited === 0) {
      run.note(step, "paused: the tab is not in front")
      await showProgress(run, { stage: "paused", done: 0, total: null })
    }
    await wait(POLL_MS)
  }
}
