/** What the icon says: that something runs, how it ended, and what went wrong where nobody waits for it. */
import { EvidenceError, type ErrorCode } from "../core/errors.ts"
import { badgeTitle, showBadge } from "../platform/badge.ts"
import { wait } from "../platform/clock.ts"
import { type Dress } from "./dress.ts"
import { type Speech } from "./speech.ts"

const SAVED_BADGE_MS = 5_000

export interface Telling {
  readonly working: () => Promise<void>
  /** For a few seconds, unless something else has been said by then. */
  readonly saved: (item: string) => Promise<void>
  readonly problem: (code: ErrorCode) => Promise<void>
  /** Work that nobody waits for: its failure is shown on the icon, with its code. */
  readonly report: (work: Promise<void>) => void
}

export function createTelling(
  { say }: Pick<Speech, "say">,
  { name, atRest }: Pick<Dress, "name" | "atRest">,
): Telling {
  const problem = (code: ErrorCode) => showBadge("!", say("badge.problem", { name: name(), code }))
  return {
    problem,
    working: () => showBadge("…", say("badge.working", { name: name() })),
    saved: async item => {
      const title = say("badge.saved", { name: name(), item: item.toUpperCase().replace("E", "E-") })
      await showBadge("✓", title)
      await wait(SAVED_BADGE_MS)
      // Another capture may have something of its own to say by now.
      if ((await badgeTitle()) === title) await showBadge("", atRest())
    },
    report: work => {
      work.catch((thrown: unknown) => {
        const { code } = EvidenceError.from(thrown)
        console.error("holdfast", code, thrown)
        void problem(code)
      })
    },
  }
}
