/** Whatever value arrives at a door, from whomever it trusts: it is refused by code, or it is what the method takes. */
import fc from "fast-check"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { serve } from "../../../src/platform/messaging.ts"
import {
  backgroundReaders,
  pageReaders,
  shutterReaders,
  workshopReaders,
} from "../../../src/platform/requests.ts"
import { spies } from "./doors.ts"

type Tree = Readonly<Record<string, unknown>>
type Listen = (message: unknown, respond: (reply: unknown) => void) => true | undefined

const readers = {
  background: backgroundReaders,
  shutter: shutterReaders,
  workshop: workshopReaders,
  page: pageReaders,
}

/** What each method takes, written down once more. Null where it takes nothing. */
const good: Readonly<Record<keyof typeof readers, Readonly<Record<string, Tree | null>>>> = {
  background: {
    startCapture: { tabId: 7, trigger: "popup", chatUntil: "2024-03-05" },
    startPicker: { tabId: 7 },
    pictureSites: { tabId: 7 },
    readWalls: { tabId: 7 },
    findChat: { tabId: 7 },
    whenSealed: { captureId: "a" },
    stopCapture: { captureId: "a" },
    discardCapture: { captureId: "a" },
    restoreCapture: { captureId: "a" },
    deleteForGood: { captureId: "a" },
    startExport: {
      captureIds: ["a", "b"],
      encryption: { by: "recipients", recipientIds: ["a"] },
      withNotes: true,
      report: "both",
    },
    skipReport: { exportId: "a" },
    stopExport: { exportId: "a" },
    addRecipient: { label: "a", key: "b" },
    removeRecipient: { recipientId: "a" },
    setBeacons: {
      beacons: { on: true, drand: ["https://relay.example"], nist: "https://nist.example" },
    },
    setAnchoring: { anchoring: { on: true, calendars: ["https://calendar.example"] } },
    setAside: { captureId: "a", isAside: true },
    setAuthorities: { authorities: [{ url: "http://tsa.example/", authorization: null, on: true }] },
    setCaptureOptions: { options: { limits: { screens: 1, seconds: 2, items: 3 }, extras: ["mhtml"] } },
    setBackupReminder: { reminder: { on: true, days: 7, items: 5 } },
    keepPerson: { person: null },
    setLock: { passphrase: "three words here" },
    unlock: { passphrase: "three words here" },
    closeLock: null,
    askToLift: null,
    removeLock: { passphrase: "three words here" },
    setLanguages: { languages: { pages: "en", reports: "both" } },
    importSettings: {
      settings: {
        capture: { limits: { screens: 1, seconds: 2, items: null }, extras: [] },
        languages: { pages: "browser", reports: "page" },
        authorities: [{ url: "https://tsa.example/", authorization: "Bearer x" }],
      },
    },
    importFile: {
      ...{ file: "a".repeat(64), name: "b", lastModified: "2026-11-26T08:00:00.000Z" },
      stated: { maker: "me", device: "my-phone", way: "made", when: "c", note: "d" },
    },
    createCase: { name: "a" },
    keepRemark: { of: "a", remarkId: "b", said: { kind: "note", content: { text: "c" } } },
    renameCase: { caseId: "a", name: "b" },
    archiveCase: { caseId: "a", archived: true },
    chooseCase: { caseId: "a" },
    moveToCase: { captureIds: ["a", "b"], caseId: "c" },
    startQueue: {
      entries: [{ url: "https://a.example/1", of: "a", caseId: "b" }],
      ...{ paceSeconds: 2, access: "all" },
    },
    pauseQueue: { queueId: "a" },
    resumeQueue: { queueId: "a", access: "sites" },
    stopQueue: { queueId: "a" },
    forgetQueue: { queueId: "a" },
    recordTab: { tabId: 7, sound: true, guided: true },
    noteStep: { captureId: "a", step: "post", state: "skipped", reason: "b" },
    keepSelfCheck: {
      captureId: "a",
      system: "linux",
      screen: { width: 1, height: 2, colorDepth: 24, dpr: 1.5 },
      outputs: [{ name: "hosts", text: "b" }],
    },
    openTimePage: { captureId: "a", url: "https://time.is/" },
    openRecording: {
      tabId: 7,
      guided: false,
      start: { kind: "picked", sound: false, width: 1280, height: 720 },
    },
    stopRecording: { captureId: "a" },
    noteRecording: { captureId: "a" },
    endRecording: { captureId: "a", ended: "stopped", code: "vault/full" },
    beginRestore: {
      ...{ zip: "0".repeat(64), fileName: "a.zip", total: 1, cases: { c001: "a" } },
      origins: [
        {
          bundle: "7f3a9c00-1111-4222-8333-444444444444",
          device: "0".repeat(64),
          files: [{ path: "custody.jsonl", sha256: "0".repeat(64), sm3: "0".repeat(64), crc32: 0, bytes: 1 }],
        },
      ],
    },
    restoreCase: { caseId: "a", name: "a", remarks: [] },
    restoreItem: {
      ...{ zip: "0".repeat(64), captureId: "a", number: 1, caseId: "b", record: "0".repeat(64) },
      ...{ origins: [{ bundle: "7f3a9c00-1111-4222-8333-444444444444", item: "e001" }], interrupted: false },
      files: [{ path: "capture.json", sha256: "0".repeat(64), sm3: "0".repeat(64), crc32: 0, bytes: 1 }],
    },
    restoreMore: {
      ...{ zip: "0".repeat(64), bundle: "7f3a9c00-1111-4222-8333-444444444444", captureId: "a" },
      ...{ record: "0".repeat(64) },
      files: [{ path: "capture.json", sha256: "0".repeat(64), sm3: "0".repeat(64), crc32: 0, bytes: 1 }],
    },
    endRestore: { zip: "0".repeat(64) },
    requestStamps: null,
    completeExport: { exportId: "a" },
    saveStamp: { stampId: "a" },
    checkFiles: null,
    noteCheckProgress: { done: 1, total: 2 },
    seeAsVisitor: { captureId: "a" },
    readAgain: { captureId: "a", tabId: 7 },
    readChanges: { captureId: "a", tabId: 7 },
    setSchedule: { captureId: "a", everyDays: 7 },
    noteAdvice: { of: "a", name: "profile", state: "dismissed" },
    correctField: { captureId: "a", field: "authorName", value: "b", note: "c" },
    annotatePicture: {
      ...{ captureId: "a", path: "page-1.png" },
      marks: [{ kind: "box", x: 1, y: 2, width: 3, height: 4, note: "d" }],
    },
    keepRedactedCopy: {
      ...{ captureId: "a", path: "frames/0000.png", file: "0".repeat(64) },
      boxes: [{ x: 1, y: 2, width: 3, height: 4 }],
    },
    seeAsVisitorWithPicture: { captureId: "a" },
    importProof: { file: "0".repeat(64), name: "a.tst", about: { kind: "capture", id: "a" } },
    noteExportProgress: { exportId: "a", done: 1, total: 2 },
  },
  shutter: { takeFrame: { windowId: 1 } },
  workshop: {
    startRecorder: { captureId: "a", streamId: "b", width: 1280, height: 720, sound: false },
    stopRecorder: { captureId: "a" },
    joinRecording: { captureId: "a" },
    makeViewing: { captureId: "a" },
    stitch: { captureId: "a" },
    cutPost: { captureId: "a" },
    readBack: { captureId: "a" },
    makeBundle: { exportId: "a", encryption: { by: "passphrase", passphrase: "x" } },
    stopReport: { exportId: "a" },
    stopBundle: { exportId: "a" },
    knowsBundle: { exportId: "a" },
    awaitBundle: { exportId: "a" },
    growBundle: { exportId: "a" },
    saveStamp: { stampId: "a" },
    fetchStamp: { stampId: "a" },
    checkFiles: null,
    readProof: { file: "0".repeat(64), about: { kind: "export", id: "a" } },
    readImported: { file: "0".repeat(64), name: "a" },
  },
  page: {
    startPicker: {
      words: { language: "en", keys: "a", post: "b", entry: "c", box: "d", part: "e" },
    },
    awaitChoice: null,
    findComment: { comment: { authorName: "a", text: "b", time: null }, further: true },
    readMarks: null,
    readPostFacts: { world: { __STATE__: "{}" } },
    unfoldNext: null,
    readFacts: null,
    readSigns: null,
    prepare: null,
    scrollTo: { y: 10.5, hideFixed: true, forScreen: true },
    findChat: null,
    readChat: { box: 1, all: false },
    readBoxes: null,
    redraw: { words: "a" },
    readMedia: null,
    readWalls: null,
    scrollBox: { box: 1, y: 10.5 },
    whereIsBox: { box: 1 },
    noteBoxSeen: { box: 1 },
    countItems: { box: 1 },
    whereIs: null,
    restore: null,
    takeText: { kind: "dom" },
    readChunk: { kind: "source", offset: 0 },
    readForCopy: { when: "before", words: { onlyInPicture: "a", leftOut: "b" } },
    readParts: { mayRequest: true },
    readGaps: { comments: { count: 2, raw: "a", read: 1 } },
  },
}

/** No number is an answer too: no tab, and not any more. */
const mayBeNull: ReadonlySet<string> = new Set([
  "noteStep.reason",
  "readAgain.tabId",
  "removeLock.passphrase",
  "startExport.report",
  "setSchedule.everyDays",
  "keepRemark.remarkId",
  "endRecording.code",
  "importFile.lastModified",
  "startCapture.chatUntil",
  "restoreCase.caseId",
])

const handlers = {
  background: spies(backgroundReaders),
  shutter: spies(shutterReaders),
  workshop: spies(workshopReaders),
  page: spies(pageReaders),
}
const trusting = () => true
const doors: Readonly<Record<keyof typeof readers, Listen>> = {
  background: (message, respond) =>
    serve("background", backgroundReaders, handlers.background as never, trusting)(message, {}, respond),
  shutter: (message, respond) =>
    serve("shutter", shutterReaders, handlers.shutter as never, trusting)(message, {}, respond),
  workshop: (message, respond) =>
    serve("workshop", workshopReaders, handlers.workshop as never, trusting)(message, {}, respond),
  page: (message, respond) =>
    serve("page", pageReaders, handlers.page as never, trusting)(message, {}, respond),
}

const names = Object.keys(doors) as (keyof typeof doors)[]
const cases = names.flatMap(api =>
  Object.entries(good[api]).map(([method, input]) => ({ api, method, input })),
)
const calls = () =>
  Object.values(handlers).flatMap(all => Object.values(all).flatMap(spy => spy.mock.calls as unknown[][]))
const say = (api: keyof typeof doors, message: unknown): Promise<unknown> =>
  new Promise(resolve => {
    if (doors[api](message, resolve) === undefined) resolve(undefined)
  })
const refused = { ok: false, error: { code: "input/malformed", message: expect.any(String) as string } }
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })
const fuzz = { seed: 20261122, numRuns: 300 }

beforeEach(() => {
  vi.clearAllMocks()
})

test("the table speaks of every method that there is", () => {
  for (const api of names) expect(Object.keys(good[api]).sort()).toEqual(Object.keys(readers[api]).sort())
})

describe.each(cases)("$api.$method", ({ api, method, input }) => {
  test("is carried out as it was asked, and what nobody asked for is left out", async () => {
    const asked = input === null ? null : { ...input, extra: "x", __proto__: { polluted: true } }
    expect(await say(api, { api, method, input: asked })).toEqual({ ok: true, value: "done" })
    expect(calls()).toEqual([[input, {}]])
  })

  test("is refused, whatever it is given instead", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async wrong => {
        fc.pre(wrong !== input)
        expect(await say(api, { api, method, input: wrong })).toEqual(refused)
      }),
      fuzz,
    )
    expect(calls()).toEqual([])
  })

  test.each(Object.keys(input ?? {}))("is refused when its %s is missing or of another kind", async field => {
    const rest = Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => name !== field))
    expect(await say(api, { api, method, input: rest })).toEqual(refused)
    const kind = typeof input?.[field]
    await fc.assert(
      fc.asyncProperty(anything, async wrong => {
        fc.pre(typeof wrong !== kind && !(wrong === null && mayBeNull.has(`${method}.${field}`)))
        expect(await say(api, { api, method, input: { ...input, [field]: wrong } })).toEqual(refused)
      }),
      fuzz,
    )
    expect(calls()).toEqual([])
  })
})

test.each<[what: string, api: keyof typeof doors, method: string, input: Tree]>([
  [
    "a tab of a negative number",
    "background",
    "startCapture",
    { tabId: -1, trigger: "popup", chatUntil: null },
  ],
  ["half a tab", "background", "startCapture", { tabId: 0.5, trigger: "popup", chatUntil: null }],
  ["a day that is none", "background", "startCapture", { tabId: 1, trigger: "popup", chatUntil: "5.3." }],
  [
    "a trigger that there is not",
    "background",
    "startCapture",
    { tabId: 1, trigger: "__proto__", chatUntil: null },
  ],
  ["a name longer than any of ours", "background", "whenSealed", { captureId: "a".repeat(101) }],
  ["no name", "background", "discardCapture", { captureId: "" }],
  ["a list with a hole", "background", "startExport", { captureIds: ["a", undefined], encryption: null }],
  [
    "a language that no report is in",
    "background",
    "startExport",
    { captureIds: [], encryption: null, report: "fr" },
  ],
  ["a list of lists", "background", "startExport", { captureIds: [["a"]], encryption: null }],
  [
    "an encryption that there is not",
    "background",
    "startExport",
    { captureIds: [], encryption: { by: "rot13" } },
  ],
  [
    "a passphrase that is no text",
    "workshop",
    "makeBundle",
    { exportId: "a", encryption: { by: "passphrase", passphrase: 7 } },
  ],
  [
    "keys by no name",
    "workshop",
    "makeBundle",
    { exportId: "a", encryption: { by: "recipients", recipientIds: [""] } },
  ],
  ["a bundle by no hash", "background", "endRestore", { zip: "a" }],
  [
    "more of a bundle without a name",
    "background",
    "restoreMore",
    { zip: "0".repeat(64), bundle: "a", captureId: "a", record: "0".repeat(64), files: [] },
  ],
  [
    "a file that steps up",
    "background",
    "restoreItem",
    {
      ...{ zip: "0".repeat(64), captureId: "a", number: 1, caseId: "b", record: "0".repeat(64) },
      ...{ origins: [{ bundle: "7f3a9c00-1111-4222-8333-444444444444", item: "e001" }], interrupted: false },
      files: [{ path: "a//b", sha256: "0".repeat(64), sm3: "0".repeat(64), crc32: 0, bytes: 1 }],
    },
  ],
  [
    "an item out of no bundle",
    "background",
    "restoreItem",
    {
      ...{ zip: "0".repeat(64), captureId: "a", number: 1, caseId: "b", record: "0".repeat(64) },
      ...{ origins: [], interrupted: false, files: [] },
    },
  ],
  ["a file by no hash", "workshop", "readProof", { file: "a", about: null }],
  [
    "a file about something that there is not",
    "background",
    "importProof",
    { file: "0".repeat(64), name: "a", about: { kind: "case", id: "a" } },
  ],
  [
    "a name longer than any file's",
    "background",
    "importProof",
    { file: "0".repeat(64), name: "a".repeat(256), about: null },
  ],
  [
    "a field that there is not",
    "background",
    "correctField",
    { captureId: "a", field: "constructor", value: "b", note: "" },
  ],
  [
    "a name longer than any page's",
    "background",
    "correctField",
    { captureId: "a", field: "authorName", value: "b".repeat(2_001), note: "" },
  ],
  ["a suggestion that there is not", "background", "noteAdvice", { of: "a", name: "pay", state: "done" }],
  ["progress below nothing", "background", "noteExportProgress", { exportId: "a", done: -1, total: 0 }],
  ["a window that is no number", "shutter", "takeFrame", { windowId: NaN }],
  ["a place beyond all places", "page", "scrollTo", { y: Infinity, hideFixed: false, forScreen: false }],
  ["a kind of text that there is not", "page", "takeText", { kind: "constructor" }],
  ["a negative offset", "page", "readChunk", { kind: "dom", offset: -1 }],
])("%s is refused", async (_what, api, method, input) => {
  expect(await say(api, { api, method, input })).toEqual(refused)
  expect(calls()).toEqual([])
})

test.each(names)("no message of any shape makes the %s throw, or do anything", async api => {
  const shapes = fc.oneof(
    anything,
    fc.record({ api: fc.constant(api), method: fc.string(), input: anything }),
    fc.record({ api: fc.constant(api), method: anything, input: anything }),
    fc.record({ api: anything, method: fc.constantFrom(...Object.keys(good[api])), input: anything }),
  )
  await fc.assert(
    fc.asyncProperty(shapes, async message => {
      const reply = await say(api, message)
      if (reply !== undefined) expect(reply).toMatchObject({ ok: false })
    }),
    { seed: 20261122, numRuns: 1000 },
  )
  expect(calls()).toEqual([])
})
