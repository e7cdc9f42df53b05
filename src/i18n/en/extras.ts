import { type ExtraName } from "../../core/capture-options.ts"

/** What a capture keeps besides, where it is switched on: what it is, what is sent to whom, and what the browser will ask. */
export const extras = {
  "extras.title": "Also keep",
  "extras.what":
    "Off unless you switch it on. What is on is done at each capture once the pictures are safe; where it fails, the capture is kept all the same and says so.",
  "extras.server-record": "What the server sends (server record)",
  "extras.server-record.what":
    "Asks the site for the captured address twice: once with your sign-in, once as a visitor without cookies. Keeps the server’s IP address, status, headers and content; cookie and sign-in headers are blacked out. Says whether the text that you saw stands in it, and whether a visitor gets it. Of a post on Weibo, the data that the site itself offers of it is asked for once more.",
  "extras.server-record.sent":
    "Sent: these requests, and any redirection within allowed sites, to that site alone. It sees your IP address and may count them as views. The browser asks you first, one site at a time.",
  "extras.originals": "Original picture files",
  "extras.originals.what":
    "Fetches the larger pictures of the page, and videos that are one plain file, as their servers send them: at most 60 files, 200 MB, one minute.",
  "extras.originals.sent":
    "Sent: one request for each file, those of a post that you point at first, with your sign-in as the page itself has it, to the site that the page loaded it from. Only sites that you allow are asked; what is refused is listed.",
  "extras.unfold": "Folded text of a post that you point at",
  "extras.unfold.what":
    "With “Capture, and cut out one post…”, Holdfast clicks “show more” and the like inside that post, at most 20 times, and nowhere else. Each click is on record; the first screenshot is taken before.",
  "extras.unfold.sent":
    "Holdfast sends nothing for it. The page may fetch the rest of the text from its own site, as it does when you click.",
  "extras.mhtml": "The page as one file (MHTML)",
  "extras.mhtml.what":
    "Saves the page by the browser’s own function, with the frames of other sites in it. It is the page as it was drawn, not its source: the browser leaves scripts out.",
  "extras.mhtml.sent":
    "Nothing is sent. The browser will ask for “Read and change all your data on all websites”: it has no smaller permission for this. It is used for the page that you capture, and given back when you switch this off.",
  "extras.mhtml.impossible":
    "This browser has no such function, so it can’t be switched on here. Chrome, Edge and Chromium have it.",
  "extras.mhtml.notAllowed":
    "The browser doesn’t allow it any more, so it is skipped. Switch it off and on again.",
  "extras.ask": ({ host }: { host: string }) => `Allow ${host}?`,
  "extras.askWhat": ({ host }: { host: string }) =>
    `The browser will ask whether Holdfast may read and change your data on ${host}; it words this the same for every extension. Holdfast uses it only when you capture: for requests to ${host}, as described below. You can take it back at any time.`,
  "extras.allow": ({ host }: { host: string }) => `Allow ${host}…`,
  "extras.allowed": ({ host }: { host: string }) => `${host} is allowed. Go back to the page and capture it.`,
  "extras.refused":
    "The browser’s question was answered with no, so nothing was switched on and nothing is sent.",
  "extras.sites": "Sites that you have allowed",
  "extras.noSites": "None. Open the page, press the extension’s icon, and choose “Allow…” there.",
  "extras.giveBack": "Take back",
  "extras.giveBackOf": ({ site }: { site: string }) => `Take back: ${site}`,
  "extras.site": "Allow another site (its address)",
  "extras.siteWhat":
    "Pictures often come from a site of their own, such as wx1.sinaimg.cn. The browser asks about each.",
  "extras.siteAllow": "Allow this site…",
  "extras.alsoOn": ({ what }: { what: string }) => `Also on, as you chose in the settings: ${what}.`,
  "saved.server": "What the server sent",
  "saved.skipped": ({ what, why }: { what: string; why: string }) => `${what}: skipped. ${why}`,
  "saved.originalsAllow": "Allow for the next capture…",
  "extras.pageNotAllowed": ({ host, what }: { host: string; what: string }) =>
    `${what}: ${host} is not allowed yet, so it will be skipped.`,
} as const satisfies Record<string, unknown> & Record<`extras.${ExtraName}${"" | ".what" | ".sent"}`, string>
