/** Asking for an item's address once more, as a visitor would: what it is, what is sent, and what the browser will ask. */
export const visitor = {
  "visitor.title": "See it as a visitor",
  "visitor.look": "See it as a visitor",
  "visitor.lookAgain": "See it as a visitor again",
  "visitor.looking": "Asking the site…",
  "visitor.what": ({ host }: { host: string }) =>
    `Asks ${host} for this item’s address twice, now: once as a visitor without cookies, once with your sign-in, since only the two together tell “not public” from “not there for you either”. The visitor’s answer is kept with the item, dated, and goes into its bundles. What was captured doesn’t change.`,
  "visitor.sent": ({ host }: { host: string }) =>
    `Sent: these two requests, and any redirection within allowed sites, to ${host} alone. It sees your IP address and may count them as views.`,
  "visitor.ask": ({ host }: { host: string }) =>
    `The browser will ask whether Holdfast may read and change your data on ${host}; it words this the same for every extension. Holdfast uses it only for requests that you switch on or click for. You can take it back in the settings at any time.`,
  "visitor.allow": ({ host }: { host: string }) => `Allow ${host}, and look…`,
  "visitor.refused": "The browser’s question was answered with no, so nothing was sent.",
  "visitor.noItem": "This item is not here any more.",
  "visitor.noAddress": "This item’s address is none of the web, so no visitor can open it.",
  "visitor.none": "Not looked yet.",
  "visitor.limits":
    "It says what the server did then, from this computer’s place in the network. It does not say what it does for everybody, or did before.",
  "visitor.picture":
    "No picture is taken: the browser lets an extension photograph only a window in which you press its icon. For a picture, allow Holdfast in private windows in the browser’s list of extensions, open the address in a private window, and capture it there by the page’s context menu.",
} as const satisfies Record<string, unknown>
