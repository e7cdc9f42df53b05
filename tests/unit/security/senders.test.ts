/** The real background, and who may give it an order. */
import "fake-indexeddb/auto"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { errorCodes } from "../../../src/core/errors.ts"
import { type Sender } from "../../../src/platform/messaging.ts"
import {
  backgroundReaders,
  pageReaders,
  shutterReaders,
  workshopReaders,
} from "../../../src/platform/requests.ts"
import { listeners, OWN, put } from "./doors.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./doors.ts")).rememberingBrowser }))

beforeAll(async () => {
  await import("../../../src/background/main.ts")
})

const tab = { id: 3 }
const popup: Sender = { id: "holdfast", url: `${OWN}ui/popup.html` }

const strangers: [who: string, sender: Sender][] = [
  ["our script in a page", { id: "holdfast", url: "https://weibo.com/1", tab }],
  ["our script in a page that has no address", { id: "holdfast", url: "about:blank", tab }],
  ["our script in a page that was opened from the disk", { id: "holdfast", url: "file:///x.html", tab }],
  [
    "our script in a page whose host is named like us",
    { id: "holdfast", url: "https://holdfast/ui/popup.html", tab },
  ],
  [
    "our script in a page with our address in its own",
    { id: "holdfast", url: `https://evil.example/?${OWN}`, tab },
  ],
  ["a page whose origin begins like ours", { id: "holdfast", url: "chrome-extension://holdfast.evil/", tab }],
  ["our script with no tab and no address", { id: "holdfast" }],
  ["our script with the address of a page, out of its tab", { id: "holdfast", url: "https://weibo.com/1" }],
  ["another extension", { id: "other", url: "chrome-extension://other/popup.html" }],
  ["another extension that gives our address", { ...popup, id: "other" }],
  ["a page of no extension that gives our address", { url: `${OWN}ui/popup.html` }],
  ["a sender with an empty id", { ...popup, id: "" }],
  ["nobody", {}],
]

const inputs = [
  null,
  { tabId: 1, trigger: "popup" },
  { captureId: "a" },
  { captureIds: [] },
  { exportId: "a", done: 1, total: 1 },
]
const methods = Object.keys(backgroundReaders)

describe.each(strangers)("%s", (_who, sender) => {
  test.each(methods)("cannot ask the background for %s", async method => {
    for (const input of inputs)
      expect(await put({ api: "background", method, input }, sender)).toBeUndefined()
  })
})

test.each([
  ["the popup", popup],
  ["a page of ours in a tab", { ...popup, tab }],
  ["the offscreen document", { id: "holdfast", url: `${OWN}offscreen.html` }],
])("%s is answered", async (_who, sender) => {
  const message = { api: "background", method: "stopCapture", input: { captureId: "no-such" } }
  expect(await put(message, sender)).toMatchObject({ ok: false, error: { code: "capture/not-running" } })
})

test("the background answers for nobody else: what is meant for a page, the popup or the workshop passes it by", async () => {
  const others = { page: pageReaders, shutter: shutterReaders, workshop: workshopReaders }
  for (const [api, readers] of Object.entries(others))
    for (const method of Object.keys(readers))
      for (const input of inputs) expect(await put({ api, method, input }, popup)).toBeUndefined()
})

test("it listens to no other extension, and to no page", () => {
  expect([...listeners.keys()].filter(event => event.endsWith("External"))).toEqual([])
  expect(listeners.has("browser.runtime.onMessage")).toBe(true)
})

test("what it refuses has a code that the popup can put into words", async () => {
  for (const method of methods) {
    const reply = await put(
      { api: "background", method, input: { captureId: 7, captureIds: 7, tabId: -1 } },
      popup,
    )
    expect(reply).toMatchObject({ ok: false, error: { code: "input/malformed" } })
  }
  expect(errorCodes).toContain("input/malformed")
})

describe("a popup that takes pictures", () => {
  const connected = async (sender: Sender | undefined): Promise<boolean> => {
    const { watchShutter } = await import("../../../src/platform/shutter.ts")
    listeners.delete("browser.runtime.onConnect")
    const post = watchShutter()
    const port = { name: "holdfast-shutter", sender, onDisconnect: { addListener: vi.fn() } }
    for (const hear of listeners.get("browser.runtime.onConnect") ?? [])
      (hear as (given: object) => void)(port)
    return post.isManned()
  }

  test("is one of our own pages", async () => {
    expect(await connected(popup)).toBe(true)
  })

  test.each([...strangers, ["a port without a sender", undefined] as const])(
    "is not %s",
    async (_who, sender) => {
      expect(await connected(sender)).toBe(false)
    },
  )
})
