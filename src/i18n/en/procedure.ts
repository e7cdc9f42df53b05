/** The guided recording: its steps, and its log. */
import { plural } from "./plural.ts"

export const procedure = {
  "procedure.choose": "Procedure recording (with a list of steps)",
  "procedure.about":
    "The steps that notaries and time stamp services follow stand beside the recording. What you open, click and scroll is written down with its time, and each page that you open is captured as a picture. What you type is never written down.",
  "procedure.follow":
    "The browser shows Holdfast only the page on which you clicked its icon. To follow you to other pages, it must be allowed to see all sites while this recording runs. Without that, the recording itself goes on, and the log says which pages could not be followed.",
  "procedure.allow": "Allow until this recording ends…",
  "procedure.allowed": "Allowed. Holdfast gives it back when the recording ends.",
  "procedure.notAllowed": "Not allowed. Pages of other sites will stand in the log without a picture.",
  "procedure.sameTab":
    "Stay in the tab that you record: what opens in another tab is not followed, and a recording of one tab does not show it.",
  "procedure.title": "Steps",
  "procedure.heardPages": ({ n }: { n: number }) => `Written down so far: ${plural(n, "page", "pages")},`,
  "procedure.heardClicks": ({ n }: { n: number }) => `${plural(n, "click", "clicks")}.`,
  "procedure.more": "What to do, and why",
  "procedure.tick": "Done",
  "procedure.tickName": ({ step }: { step: string }) => `Done: ${step}`,
  "procedure.skip": "Skip…",
  "procedure.skipName": ({ step }: { step: string }) => `Skip: ${step}`,
  "procedure.reason": "Why is it skipped? This goes into the record.",
  "procedure.skipKeep": "Skip this step",
  "procedure.cancel": "Cancel",
  "procedure.undo": "Undo",
  "procedure.undoName": ({ step }: { step: string }) => `Undo: ${step}`,
  "procedure.byFacts": ({ time }: { time: string }) => `Noticed by Holdfast at ${time}`,
  "procedure.byUser": ({ time }: { time: string }) => `Ticked by you at ${time}`,
  "procedure.skipped": ({ time, reason }: { time: string; reason: string }) =>
    `Skipped at ${time}: ${reason}`,
  "procedure.open": ({ host }: { host: string }) => `Open ${host} in the recorded tab`,

  "procedure.step.self-check": "Self-check record",
  "procedure.step.time-start": "Time page, before",
  "procedure.step.address-bar": "Address bar",
  "procedure.step.home": "Platform’s home page",
  "procedure.step.profile": "The account’s page",
  "procedure.step.post": "The post",
  "procedure.step.comments": "Comments",
  "procedure.step.scroll": "Slowly to the end",
  "procedure.step.time-end": "Time page, after",

  "procedure.why.self-check":
    "Show what this computer was like: browser, clock, network. It answers the question whether the page may have come from somewhere else.",
  "procedure.why.time-start":
    "Open a page that shows the time, and let it be seen for a few seconds: the recording then shows when it began. Any page you trust will do.",
  "procedure.why.address-bar":
    "Let the address bar be seen, with the address of each page. A recording of one tab has no address bar: the log has the addresses then, and you may skip this step.",
  "procedure.why.home":
    "Type the platform’s own address and open its home page. It shows that you came to the post by the platform’s own way.",
  "procedure.why.profile":
    "Open the page of the account: name, number, IP location and followers. The court asks the platform for the person behind it by these.",
  "procedure.why.post":
    "Open the post from there. Let the text, the time of publication and the counters be seen for a few seconds.",
  "procedure.why.comments": "Open the comments, and unfold the replies that matter to you.",
  "procedure.why.scroll":
    "Scroll slowly to the end, so that each line can be read. Where the page never ends, stop where it matters, and tick by hand.",
  "procedure.why.time-end":
    "Open the page of the time again: begin and end are then both shown. Then stop the recording.",

  "procedure.part": "Procedure",
  "procedure.partNote":
    "Written down by Holdfast while the recording ran. Times count from its start. What was typed is not in it.",
  "procedure.damaged": "The procedure log is gone or changed, and is not shown.",
  "procedure.pages": "Pages",
  "procedure.noPicture": "not followed",
  "procedure.noAddress": "The browser did not tell the address.",
  "procedure.openStep": "not done",
  "procedure.clicked": ({ n }: { n: number }) => `${plural(n, "click", "clicks")} and`,
  "procedure.scrolled": ({ n }: { n: number }) =>
    `${plural(n, "place scrolled to", "places scrolled to")} are in the log’s file, each with its time.`,
  "procedure.arrival": ({ time }: { time: string }) => `The page on its arrival, at ${time}`,
} as const satisfies Record<string, unknown>
