import { browser } from "./browser.ts"

const ALARM = "holdfast-watch"
const STAMP_ALARM = "holdfast-stamps"
const ANCHOR_ALARM = "holdfast-anchors"
const READING_ALARM = "holdfast-readings"

const ALARMS: ReadonlySet<string> = new Set([ALARM, STAMP_ALARM, ANCHOR_ALARM, READING_ALARM])

/** Called once, synchronously, at start: `onWake` runs when the alarm, or the start of the browser, wakes a background that was stopped. */
export function watchAlarm(onWake: () => void): void {
  browser.runtime.onStartup.addListener(onWake)
  browser.alarms.onAlarm.addListener(alarm => {
    if (ALARMS.has(alarm.name)) onWake()
  })
}

/**
 * A dead man's switch: while a capture runs, the browser wakes the background
 * every half minute, so that one that was stopped finds what it left unfinished.
 */
export async function setAlarm(on: boolean): Promise<void> {
  if (on) await browser.alarms.create(ALARM, { periodInMinutes: 0.5 })
  else await browser.alarms.clear(ALARM)
}

/** Wakes the background at `at`, for a time stamp that is due then; null takes that back. Browsers may be half a minute late. */
export const setStampAlarm = (at: string | null): Promise<void> => setAlarmAt(STAMP_ALARM, at)

/** The same for an OpenTimestamps proof. */
export const setAnchorAlarm = (at: string | null): Promise<void> => setAlarmAt(ANCHOR_ALARM, at)

/** The same for a reading. */
export const setReadingAlarm = (at: string | null): Promise<void> => setAlarmAt(READING_ALARM, at)

async function setAlarmAt(name: string, at: string | null): Promise<void> {
  if (at === null) await browser.alarms.clear(name)
  else await browser.alarms.create(name, { when: Date.parse(at) })
}

/** Called once, synchronously, at start: `onStart` runs when the browser itself has just begun. */
export function watchBrowserStart(onStart: () => void): void {
  browser.runtime.onStartup.addListener(onStart)
}

/** Calls `onInstalled` at a new installation, not at an update. Called once, synchronously, at start. */
export function watchInstallation(onInstalled: () => void): void {
  browser.runtime.onInstalled.addListener(details => {
    if (details.reason === "install") onInstalled()
  })
}
