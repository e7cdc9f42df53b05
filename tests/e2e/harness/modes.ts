/** The languages and the schemes that screens are gone through in. */
import { type LaunchOptions } from "../../../scripts/browsers/driver.ts"
import { target } from "./target.ts"

export interface Mode {
  readonly language: "zh-CN" | "en-GB"
  readonly scheme: "light" | "dark"
}

/** Each language and each scheme once: widths come of the one, contrasts of the other. Then the other pairs. */
export const allModes: readonly Mode[] = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
  { language: "zh-CN", scheme: "dark" },
  { language: "en-GB", scheme: "light" },
]

/** How a browser is begun in one. Chromium takes its own language from the environment on Linux, and from the argument elsewhere. */
export function begunIn({ language, scheme }: Mode): Partial<LaunchOptions> {
  return {
    locale: language,
    env: { LANGUAGE: language.replace("-", "_") },
    args: target === "chrome" && scheme === "dark" ? ["--force-dark-mode"] : [],
    prefs: { "ui.systemUsesDarkTheme": scheme === "dark" ? 1 : 0 },
  }
}
