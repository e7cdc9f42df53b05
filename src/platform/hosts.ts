/** Access to single hosts, which the user grants at the moment of use and may take back. */
import { browser } from "./browser.ts"

/** Ports cannot stand in Firefox's patterns: the host's name stands for them all. */
const patternOf = (url: string): string => {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname}/*`
}

/** Whether the extension may reach the host of `url` now. */
export const mayReach = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(url)] })

/** Asks the user, in the browser's own words, for the hosts of these addresses. To be called first thing in a click. */
export const askToReach = (urls: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: urls.map(patternOf) })
