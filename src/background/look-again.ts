/** What a tab's page says of its post now. The page is looked at, and left as it is. */
import { EvidenceError } from "../core/errors.ts"
import { judgeReading, type PostFacts } from "../core/post-facts/judge.ts"
import { type PageSigns } from "../core/readings/judge.ts"
import { parseSigns } from "../core/readings/signs.ts"
import { parseWalls, type WallKind } from "../core/walls.ts"
import { localTime, now, timeZone, wait } from "../platform/clock.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { readTab } from "../platform/tabs.ts"
import { readPost } from "./read-post.ts"

export interface Look {
  readonly at: string
  readonly facts: PostFacts
  readonly signs: PageSigns
  readonly walls: readonly WallKind[]
}

/**
 * Throws as `injectPage` and `askPage` do, and `input/malformed` where the page answers nonsense. `isTaken` says whether
 * a capture or the picker has begun there by the time that a script is to be put into the page.
 */
export async function lookAt(tabId: number, isTaken: (tabId: number) => boolean): Promise<Look> {
  const page = askPage(tabId)
  const at = now()
  const read = async (): Promise<Look> => {
    const signs = parseSigns(await page("readSigns", null))
    // What it says of the world is no part of a reading: without it the numbers are not found, and say so.
    const { reading, pageWorld } = await readPost(page, tabId, () => undefined)
    const { offsetMinutes } = localTime(at)
    const ground = {
      clock: { now: at, utcOffsetMinutes: offsetMinutes, timeZone: timeZone() },
      href: reading.href,
    }
    const walls = parseWalls(await page("readWalls", null))
    return { at, signs, walls, facts: judgeReading(reading, ground, pageWorld) }
  }
  try {
    return await read()
  } catch (thrown) {
    if (EvidenceError.from(thrown).code !== "capture/page-left" || isTaken(tabId)) throw thrown
    // Only where none of ours is there: a second script has the first one let go, and a capture with it.
    await injectPage(tabId)
    return read()
  }
}

/** How long a page that we opened may take, and how long what it shows must stay the same. */
const LOAD_LIMIT_MS = 20_000
const POLL_MS = 400
const SAME_LOOKS = 3
/** A new tab is an empty page for a moment, and complete as such; one that stays closed to scripts is an error page, or another site's. */
const MOST_CLOSED = 6

/**
 * Looks at a page that is loading until it shows the same three times, within a
 * bound; then the last look counts. Throws where it could not be looked at at all.
 */
export async function lookWhenStill(tabId: number, isTaken: (tabId: number) => boolean): Promise<Look> {
  let last: Look | null = null
  let failure: EvidenceError | null = null
  let [same, closed] = [0, 0]
  for (
    let waited = 0;
    waited < LOAD_LIMIT_MS && same < SAME_LOOKS && closed < MOST_CLOSED;
    waited += POLL_MS
  ) {
    if (waited > 0) await wait(POLL_MS)
    // A tab that is closed ends it; a page that is on its way to another one does not.
    if ((await readTab(tabId)).status !== "complete") continue
    try {
      const look: Look = await lookAt(tabId, isTaken)
      if (!/^https?:/.test(look.signs.href)) throw new EvidenceError("capture/page-forbidden", "no page yet")
      same = last !== null && tellsOf(look) === tellsOf(last) ? same + 1 : 1
      last = look
    } catch (thrown) {
      failure = EvidenceError.from(thrown)
      same = 0
      if (failure.code === "capture/page-forbidden") closed += 1
    }
  }
  if (last !== null) return last
  throw failure ?? new EvidenceError("capture/page-silent", "the page did not come in time")
}

const tellsOf = ({ facts, signs, walls }: Look): string =>
  JSON.stringify([facts.fields, signs.href, signs.shown, walls])
