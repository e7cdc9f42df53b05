/** A capture that stands before one of its commits, and what can be done to it there. */
import { setTimeout as sleep } from "node:timers/promises"
import { type Driven, openPopup, type Page, type Popup } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"
import { shutAfter } from "./gate.ts"
import { type Seen } from "./witness.ts"

export interface Scene {
  /** A document of the extension that is not in front. */
  readonly onlooker: Page
  readonly page: Page
  readonly popup: Popup
  /** What was on record when it came to stand. */
  readonly seen: Seen
  /** Lets it go on. */
  readonly open: () => Promise<void>
}

/** Begins a capture by the popup, and lets so many of its commits by. */
export async function captureUpTo(driven: Driven, url: string, passing: number): Promise<Scene> {
  // A picture of ours is a document of the extension that asks nobody anything, and so wakes nobody.
  const onlooker = await driven.openExtensionPage("icons/128.png")
  const page = await driven.newPage(url)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const gate = await shutAfter(onlooker, passing)
  await popup.click("#capture")
  const seen = await gate.untilShut()
  if (seen === null)
    throw new Error(`a capture of ${url} has no more than ${(await gate.passed()).length} commits`)
  return { onlooker, page, popup, seen, open: () => gate.open() }
}

/** Closes all that is open of it: the extension may have taken some of it along. */
export async function leave({ popup, page, onlooker }: Scene): Promise<void> {
  for (const each of [popup, onlooker, page]) {
    try {
      await each.close()
    } catch (thrown) {
      if (!/closed|no such|no target|not found|detached|ended/i.test(String(thrown))) throw thrown
    }
  }
}

/** Lets it go on while another tab has the database, which it asked for in a newer version. */
export async function blockFor({ onlooker, open }: Scene, ms: number): Promise<void> {
  const newer = onlooker.evaluate(openNewer, ms)
  await open()
  await newer
}

/** Loads the extension anew: it takes all its documents along. Answers when it is there again. */
export async function reloadExtension(driven: Driven, onlooker: Page): Promise<void> {
  if (driven.target === "chrome") await switchOnDeveloperMode(driven)
  await onlooker.evaluate("void setTimeout(() => chrome.runtime.reload(), 0)")
  await until("the extension to go", () => {
    const gone = onlooker.evaluate("1").then(
      () => false,
      (thrown: unknown) => thrown instanceof Error,
    )
    return Promise.race([gone, sleep(5_000, false)])
  })
  // Not asked of its background: the one that was there may still be listed, and answers nothing.
  const page = await driven.newPage("about:blank")
  await until("the extension to be there again", () =>
    // A navigation to what is just going never ends in Firefox; the next one ends it.
    Promise.race([page.goto(`${driven.origin}/icons/128.png`).then(() => true), sleep(2_000, false)]),
  )
  await page.close()
}

/** Whether the background that was loaded anew answers within half a minute. */
export async function answersAgain(driven: Driven): Promise<boolean> {
  const asked = driven.background.evaluate("true").then(
    () => true,
    () => false,
  )
  return Promise.race([asked, sleep(30_000, false)])
}

/** As it is wherever a person has loaded an unpacked extension: without it, Chromium switches that off when it is loaded anew. */
async function switchOnDeveloperMode(driven: Driven): Promise<void> {
  const page = await driven.newPage("chrome://extensions")
  await page.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })")
  await page.close()
}

/** Runs in the browser: asks for a version that is never made, after `ms`. */
function openNewer(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("holdfast", 100_000)
    asked.onupgradeneeded = () => {
      const upgrade = asked.transaction
      if (upgrade === null) return
      const end = performance.now() + ms
      const spin = () => {
        if (performance.now() > end) upgrade.abort()
        else upgrade.objectStore("captures").count().onsuccess = spin
      }
      spin()
    }
    asked.onsuccess = () => {
      reject(new Error("the newer version was made"))
    }
    asked.onerror = () => {
      resolve()
    }
  })
}
