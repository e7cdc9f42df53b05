/** The languages and the schemes that screens are gone through in. */
import { type LaunchOptions } from "../../../scripts/browsers/driver.ts"
import { sharedRows } from "./shared.ts"
import { target } from "./target.ts"

export interface Mode {
  readonly language: "zh-CN" | "en-GB"
  readonly scheme: "light" | "dark"
}

/** Of the first and the last, each has its own language and its own scheme: widths come of the one, contrasts of the other. */
const allModes: readonly Mode[] = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "light" },
  { language: "zh-CN", scheme: "dark" },
  { language: "en-GB", scheme: "dark" },
]

/** All of them; where the browsers share tables, the first in one of them and the last in the other. */
export const modesOfRun: readonly Mode[] = sharedRows(sharedRows(allModes))

/** How a browser is begun in one. Chromium takes its own language from the environment on Linux, and from the argument elsewhere. */
export function begunIn({ language, scheme }: Mode): Partial<LaunchOptions> {
  return {
    locale: language,
    env: { LANGUAGE: language.replace("-", "_") },
    args: target === "chrome" && scheme === "dark" ? ["--force-dark-mode"] : [],
    prefs: { "ui.systemUsesDarkTheme": scheme === "dark" ? 1 : 0 },
  }
}
