/** Recordings of the screen. */
import { plural } from "./plural.ts"

export const record = {
  "record.title": "Record the screen",
  "record.entry": "Record…",
  "record.what": "Record what you do on this page",
  "record.whole":
    "It records without a break: scroll, open the profile and the comments, play the video. There is no pause, so that nobody can say that something was cut out. The first screen is captured as a picture beforehand.",
  "record.ask":
    "The browser asks whether Holdfast may record tabs. It records this one tab only, until you stop it; then Holdfast gives the permission back.",
  "record.sound": "With the tab’s sound",
  "record.tab": "Record this tab",
  "record.picked": "Choose a window or a screen to record…",
  "record.refused": "Nothing was recorded: the browser was told not to allow it.",
  "record.free": ({ free }: { free: string }) => `Room left on this computer: ${free}.`,
  "record.limits":
    "A recording shows what stood on the screen. It does not prove by itself that the site sent it: capture the page as well.",
  "record.now": ({ item }: { item: string }) => `Recording ${item}`,
  "record.closing": ({ item }: { item: string }) => `Saving ${item}`,
  "record.elapsed": ({ time }: { time: string }) => `Recording for ${time}`,
  "record.kept": ({ n, size }: { n: number; size: string }) =>
    `${plural(n, "piece", "pieces")} kept, ${size}.`,
  "record.stop": "Stop and save",
  "record.stopping": "Saving…",
  "record.noPause": "What is recorded is on the disk about a second later, even if the browser breaks down.",
  "record.stayOpen": "Leave this window open: the recording ends with it.",
  "record.mayClose": "You may close this window: the recording goes on. Holdfast’s icon leads back to it.",
  "record.saved": ({ item }: { item: string }) => `${item} saved`,
  "record.limit": ({ size }: { size: string }) =>
    `The recording reached ${size}, the most that one item can have, and was stopped and saved by itself. What came after was not recorded; begin another one where you need it.`,
  "record.partial":
    "The recording has a break, or was cut off. What was recorded is saved; the item says what is missing.",
  "record.open": "Open the item",
  "record.running": ({ item }: { item: string }) => `${item} is being recorded.`,
  "record.show": "Show",
  "record.player": "Recording",
  "record.playerNote":
    "These are the bytes as the browser wrote them. Such a file says nothing of its own length: a player shows it only as it goes.",
  "record.copyNote":
    "This is a viewing copy, made of the recording without coding its pictures anew, so that a player can show its length and jump. What counts is the original, which lies beside it and was not touched.",
  "record.playOriginal": "Play the original",
  "record.playCopy": "Play the viewing copy",
  "record.sizes": "What was recorded changed its size on the way:",
  "record.resized":
    "The tab changed its size while it was recorded. From then on its picture is fitted into the size that the recording began with, so there may be borders, or letters of another size. Nothing is missing:",
  "record.size": ({ time, width, height }: { time: string; width: number; height: number }) =>
    `from ${time} on: ${String(width)} × ${String(height)} pixels`,
  "record.chapters": "Chapters",
  "record.damaged": "The recording’s file is gone or changed, and is not shown.",
} as const satisfies Record<string, unknown>
