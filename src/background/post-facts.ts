/** What the page says of its post, read before anything moves it, and what follows from that. */
import { EvidenceError } from "../core/errors.ts"
import { judgeReading } from "../core/post-facts/judge.ts"
import { POST_JSON, writePostJson } from "../core/post-facts/post-json.ts"
import { parseReading } from "../core/post-facts/reading.ts"
import { summaryOf } from "../core/post-facts/summary.ts"
import { now } from "../platform/clock.ts"
import { readPageWorld } from "../platform/page-world.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { keepFile } from "./keep-file.ts"
import { checkAddress } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { type Run, store } from "./run.ts"

/** Throws as the page's script does, and `input/malformed` where it answers nonsense: the capture goes on without. */
export async function keepPostFacts(
  run: Run,
  { utcOffsetMinutes }: Pick<CaptureRow, "utcOffsetMinutes">,
  page: PageAsk,
): Promise<void> {
  const asked = now()
  const first = parseReading(await page("readPostFacts", { world: {} }))
  const world = await worldOf(run, first.wanted)
  const names = Object.keys(world)
  const reading = names.length === 0 ? first : parseReading(await page("readPostFacts", { world }))
  checkAddress(run, reading.href)
  for (const { adapter, message } of reading.faults) {
    run.note("post-facts", "an adapter did not come to its end", { adapter, message })
  }
  const ground = { clock: { now: asked, utcOffsetMinutes }, href: reading.href }
  const facts = judgeReading(reading, ground, names)
  await keepFile(run, "post-facts", {
    path: POST_JSON,
    bytes: writePostJson(facts),
    mediaType: "application/json",
    source: "derived",
  })
  await store(run, { facts: summaryOf(facts) })
}

/** What the page's own world has of what its scripts do not. Its silence costs what it would have said, and no more. */
async function worldOf(run: Run, wanted: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (wanted.length === 0) return {}
  try {
    const told = Object.entries(await readPageWorld(run.tabId, wanted))
    const sizes = Object.fromEntries(told.map(([name, json]) => [name, json?.length ?? null]))
    run.note("post-facts", "data read in the page's own world", { wanted, sizes })
    return Object.fromEntries(told.filter((each): each is [string, string] => each[1] !== null))
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("post-facts", "the page's own world did not answer", { wanted, code, message })
    return {}
  }
}
