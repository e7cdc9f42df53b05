import type { PacketWords } from "../../core/papers/packets/packet-words.ts"
import { lawSaidEn } from "./law.ts"
import { civilEn } from "./packets-civil-en.ts"
import { notaryEn, policeEn, preservationEn, prosecutionEn } from "./packets-roads-en.ts"

const court = {
  ...{ recipient: "To (people's court)", signature: "Submitted by (signature or seal)" },
  story: "Facts and reasons",
} as const
const applied = {
  ...{ ...court, signature: "Applicant (signature or seal)", requests: "What is applied for" },
  person: "Applicant",
} as const

export const packetsEn: PacketWords = {
  draft: "Draft, to be reviewed by a lawyer",
  header: (title, number) =>
    `${title} · case ${number ?? "without a number"} · draft, to be reviewed by a lawyer`,
  notes: [
    "The capture tool wrote this beforehand from the records of the bundle and from what the user typed, for a lawyer to check and change. “________” marks what is neither recorded nor typed: fill it in, or take it out.",
    "The numbers of the evidence are those of the list of evidence. Accounts, times, words and numbers are those that pages showed when they were captured, or were filled in by the user where it says so. Whether they are true, and whether there is an infringement or a crime, is not said here.",
    "The English words are for a reader. Authorities in China are given the Chinese paper.",
  ],
  paper: {
    police: {
      ...{ title: "Report to the police", recipient: "To (public security organ)", person: "Reported by" },
      ...{ opponent: "Account", cause: "Insulted or defamed online (for a lawyer to settle)" },
      ...{ requests: "What is asked for", story: "What happened" },
      signature: "Reported by (signature)",
    },
    civil: {
      ...{ ...court, title: "Civil complaint", person: "Plaintiff", opponent: "Defendant" },
      ...{ requests: "Claims", cause: "Dispute over the right of reputation (for a lawyer to settle)" },
    },
    disclosure: {
      ...{ ...applied, title: "Application to have the network user's data disclosed" },
      ...{ person: "Applicant (plaintiff)", opponent: "Network user" },
      ...{ cause: "Dispute over the right of reputation (for a lawyer to settle)" },
    },
    injunction: {
      ...{ ...applied, title: "Application for an injunction protecting personality rights" },
      ...{ opponent: "Respondent", cause: "Injunction against infringing personality rights" },
    },
    prosecution: {
      ...{ ...court, title: "Private prosecution", person: "Private prosecutor", opponent: "Accused" },
      ...{ requests: "Claims", cause: "Defamation (for a lawyer to settle)" },
    },
    notary: {
      ...{ title: "Facts for an application to a notary", recipient: "To (notary)", person: "Applicant" },
      ...{ opponent: "Account", cause: "Preservation of web pages as evidence", story: "What happened" },
      ...{ requests: "What is applied for", signature: "Applicant (signature or seal)" },
    },
    preservation: {
      ...{ ...applied, title: "Application to preserve evidence before a suit", opponent: "Respondent" },
      cause: "Dispute over the right of reputation, preservation before a suit (for a lawyer to settle)",
    },
  },
  heading: {
    timeline: "Timeline",
    untrue: "What is untrue, and what is true",
    spread: "Numbers of views, reposts and the like that pages showed",
    highest: "Readings beside the quantity standard",
    harm: "What came of it",
    accounts: "Accounts",
    evidence: "Evidence and where it is from",
    files: "List of the electronic data",
    law: "Provisions",
    venue: "Jurisdiction (for the lawyer)",
    seen: "When it was opened again after the capture",
    urgency: "Why it is urgent",
    retention: "How long platforms must keep records at least",
    toKeep: "Pages to be preserved",
    route: "How to come to the pages",
    device: "Device and surroundings of the capture",
    times: "Times of the captures, and clocks",
    limits: "What a notary cannot certify",
    prints: "Fingerprint of the bundle",
  },
  party: {
    name: "Name",
    idNumber: "Number of identity document",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    agent: "Agent",
    sex: "Sex",
    born: "Date of birth",
    nation: "Ethnic group",
    education: "Education",
    occupation: "Occupation",
    employer: "Employer",
    realName: "Real name",
    contact: "How to reach them",
  },
  column: {
    untrue: "Words that are false",
    truth: "What is true",
    time: "Time",
    number: "Evidence",
    event: "Event",
    account: "Platform, name",
    ids: "Account",
    profile: "Profile page",
    post: "Address and number of the content",
    name: "Name",
    from: "Source",
    content: "Content",
    sort: "Kind",
    format: "File format",
    print: "Checksum (SHA-256)",
    address: "Address",
    captured: "Captured",
    seen: "Last opened",
    signedIn: "Signed in",
    clock: "Clock",
    stamps: "Third-party time stamps",
  },
  cause: "Cause of action",
  site: "Platform",
  asCaptured: "Account, as the page shows it",
  opponentNumber: (opponent, n) => `${opponent} ${String(n)} (account)`,
  opponentNote:
    "The account is given as pages showed it when they were captured, or as the user filled it in where it says so. An account is not a person: fill in the real name, address and so on once they are known, and take out accounts that have nothing to do with the case.",
  whoseName: (name, blank) => `${name} (of which of the accounts above: ${blank})`,
  noAccount: "The page names no account.",
  numbered: (n, text) => `${String(n)}. ${text}`,
  numbers: numbers => numbers.join(", "),
  noContent: "The bundle has no captured content: please add it.",
  conduct: ({ number, site, author, id, published, address, captured }) =>
    `As the page shows it, the account “${author}” of ${site} (account ID: ${id}) published the following, time of publication: ${published}, address: ${address}. The page was captured ${captured}, see evidence ${number}.`,
  shows: ({ number, site, published, address, captured }) =>
    `The page ${address} of ${site} displayed the following when it was captured, time of publication as the page has it: ${published}; the page does not say which account published it. The page was captured ${captured}, see evidence ${number}.`,
  excerpt: text => `Words of the page (excerpt): “${text}”`,
  noText: "No words were read from the page, see the screenshot.",
  complained: (platform, channel) =>
    `Complaint or report to “${platform}” (${channel}), recorded by the user`,
  answered: (platform, result) => `Answer of “${platform}”: ${result}, recorded by the user`,
  noReadings: "The records have no number of views or reposts read from a page.",
  readingsLeft: (shown, all, path) =>
    `Read ${String(all)} times; the table has the first and the newest, ${String(shown)} together. The others are in ${path}.`,
  highest: (number, counter, count, time) =>
    `Evidence ${number}: of all readings of “${counter}” the highest number is ${count}, read ${time}.`,
  yearTotal: (account, posts) =>
    `Account “${account}”: the bundle has ${String(posts)} of its posts. Each number is added up over the year in which it comes to most, by time of publication (of capture where that is not known), each post once with the highest of its readings:`,
  total: (counter, { count, posts, rounded, roughly }, from, to) =>
    `${counter}: ${rounded ? "about " : ""}${String(count)} (read of ${String(posts)} of them, ${from === to ? from : `from ${from} to ${to}`}${roughly === 0 ? "" : `; of ${String(roughly)} the time of publication is not known to the day`})`,
  evidenceNote:
    "The numbers are those of the list of evidence; the files are in the bundle's data/ folder. An equal fingerprint says that a file has not changed, and neither whether its content is true nor when it came about.",
  filesNote:
    "The checksum is the SHA-256 of each file, as in the bundle's manifest-sha256.txt. The kind is from the capture record and the format from the file's name: please check them.",
  filesCut: (listed, all) =>
    `There are ${String(all)} files, of which the first ${String(listed)} are listed here; for the others see manifest-sha256.txt.`,
  sort: {
    screen: "Screenshot of the page",
    dom: "The page in the browser (structure, text)",
    "re-requested": "Source of the page (asked for again)",
    server: "Answer of the server",
    derived: "Made from files of the capture",
    "re-drawn": "Re-drawn picture (not a screenshot)",
    imported: "File from elsewhere",
    record: "Capture record",
    log: "Log of the capture",
    reading: "Record of a later reading",
    stamp: "Time-stamp request or reply",
    user: "Filled in or marked by the user",
    other: "Other file",
  },
  manifest: "Fingerprint of manifest-sha256.txt",
  law: lawSaidEn,
  lawNote: "The text as officially published prevails; whether it applies is for a lawyer.",
  witnesses: "Witnesses: names, addresses, how to reach them",
  notReadAgain: "No record of its being opened again after the capture.",
  noStamps: "none",
  stamp: (authority, time) => `${authority}: ${time}`,
  date: "Date",
  police: policeEn,
  civil: civilEn,
  prosecution: prosecutionEn,
  notary: notaryEn,
  preservation: preservationEn,
}
