import { describe, expect, test, vi } from "vitest"
import { type ErrorCode, errorCodes, EvidenceError } from "../../../src/core/errors.ts"
import { connect, type Handlers, type Sender, serve } from "../../../src/platform/messaging.ts"
import { backgroundReaders } from "../../../src/platform/requests.ts"
import { type BackgroundApi } from "../../../src/protocol.ts"
import { type PageApi } from "../../../src/protocol/page.ts"

const popup: Sender = { id: "holdfast", url: "chrome-extension://holdfast/ui/popup.html" }
const trusting = () => true

const handlers: Handlers<BackgroundApi> = {
  startCapture: ({ tabId }) => Promise.resolve({ captureId: `tab ${tabId}` }),
  startPicker: () => Promise.resolve(null),
  pictureSites: () => Promise.resolve({ origins: [] }),
  readWalls: () => Promise.resolve({ walls: [] }),
  findChat: () => Promise.resolve({ isChat: false }),
  whenSealed: () => Promise.resolve(null),
  stopCapture: () => Promise.resolve(null),
  discardCapture: () => Promise.resolve(null),
  restoreCapture: () => Promise.resolve(null),
  deleteForGood: () => Promise.resolve(null),
  startExport: () => Promise.resolve({ exportId: "x" }),
  skipReport: () => Promise.resolve(null),
  stopExport: () => Promise.resolve(null),
  addRecipient: () => Promise.resolve({ recipientId: "r" }),
  removeRecipient: () => Promise.resolve(null),
  setAuthorities: () => Promise.resolve(null),
  setAnchoring: () => Promise.resolve(null),
  setBeacons: () => Promise.resolve(null),
  setCaptureOptions: () => Promise.resolve(null),
  setBackupReminder: () => Promise.resolve(null),
  keepPerson: () => Promise.resolve(null),
  setLanguages: () => Promise.resolve(null),
  setLock: () => Promise.resolve(null),
  unlock: () => Promise.resolve({ liftAskedAt: null }),
  closeLock: () => Promise.resolve(null),
  askToLift: () => Promise.resolve(null),
  removeLock: () => Promise.resolve(null),
  importSettings: () => Promise.resolve(null),
  createCase: () => Promise.resolve({ caseId: "k" }),
  keepRemark: () => Promise.resolve({ remarkId: "m" }),
  renameCase: () => Promise.resolve(null),
  archiveCase: () => Promise.resolve(null),
  chooseCase: () => Promise.resolve(null),
  moveToCase: () => Promise.resolve(null),
  setAside: () => Promise.resolve(null),
  startQueue: () => Promise.resolve({ queueId: "q" }),
  pauseQueue: () => Promise.resolve(null),
  resumeQueue: () => Promise.resolve(null),
  stopQueue: () => Promise.resolve(null),
  forgetQueue: () => Promise.resolve(null),
  requestStamps: () => Promise.resolve({ wanted: 0 }),
  completeExport: () => Promise.resolve(null),
  saveStamp: () => Promise.resolve(null),
  checkFiles: () => Promise.resolve(null),
  noteCheckProgress: () => Promise.resolve(null),
  importProof: () => Promise.resolve({ outcome: "no-proof" }),
  readAgain: () => Promise.resolve({ readingId: "r" }),
  readChanges: () => Promise.resolve({ changes: null }),
  setSchedule: () => Promise.resolve(null),
  seeAsVisitor: () => Promise.resolve({ readingId: "v" }),
  noteAdvice: () => Promise.resolve(null),
  correctField: () => Promise.resolve({ correctionId: "c" }),
  annotatePicture: () => Promise.resolve({ annotationId: "a" }),
  keepRedactedCopy: () => Promise.resolve({ redactionId: "r" }),
  importFile: () => Promise.resolve({ captureId: "i", item: 1 }),
  recordTab: () => Promise.resolve({ captureId: "r" }),
  openRecording: () => Promise.resolve({ captureId: "r" }),
  noteStep: () => Promise.resolve(null),
  keepSelfCheck: () => Promise.resolve(null),
  openTimePage: () => Promise.resolve(null),
  stopRecording: () => Promise.resolve(null),
  noteRecording: () => Promise.resolve(null),
  endRecording: () => Promise.resolve(null),
  beginRestore: () => Promise.resolve(null),
  restoreCase: () => Promise.resolve({ caseId: "k" }),
  restoreItem: () => Promise.resolve({ item: 1 }),
  restoreMore: () => Promise.resolve({ added: 1 }),
  endRestore: () => Promise.resolve(null),
  seeAsVisitorWithPicture: () => Promise.resolve({ readingId: "v" }),
  noteExportProgress: () => Promise.resolve(null),
}

/** A page, or a library, may throw what is no error at all. */
const rejecting: (reason: unknown) => Promise<never> = Promise.reject.bind(Promise)

type Listener = ReturnType<typeof serve>

/** What a browser does: JSON in both directions, and undefined where no listener wants the message. */
const deliver = (listener: Listener, message: unknown, sender = popup): Promise<unknown> =>
  new Promise(resolve => {
    const wanted = listener(JSON.parse(JSON.stringify(message)), sender, reply => {
      resolve(JSON.parse(JSON.stringify(reply)))
    })
    if (wanted === undefined) resolve(undefined)
  })

const wire = (listener: Listener) =>
  connect<BackgroundApi>("background", request => deliver(listener, request))

const serving = (
  different: Partial<Handlers<BackgroundApi>> = {},
  trusts: (sender: Sender) => boolean = trusting,
) => serve<BackgroundApi>("background", backgroundReaders, { ...handlers, ...different }, trusts)

test("a question reaches its handler, and the answer comes back", async () => {
  const background = wire(serving())
  expect(await background("startCapture", { tabId: 7, trigger: "popup", chatUntil: null })).toEqual({
    captureId: "tab 7",
  })
  expect(await background("whenSealed", { captureId: "a" })).toBeNull()
})

test("a handler is told who asked, as the browser says", async () => {
  const startExport = vi.fn(handlers.startExport)
  await wire(serving({ startExport }))("startExport", {
    captureIds: ["a"],
    encryption: null,
    withNotes: true,
    report: "en",
  })
  expect(startExport).toHaveBeenCalledWith(
    { captureIds: ["a"], encryption: null, withNotes: true, report: "en" },
    popup,
  )
})

test("a question that takes its time is answered when its time has come: the channel stays open", async () => {
  vi.useFakeTimers()
  const whenSealed = () => new Promise<null>(resolve => setTimeout(resolve, 60_000, null))
  const answer = vi.fn()
  void wire(serving({ whenSealed }))("whenSealed", { captureId: "a" }).then(answer)
  await vi.advanceTimersByTimeAsync(59_999)
  expect(answer).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(answer).toHaveBeenCalledWith(null)
  vi.useRealTimers()
})

describe("an error crosses the border", () => {
  test.each([...errorCodes])("with its code %s", async code => {
    const thrown = new EvidenceError(code, "why")
    const background = wire(serving({ whenSealed: () => Promise.reject(thrown) }))
    await expect(background("whenSealed", { captureId: "a" })).rejects.toMatchObject({ code, message: "why" })
  })

  test.each([
    ["any other error", () => Promise.reject(new TypeError("x is not a function"))],
    ["what is no error", () => rejecting("text")],
    [
      "an error before anything was awaited",
      () => {
        throw new RangeError("too long")
      },
    ],
  ])("as internal, where it is %s, and without its stack", async (_name, whenSealed) => {
    const message = { api: "background", method: "whenSealed", input: { captureId: "a" } }
    const reply = await deliver(serving({ whenSealed }), message)
    expect(reply).toEqual({ ok: false, error: { code: "internal", message: expect.any(String) as string } })
  })
})

describe("a message is left to others", () => {
  const message = { api: "background", method: "whenSealed", input: { captureId: "a" } }

  test.each([
    ["for another part", { ...message, api: "page" }],
    ["without a part", { method: "whenSealed", input: null }],
    ["without an input", { api: "background", method: "whenSealed" }],
    ["whose method is no name", { ...message, method: 7 }],
    ["that is null", null],
    ["that is text", "background"],
    ["that is a list", ["background", "whenSealed", null]],
  ])("%s, and its sender is not even looked at", async (_name, given) => {
    const trusts = vi.fn(trusting)
    expect(await deliver(serving({}, trusts), given)).toBeUndefined()
    expect(trusts).not.toHaveBeenCalled()
  })

  test("from a sender that is not trusted, and its handler is not called", async () => {
    const whenSealed = vi.fn(handlers.whenSealed)
    const trusts = vi.fn((sender: Sender) => sender.tab === undefined)
    const listener = serving({ whenSealed }, trusts)
    const page: Sender = { id: "holdfast", url: "https://evil.example/", tab: { id: 3 } }
    expect(await deliver(listener, message, page)).toBeUndefined()
    expect(trusts).toHaveBeenCalledWith(page)
    expect(whenSealed).not.toHaveBeenCalled()
    expect(await deliver(listener, message)).toEqual({ ok: true, value: null })
  })
})

test.each(["toString", "constructor", "__proto__", "hasOwnProperty", "noSuchMethod", ""])(
  "the method %j, which nobody wrote, is refused",
  async method => {
    const reply = await deliver(serving(), { api: "background", method, input: null })
    expect(reply).toMatchObject({ ok: false, error: { code: "internal" } })
  },
)

describe("a reply that makes no sense is an error that says which question it was", () => {
  const asking = (reply: unknown) => connect<PageApi>("page", () => Promise.resolve(reply))("readFacts", null)
  const good = { code: "vault/full", message: "m" }

  test.each<[string, unknown, ErrorCode, string]>([
    ["nothing", undefined, "internal", "nobody answered page.readFacts"],
    ["null", null, "internal", "nobody answered page.readFacts"],
    ["text", "ok", "input/malformed", "malformed reply of page.readFacts"],
    ["a number", 1, "input/malformed", "malformed reply of page.readFacts"],
    ["a list", [], "input/malformed", "malformed reply of page.readFacts"],
    ["neither value nor error", {}, "input/malformed", "malformed error of page.readFacts"],
    [
      "a truth that is none",
      { ok: "true", value: 1 },
      "input/malformed",
      "malformed error of page.readFacts",
    ],
    [
      "an error that is text",
      { ok: false, error: "vault/full" },
      "input/malformed",
      "malformed error of page.readFacts",
    ],
    [
      "an unknown code",
      { ok: false, error: { ...good, code: "vault/melted" } },
      "input/malformed",
      "malformed error code",
    ],
    [
      "a code of every object's",
      { ok: false, error: { ...good, code: "toString" } },
      "input/malformed",
      "malformed error code",
    ],
    [
      "an error without a message",
      { ok: false, error: { code: "vault/full" } },
      "input/malformed",
      "malformed error message",
    ],
  ])("%s", async (_name, reply, code, message) => {
    await expect(asking(reply)).rejects.toMatchObject({ name: "EvidenceError", code, message })
  })

  test("a value that is not there is undefined, for the parser to refuse", async () => {
    expect(await asking({ ok: true })).toBeUndefined()
  })

  test("what the browser itself throws is handed on", async () => {
    const thrown = new Error("Could not establish connection. Receiving end does not exist.")
    const page = connect<PageApi>("page", () => Promise.reject(thrown))
    await expect(page("whereIs", null)).rejects.toBe(thrown)
  })
})

test("the compiler refuses a wrong question", async () => {
  const background = wire(serving())
  const wrong = [
    // @ts-expect-error -- no such method
    background("melt", null),
    // @ts-expect-error -- tabId is a number
    background("startCapture", { tabId: "7", trigger: "popup", chatUntil: null }),
    // @ts-expect-error -- no such trigger
    background("startCapture", { tabId: 7, trigger: "robot", chatUntil: null }),
  ]
  const [melted] = await Promise.allSettled(wrong)
  expect(melted).toMatchObject({ status: "rejected" })
})
