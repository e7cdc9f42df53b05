import { plural } from "./plural.ts"

interface Counted {
  readonly n: number
}

/** A list of addresses that are captured one after another. */
export const queue = {
  "queue.title": "Capture a list",
  "queue.open": "Capture a list…",
  "queue.openPaused": "Capture a list (paused)…",
  "queue.again": "Capture again…",
  "queue.back": "Back to the library",

  "queue.what":
    "Each address is opened in a window of its own, one after another, and captured and kept as if you had pressed “Capture this page” on it.",
  "queue.window":
    "While it runs, leave that window open: don’t minimise it, cover it wholly, or turn to another tab in it. Your other windows are yours to use.",
  "queue.visit":
    "Pages are opened as you are signed in. The sites see the visits, and may count them as views; each record says that the page was opened by this tool.",
  "queue.ask":
    "When you press the button, the browser asks whether Holdfast may access all websites: no browser gives a picture of a page that was not clicked on for less. It is given back whenever the list ends or rests.",

  "queue.links": "Addresses",
  "queue.linksWhat": ({ most }: { most: string }) =>
    `One a line, or a table (CSV) with a heading such as “url”. At most ${most}.`,
  "queue.file": "From a file (CSV or text)…",
  "queue.fileRead": ({ name, n }: { name: string; n: number }) =>
    `${plural(n, "address", "addresses")} taken from ${name}.`,
  "queue.tabsChosen": ({ n }: Counted) =>
    n === 0 ? "Add the selected tabs" : `Add ${plural(n, "selected tab", "selected tabs")}`,
  "queue.tabsAll": "Add all tabs of this window",
  "queue.tabsWhat":
    "To read the addresses of your tabs, the browser must allow it first: it asks about all websites, and that is given back as soon as they are read. To select several tabs, hold Ctrl (⌘ on a Mac) and click them in the tab bar.",
  "queue.tabsRead": ({ n }: Counted) => `${plural(n, "address", "addresses")} taken from tabs.`,
  "queue.tabsOthers": ({ n }: Counted) =>
    `Left out: ${plural(n, "tab that shows", "tabs that show")} no page of the web, or in a private window.`,
  "queue.tabsRefused": "Not allowed, so no tab’s address was read. You can paste the addresses instead.",

  "queue.againThese": ({ n }: Counted) => `${plural(n, "item is", "items are")} to be captured again:`,
  "queue.againDrop": "Leave these out",
  "queue.againNot": ({ n }: Counted) =>
    `${plural(n, "item", "items")} cannot be captured again from here: the trash, and pages that are not of the web.`,
  "queue.earlierKept": "The earlier items stay as they are; each new one goes to the same case.",

  "queue.counted": ({ n }: Counted) => `${plural(n, "address", "addresses")} to capture.`,
  "queue.refused": ({ n }: Counted) => `${plural(n, "line is", "lines are")} not taken:`,
  "queue.line": ({ line }: { line: string }) => `Line ${line}:`,
  "queue.more": ({ n }: Counted) => `and ${plural(n, "more line", "more lines")}.`,
  "queue.why.no-address": "not a whole address that begins with http:// or https://",
  "queue.why.not-of-the-web": "not a web page: only http:// and https:// can be captured",
  "queue.why.with-password": "has a user name or password in it, which would be kept",
  "queue.why.repeated": "stands on the list already",
  "queue.why.too-long": "too long for an address",
  "queue.why.too-many": "more than one list holds",

  "queue.pace": "Seconds between two pages",
  "queue.paceWhat": "Some sites turn away visitors who come too fast.",
  "queue.case": "Save to",
  "queue.start": ({ n }: Counted) =>
    n === 0 ? "Begin" : `Begin: capture ${plural(n, "address", "addresses")}`,
  "queue.starting": "Asking the browser…",
  "queue.notAllowed":
    "The browser does not allow it, so no picture can be taken of pages that are opened here. You can be asked once more, or go on without pictures. Then only sites that you have allowed in the settings are captured, and each states that its pictures are missing. The others are listed as not allowed.",
  "queue.askAgain": "Ask again",
  "queue.without": "Go on without pictures",

  "queue.running": ({ done, of }: { done: string; of: string }) => `Capturing: ${done} of ${of} done`,
  "queue.pausing": "Pausing: the page that is being captured comes to its end first.",
  "queue.paused": ({ done, of }: { done: string; of: string }) => `Paused: ${done} of ${of} done`,
  "queue.done": "The list is done",
  "queue.ended": "The list was ended before its end",
  "queue.ending": "Ending: the page that is being captured comes to its end first.",
  "queue.resting": "All websites are given back as long as it rests; to go on, the browser asks again.",
  "queue.why.user": "You paused it.",
  "queue.why.restarted":
    "The browser was closed meanwhile. Nothing was opened since, and nothing will be until you go on.",
  "queue.why.not-allowed": "Access to all websites was taken back, so no picture could be taken.",
  "queue.why.window-closed": "Its window was closed. To go on, a new one is opened.",
  "queue.why.offline": "The browser is not online.",
  "queue.why.problem": "Something kept a page from being saved, and would keep the others too.",
  "queue.pause": "Pause",
  "queue.resume": "Continue",
  "queue.stop": "End the list",

  "queue.entries": "Addresses of the list",
  "queue.state.waiting": "Waiting",
  "queue.state.capturing": "Capturing",
  "queue.state.interrupted": "Cut off; tried again last",
  "queue.state.saved": "Saved",
  "queue.state.failed": "Not captured",
  "queue.state.left": "Not begun",
  "queue.answered": ({ status }: { status: string }) =>
    `The site answered with error ${status}: what is kept may be its error page, not the post.`,
  "queue.arrived": ({ host }: { host: string }) =>
    `The address led to another page (${host}): see whether it is what you wanted.`,
  "queue.tried": "Cut off once; what was captured by then is an item of its own.",
  "queue.earlierItem": "That item",

  "queue.summary": "What came of it",
  "queue.saved": ({ n }: Counted) => `${plural(n, "page is", "pages are")} saved.`,
  "queue.withGaps": ({ n }: Counted) =>
    `${plural(n, "of them has", "of them have")} gaps; each item says what is missing.`,
  "queue.refusedBySite": ({ n }: Counted) =>
    `For ${plural(n, "of them,", "of them,")} the site answered with an error (404 and the like): look whether the post is there.`,
  "queue.walled": ({ n }: Counted) =>
    `For ${plural(n, "of them,", "of them,")} the site asked to sign in or to be checked first: this may not be the post, or not all of it.`,
  "queue.elsewhere": ({ n }: Counted) => `${plural(n, "of them", "of them")} led to another page.`,
  "queue.failed": ({ n }: Counted) => `${plural(n, "address was", "addresses were")} not captured:`,
  "queue.left": ({ n }: Counted) => `${plural(n, "address was", "addresses were")} not begun.`,
  "queue.retry": "Put what was not captured on a new list",
  "queue.new": "New list",
  "queue.forget": "Delete",
  "queue.forgetAsk": "Delete this list…",
  "queue.forgetSure": "The list and its addresses are deleted. They cannot be brought back.",
  "queue.forgetWhat":
    "A list that is done stays here, with its addresses, until the next one begins or you delete it. What was captured stays.",
}

/** Errors that only a list meets. */
export const queueErrors = {
  "error.queue/window-closed.cause": "The window in which the list was opened was closed.",
  "error.queue/window-closed.safe": "What was captured by then is kept. The list waits.",
  "error.queue/window-closed.next": "Continue the list, and a new window is opened for it; or end it.",

  "error.queue/no-comment.cause":
    "The page was opened, but the comment could not be told there: scrolling down did not bring it, a click is needed first, its words have changed, or two are the same.",
  "error.queue/no-comment.safe": "Nothing was captured for it. The earlier item is as it was.",
  "error.queue/no-comment.next":
    "Open the page, scroll to the comment, and press “Capture, and cut out one post…” in the popup.",
} as const
