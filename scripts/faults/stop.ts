/**
 * The background is stopped before each of its commits in turn, until it comes
 * to its end: every state that a stop can leave behind, and with them every step.
 */
import { type StepName, stepNames } from "../../src/core/evidence.ts"
import { type Vault } from "../../tests/e2e/harness/vault.ts"
import { openPopup, type Popup, type Target } from "../browsers/driver.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"
import { shutAfter } from "./gate.ts"
import { closeAll, type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { type Seen } from "./witness.ts"

const ROUNDS_A_PROFILE = 10
/** More commits than any capture of these pages makes. */
const MOST_COMMITS = 120

/** What is begun and then stopped. */
interface Work {
  readonly path: string
  /** Up to the click, with the popup open. */
  readonly ready: (popup: Popup) => Promise<void>
  readonly start: (popup: Popup) => Promise<void>
  /** Whether the background has heard of it: asked where it may not commit at all. */
  readonly isBegun: (popup: Popup) => Promise<boolean>
}

const capturing: Work = {
  path: paths.middle,
  ready: async popup => {
    await popup.waitFor(() => document.querySelector("#capture") !== null)
  },
  start: popup => popup.click("#capture"),
  isBegun: popup => popup.evaluate(`chrome.action.getBadgeText({}).then(text => text !== "")`),
}

const exporting: Work = {
  path: paths.short,
  ready: popup => popup.click("#export-open"),
  start: popup => popup.click("#export-start"),
  isBegun: popup =>
    popup.evaluate(() => document.querySelector("#export-start:not([aria-disabled=true])") === null),
}

export const stopDuringCapture: Fault = {
  name: "stop-capture",
  what: "background stopped before each commit of a capture",
  async cause(ground) {
    const steps: StepName[] = []
    const tally = await atEveryCommit(ground, capturing, seen => {
      const inHand = stepsInHand(ground.target, seen)
      steps.push(...inHand)
      return inHand.join(" + ")
    })
    const counts = stepNames.map(name => [name, steps.filter(each => each === name).length] as const)
    tally.notes.push(`steps: ${counts.map(([name, count]) => `${name} ${count}`).join(", ")}`)
    for (const [name, count] of counts)
      if (count === 0 && !absent[ground.target].has(name)) tally.broken.push(`never stopped in ${name}`)
    return tally
  },
}

export const stopDuringExport: Fault = {
  name: "stop-export",
  what: "background stopped before each commit of an export",
  cause: ground =>
    atEveryCommit(ground, exporting, ({ vault }) => {
      const row = vault.exports.find(({ state }) => state === "running")
      return row === undefined ? "before it is on record" : `at ${row.done} of ${row.total}`
    }),
}

async function atEveryCommit(
  ground: Ground,
  work: Work,
  whereabouts: (seen: Seen) => string,
): Promise<Tally> {
  const tally = newTally()
  const state = { isOver: false }
  for (let passing = 0; !state.isOver && passing < MOST_COMMITS;) {
    await withInstallation(ground, async installation => {
      await keepPage(installation, paths.short)
      for (let round = 0; round < ROUNDS_A_PROFILE && !state.isOver; round++) {
        const seen = await stopAt(installation, work, passing)
        if (seen === null) {
          state.isOver = true
          break
        }
        passing += 1
        await assess(tally, installation, seen)
        ground.say(`${tally.rounds}: before commit ${passing}: ${whereabouts(seen)}`)
      }
    })
  }
  return tally
}

/** Answers with what was on record at the stop; null where the work came to its end before that. */
async function stopAt({ driven, ground }: Installation, work: Work, passing: number): Promise<Seen | null> {
  // A picture of ours is a document of the extension that asks nobody anything, and so wakes nobody.
  const onlooker = await driven.openExtensionPage("icons/128.png")
  const page = await driven.newPage(`${ground.site.origin}${work.path}`)
  const popup = await openPopup(driven, page)
  await work.ready(popup)
  const gate = await shutAfter(onlooker, passing)
  await work.start(popup)
  const seen = await gate.untilShut(60_000)
  if (seen !== null) {
    if (passing === 0) await untilBegun(popup, work)
    await driven.stopWorker()
  }
  await gate.open()
  await closeAll(popup, [onlooker, page])
  return seen
}

async function untilBegun(popup: Popup, { isBegun }: Work): Promise<void> {
  for (let tries = 0; !(await isBegun(popup)); tries++)
    if (tries > 200) throw new Error("the background does not begin")
}

/** Steps of other captures: of a post, a chat, a recording, a file, of what is switched on, of a page without pictures. */
const ofOthers: readonly StepName[] = [
  ...(["picker", "unfold", "redrawn", "server-record", "originals", "mhtml"] as const),
  ...(["recording", "join", "procedure", "view", "import", "post", "transcript"] as const),
]

/** Of a plain capture, in each browser. */
const absent: Readonly<Record<Target, ReadonlySet<StepName>>> = {
  chrome: new Set([...ofOthers, "scroll-through", "tiles"]),
  firefox: new Set([...ofOthers, "scroll-frames"]),
}

/** Chromium scrolls for its frames, Firefox scrolls through and paints tiles. */
const framing: Readonly<Record<Target, readonly StepName[]>> = {
  chrome: ["scroll-frames"],
  firefox: ["scroll-through", "tiles"],
}

/** Steps that write nothing of their own down: what they did is lost with whatever comes after them. */
const unwritten: ReadonlySet<StepName> = new Set(["offline-before", "boxes", "offline-after", "gaps"])

/**
 * The steps whose work a stop at this moment undoes: those that follow the last one whose result is on record, up to
 * the next one that writes, and those beside them.
 */
function stepsInHand(target: Target, { vault, blobs = [] }: Seen): readonly StepName[] {
  const row = vault.captures.find(({ state }) => state === "running")
  if (row === undefined) return [isStrange(vault, blobs, "") ? "as-seen" : "preflight"]
  const files = vault.files.filter(({ captureId }) => captureId === row.id).map(({ path }) => path)
  const { stage, done, total } = row.progress
  const hasFrames = vault.log.some(
    ({ captureId, what, step }) => captureId === row.id && what === "frame stored" && step !== "as-seen",
  )
  const hasAsked = files.includes("source.html") && row.requests.length > 0
  const isBack = ["after", "stitch", "extras", "verify", "seal"].includes(stage)
  const onRecord: Partial<Record<StepName, boolean>> = {
    "as-seen": row.asSeenSafe,
    "page-facts": row.page !== null,
    "dom-before": files.includes("dom-before.html"),
    "post-facts": files.includes("post.json"),
    // Once the source is filed, bytes that no file names yet are the first tile's.
    "scroll-through": hasFrames || (hasAsked && isStrange(vault, blobs, row.startedAt)),
    "scroll-frames": isBack || (stage === "frames" && done === total),
    tiles: isBack || (stage === "frames" && done === total),
    restore: isBack,
    "dom-after": files.includes("dom-after.html"),
    text: files.includes("text.txt"),
    "offline-copies": files.includes("offline-after.html"),
    verify: row.steps.some(({ name }) => name === "verify"),
  }
  const line: readonly StepName[] = [
    ...(["as-seen", "page-facts", "dom-before", "post-facts", "offline-before"] as const),
    ...framing[target],
    ...(["boxes", "restore", "dom-after", "offline-after", "text", "gaps", "offline-copies"] as const),
    ...(["verify", "seal"] as const),
  ]
  const next = line.findLastIndex(name => onRecord[name] === true) + 1
  const writes = line.findIndex((name, at) => at >= next && !unwritten.has(name))
  return [
    ...line.slice(next, writes + 1),
    ...(next > line.indexOf("post-facts") && !hasAsked ? (["source"] as const) : []),
    ...(isBack && row.pages.length === 0 ? (["stitch"] as const) : []),
  ]
}

/**
 * Whether bytes have been stored since a time that no file names yet: the
 * as-seen frame's, before its capture is on record, or those of the next frame.
 */
const isStrange = ({ files }: Vault, blobs: Seen["blobs"] = [], since: string): boolean =>
  blobs.some(({ sha256, at }) => at >= since && !files.some(file => file.sha256 === sha256))
