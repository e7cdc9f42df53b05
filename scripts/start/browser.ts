import { type Target } from "../browsers/driver.ts"
import { findBrowser } from "../browsers/find.ts"
import { canInstall, ensureTools } from "../browsers/install.ts"

export interface Chosen {
  readonly target: Target
  readonly executable: string
}

/** The browser asked for, or the first that is here. Debian as root gets what is missing; else one line says what is. */
export function chooseBrowser(asked: Target | null, say: (line: string) => void): Chosen {
  const target = asked ?? (onlyFirefox() ? "firefox" : "chrome")
  // Pictures of Chinese pages want fonts, but a desktop has its own ideas about those.
  const fonts = canInstall() ? (["chinese-fonts"] as const) : []
  ensureTools([target === "chrome" ? "chromium" : "firefox", ...fonts], say)
  const found = findBrowser(target)
  if (found.path === null) throw new Error(found.why)
  return { target, executable: found.path }
}

const onlyFirefox = (): boolean => findBrowser("chrome").path === null && findBrowser("firefox").path !== null

/** macOS and Windows count as having a display. */
export const hasDisplay = (): boolean =>
  process.platform === "darwin" ||
  process.platform === "win32" ||
  [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(name => name !== undefined && name !== "")
