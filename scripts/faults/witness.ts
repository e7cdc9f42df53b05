/** What was on record before a fault, and what is there after it. */
import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { type Inside, readVault, type Vault } from "../../tests/e2e/harness/vault.ts"
import { isOriginalPath } from "../../src/core/imported.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { type Popup } from "../browsers/driver.ts"
import { type Tally } from "./fault.ts"

/** What anyone was told until a moment. */
export interface Seen {
  /** The vault as a reading transaction found it: all of it was committed. */
  readonly vault: Vault
  /** Hashes under which bytes are stored, and since when, where the gate saw them. */
  readonly blobs?: readonly { readonly sha256: string; readonly at: string }[]
  /** The labels under which the popup said "Saved": E-001. */
  readonly saved: readonly string[]
  /** The digests that the popup showed of finished exports. */
  readonly exported: readonly string[]
}

export async function lookInto(inside: Inside, before: readonly Seen[] = []): Promise<Seen> {
  const said = await inside.evaluate(readSaid)
  const vault = await readVault(inside)
  return {
    vault,
    saved: [...new Set([...before.flatMap(({ saved }) => saved), ...said.saved])],
    exported: [...new Set([...before.flatMap(({ exported }) => exported), ...said.exported])],
  }
}

/** Runs in the browser; in a document without a screen there is nothing to be read. */
function readSaid() {
  if (typeof document === "undefined") return { saved: [], exported: [] }
  const all = (selector: string, read: (element: HTMLElement) => string | undefined) =>
    Array.from(document.querySelectorAll<HTMLElement>(selector), read).filter(each => each !== undefined)
  return {
    saved: all("#saved", ({ dataset }) => dataset.item),
    exported: all("#export-done", ({ dataset }) => dataset.sha256),
  }
}

/** Whether a look may fail before the blow, as it does where the disk under the database fails: then the last one counts. */
export type Looks = "all answer" | "may fail"

const AGAIN_MS = 500

/**
 * Looks again and again until `ms` have passed, and ends it all with `strike`. Answers with the last that was seen;
 * throws where a look failed that may not.
 */
export async function watchUntil(
  popup: Popup,
  ms: number,
  strike: () => Promise<void>,
  looks: Looks = "all answer",
): Promise<Seen> {
  const state = { seen: await lookInto(popup), over: false }
  const isOver = (): boolean => state.over
  const watching = (async () => {
    while (!isOver()) {
      try {
        // What is read while it is struck was read all the same.
        state.seen = await lookInto(popup, [state.seen])
      } catch (thrown) {
        // The blow takes the popup away in the middle of a look.
        if (!isOver() && looks === "all answer") throw thrown
        await sleep(AGAIN_MS)
      }
    }
  })()
  const failed = watching.then(() => new Promise<never>(() => undefined))
  await Promise.race([sleep(ms), failed])
  state.over = true
  await strike()
  await Promise.race([watching, sleep(5_000)])
  return state.seen
}

/** How high, in CSS pixels, the pages are that are captured, by path. */
export type Heights = Readonly<Record<string, number>>

/** Counts what is missing, torn, and called whole though torn. `damaged`: as `damagedFiles` found it. */
export function judge(
  tally: Tally,
  seen: Seen,
  after: Vault,
  damaged: readonly string[],
  heights: Heights,
): void {
  const { vault, saved } = seen
  const files = new Map(after.files.map(file => [`${file.captureId} ${file.path}`, file.sha256]))
  for (const { captureId, path, sha256 } of vault.files) {
    tally.acknowledged += 1
    const there = files.get(`${captureId} ${path}`)
    // Stitched pages are views: after a cut they may be drawn anew. Anything else stays the bytes that it was.
    const isView = /^page-\d+\.png$/.test(path) && stateOf(vault, captureId) === "running"
    if (there === undefined || (there !== sha256 && !isView)) {
      tally.missing += 1
      tally.broken.push(`lost: ${path} of ${captureId}`)
    }
  }
  for (const [index, line] of vault.lines.entries()) {
    tally.acknowledged += 1
    if (after.lines[index] === line) continue
    tally.missing += 1
    tally.broken.push(`lost: line ${index + 1} of custody`)
  }
  for (const label of saved) {
    tally.acknowledged += 1
    const row = after.captures.find(({ item }) => `E-${String(item).padStart(3, "0")}` === label)
    if (row?.state === "sealed" && !row.interrupted) continue
    tally.missing += 1
    tally.broken.push(`${label} was called saved and is ${row === undefined ? "gone" : "not"}`)
  }
  for (const before of vault.captures.filter(({ state }) => state === "sealed")) {
    const row = after.captures.find(({ id }) => id === before.id)
    if (row?.record !== before.record || row.complete !== before.complete)
      tally.broken.push(`item ${before.item} was sealed and is another now`)
  }
  for (const each of damaged) tally.broken.push(`damaged: ${each}`)
  for (const fault of chainFaults(after.lines)) tally.broken.push(fault)
  for (const row of after.captures) judgeWholeness(tally, seen, after, row, heights)
  for (const { id, state } of after.exports) {
    const wasOpen = vault.exports.find(each => each.id === id)?.state === "running"
    if (wasOpen && state === "failed") tally.torn += 1
  }
}

function judgeWholeness(
  tally: Tally,
  { vault }: Seen,
  after: Vault,
  row: CaptureRow,
  heights: Heights,
): void {
  const events = after.custody.filter(({ capture }) => capture === row.id).map(({ event }) => event)
  const isTorn = row.interrupted || !events.includes("capture.sealed")
  const isNew = stateOf(vault, row.id) !== "sealed"
  if (isTorn && isNew) tally.torn += 1
  const height = heights[URL.canParse(row.url) ? new URL(row.url).pathname : ""] ?? NaN
  const shown = row.pages.reduce((sum, page) => sum + page.height, 0)
  if (row.complete && (isTorn || shown !== height)) {
    tally.calledWhole += 1
    tally.broken.push(`item ${row.item} is called complete: ${events.join()}, ${shown} of ${height} px`)
  }
  // Of a file that was given nothing more was to come, once it is there.
  const isGiven = after.files.some(({ captureId, path }) => captureId === row.id && isOriginalPath(path))
  if (isTorn && !isGiven && !row.gaps.some(({ reason }) => reason === "interrupted"))
    tally.broken.push(`item ${row.item} was cut off and does not say so`)
}

const stateOf = ({ captures }: Vault, id: string): CaptureRow["state"] | undefined =>
  captures.find(row => row.id === id)?.state

/** Where the chain breaks, by node:crypto and the lines' own bytes. */
export function chainFaults(lines: readonly string[]): string[] {
  const faults: string[] = []
  let prev = "0".repeat(64)
  for (const [index, text] of lines.entries()) {
    const line = JSON.parse(text) as { readonly seq: number; readonly prev: string }
    if (line.seq !== index + 1) faults.push(`line ${index + 1} of custody has number ${line.seq}`)
    if (line.prev !== prev) faults.push(`line ${index + 1} of custody does not name the one before it`)
    prev = createHash("sha256").update(text).digest("hex")
  }
  return faults
}
