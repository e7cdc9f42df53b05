/**
 * What the user wants kept besides: done when the pictures are safe and the page
 * is put back. Each is a step of its own; one that cannot be done says so, and
 * nothing else suffers from it.
 */
import { type ExtraName } from "../core/capture-options.ts"
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { now } from "../platform/clock.ts"
import { keepOriginals } from "./originals.ts"
import { archiveTab } from "./page-archive.ts"
import { recordServer } from "./server-record.ts"
import { type Run, runStep, showProgress } from "./run.ts"
import { type Started } from "./start-capture.ts"

type Extra = Exclude<ExtraName, "unfold">

interface Doing {
  /** Why it is not done here; null where it is. */
  readonly hindrance: (run: Run) => Promise<ErrorCode | null>
  readonly work: (run: Run) => Promise<void>
}

const doings: Readonly<Record<Extra, Doing>> = {
  "server-record": {
    hindrance: async run => {
      if (!/^https?:/.test(run.url)) return "capture/page-forbidden"
      return (await run.ports.mayRecord(run.url)) ? null : "site/not-allowed"
    },
    work: recordServer,
  },
  originals: {
    // Each file's site is looked at by itself.
    hindrance: run => Promise.resolve(/^https?:/.test(run.url) ? null : "capture/page-forbidden"),
    work: keepOriginals,
  },
  mhtml: {
    hindrance: async run => ((await run.ports.mayArchive()) ? null : "capture/no-archive"),
    work: archiveTab,
  },
}

/** The page itself first: the user may leave it. */
const order = ["mhtml", "originals", "server-record"] as const satisfies readonly Extra[]

/** Each that is wanted has its step in the end: done, failed, or skipped and why. */
export async function keepExtras({ run, row }: Started): Promise<void> {
  const wanted = order.filter(name => row.options.extras.includes(name))
  if (wanted.length === 0) return
  await showProgress(run, { stage: "extras", done: 0, total: wanted.length })
  for (const name of wanted) {
    const code = await hindranceOf(run, name)
    if (code === null) await runStep(run, name, () => doings[name].work(run))
    else {
      run.addStep({ name, at: now(), ms: 0, outcome: "skipped", code })
      run.note(name, "skipped", { code })
    }
  }
}

/** Who stopped the capture waits for its end. */
async function hindranceOf(run: Run, name: Extra): Promise<ErrorCode | null> {
  if (run.signal.aborted) return "capture/stopped"
  try {
    return await doings[name].hindrance(run)
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note(name, "cannot tell whether it may be done", { code, message: message.slice(0, 500) })
    return code
  }
}
