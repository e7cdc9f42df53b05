/**
 * The page of a sealed item read again, on the user's word: its numbers, and
 * whether the post is as it was, as one dated line with the item. A page that
 * the user has open is only looked at. One that is opened for it is loaded once,
 * in a tab of its own at the back, and counted as our visit, also where nothing
 * could be read of it.
 */
import { isSamePage } from "../core/address.ts"
import { utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { fieldsAgain, hasWhatCanChange, judgeAgain, noChanges, noFields } from "../core/readings/judge.ts"
import { countersLine, type CountersReading, isOfPost } from "../core/readings/reading.ts"
import { summaryOfCounters } from "../core/readings/summary.ts"
import { visitsIn } from "../core/readings/visits.ts"
import { sha256 } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { closeTab, openTabBehind, readTab } from "../platform/tabs.ts"
import { type PageChanges } from "../protocol.ts"
import { historyOfPost } from "../vault/read-posts.ts"
import { addressToRead, isPageOf, postAddress } from "../vault/capture-row.ts"
import { isCountersRow, isVisitorRow, requestsOf } from "../vault/reading-row.ts"
import { keepReading } from "../vault/write-readings.ts"
import { noteTried } from "../vault/write-schedules.ts"
import { type Look, lookAt, lookWhenStill } from "./look-again.ts"
import { type Ports } from "./ports.ts"
import { factsOfItem, sealedItem, type SealedRow } from "./sealed-item.ts"

type Occasion = CountersReading["occasion"]

/**
 * @param tabId a tab in which the user has the item's page open; null where it is to be opened
 *
 * Throws `vault/missing` for what is no sealed item outside the trash,
 * `reading/another-page` where the tab shows another address,
 * `capture/page-forbidden` for an address that is none of the web,
 * `reading/not-allowed` and `reading/offline`, and then nothing was loaded;
 * `reading/no-answer` where the page was loaded and told nothing, which is kept.
 */
export async function readAgain(
  ports: Ports,
  captureId: string,
  tabId: number | null,
  occasion: Occasion = "click",
): Promise<{ readonly readingId: string }> {
  const item = await sealedItem(ports.vault, captureId)
  if (tabId !== null) {
    const shown = (await readTab(tabId)).url
    if (!isPageOf(item, shown)) {
      throw new EvidenceError("reading/another-page", "the tab shows another address")
    }
    const url = isSamePage(shown, item.url) ? item.url : shown
    return keep(ports, item, { url, openedBy: "user", occasion, look: await lookAt(tabId, ports.isTaken) })
  }
  const url = addressToRead(item)
  if (!/^https?:/.test(url)) throw new EvidenceError("capture/page-forbidden", "no address of the web")
  if (!(await ports.mayReach(url))) throw new EvidenceError("reading/not-allowed", "no grant for the site")
  if (!ports.isOnline()) throw new EvidenceError("reading/offline", "the browser is not online")
  const look = await openAndLook(ports, url)
  const kept = await keep(ports, item, { url, openedBy: "tool", occasion, look })
  if (look === null) throw new EvidenceError("reading/no-answer", "the page could not be read")
  return kept
}

/**
 * What a tab's page says of an item that is sealed; null where it does not say, where the item is of no post,
 * or of one that was pointed at in the list that is shown. Nothing is kept.
 */
export async function changesSince(
  { vault, isTaken }: Ports,
  captureId: string,
  tabId: number,
): Promise<PageChanges | null> {
  const item = await sealedItem(vault, captureId)
  const isOfList = item.post !== undefined && postAddress(item.facts) === null
  if (isOfList || !isPageOf(item, (await readTab(tabId)).url)) return null
  const captured = await factsOfItem(vault, captureId)
  if (captured === null || !hasWhatCanChange(captured)) return null
  try {
    const { facts, signs, walls } = await lookAt(tabId, isTaken)
    return judgeAgain({ url: addressToRead(item), captured, facts, signs, walls })
  } catch (thrown) {
    // What keeps the page from saying it, a capture will tell.
    if (EvidenceError.from(thrown).code.startsWith("capture/")) return null
    throw thrown
  }
}

/** Null where it could not be looked at. The tab is closed in any case. */
async function openAndLook({ isTaken }: Ports, url: string): Promise<Look | null> {
  const tabId = await openTabBehind(url)
  try {
    return await lookWhenStill(tabId, isTaken)
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    if (code.startsWith("capture/") || code === "input/malformed") return null
    throw thrown
  } finally {
    await closeTab(tabId)
  }
}

interface Taken {
  readonly url: string
  readonly openedBy: CountersReading["openedBy"]
  readonly occasion: Occasion
  readonly look: Look | null
}

async function keep(ports: Ports, item: SealedRow, taken: Taken): Promise<{ readonly readingId: string }> {
  const { vault } = ports
  const { record } = item
  const { url, look, openedBy, occasion } = taken
  const reading: CountersReading = {
    ...{ schema: 1, kind: "counters", id: crypto.randomUUID(), of: record, at: look?.at ?? now(), url },
    ...{ basis: "page", openedBy, occasion },
    visits: await visitsUntilNow(ports, item, openedBy),
    ...(look === null ? NOT_READ : await readOff(ports, item, look)),
  }
  const row = await keepReading(vault, now(), {
    ...{ kind: "counters", id: reading.id, of: item.id, line: countersLine(reading), files: [], hashes: [] },
    summary: summaryOfCounters(reading),
  })
  return { readingId: row.id }
}

type Read = Omit<
  CountersReading,
  "schema" | "kind" | "id" | "of" | "at" | "url" | "basis" | "openedBy" | "occasion" | "visits"
>

const NOT_READ: Read = {
  status: null,
  adapter: null,
  pageType: null,
  fields: noFields,
  text: null,
  walls: [],
  state: "cannot-tell",
  stateBasis: "no-answer",
  words: null,
  changes: noChanges,
}

async function readOff({ vault }: Ports, item: SealedRow, look: Look): Promise<Read> {
  const { facts, signs, walls } = look
  const captured = await factsOfItem(vault, item.id)
  const url = addressToRead(item)
  const { state, stateBasis, words, changes } = judgeAgain({ url, captured, facts, signs, walls })
  const isOwn = isOfPost({ state, stateBasis })
  const text = isOwn ? facts.fields.text.value : null
  return {
    status: signs.status,
    adapter: facts.adapter,
    pageType: facts.pageType,
    fields: isOwn ? fieldsAgain(facts) : noFields,
    text: text === null ? null : { sha256: await sha256(utf8(text)), characters: Array.from(text).length },
    walls,
    ...{ state, stateBasis, words, changes },
  }
}

/** With the one that was just made. Every schedule of the post waits its time from here on. */
async function visitsUntilNow(
  { vault }: Ports,
  item: SealedRow,
  openedBy: CountersReading["openedBy"],
): Promise<number> {
  const { captures, readings } = await historyOfPost(vault, item)
  const sum = (rows: typeof readings) => rows.reduce((total, row) => total + requestsOf(row), 0)
  const counted = visitsIn({
    requests: captures.flatMap(({ requests }) => requests),
    urls: captures.map(({ url }) => url),
    visitors: sum(readings.filter(isVisitorRow)),
    opened: sum(readings.filter(isCountersRow)),
  })
  // What was deleted meanwhile was loaded all the same.
  const before = Math.max(counted, ...readings.filter(isCountersRow).map(({ summary }) => summary.visits))
  if (openedBy === "user") return before
  for (const { id } of captures) await noteTried(vault, id, { lastAt: now() })
  return before + 1
}
