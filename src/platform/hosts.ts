/** Access to single hosts, which the user grants at the moment of use and may take back. */
import { browser } from "./browser.ts"

/** The pattern of one host. Ports cannot stand in Firefox's patterns: the name stands for them all. */
export const patternOf = (url: string): string => {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname}/*`
}

/** Whether the extension may reach the host of `url` now. */
export const mayReach = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(url)] })

/** Asks the user, in the browser's own words, for the hosts of these addresses. To be called first thing in a click. */
export const askToReach = (urls: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: urls.map(patternOf) })
