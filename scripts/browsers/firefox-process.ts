/** Starting Firefox on a profile, with its BiDi port open. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type LaunchOptions, type Viewport } from "./driver.ts"

/** The extension's origin is random in each profile; this pins it, so that its storage is found again. */
export const extensionUuid = "5f0c1f6e-6f1d-4b0a-9c52-8a1f3d7e2b94"

/** Starts it, and gives the address that it listens on. Throws with Firefox's last words where it ends instead. */
export async function startFirefox(
  options: LaunchOptions,
  geckoId: string,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  mkdirSync(options.profile, { recursive: true })
  writeFileSync(join(options.profile, "user.js"), userJs({ ...prefsFor(options, geckoId), ...options.prefs }))
  const child = spawn(
    options.executable,
    [
      "-profile",
      options.profile,
      "-no-remote",
      "-new-instance",
      ...(options.headless ? ["-headless"] : []),
      ...sizeArguments(options.viewport),
      "-remote-debugging-port",
      "0",
      // Without it moz-extension pages and the chrome scope are closed to BiDi.
      "-remote-allow-system-access",
      ...(options.args ?? []),
    ],
    { env: environment(options), stdio: ["ignore", "ignore", "pipe"] },
  )
  // Firefox goes on without us, where Chromium ends with its pipe: a test that dies must not leave it behind.
  const end = () => child.kill("SIGKILL")
  process.once("exit", end)
  child.once("exit", () => process.off("exit", end))
  return { child, address: await addressOf(child) }
}

/** With room for the toolbar and tab strip, about; the exact window is measured afterwards. */
const sizeArguments = (viewport: Viewport | null): readonly string[] =>
  viewport === null ? [] : ["-width", String(viewport.width), "-height", String(viewport.height + 86)]

/**
 * A headless screen with room for the window, in device pixels. On the default
 * one, 1366x768, a popup that does not fit is moved, and clicks miss it.
 */
function screenFor({ viewport, dpr }: LaunchOptions): Readonly<Record<string, string>> {
  const { width, height } = viewport ?? { width: 1280, height: 800 }
  const pixels = (size: number) => String(Math.ceil((size + 400) * (dpr ?? 1)))
  return { MOZ_HEADLESS_WIDTH: pixels(width), MOZ_HEADLESS_HEIGHT: pixels(height) }
}

function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  // Firefox refuses to run as root in another user's home.
  const home = process.getuid?.() === 0 ? { HOME: options.profile } : {}
  return { ...process.env, ...home, ...(options.headless ? screenFor(options) : {}), ...options.env }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    const fail = (why: string) => {
      child.kill("SIGKILL")
      reject(new Error(`Firefox did not start: ${why}\n${said.slice(-2000)}`))
    }
    const timer = setTimeout(() => {
      fail("no answer within 60 s")
    }, 60_000)
    child.stderr?.on("data", (data: Buffer) => {
      // Kept short: the pipe must be read for as long as Firefox writes into it.
      said = (said + data.toString()).slice(-10_000)
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    child.once("error", error => {
      fail(error.message)
    })
    child.once("exit", code => {
      fail(`it ended with code ${String(code)}`)
    })
  })
}

function prefsFor(options: LaunchOptions, geckoId: string): Record<string, string | number | boolean> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: extensionUuid }),
    // A temporary add-on leaves with the browser; these keep its storage for the next launch.
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
    "layout.css.devPixelsPerPx": String(options.dpr ?? -1),
    "browser.shell.checkDefaultBrowser": false,
    "browser.aboutwelcome.enabled": false,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.sessionstore.resume_from_crash": false,
    "toolkit.startup.max_resumed_crashes": -1,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.enabled": false,
    "app.normandy.enabled": false,
    "extensions.update.enabled": false,
    ...(options.locale === undefined
      ? {}
      : { "intl.accept_languages": options.locale, "intl.locale.requested": options.locale }),
    ...(options.downloadDir === undefined
      ? {}
      : {
          "browser.download.dir": options.downloadDir,
          "browser.download.folderList": 2,
          "browser.download.useDownloadDir": true,
          "browser.download.always_ask_before_handling_new_types": false,
          "browser.download.alwaysOpenPanel": false,
        }),
  }
}

function userJs(prefs: Readonly<Record<string, string | number | boolean>>): string {
  const line = ([name, value]: [string, string | number | boolean]) =>
    `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`
  return Object.entries(prefs).map(line).join("")
}
