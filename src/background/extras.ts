/**
 * What the user wants kept besides: done when the pictures are safe and the page
 * is put back. Each is a step of its own; one that cannot be done says so, and
 * nothing else suffers from it.
 */
import { type ExtraName } from "../core/capture-options.ts"
import { type ErrorCode } from "../core/errors.ts"
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

export async function keepExtras({ run, row }: Started): Promise<void> {
  const wanted = order.filter(name => row.options.extras.includes(name))
  if (wanted.length === 0 || run.signal.aborted) return
  await showProgress(run, { stage: "extras", done: 0, total: wanted.length })
  for (const name of wanted) {
    const code = await doings[name].hindrance(run)
    if (code === null) await runStep(run, name, () => doings[name].work(run))
    else {
      run.addStep({ name, at: now(), ms: 0, outcome: "skipped", code })
      run.note(name, "skipped", { code })
    }
  }
}
