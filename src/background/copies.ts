/**
 * Copies of the document as it stood at single stops of the scrolling. Only for
 * pages with a list that takes rows away again once they are out of sight: of
 * those, the document before and the one after hold what was on the screen then.
 */
import { reasonOf } from "../core/completeness.ts"
import { EvidenceError } from "../core/errors.ts"
import { limitWhere } from "../core/limit.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type PageAsk, keepText } from "./page-texts.ts"
import { type OwnedStep } from "./ownership.ts"
import { type Run } from "./run.ts"

const MOST_COPIES = 300
/** Bytes of all of them together; the last may go beyond. */
const MOST_BYTES = 64 * 1024 * 1024

export interface Copies {
  /** Whether a list was found to take its rows away, and every stop is kept from then on. */
  readonly areKept: () => boolean
  readonly begin: (step: OwnedStep["step"]) => void
  /** Keeps the document beside the frame of that number, unless it is one that is there already. Does nothing before `begin`. */
  readonly keep: (step: OwnedStep["step"], frame: number) => Promise<void>
}

export function copiesOf(run: Run, page: PageAsk): Copies {
  const known = new Set<Sha256>()
  let areKept = false
  let isFull = false
  let bytes = 0

  const copy = async (step: OwnedStep["step"], frame: number) => {
    if (known.size >= MOST_COPIES || bytes >= MOST_BYTES) {
      isFull = true
      const where = limitWhere({ by: "tool", unit: "copies", n: known.size })
      run.gap({ what: "dom", reason: "limit", count: null, where })
      return
    }
    const path = `dom-at-${String(frame).padStart(4, "0")}.html`
    const before = known.size
    const ready = await keepText(run, page, { step, kind: "dom", path, source: "dom" }, known)
    if (known.size > before) bytes += ready.bytes
  }

  return {
    areKept: () => areKept,
    begin: step => {
      areKept = true
      run.note(
        step,
        "a list takes away rows that were on the page: from its first row, with the document at each stop",
      )
    },
    keep: async (step, frame) => {
      if (!areKept || isFull) return
      try {
        await copy(step, frame)
      } catch (thrown) {
        run.signal.throwIfAborted()
        // The frame is there. What else ails the page, its next stop tells.
        const { code, message } = EvidenceError.from(thrown)
        run.note(step, "document at this stop not kept", { frame, code, message: message.slice(0, 500) })
        run.gap({ what: "dom", reason: reasonOf(code), count: null, where: null })
      }
    },
  }
}
