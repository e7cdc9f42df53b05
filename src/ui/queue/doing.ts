/** What is done with a list. Whatever asks the browser asks first thing in the click, or it would not be asked. */
import { EvidenceError } from "../../core/errors.ts"
import { malformed } from "../../core/parse.ts"
import { type EntryWish, MOST_PACE, type QueueAccess } from "../../core/queue/entry.ts"
import { parseList } from "../../core/queue/parse-list.ts"
import { type Ask } from "../../platform/messaging.ts"
import type { TabAddresses } from "../../platform/chosen-tabs.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { type QueueWish } from "../../protocol/queue.ts"
import { isForm, listOf, type Model, noComments } from "./model.ts"

export interface Doings {
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly background: Ask<BackgroundApi>
  readonly askForAll: () => Promise<boolean>
  readonly giveBackAll: () => Promise<void>
  /** Of the tabs that were selected, or of all of this window. */
  readonly readAddresses: (which: "chosen" | "all") => Promise<TabAddresses>
  /** Puts lines below what stands in the field, and answers with all of it. */
  readonly addLines: (lines: readonly string[]) => string
  /** What stands in the field for the pace, in seconds. */
  readonly pace: () => number
}

/** Bytes of a file that is read as a list. */
const LARGEST_FILE = 5_000_000

/** By the id of the button. */
export const acts = {
  start: doings => goOn(doings, doings.askForAll()),
  resume: doings => goOn(doings, doings.read().queue?.access === "sites" ? null : doings.askForAll()),
  "ask-again": doings => goOn(doings, doings.askForAll()),
  without: doings => goOn(doings, null),
  pause: doings => ofQueue(doings, "pauseQueue"),
  stop: doings => ofQueue(doings, "stopQueue"),
  forget: doings => ofQueue(doings, "forgetQueue"),
  "tabs-chosen": doings => addTabs(doings, "chosen", doings.askForAll()),
  "tabs-all": doings => addTabs(doings, "all", doings.askForAll()),
  "comments-drop": ({ change }) => {
    change({ comments: noComments })
    return Promise.resolve()
  },
  "again-drop": ({ change }) => {
    change({ again: [], againNot: 0 })
    return Promise.resolve()
  },
  new: ({ change }) => {
    change({ isWriting: true, isRefused: false })
    return Promise.resolve()
  },
  retry: doings => {
    const { entries } = doings.read()
    doings.change({ isWriting: true, isRefused: false })
    const left = entries.filter(({ state }) => state !== "saved")
    // What goes on from an item stays as it was wished for: an address in the field knows of no item and no case.
    const wishes = left.filter(isOfItem).map(wishOf)
    const plain = left.filter(entry => !isOfItem(entry))
    const [first] = plain
    doings.change({
      comments: { item: null, entries: wishes, not: 0 },
      // They were written for one case.
      ...(first === undefined ? {} : { caseId: first.caseId }),
    })
    doings.change({ text: doings.addLines(plain.map(({ url }) => url)) })
    return Promise.resolve()
  },
} as const satisfies Record<string, (doings: Doings) => Promise<void>>

type ActName = keyof typeof acts
export const isAct = (name: string): name is ActName => Object.hasOwn(acts, name)

const isOfItem = ({ of, comment }: EntryWish): boolean => of !== null || comment !== undefined

const wishOf = ({ url, of, caseId, comment }: EntryWish): EntryWish => ({
  ...{ url, of, caseId },
  ...(comment === undefined ? {} : { comment }),
})

/** One question at a time; an error ends in the model, where it is shown. */
export async function perform(doings: Doings, name: ActName): Promise<void> {
  const { read, change } = doings
  if (read().pending) return
  try {
    const work = acts[name](doings)
    change({ pending: true, problem: null })
    await work
  } catch (thrown) {
    change({ problem: EvidenceError.from(thrown).code })
  } finally {
    change({ pending: false })
  }
}

/** Begins the list that is written, or goes on with the one that rests. `asking` null: without all sites. */
async function goOn(doings: Doings, asking: Promise<boolean> | null): Promise<void> {
  const { read, change, background, giveBackAll, pace } = doings
  if (asking !== null && !(await asking)) {
    change({ isRefused: true })
    return
  }
  const access: QueueAccess = asking === null ? "sites" : "all"
  try {
    const { queue } = read()
    if (isForm(read()) || queue?.state !== "paused") {
      await background("startQueue", { entries: entriesOf(read()), paceSeconds: pace(), access })
    } else await background("resumeQueue", { queueId: queue.id, access })
    change({ isRefused: false, isWriting: false, again: [], againNot: 0, comments: noComments })
    change({ taken: null, text: "" })
  } catch (thrown) {
    // Nothing was begun that would give it back.
    if (access === "all") await giveBackAll()
    throw thrown
  }
}

const entriesOf = (model: Model): QueueWish["entries"] => [
  ...model.again.map(({ id, url, caseId }) => ({ url, of: id, caseId })),
  ...model.comments.entries,
  ...listOf(model).links.map(({ url }) => ({ url, of: null, caseId: model.caseId })),
]

async function ofQueue(
  { read, background, change }: Doings,
  method: "pauseQueue" | "stopQueue" | "forgetQueue",
): Promise<void> {
  const { queue } = read()
  if (queue) await background(method, { queueId: queue.id })
  change({ isRefused: false })
}

async function addTabs(doings: Doings, which: "chosen" | "all", asking: Promise<boolean>): Promise<void> {
  const { change, readAddresses, giveBackAll, addLines } = doings
  if (!(await asking)) {
    change({ taken: { from: "tabs-refused" } })
    return
  }
  try {
    const { urls, others } = await readAddresses(which)
    change({ text: addLines(urls), taken: { from: "tabs", n: urls.length, others } })
  } finally {
    await giveBackAll()
  }
}

/** Takes the addresses of a file over; the lines that it does not take are named by the file's own numbers. */
export async function addFile({ change, addLines }: Doings, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) throw malformed("file")
  const { links, refused } = parseList(await file.text())
  const text = addLines(links.map(({ url }) => url))
  change({ text, taken: { from: "file", name: file.name, n: links.length, refused } })
}

/** Seconds of a field; what is no such number is refused by the background's reader as well. */
export function paceOf(value: string): number {
  const seconds = Number(value)
  if (value.trim() === "" || !Number.isInteger(seconds) || seconds < 0 || seconds > MOST_PACE) {
    throw malformed("pace")
  }
  return seconds
}
