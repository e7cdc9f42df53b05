/** Where browsers are, on Linux, macOS and Windows. */
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs"
import { delimiter, join } from "node:path"
import { type Target } from "./driver.ts"

/** The executable, or null and one line that says why not and what to do. */
export type Found = { readonly path: string } | { readonly path: null; readonly why: string }

const variables: Readonly<Record<Target, string>> = { chrome: "CHROMIUM", firefox: "FIREFOX" }

// The browsers' own binaries: Debian's wrapper in /usr/bin adds extensions and arguments of its own.
const linuxPlaces: Readonly<Record<Target, readonly string[]>> = {
  chrome: [
    "/usr/lib/chromium/chromium",
    "/usr/lib64/chromium-browser/chromium-browser",
    "/usr/lib/chromium-browser/chromium-browser",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
  ],
  firefox: [
    "/usr/lib/firefox-esr/firefox-esr",
    "/usr/lib/firefox/firefox",
    "/usr/lib64/firefox/firefox",
    "/opt/firefox/firefox",
  ],
}

const linuxNames: Readonly<Record<Target, readonly string[]>> = {
  chrome: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  firefox: ["firefox-esr", "firefox"],
}

const macPlaces: Readonly<Record<Target, readonly string[]>> = {
  chrome: [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox"],
}

const windowsPlaces: Readonly<Record<Target, readonly string[]>> = {
  chrome: [
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
    "Chromium\\Application\\chrome.exe",
  ],
  firefox: ["Mozilla Firefox\\firefox.exe"],
}

/** Whether the environment says which browser to take. */
export const isNamed = (target: Target): boolean => (process.env[variables[target]] ?? "") !== ""

/** CHROMIUM or FIREFOX in the environment comes first, and nothing else is tried where it is set. */
export function findBrowser(target: Target): Found {
  const variable = variables[target]
  const named = process.env[variable]
  if (named !== undefined && named !== "") return judged(named, `${variable}=${named}`)

  const existing = candidates(target).filter(isExecutable)
  const usable = existing.find(path => !isSnap(path))
  if (usable !== undefined) return { path: usable }
  const [snap] = existing
  return snap === undefined ? { path: null, why: notInstalled(target) } : judged(snap, snap)
}

function judged(path: string, name: string): Found {
  if (!isExecutable(path)) return { path: null, why: `${name}: there is no such program / 没有这个程序` }
  if (isSnap(path)) {
    const why = `${name} is a snap, which can reach neither the extension nor its profile; install Google Chrome's .deb, or set ${variables.chrome} or ${variables.firefox} to another browser / 这是 snap 版，无法使用；请安装 Google Chrome 的 .deb`
    return { path: null, why }
  }
  return { path }
}

const notInstalled = (target: Target): string =>
  target === "chrome"
    ? "found no Chrome, Edge or Chromium; install one, or set CHROMIUM to its executable / 没有找到 Chrome、Edge 或 Chromium，请安装，或用 CHROMIUM 指明"
    : "found no Firefox; install it, or set FIREFOX to its executable / 没有找到 Firefox，请安装，或用 FIREFOX 指明"

function candidates(target: Target): readonly string[] {
  if (process.platform === "darwin") {
    const folders = ["/Applications", join(process.env.HOME ?? "", "Applications")]
    return macPlaces[target].flatMap(place => folders.map(folder => join(folder, place)))
  }
  if (process.platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(name => process.env[name] ?? "")
    return windowsPlaces[target].flatMap(place => folders.map(folder => join(folder, place)))
  }
  const path = (process.env.PATH ?? "").split(delimiter)
  return [
    ...linuxPlaces[target],
    ...linuxNames[target].flatMap(name => path.map(folder => join(folder, name))),
  ]
}

export function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Being refused is the answer.
    return false
  }
}

/** Ubuntu's `chromium` and `firefox`: links to snap itself, or scripts that call one. */
function isSnap(path: string): boolean {
  const real = realpathSync(path)
  if (/(^|\/)snap(\/|$)/.test(real)) return true
  const head = readFileSync(real).subarray(0, 4096).toString("latin1")
  return head.startsWith("#!") && /\bsnap\b/.test(head)
}
