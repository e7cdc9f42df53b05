/** The Referer of our own requests, which `fetch` cannot set: some hosts give pictures to nobody who does not say where they stand. */

declare const chrome: {
  readonly declarativeNetRequest: {
    updateSessionRules(change: {
      removeRuleIds: readonly number[]
      addRules?: readonly {
        readonly id: number
        readonly action: {
          readonly type: "modifyHeaders"
          readonly requestHeaders: readonly {
            readonly header: string
            readonly operation: "set"
            readonly value: string
          }[]
        }
        readonly condition: {
          readonly urlFilter: string
          readonly resourceTypes: readonly string[]
          readonly tabIds: readonly number[]
        }
      }[]
    }): Promise<void>
  }
}

const RULE = 1
/** How the browser names what comes from no tab. */
const NO_TAB = -1

/** Takes back the rule of a request that the browser, or its background, did not live to see the end of. */
export const sweepReferer = (): Promise<void> =>
  chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE] })

/**
 * Runs `work` while requests to the site of `url` that come from no tab, as ours
 * do, carry `referer`. It has an effect only on sites that the user has allowed.
 * One at a time; the rule is gone with the browser's session at the latest.
 */
export async function withReferer<T>(url: string, referer: string, work: () => Promise<T>): Promise<T> {
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE],
    addRules: [
      {
        id: RULE,
        action: {
          type: "modifyHeaders",
          requestHeaders: [{ header: "referer", operation: "set", value: referer }],
        },
        condition: {
          urlFilter: `|${new URL(url).origin}/`,
          resourceTypes: ["xmlhttprequest"],
          tabIds: [NO_TAB],
        },
      },
    ],
  })
  try {
    return await work()
  } finally {
    await sweepReferer()
  }
}
