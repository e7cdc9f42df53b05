import { RECENT_DAYS } from "../../core/papers/route-order.ts"
import type { Step, Unfolding } from "../../core/papers/route-stop.ts"
import type { RouteWords } from "../../core/papers/route-words.ts"

const step = (each: Step): string => {
  switch (each.kind) {
    case "front":
      return `front page ${each.site}`
    case "search":
      return `search for “${each.author}”`
    case "profile":
      return `profile ${each.address}`
    case "post":
      return "post"
    case "here":
      return "this page"
  }
}

const places = (count: number | null): string => (count === null ? "" : ` (${String(count)})`)

function unfold(each: Unfolding): string {
  switch (each.kind) {
    case "folded":
      return `unfold the folded text${places(each.count)}, left folded at the capture`
    case "boxes":
      return `scroll through what scrolls by itself in the page${places(each.count)}`
    case "comments":
      return `load more comments (${String(each.kept)} were kept, the page gives more)`
    case "video":
      return `play the video${places(each.count)}, not downloaded at the capture`
    case "clicked":
      return `press “${each.words}”`
  }
}

export const routeEn: RouteWords = {
  title: "Notary route sheet",
  header: number => `Notary route sheet · case ${number ?? "without a number"}`,
  advice: (links, minutes) => [
    "Best done on the notary's computer and network, by the notary or before the notary's eyes; clear the browser's history and cache first.",
    `Suggested order: what may vanish first comes first. ${String(links)} ${links === 1 ? "link" : "links"}, about ${String(minutes)} minutes by estimate, playing of videos not counted.`,
    "Where signing in is needed, the applicant types account and password on the spot; this sheet holds neither.",
    "Each square holds the address that is printed, to save copying it: compare the address bar once it is open.",
    "This sheet is a guide filled in from the records of the bundle, and no notarial document; what is accepted, and how it is done, the notary decides.",
  ],
  orderNote: `The order follows from the records, first those complained of, then those changed, not seen clearly the last time, with a video, comments, published in the last ${String(RECENT_DAYS)} days, with the most reposts or views. It is no forecast: change it as the case needs. The ways are put together from what is known and were not walked; times are estimates.`,
  open: "1. Open in this order",
  gone: "2. Not shown when last checked",
  goneNote:
    "Last of all. Once the others are kept, try each of these too: keep what opens as usual; of what does not, have recorded what the page shows in its place. Not shown does not mean deleted.",
  noneOpen: "None of the links showed its post when last checked. Try each of them nevertheless.",
  stop: (n, item, what) => `${String(n)}. ${item} · ${what}`,
  fact: {
    address: "Address",
    open: "How to open",
    way: "Way to it",
    look: "To be seen",
    unfold: "To unfold",
    seen: "Last seen",
    found: "Checked since",
    haste: "Why early",
    onTheSpot: "Time, result",
  },
  signedOut: (verdict, time) =>
    verdict === "public"
      ? `Shown without signing in (checked ${time})`
      : `Needs signing in (checked ${time}: not shown without)`,
  signedIn: {
    yes: "Signed in at the capture; whether it is shown without was not checked",
    no: "Not signed in at the capture, and it was shown",
    unknown: "Whether it needs signing in was not checked",
  },
  account: "Account to sign in: ____________ whose: ________",
  bareNote:
    "The post's own address, without parameters; the one that was captured has tokens in it, see capture.json",
  noLink: "Cannot be made a square; the whole address is in this item's capture.json in the bundle",
  way: steps => steps.map(step).join(" → "),
  lookFor: words => `“${words}”`,
  lookForTitle: words => `Page title “${words}”`,
  unfold,
  nothingToUnfold: "Nothing in the capture's record",
  seen: (by, time) =>
    `${time}, ${by === "capture" ? "at the capture" : by === "again" ? "when opened again" : "asked of the server as a visitor"}`,
  neverSeen: "Not seen clearly in any record",
  haste: {
    complained: "complained of or reported, so it may be taken down at any time",
    changed: "changed before",
    uncertain: "not seen clearly the last time",
    video: "has a video that was not downloaded",
    comment: "a comment, gone with its post",
    recent: `published in the last ${String(RECENT_DAYS)} days`,
    spread: "most reposts or views of the links",
  },
  onTheSpot: minutes => `About ${String(minutes)} min.   □ kept   □ does not open   at ________`,
  picture: item => `${item} as captured`,
  applicant: "Applicant (signature)",
  officer: "Notary",
  date: "Date, place",
}
