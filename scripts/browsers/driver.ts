/**
 * One way to drive a real browser with the built extension in it, for the e2e
 * tests, `npm start` and the bench. Every click and key is a real input event,
 * and the popup is the real one, opened by the real toolbar action with a real
 * `activeTab` grant: the extension needs no test permission and no test code.
 */
import { launchChromium } from "./chromium.ts"
import { launchFirefox } from "./firefox.ts"

export type Target = "chrome" | "firefox"
export const targets: readonly Target[] = ["chrome", "firefox"]

export type Scheme = "light" | "dark"

/** In CSS pixels. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

export interface LaunchOptions {
  /** The browser's own executable, as `find.ts` found it. */
  readonly executable: string
  /** The built, unpacked extension. */
  readonly extensionDir: string
  /** A folder that may exist already: the extension's storage in it is kept from launch to launch. */
  readonly profile: string
  readonly headless: boolean
  /**
   * The inside of the window, not an emulation: what the page measures and what
   * a screenshot holds agree. Null: as the browser and the display want it.
   */
  readonly viewport: Viewport | null
  /** Device pixels for one CSS pixel; null: the display's. */
  readonly dpr: number | null
  /** Where downloads go, under the name that the page asks for. Without it, where the browser wants. */
  readonly downloadDir?: string
  /** The language of pages and, where the browser has it installed, of the browser: "zh-CN", "en-GB". */
  readonly locale?: string
  /** The extension may run in private windows, as the user can allow it in the browser's list of extensions. */
  readonly inPrivate?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Takes any certificate, so that this machine may answer for sites of other names. For tests alone. */
  readonly anyCertificate?: boolean
  /** Further command line arguments. */
  readonly args?: readonly string[]
  /** Further Firefox preferences; Chromium has none. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>
}

/** JavaScript to run elsewhere: an expression, or a function that uses nothing but its arguments. */
export type Code<A extends readonly unknown[], T> = string | ((...args: A) => T | Promise<T>)

/** A document that can be seen and used: a page in a tab, or the popup. */
export interface Surface {
  /** Runs code in the document and returns its result by way of JSON. Awaits a promise. Throws what the code throws. */
  evaluate<A extends readonly unknown[], T>(code: Code<A, T>, ...args: A): Promise<T>
  /** Waits until the code gives something truthy, and returns it. Throws after `timeoutMs` (60 s). */
  waitFor<T>(code: Code<[], T>, timeoutMs?: number): Promise<T>
  /** Waits until the element is there, visible and enabled; then clicks its middle. */
  click(selector: string): Promise<void>
  /** Presses keys together: "Enter", "Shift+Tab". Browser shortcuts need a display: see `xvfb.ts`. */
  press(keys: string): Promise<void>
  type(text: string): Promise<void>
  /** Writes a PNG of what is visible. */
  screenshot(path: string): Promise<void>
}

export interface Page extends Surface {
  goto(url: string): Promise<void>
  bringToFront(): Promise<void>
  /** Presses the mouse at one place of the viewport, in CSS pixels, moves it to another and lets go. */
  drag(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Promise<void>
  /** Puts a file of the disk into a file input, as the system's dialog does. */
  choose(selector: string, path: string): Promise<void>
  close(): Promise<void>
}

export interface Popup extends Surface {
  isOpen(): Promise<boolean>
  /** Closes it as losing the focus does, and returns when it is gone. */
  close(): Promise<void>
}

export interface Driven {
  readonly target: Target
  /** As the browser names itself: "Chrome/156.0.8078.79". */
  readonly version: string
  readonly extensionId: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string
  readonly profile: string
  readonly pid: number
  /** A new tab in front, when the page in it has loaded. */
  newPage(url: string): Promise<Page>
  /** The same in a private window of its own, which closes with it; the launch must have been `inPrivate`. */
  newPrivatePage(url: string): Promise<Page>
  /** A page of the extension in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>
  /** What a click on the toolbar icon does, with `page` in front: grants activeTab, opens the popup. */
  toolbarClick(page: Page): Promise<void>
  /** The popup that is open, or about to be. */
  popup(): Promise<Popup>
  /** The side panel or the sidebar that is open, or about to be. */
  panel(): Promise<Surface>
  /** A window that the extension opened by itself, or is about to: by the page in it, without its query. */
  opened(path: string): Promise<Surface & Pick<Page, "close">>
  readonly background: {
    /** Runs code in the service worker or the event page, and starts it where it sleeps. */
    evaluate<A extends readonly unknown[], T>(code: Code<A, T>, ...args: A): Promise<T>
    /** Whether it runs at this moment. */
    isRunning(): Promise<boolean>
  }
  /** Stops the service worker or event page at once, in the middle of whatever it does. */
  stopWorker(): Promise<void>
  /** Room for the extension's storage, where the browser takes one that runs; null where it is a preference of the launch. */
  readonly limitStorage: ((bytes: number) => Promise<void>) | null
  /**
   * Answers the browser's own question for a permission, which is open or about to be; null where no script can.
   * The launch must not have answered it beforehand: see granted.ts.
   */
  readonly answerQuestion: ((answer: "allow" | "refuse") => Promise<void>) | null
  setViewport(viewport: Viewport): Promise<void>
  /** Does something while the open pages of ours are shown in a colour scheme, whatever the system wants. */
  inScheme(scheme: Scheme, work: () => Promise<void>): Promise<void>
  /** Waits for the next finished file in `downloadDir`, each once, and returns its path. */
  nextDownload(timeoutMs?: number): Promise<string>
  /** SIGKILL for every process of the profile, which can be launched again afterwards. */
  kill(): Promise<void>
  /** Ends the browser as a user does. The profile stays. */
  close(): Promise<void>
  /** Resolves when the browser has ended, by whoever. */
  readonly ended: Promise<void>
}

/** Starts the browser with the extension loaded and running; throws one line that says why where it does not run. */
export function launch(target: Target, options: LaunchOptions): Promise<Driven> {
  return target === "chrome" ? launchChromium(options) : launchFirefox(options)
}

/** The toolbar click, and the popup that it opens. */
export async function openPopup(driven: Driven, page: Page): Promise<Popup> {
  await driven.toolbarClick(page)
  return driven.popup()
}
