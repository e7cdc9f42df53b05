/** The page as one file: kept only where the tab showed the captured address before it was made, and after. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { archiveTab } from "../../../src/background/page-archive.ts"
import { startRun } from "../../../src/background/run.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { artifactsOf } from "../../../src/vault/read.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { draftOf, sha256Of } from "../vault/rows.ts"
import { openTab, resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const url = "https://weibo.com/1/N"
const elsewhere = "https://weibo.com/2/M"

/** `shows` is what the tab shows before the file is made, and after. */
async function archived(shows: readonly [string, string], bytes = "From: <Saved by Blink>") {
  const tab = openTab(1, 130, { url: shows[0] })
  const asked: (readonly [number, number])[] = []
  const ports = portsWith(
    {},
    {
      archivePage: (tabId, most) => {
        asked.push([tabId, most])
        tab.url = shows[1]
        return bytes === ""
          ? Promise.reject(new EvidenceError("capture/no-archive", "none"))
          : Promise.resolve(utf8(bytes))
      },
    },
  )
  await beginCapture(ports.vault, draftOf("a"), [], [])
  const { signal } = new AbortController()
  const work = archiveTab(startRun(ports, { id: "a", tabId: 1, windowId: 10, url, signal }))
  const code = await work.then(
    () => null,
    (thrown: unknown) => EvidenceError.from(thrown).code,
  )
  return { code, asked, files: await artifactsOf(ports.vault, "a") }
}

test("of the captured page it is a file of the capture, as it came", async () => {
  const { code, asked, files } = await archived([url, url])
  expect([code, asked]).toEqual([null, [[1, 256 * 1024 * 1024]]])
  expect(files).toMatchObject([
    {
      ...{ path: "page.mhtml", mediaType: "multipart/related", source: "dom" },
      sha256: sha256Of("From: <Saved by Blink>"),
    },
  ])
})

test.each([
  ["shows another page before it", [elsewhere, elsewhere], 0],
  ["shows another page after it", [url, elsewhere], 1],
] as const)("where the tab %s, nothing is kept", async (_when, shows, times) => {
  const { code, asked, files } = await archived(shows)
  expect([code, asked.length, files]).toEqual(["capture/route-changed", times, []])
})

test("what the browser does not give is an error of its own, and no file", async () => {
  const { code, files } = await archived([url, url], "")
  expect([code, files]).toEqual(["capture/no-archive", []])
})
