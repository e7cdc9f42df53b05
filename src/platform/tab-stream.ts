/**
 * The picture of a tab as a stream (Chromium's tabCapture, an optional permission
 * that warns). The background asks for it by the tab; the offscreen document has it.
 */
import { type Manifest } from "webextension-polyfill"
import { EvidenceError } from "../core/errors.ts"
import { type TabStream } from "../protocol/recording.ts"
import { browser } from "./browser.ts"

declare const chrome: {
  readonly tabCapture?: { getMediaStreamId(options: { targetTabId: number }): Promise<string> }
}

const permissions: Manifest.OptionalPermission[] = ["tabCapture" as Manifest.OptionalPermission]

/** Whether this browser can record one tab at all, with the user's permission. */
export const recordsTabs = (): boolean =>
  (browser.runtime.getManifest().optional_permissions ?? []).some(name => name === permissions[0])

/** Asks the user, in the browser's own words. To be called first thing in a click. */
export const askToRecordTabs = (): Promise<boolean> => browser.permissions.request({ permissions })

/** Gives the permission back, where it was granted later and not with the installation. To be called when nothing is recorded. */
export async function giveBackTabs(): Promise<void> {
  const own: readonly string[] = browser.runtime.getManifest().permissions ?? []
  if (!recordsTabs() || own.some(name => name === permissions[0])) return
  if (await browser.permissions.contains({ permissions })) await browser.permissions.remove({ permissions })
}

/** The inside of a tab, in CSS pixels at 100 %, whatever its zoom; null where it is gone. */
export async function tabSize(
  tabId: number,
): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    const { width, height } = await browser.tabs.get(tabId)
    return width === undefined || height === undefined ? null : { width, height }
  } catch {
    // That it was closed is told by the recorder, whose picture ends.
    return null
  }
}

/**
 * A name by which a document of ours can have a tab's picture, within seconds.
 * Throws `recording/not-allowed` where the user has not allowed it, or has not
 * called the extension on that page.
 */
export async function tabStreamId(tabId: number): Promise<string> {
  try {
    if (chrome.tabCapture === undefined) throw new Error("no tabCapture")
    return await chrome.tabCapture.getMediaStreamId({ targetTabId: tabId })
  } catch (thrown) {
    throw new EvidenceError("recording/not-allowed", String(thrown), { cause: thrown })
  }
}

/** Chromium's own constraints: the ones of the standard know no tabs. */
interface TabConstraints {
  readonly mandatory: Readonly<Record<string, string | number>>
}

export interface OpenedTab {
  readonly stream: MediaStream
  /** To be called when nothing is recorded of it any more. */
  readonly release: () => Promise<void>
}

/**
 * The picture itself, at the pixels of the tab, neither scaled nor framed. With
 * sound, what is recorded is played on, for the browser gives it to one alone.
 * Throws `recording/refused`.
 */
export async function openTabStream({ streamId, width, height, sound }: TabStream): Promise<OpenedTab> {
  const of = { chromeMediaSource: "tab", chromeMediaSourceId: streamId }
  const size = { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height }
  const video: TabConstraints = { mandatory: { ...of, ...size } }
  const audio: TabConstraints | false = sound ? { mandatory: of } : false
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio } as MediaStreamConstraints)
    return { stream, release: sound ? playOn(stream) : () => Promise.resolve() }
  } catch (thrown) {
    throw new EvidenceError("recording/refused", String(thrown), { cause: thrown })
  }
}

/** A context that is left open goes on without its stream, and a browser has only so many. */
function playOn(stream: MediaStream): () => Promise<void> {
  if (stream.getAudioTracks().length === 0) return () => Promise.resolve()
  const context = new AudioContext()
  context.createMediaStreamSource(stream).connect(context.destination)
  return () => context.close()
}
