/** What the background works with, in memory: a vault, a workshop without a canvas, a tool of fixed name. */
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { type Ask } from "../../../src/platform/messaging.ts"
import { type StitchResult, type WorkshopApi } from "../../../src/protocol.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { checkFiles } from "../../../src/workshop/check-files.ts"
import { readImported } from "../../../src/workshop/import/read-imported.ts"
import { joinRecording } from "../../../src/workshop/join-recording.ts"
import { readProof } from "../../../src/workshop/read-proof.ts"
import { readBackFiles } from "../../../src/workshop/read-back.ts"
import { at, newVault } from "../vault/rows.ts"

type Workshop = {
  [Name in keyof WorkshopApi]: (
    input: Parameters<WorkshopApi[Name]>[0],
  ) => Promise<ReturnType<WorkshopApi[Name]>>
}

/** Ports over a new vault; what a test wants different in the workshop stands in `work`. */
export function portsWith(work: Partial<Workshop> = {}, different: Partial<Ports> = {}): Ports {
  const vault = different.vault ?? newVault()
  const workshop: Workshop = {
    stitch: ({ captureId }) => stitchWithoutCanvas(vault, captureId),
    cutPost: () => Promise.resolve({ outcome: "none", reason: "not-shown" }),
    readBack: ({ captureId }) => readBackFiles(vault, captureId),
    makeBundle: () => Promise.reject(new EvidenceError("internal", "this test makes no bundle")),
    stopReport: () => Promise.resolve(null),
    stopBundle: () => Promise.resolve(null),
    knowsBundle: () => Promise.resolve({ known: false }),
    awaitBundle: () => Promise.reject(new EvidenceError("export/failed", "this test makes no bundle")),
    growBundle: () => Promise.reject(new EvidenceError("internal", "this test makes no bundle")),
    saveStamp: () => Promise.reject(new EvidenceError("internal", "this test saves no stamp")),
    checkFiles: () => checkFiles(vault, () => Promise.resolve()),
    fetchStamp: () => Promise.reject(new EvidenceError("time/offline", "this test has no authority")),
    readImported: input => readImported(vault, input),
    readProof: input => readProof(vault, input),
    startRecorder: () => Promise.resolve(null),
    stopRecorder: () => Promise.resolve(null),
    joinRecording: ({ captureId }) => joinRecording(vault, captureId),
    makeViewing: () =>
      Promise.reject(new EvidenceError("recording/no-copy", "this test's pieces are no WebM")),
    ...work,
  }
  const ask: Ask<WorkshopApi> = (method, input) => workshop[method](input) as never
  return {
    vault,
    run: "this run",
    shutter: { isManned: () => false, ask: () => Promise.reject(new Error("no popup")) },
    workshop: ask,
    paintsRects: () => Promise.resolve(false),
    browserIdentity: () =>
      Promise.resolve({
        browser: "Chromium",
        version: "156",
        os: "linux",
        locale: "zh-CN",
        userAgent: "test",
      }),
    tool: () =>
      Promise.resolve({ name: "Holdfast", version: "0.1.0", commit: "unknown", build: "b".repeat(64) }),
    mayReach: () => Promise.resolve(true),
    mayRecord: () => Promise.resolve(true),
    askSite: () => Promise.reject(new EvidenceError("internal", "this test has no site")),
    privateWindow: {
      checkNone: () => Promise.resolve(),
      photograph: () => Promise.reject(new EvidenceError("capture/no-picture", "this test has no window")),
      giveBack: () => Promise.resolve(),
    },
    tabSize: () => Promise.resolve({ width: 1280, height: 720 }),
    tabStreamId: () => Promise.resolve("a stream"),
    queueWindow: {
      open: () => Promise.reject(new EvidenceError("capture/tab-closed", "this test has no window")),
      close: () => Promise.resolve(),
    },
    allSites: {
      has: () => Promise.resolve(true),
      hold: () => Promise.resolve(),
      holder: () => Promise.resolve(null),
      letGo: () => Promise.resolve(),
    },
    mayArchive: () => Promise.resolve(true),
    archivePage: () => Promise.reject(new EvidenceError("capture/no-archive", "this test has none")),
    setStampAlarm: () => Promise.resolve(),
    setAnchorAlarm: () => Promise.resolve(),
    isTaken: () => false,
    isOnline: () => true,
    calendars: {
      submit: () => Promise.reject(new Error("no calendar")),
      askAgain: () => Promise.resolve(null),
    },
    beacons: {
      newestRound: () => Promise.reject(new Error("no relay")),
      newestPulse: () => Promise.reject(new Error("no beacon")),
    },
    setReadingAlarm: () => Promise.resolve(),
    ...different,
  }
}

/** One page of all frames of the pass, with bytes that are no picture. */
async function stitchWithoutCanvas(vault: Vault, captureId: string): Promise<StitchResult> {
  const frames = (await artifactsOf(vault, captureId)).filter(({ place }) => place !== null && place.pass > 0)
  if (frames.length === 0) throw new EvidenceError("vault/missing", "no frames to stitch")
  const bytes = utf8(`stitched ${frames.map(({ sha256 }) => sha256).join(" ")}`)
  const sha256 = await storeBytes(vault, bytes, "image/png", at)
  const height = Math.max(...frames.map(({ place }) => (place ? place.y + place.usedHeight : 0)))
  const page = { path: "page-1.png", sha256, from: frames.map(({ path }) => path), y: 0, height }
  return { pages: [{ ...page, bytes: bytes.length, at }], gaps: [] }
}

/** Makes the database refuse a line of custody that `isRefused` picks, as a full disk does. */
export function refuseCustody(vault: Vault, isRefused: (line: string) => boolean): void {
  vault.custody.hook("creating", (_key, { text }) => {
    if (isRefused(text))
      throw Object.assign(new Error("Failed to write blobs (IOError)"), { name: "DataError" })
  })
}

/** Where nothing is gone on with, nobody hears of its end. */
export const unheard = (work: Promise<void>): void => void work
