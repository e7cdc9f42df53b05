/** What the background works with, handed in by main.ts so that tests can hand in others. */
import { type Round } from "../core/bracket/drand.ts"
import { type Bytes } from "../core/bytes.ts"
import { type AskAgain, type Submit } from "../core/ots/stamp.ts"
import { type AskSite } from "../platform/ask-site.ts"
import { type Ask } from "../platform/messaging.ts"
import { type PrivatePicture } from "../platform/private-window.ts"
import { type QueueWindow } from "../platform/queue-window.ts"
import { type ShutterPost } from "../platform/shutter.ts"
import { type BrowserIdentity } from "../platform/identity.ts"
import { type ToolIdentity } from "../core/bundle/snapshot.ts"
import { type WorkshopApi } from "../protocol.ts"
import { type Vault } from "../vault/schema.ts"

export interface Ports {
  readonly vault: Vault
  /** Names this run of the background: what another run left running was cut off. */
  readonly run: string
  readonly shutter: ShutterPost
  readonly workshop: Ask<WorkshopApi>
  /** Whether the browser paints parts of a page that are not on the screen. */
  readonly paintsRects: (windowId: number) => Promise<boolean>
  readonly browserIdentity: () => Promise<BrowserIdentity>
  readonly tool: () => Promise<ToolIdentity>
  /** Whether the browser lets the extension reach the host of an address. */
  readonly mayReach: (url: string) => Promise<boolean>
  /** Whether the user has allowed that the answers of an address's site are recorded. */
  readonly mayRecord: (url: string) => Promise<boolean>
  readonly askSite: AskSite
  /** OpenTimestamps calendars, by address. */
  readonly calendars: { readonly submit: Submit; readonly askAgain: AskAgain }
  /** Public random numbers, by the address of a drand relay and of NIST's beacon. */
  readonly beacons: {
    readonly newestRound: (relay: string) => Promise<Round>
    readonly newestPulse: (beacon: string) => Promise<string>
  }
  readonly privateWindow: {
    /** Throws where one is open that is not ours. */
    readonly checkNone: () => Promise<void>
    readonly photograph: (url: string) => Promise<PrivatePicture>
    /** Ends the access to all sites that the picture took. */
    readonly giveBack: () => Promise<void>
  }
  readonly queueWindow: QueueWindow
  /** Access to all sites, for a list that the user began. */
  readonly allSites: {
    readonly has: () => Promise<boolean>
    /** Nothing else that ends gives it back from here on. */
    readonly hold: (queueId: string) => Promise<void>
    /** The list that holds it in this session of the browser. */
    readonly holder: () => Promise<string | null>
    readonly letGo: () => Promise<void>
  }
  /** Whether the browser gives a page as one file, now. */
  readonly mayArchive: () => Promise<boolean>
  readonly archivePage: (tabId: number, mostBytes: number) => Promise<Bytes>
  /** A name by which a tab's picture can be had as a stream. Throws `recording/not-allowed`. */
  /** The inside of a tab, in CSS pixels at 100 %; null where the tab is gone. */
  readonly tabSize: (tabId: number) => Promise<{ readonly width: number; readonly height: number } | null>
  readonly tabStreamId: (tabId: number) => Promise<string>
  /** Wakes the background when a time stamp is due; null: never. */
  readonly setStampAlarm: (at: string | null) => Promise<void>
  /** The same for OpenTimestamps. */
  readonly setAnchorAlarm: (at: string | null) => Promise<void>
  /** Whether a capture or the picker is under way in a tab. */
  readonly isTaken: (tabId: number) => boolean
  /** Whether the browser has a network at all. */
  readonly isOnline: () => boolean
  /** Wakes the background when a reading is due; null: never. */
  readonly setReadingAlarm: (at: string | null) => Promise<void>
}
