/** The first half second: the as-seen frame, before anything else happens to the page. */
import { EvidenceError } from "../core/errors.ts"
import { type Environment, type Trigger } from "../core/evidence.ts"
import { type FramePlace } from "../core/frames.ts"
import { hex } from "../core/bytes.ts"
import { localTime, monotonicMs, now, timeZone } from "../platform/clock.ts"
import { injectPage } from "../platform/page.ts"
import { readTab, readZoom, type TabFacts } from "../platform/tabs.ts"
import { type FrameShot } from "../protocol.ts"
import { readBack } from "../vault/blobs.ts"
import { capturesOfPage } from "../vault/read-posts.ts"
import { DEFAULT_CASE } from "../core/cases.ts"
import { currentCase } from "../vault/read-cases.ts"
import { captureOptions } from "../vault/read-settings.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { addToCapture, beginCapture } from "../vault/write.ts"
import { frameArtifact, framePath, takeOwned, takeShot } from "./frame.ts"
import { type Owner, watchOwnership } from "./ownership.ts"
import { type Picked } from "./picking.ts"
import { type Listed } from "./listed.ts"
import { type Ports } from "./ports.ts"
import { type Run, runStep, startRun } from "./run.ts"

const TRIES = 3

/** What the user did before: they pointed at a post, or had a list captured. */
export interface Before {
  readonly picked?: Picked
  readonly listed?: Listed
  /** Of a chat: the day from which on the user wants its messages. */
  readonly chatUntil?: string | null
}

export interface Started {
  readonly run: Run
  readonly owner: Owner
  readonly tab: TabFacts
  readonly row: CaptureRow
  /** When the as-seen frame was there, on this run's monotonic clock; null where there is none. */
  readonly asSeenMs: number | null
  /** Our script is in the page already: the user pointed at a post with its picker. */
  readonly isPicked: boolean
  /** Of a chat: the day from which on the user wants its messages; null for all. */
  readonly chatUntil: string | null
}

/**
 * Takes the as-seen frame and opens the capture with it; answers when its bytes
 * were read back and matched. Throws when neither a picture nor the page's
 * content can be had: then there is nothing to keep, and no item is made.
 *
 * @param before what led to it: the record says that the picker was in the page, that a comment was looked for, or that we opened it
 */
export async function startCapture(
  ports: Ports,
  tabId: number,
  trigger: Trigger,
  signal: AbortSignal,
  before: Before = {},
): Promise<Started> {
  const { picked = null, listed = null, chatUntil = null } = before
  const startedAt = now()
  const startedMonotonicMs = monotonicMs()
  const tab = await readTab(tabId)
  const id = listed?.captureId ?? crypto.randomUUID()
  const run = startRun(ports, { id, tabId, windowId: tab.windowId, url: tab.url, signal })
  const owner = watchOwnership(tabId, tab.windowId, tab.url)
  run.note("preflight", "capture began", { trigger, tab: tabId, window: tab.windowId, status: tab.status })

  if (picked !== null) notePicker(run, picked)
  if (listed !== null) noteOpened(run, listed)

  try {
    const shot = await runStep(run, "as-seen", () => shootUntouched(run, owner, tab))
    const asSeenMs = shot === null ? null : monotonicMs()
    if (shot === null) await checkWorth(run, picked !== null)
    const row = await open(run, { tab, trigger, startedAt, startedMonotonicMs, picked, listed }, shot)
    return { run, owner, tab, row, asSeenMs, isPicked: picked !== null, chatUntil }
  } catch (thrown) {
    owner.stop()
    throw thrown
  }
}

/** Without a picture there must be content, and room for it: where there is neither, say so before an item exists. */
async function checkWorth(run: Run, isInPage: boolean): Promise<void> {
  const code = run.steps().find(step => step.name === "as-seen")?.code
  if (code?.startsWith("vault/")) throw new EvidenceError(code, "the as-seen frame could not be stored")
  // A second script in the page would know nothing of what was chosen.
  if (!isInPage) await injectPage(run.tabId)
}

/** The cases in which something of ours was in the page before the as-seen frame. */
function notePicker(run: Run, { at, ms, by, screens, post }: Picked): void {
  if (by === "words") {
    run.note(
      "preflight",
      "comment of a list looked for by its words before the first frame; nothing was shown",
      {
        askedAt: at,
        ms,
        selector: post.selector,
        screensScrolled: screens,
      },
    )
    return
  }
  run.addStep({ name: "picker", at, ms, outcome: "done", code: null })
  run.note("picker", "picker shown before the first frame, and gone from the page before it", {
    shownAt: at,
    ms,
    selector: post.selector,
  })
}

function noteOpened(run: Run, { asked, openedAt, hasLoaded, comment }: Listed): void {
  run.note("preflight", "address of a list, opened by us in a tab of ours", { asked, openedAt, hasLoaded })
  if (comment !== undefined) run.note("preflight", "the user chose this comment from a list", { ...comment })
}

async function shootUntouched(run: Run, owner: Owner, tab: TabFacts): Promise<FrameShot> {
  for (let tries = 0; tries < TRIES; tries++) {
    const shot = await takeOwned({ run, owner, step: "as-seen" }, () =>
      takeShot(run.ports, tab.windowId, tab.width),
    )
    if (shot) return shot
  }
  throw new EvidenceError("capture/wrong-tab", "another tab came to the front each time")
}

interface Opening {
  readonly tab: TabFacts
  readonly trigger: Trigger
  readonly startedAt: string
  readonly startedMonotonicMs: number
  readonly picked: Picked | null
  readonly listed: Listed | null
}

async function open(run: Run, opening: Opening, shot: FrameShot | null): Promise<CaptureRow> {
  const { tab, trigger, startedAt, startedMonotonicMs, picked, listed } = opening
  const { vault, run: runName } = run.ports
  const [environment, previous, options, current] = await Promise.all([
    readEnvironment(run.ports, tab),
    capturesOfPage(vault, tab.url),
    captureOptions(vault),
    currentCase(vault),
  ])
  const caseId = listed?.caseId ?? current.id
  if (shot)
    run.note("as-seen", "frame stored", { sha256: shot.sha256, width: shot.width, height: shot.height })
  const draft: Omit<CaptureRow, "item"> = {
    id: run.id,
    state: "running",
    run: runName,
    trigger,
    startedAt,
    startedMonotonicMs,
    endedAt: null,
    url: tab.url,
    title: tab.title,
    nonce: hex(crypto.getRandomValues(new Uint8Array(32))),
    timeZone: timeZone(),
    utcOffsetMinutes: localTime(startedAt).offsetMinutes,
    options,
    previousCapture: previous.newest?.id ?? null,
    ...(caseId === DEFAULT_CASE ? {} : { case: caseId }),
    environment,
    page: null,
    httpDate: null,
    requests: listed === null ? [] : [{ at: listed.openedAt, url: tab.url, purpose: "page", status: null }],
    redacted: [],
    pages: [],
    boxes: [],
    ...(picked === null ? {} : { post: picked.post }),
    steps: [...run.steps()],
    gaps: [],
    progress: { stage: "as-seen", done: 0, total: null },
    failure: null,
    asSeenSafe: false,
    complete: false,
    interrupted: false,
    record: null,
    trashedAt: null,
    bytes: shot?.bytes ?? 0,
  }
  const files = shot ? [frameArtifact(run, framePath(0), shot, placeUnknown(shot, tab))] : []
  const row = await beginCapture(vault, draft, files, run.takeNotes())
  if (shot === null) return row
  await readBack(vault, shot.sha256)
  await addToCapture(vault, run.id, {
    row: { asSeenSafe: true, progress: { stage: "page", done: 0, total: null } },
  })
  return { ...row, asSeenSafe: true }
}

/** Until the page says where it stands, and for ever where it cannot be asked: the record then lists the place as unknown. */
const placeUnknown = (shot: FrameShot, tab: TabFacts): FramePlace => ({
  x: 0,
  y: 0,
  width: shot.width,
  height: shot.height,
  scrollX: 0,
  scrollY: 0,
  dpr: tab.width > 0 ? shot.width / tab.width : 1,
  usedWidth: shot.width,
  usedHeight: shot.height,
  pass: 0,
})

async function readEnvironment(ports: Ports, tab: TabFacts): Promise<Environment> {
  const [identity, tool, zoom] = await Promise.all([
    ports.browserIdentity(),
    ports.tool(),
    readZoom(tab.tabId),
  ])
  return {
    ...identity,
    extension: `${tool.name} ${tool.version} (${tool.commit})`,
    build: tool.build,
    viewport: null,
    screen: null,
    zoom,
    dpr: null,
    privateWindow: tab.incognito,
    automation: { value: "unknown", basis: "the page could not be asked" },
  }
}
