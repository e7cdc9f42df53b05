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
    "No picture is taken. For one, allow Holdfast in private windows, in the browser’s list of extensions: then it can be taken here, in a private window that is opened for it and closed again.",
  "visitor.pictureTitle": "With a picture",
  "visitor.pictureWhat": ({ host }: { host: string }) =>
    `After the two requests Holdfast opens the address in a private window of its own, photographs the first screen, and closes the window. The page loads there as any visitor’s would: from ${host} and from whatever other addresses it names. Close your other private windows first: they share their sign-ins.`,
  "visitor.pictureAsk":
    "A window in which you did not press the icon may be photographed only with access to all websites. The browser will ask for that; Holdfast uses it for this one picture, and gives it back at once.",
  "visitor.pictureLook": "See it as a visitor, with a picture…",
  "visitor.picture-taken": "With a picture of the first screen, from a private window.",
  "visitor.picture-failed": "No picture could be taken.",
} as const satisfies Record<string, unknown>
