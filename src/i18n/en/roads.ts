import { plural } from "./plural.ts"

interface Counted {
  readonly of: string
  readonly n: number
}

/** What can be done next with a case: what each road needs, and what is there. No sentence says what will come of it, or what to choose. */
export const roads = {
  "road.title": "Next steps",
  "road.open": "Next steps…",
  "road.none": "There is no such case.",
  "road.reading": "Reading the case…",
  "road.back": "Back to the library",
  "road.limits":
    "For each road this lists what it needs, what this case has, what is missing, and the text of the law. It does not judge what will come of it, and chooses nothing for you: which road to take, and when, is yours to decide, with a lawyer.",
  "road.empty": "Nothing has been captured in this case yet.",
  "road.practice": ({ n }: { n: number }) =>
    `${plural(n, "practice item is", "practice items are")} not counted.`,

  "road.first": "Capture first, then notify the platform",
  "road.firstWhy":
    "A platform passes a notice on to whoever posted, and the post may be deleted or changed at once. So capture first, see that everything you need is kept, and only then send the notice.",
  "road.stepCapture": ({ n }: { n: number }) => `Capture: this case has ${plural(n, "item", "items")}.`,
  "road.stepNotice": "Notify the platform: nothing is recorded.",
  "road.stepNoticed": ({ n, time }: { n: number; time: string }) =>
    `Notify the platform: ${plural(n, "complaint is", "complaints are")} recorded, the last of ${time}.`,

  "road.roads": "Six roads",
  "road.order": "The order says nothing about which is better. Several can be taken at once, or one alone.",
  "road.notice": "Notice to the platform",
  "road.notice.what": "Asks the platform to delete or block the post, or to break the link to it.",
  "road.notice.note":
    "The notice is passed on to whoever posted, and your identity goes to the platform. Whoever sends a mistaken notice answers for the harm that it does.",
  "road.police": "Public security punishment",
  "road.police.what": "A report to the police, who look into it.",
  "road.police.note":
    "Change nothing of the evidence. You can ask for a receipt of the report, and for written reasons where nothing is done.",
  "road.civil": "Civil suit",
  "road.civil.what":
    "Asks a court to order that it stop, that your name be cleared, an apology, and damages.",
  "road.civil.note":
    "Where you do not know who it is, by judicial interpretation the platform can be sued first, and the court may on request order it to disclose that. A picture of a page does not prove who is behind an account.",
  "road.prosecution": "Private prosecution",
  "road.prosecution.what": "The victim charges the offender in court, and carries the burden of proof.",
  "road.prosecution.note":
    "The numbers in the interpretation are of actual clicks, views and reposts. What is listed here is what pages showed, which is not the same.",
  "road.notary": "Notary",
  "road.notary.what": "A notary opens the page on their own equipment, and preserves what is seen there.",
  "road.notary.note":
    "That takes a page that can still be seen: the earlier, the better. What this tool captures is no notarial deed; a bundle helps the notary to find the exact addresses and places.",
  "road.preservation": "Preservation of evidence before a suit",
  "road.preservation.what":
    "Asks a court to preserve, before there is a suit, what may vanish: a platform’s own records, for example.",
  "road.preservation.note":
    "You have to show that it is urgent, and that the evidence may be lost or hard to get later. Whether it is granted is for the court.",

  "road.needs": "What it needs, and what this case has",
  "road.state.has": "there",
  "road.state.partly": "in part",
  "road.state.lacks": "not yet",
  "road.state.yours": "yours to have",
  "road.more": ({ n }: { n: number }) => `and ${plural(n, "more", "more")}`,
  "road.having": "Items that have it",
  "road.lacking": "Items that do not",
  "road.having.posts": "Items without a gap",
  "road.lacking.posts": "Items with gaps",
  "road.having.online": "Items still seen",
  "road.lacking.online": "Items not seen",

  "road.need.posts": "The posts themselves",
  "road.has.posts": ({ of, n }: Counted) => `Captured: ${of}. Complete as loaded: ${n}.`,
  "road.do.posts":
    "Open the page with the post, press the toolbar icon, then “Capture this page”. Where something is missing, the item says why.",
  "road.need.address": "Addresses",
  "road.has.address": ({ of, n }: Counted) => `With an address on the web: ${n} of ${of}.`,
  "road.do.address": "Capture the post on the web itself: a file on this computer has no address.",
  "road.need.account": "The account’s own id",
  "road.has.account": ({ of, n }: Counted) =>
    `With the account’s id, read or filled in: ${n} of ${of}. Names can be changed; an id lets the platform find the account.`,
  "road.do.account":
    "Open the item and fill it in under “Facts”, where it is marked as yours. Then capture the author’s page.",
  "road.need.profile": "The author’s page",
  "road.has.profile": ({ of, n }: Counted) =>
    `With the author’s page, captured or ticked as there: ${n} of ${of}.`,
  "road.do.profile": "Open the author’s page and capture it.",
  "road.need.published": "When it was published",
  "road.has.published": ({ of, n }: Counted) =>
    `With a time of publication, read or filled in: ${n} of ${of}.`,
  "road.do.published": "Open the item and fill in the time that the page shows; it is marked as yours.",
  "road.need.context": "What it stands among",
  "road.has.context": ({ of, n }: Counted) =>
    `With what they stand among, captured or ticked as there: ${n} of ${of}.`,
  "road.do.context": "Capture the post that it answers as well, and the answers around it.",
  "road.need.numbers": "Views and reposts",
  "road.has.numbers": ({ of, n }: Counted) => `With a number of views or reposts: ${n} of ${of}.`,
  "road.do.numbers": "Open the item and press “Read again”. Some platforms do not show these numbers.",
  "road.need.second-reading": "Two readings, a day apart or more",
  "road.has.second-reading": ({ of, n }: Counted) => `Read twice, a day apart: ${n} of ${of}.`,
  "road.do.second-reading": "At least 24 hours later, open the item and press “Read again”.",
  "road.need.signed-out": "The view of who is not signed in",
  "road.has.signed-out": ({ of, n }: Counted) =>
    `Looked at as a visitor: ${n} of ${of}. What was found stands at the item.`,
  "road.do.signed-out": "Open the item and press “See it as a visitor”.",
  "road.need.online": "The page can still be seen",
  "road.has.online": ({ of, n }: Counted) => `Still to be seen when last looked at: ${n} of ${of}.`,
  "road.seen": ({ time }: { time: string }) => `The one of them not looked at for longest was seen ${time}.`,
  "road.do.online":
    "Open the item and press “Read again” to see whether it is still there. What is not shown to you is not for that reason deleted.",
  "road.need.stamps": "Third-party time stamps",
  "road.has.stamps": ({ of, n }: Counted) => `With a third-party time stamp: ${n} of ${of}.`,
  "road.do.stamps":
    "A time stamp says that a record existed no later than its time, and nothing more. Switch one on in the settings for captures to come, or attach one that you got elsewhere.",
  "road.settings": "Open the settings",
  "road.attach": "Attach a time stamp or certificate",
  "road.need.bundle": "A bundle to hand over",
  "road.has.bundle": ({ of, n }: Counted) => `Exported at some time: ${n} of ${of}.`,
  "road.do.bundle": "In the library, choose this case and press “Export the whole case”.",
  "road.need.complaint": "A record of the notice",
  "road.has.complaint": "There is one; the days since stand below.",
  "road.do.complaint":
    "Once it is sent, open any item and press “Record a complaint”: to whom, when, its number. Capture the platform’s answer as well.",
  "road.need.report": "A record of the report",
  "road.has.report": "There is one; the days since stand below.",
  "road.do.report":
    "Once you have reported it, open any item, press “Record a complaint”, choose “report to the police”, and note the number of the receipt.",

  "road.need.identity": "Who you are, and how you can be reached",
  "road.do.identity":
    "Identity papers, an address, a telephone number; a power of attorney where somebody acts for you. They need not be kept here.",
  "road.need.falsity": "Which words are untrue, and what is true",
  "road.do.falsity":
    "Write it down sentence by sentence, with what shows the facts. A picture of a page says nothing about truth.",
  "road.need.loss": "What it did to you",
  "road.has.loss": "You ticked at an item that you keep it yourself.",
  "road.do.loss":
    "Keep the originals yourself: medical records, orders, bills, chats. Then you can tick it at the item, under what is still missing.",
  "road.need.defendant": "A defendant who is known",
  "road.do.defendant":
    "An account is not a person. Put together what you know: the account’s id and page, what verifies it, how you come to know them.",
  "road.need.route": "The way to the page",
  "road.do.route":
    "Write down the address, whether one has to sign in, how to find it, and what to unfold: the notary will follow it.",
  "road.need.urgency": "Why it is urgent",
  "road.do.urgency":
    "Say why the evidence may be lost, or hard to get later. The periods below, for which records are kept, may be a part of that.",
  "road.need.bills": "Bills",
  "road.do.bills": "Keep invoices and receipts: notary, time stamps, lawyer.",

  "road.highest": "The highest number of any one post",
  "road.highestOf": ({ what, count }: { what: string; count: string }) => `${what} ${count}`,
  "road.accounts":
    "One account within one year: of each number the year in which it comes to most, as far as this case has its posts",
  "road.account": ({ name }: { name: string }) => `Account: ${name}`,
  "road.noName": "its name was not read",
  "road.asShown":
    "These are numbers that pages showed, and no figures issued by the platform; visits of this tool may be among them.",

  "road.notice.papers": "Prepare the notice to the platform…",
  "road.police.papers": "Prepare the report to the police…",
  "road.civil.papers": "Prepare the papers of a civil suit…",
  "road.prosecution.papers": "Prepare the papers of a private prosecution…",
  "road.notary.papers": "Prepare the application to a notary…",
  "road.preservation.papers": "Prepare the application to preserve evidence…",
  "road.periods": "Periods",
  "road.noComplaint": "No complaint is recorded, so there are no days to count.",
  "road.noReport": "No report to the police is recorded, so there are no days to count.",
  "road.limitation":
    "Three years, from when one knew, or should have known, of the harm and of who answers for it. There is no such period for asking that it stop, that your name be cleared, and for an apology.",
  "road.prosecution.period":
    "Where the highest penalty is under five years, five years; of an act that continues, from its end.",
  "road.notary.period":
    "The deed comes within fifteen working days of the notary’s accepting the case; time for more papers and for inquiries is not counted.",
  "road.beginning": ({ time }: { time: string }) =>
    `The oldest post in this case: ${time} (as its page says, else when it was captured). From when a period counts is a question for a lawyer.`,
  "road.retention": ({ time }: { time: string }) =>
    `Shortest periods for which platforms must keep records, counted from ${time}:`,

  "road.law": ({ n }: { n: number }) => `Text of the law (${n})`,
  "road.lawFrom": ({ source }: { source: string }) => `Words as in ${source}`,
  "road.lawLimits":
    "The officially published Chinese text counts, and nothing on this page is a translation of it. Whether it applies is a question for a lawyer.",
  "road.lawNoText": ({ about }: { about: string }) =>
    `On ${about}. Named only: see the officially published text.`,
  "road.inForce": ({ on }: { on: string }) => `in force since ${on}`,
  "road.amended": ({ on }: { on: string }) => `as amended ${on}`,
  "road.issued": ({ on }: { on: string }) => `issued ${on}`,
}
