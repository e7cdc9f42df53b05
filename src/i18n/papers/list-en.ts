import type { ListWords } from "../../core/papers/list-words.ts"
import { library } from "../en/library.ts"
import { remarks } from "../en/remarks.ts"
import { siteKey } from "./site-key.ts"

const kept = {
  screenshot: "screenshots",
  redrawn: "a re-drawn picture (not a screenshot)",
  source: "page source",
  dom: "page structure",
  recording: "screen recording",
  archive: "web archive",
  originals: "original pictures",
  server: "answer of the server",
} as const

const types = {
  post: "post",
  comment: "comment",
  thread: "post with answers",
  list: "list of posts",
  other: "content",
} as const

const kinds = { ...types, profile: "profile page", page: "web page" } as const

export const listEn: ListWords = {
  title: "List of evidence",
  draft: "Draft, to be reviewed by a lawyer",
  header: number =>
    `List of evidence · case ${number ?? "without a number"} · draft, to be reviewed by a lawyer`,
  notes: [
    "The capture tool filled this list in from the records of the bundle, with facts that stand in them and no others, for a lawyer to check and change. Grey words suggest what an entry may be to prove: rewrite them for the case. “________” marks what the records do not have: fill it in, or take it out.",
    "The first digit of a number is its group, the second the fixed number of the capture (3 for E-003, 0 for the case as a whole), as in the report and the folders data/e001/ and so on: the same in every bundle, and not always consecutive. Groups without an entry are not listed; group 5, losses, is to be added. The groups follow from the kind of page and the user's choice: please check them.",
    "“Content” is taken from the page, or filled in by the user where it says so. Whether it is true is not said here.",
  ],
  pagesNote: isThere =>
    isThere
      ? "“Pages” are those of 01-report.pdf in the same bundle."
      : "No report was made in this export: “Pages” is left blank, to be filled in for the papers that are submitted.",
  columns: {
    number: "No.",
    name: "Evidence",
    from: "Source",
    content: "Content",
    purpose: "To prove",
    pages: "Pages",
  },
  group: {
    content: "1. Content complained of",
    author: "2. Clues to who the author is",
    spread: "3. Spread and effect",
    complaints: "4. Complaints and correspondence",
    other: "6. Other material",
  },
  purpose: {
    content:
      "That the address shown here displayed this content when it was captured, and whom and what time the page gives for it.",
    author:
      "Which name, number and verification the account showed in public when it was captured, as clues to who the author is.",
    spread:
      "Which numbers of views, reposts and comments the page displayed at the times listed, for judging how far it spread.",
    other: "Please say what it is, where it comes from, and what it is to prove.",
    complaints: "That a complaint or report was made about the content, and when and how it was answered.",
  },
  siteName: adapter => {
    const key = siteKey(adapter)
    return key === null ? null : library[key]
  },
  kindName: kind => kinds[kind],
  postName: ({ site, author, published, type, kept: files }) =>
    `${site}: ${types[type]} by “${author}”, published ${published} (${files})`,
  profileName: (site, author, files) => `${site}: profile page of “${author}” (${files})`,
  pageName: (title, files) => `Web page “${title}” (${files})`,
  kept: kinds =>
    kinds.length === 0 ? "capture record" : `${kinds.map(kind => kept[kind]).join(", ")} and capture record`,
  from: (time, address) => `Captured ${time} from ${address}`,
  gaps: count => `The capture has ${String(count)} ${count === 1 ? "gap" : "gaps"}, listed in 00-readme.html`,
  numbersName: (item, times) =>
    `${item}: numbers of views, reposts, comments and the like that the page showed (read ${times === 1 ? "once" : `${String(times)} times`})`,
  numbersFrom: "Read from the page by the capture tool",
  numbersNote: "Numbers that the page showed, not figures issued by the platform; they may be rounded.",
  between: { list: ", ", colon: ": " },
  complaintName: (about, platform) =>
    `Record of a complaint or report to “${platform}” about ${about ?? "the case as a whole"}`,
  complaintFrom: (time, path) => `Filled in by the user at ${time}, see ${path}`,
  complaintNote: "A record of the user's own: please add the receipts and what was written.",
  sent: time => `Sent ${time}`,
  channel: {
    platform: remarks["complaint.channel.platform"],
    email: remarks["complaint.channel.email"],
    post: remarks["complaint.channel.post"],
    phone: remarks["complaint.channel.phone"],
    hotline: remarks["complaint.channel.hotline"],
    police: remarks["complaint.channel.police"],
    other: remarks["complaint.channel.other"],
  },
  givenNumber: number => `number they gave: ${number}`,
  result: {
    waiting: remarks["complaint.result.waiting"],
    measures: remarks["complaint.result.measures"],
    declined: remarks["complaint.result.declined"],
    statement: remarks["complaint.result.statement"],
    registered: remarks["complaint.result.registered"],
    other: "another answer",
  },
  replied: time => `answered ${time}`,
  submitter: "Submitted by (signature or seal)",
  submittedOn: "Date of submission",
  annex: "Annex: fingerprints of the files",
  annexNote:
    "The files in the bundle's data/ folder, as in manifest-sha256.txt and manifest-sm3.txt. An equal fingerprint says that the file has not changed, and neither whether its content is true nor when it came about.",
  annexCut: (listed, all) =>
    `There are ${String(all)} files, of which the first ${String(listed)} are listed here; for the others see manifest-sha256.txt and manifest-sm3.txt.`,
}
