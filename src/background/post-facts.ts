/** What the page says of its post, read before anything moves it, and what follows from that. */
import { judgeReading } from "../core/post-facts/judge.ts"
import { POST_JSON, writePostJson } from "../core/post-facts/post-json.ts"
import { summaryOf } from "../core/post-facts/summary.ts"
import { now } from "../platform/clock.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { keepFile } from "./keep-file.ts"
import { checkAddress } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { readPost } from "./read-post.ts"
import { type Run, store } from "./run.ts"

/** Throws as the page's script does, and `input/malformed` where it answers nonsense: the capture goes on without. */
export async function keepPostFacts(
  run: Run,
  { utcOffsetMinutes, timeZone }: Pick<CaptureRow, "utcOffsetMinutes" | "timeZone">,
  page: PageAsk,
): Promise<void> {
  const asked = now()
  const { reading, pageWorld } = await readPost(page, run.tabId, (what, detail) => {
    run.note("post-facts", what, detail)
  })
  checkAddress(run, reading.href)
  for (const { adapter, message } of reading.faults) {
    run.note("post-facts", "an adapter did not come to its end", { adapter, message })
  }
  const ground = { clock: { now: asked, utcOffsetMinutes, timeZone }, href: reading.href }
  const facts = judgeReading(reading, ground, pageWorld)
  await keepFile(run, "post-facts", {
    path: POST_JSON,
    bytes: writePostJson(facts),
    mediaType: "application/json",
    source: "derived",
  })
  await store(run, { facts: summaryOf(facts) })
}
