import { expect, test, vi } from "vitest"
import { isBackground, isOwnPage } from "../../../src/platform/trust.ts"
import { type Sender } from "../../../src/platform/messaging.ts"

vi.mock("webextension-polyfill", () => ({
  default: { runtime: { id: "holdfast", getURL: (path: string) => `chrome-extension://holdfast/${path}` } },
}))

const popup: Sender = { id: "holdfast", url: "chrome-extension://holdfast/ui/popup.html" }

test.each<[string, Sender, { own: boolean; background: boolean }]>([
  ["the popup", popup, { own: true, background: true }],
  [
    "the service worker, which has an address too",
    { ...popup, url: "chrome-extension://holdfast/background.js" },
    { own: true, background: true },
  ],
  ["a background that the browser gives no address", { id: "holdfast" }, { own: false, background: true }],
  ["our page in a tab", { ...popup, tab: { id: 3 } }, { own: true, background: false }],
  [
    "our script in a page",
    { id: "holdfast", url: "https://weibo.com/", tab: { id: 3 } },
    { own: false, background: false },
  ],
  [
    "a page whose address begins like ours",
    { id: "holdfast", url: "chrome-extension://holdfast.evil/", tab: { id: 3 } },
    { own: false, background: false },
  ],
  [
    "another extension",
    { id: "other", url: "chrome-extension://other/popup.html" },
    { own: false, background: false },
  ],
  ["another extension that names our address", { ...popup, id: "other" }, { own: false, background: false }],
  ["nobody", {}, { own: false, background: false }],
])("%s is trusted as what it is", (_name, sender, expected) => {
  expect({ own: isOwnPage(sender), background: isBackground(sender) }).toEqual(expected)
})
