import type { ReportWords } from "../../core/papers/words.ts"
import { procedure } from "../en/procedure.ts"
import { steps } from "../en/steps.ts"
import { reportClosingEn } from "./report-closing-en.ts"
import { spanEn } from "./span.ts"

const sectionNames = {
  howToRead: "How to read this report",
  evidenceList: "List of evidence",
  timeline: "Timeline",
  items: "Item by item",
  procedure: "How each item was captured",
  environment: "Environment",
  prints: "Fingerprints of the files",
  verify: "How to verify",
  declaration: "Declaration",
  glossary: "What the words mean",
} as const

const counted = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`

export const reportEn: ReportWords = {
  title: "Report on captured online evidence",
  section: (name, n) => `${String(n)}. ${sectionNames[name]}`,
  unknown: "Unknown",
  notFilledIn: "Not filled in",
  header: number => `Evidence report · case ${number ?? "without a number"}`,
  footer: (page, pages, madeAt) => `Page ${String(page)} of ${String(pages)}, made ${madeAt}`,
  howToReadIntro: [
    "This report was set by the capture tool from the records in the bundle, to be read by people. Its pictures are scaled, divided and compressed; the original files are in the bundle's data/ folder, and they are what counts.",
    "Each item has a fixed number, such as E-001, which belongs to the folder data/e001/. What the report does not say is not in the records; what the records cannot tell is called unknown.",
    "To check it in two minutes: compare the SHA-256 of the bundle's ZIP with the 64 digits that you received separately, then run one command of “How to verify”, or open verify.html without a network.",
  ],
  columns: {
    number: "No.",
    time: "Time",
    event: "Event",
    step: "Step",
    outcome: "Result",
    took: "Took",
    file: "File",
    bytes: "Bytes",
    kind: "Source",
    prints: "Fingerprints, in groups of 8",
  },
  notReadFromPage: "No text of a post was read from the page; see the pictures",
  listNote:
    "The numbers are those of the list of evidence, 02-evidence-list.docx; E-001 and the like are the fixed numbers of the capture. “________” marks what the records do not have. What an entry is to prove is for a lawyer to write in that list, and is not said here.",

  caseName: "Case",
  caseNumber: "Case number",
  applicant: "Applicant or client",
  collector: "Captured by",
  recipient: "Submitted to",
  sites: "Sites",
  capturedFrom: "Captured",
  fromTo: (from, to) => `${from} to ${to}`,
  howCaptured: "How captured",
  bySelf: "By the user, in their own browser, without a third party as witness",
  notary: "Notary",
  notaryNone: "This bundle has no record of a notary",
  coverPrint: "Fingerprint of the list of evidence files, manifest-sha256.txt",
  coverPrintNote:
    "That list names the SHA-256 of every file under data/. This report was made after it, and is named in another list, tagmanifest-sha256.txt, so it cannot print its own fingerprint; that other list is signed with the device key. A match shows only that the files agree with the list in the bundle. It does not exclude a remade bundle: compare the ZIP's fingerprint (64 digits) with the one you received separately.",
  qrNote: "The square on the left holds 64 digits, which must be the SHA-256 above.",

  timelineNote:
    "In order of time. Times of capture and of later readings are those of the capturing computer's clock; times of publishing and editing are what the page shows or holds; times of time stamps are their authority's.",
  published: raw => `Published, as the page has it (in its words: ${raw})`,
  publishedFilled: raw => `Published, as the user filled it in (${raw})`,
  editedFilled: raw => `Edited, as the user filled it in (${raw})`,
  edited: raw => `Edited, as the page has it (in its words: ${raw})`,
  captured: "Capture began",
  stamped: authority =>
    `Third-party time stamp of ${authority}: the item's capture.json existed no later than this`,
  plusMinus: seconds => `within ± ${spanEn(seconds)}, as far as the basis holds`,
  counters: "Numbers that the pages showed",
  countersNote:
    "These are the numbers that the page showed, in brackets its own words. They are no figures issued by the platform, may be rounded, and views may include those of this tool. What was not read is shown as “—”.",
  referenceTitle: "Two numbers for reference: 5,000 and 500",
  reference: ({ title, inForce, article, text }) =>
    `${title.en} (in force since ${inForce}), ${article.en}, reads in the original: “${text}” (actually clicked or viewed 5,000 times or more, or reposted 500 times or more; our translation).`,
  referenceNote:
    "They are given for comparison only. The text speaks of how often the same information was “actually” clicked, viewed or reposted; the table has what pages showed, which is not the same. Whether the text applies and is met is for the authorities to find. The officially published wording counts.",

  chart: (counter, reference) =>
    `Chart: “${counter}” as the pages showed it, by the time it was read; the broken line is the number for reference, ${String(reference)}. Its points are the numbers of the table above.`,
  chartReference: reference => `reference ${String(reference)}`,
  chartCut: (drawn, all) =>
    `Of ${String(all)} items, the ${String(drawn)} with the highest numbers are drawn; the table above has the others.`,

  signedIn: "Signed in",
  signedInSaid: { yes: "Yes", no: "No", unknown: "Unknown" },
  trigger: "Begun by",
  triggerSaid: {
    popup: "the user's click in the popup",
    panel: "the user's click in the side panel",
    shortcut: "the user's keyboard shortcut",
    menu: "the user's click in the context menu",
    recorder: "the user's click in the recording window",
    import: "no capture: the user gave a file that was made elsewhere",
    queue: "by a list that the user had captured: the page was opened by this tool",
    script: "a script",
  },
  canonical: "Address that the page calls its own",
  previous: "Earlier capture of this page or post",
  fullText: "Text of the post, whole (as the program read it from the page)",
  textCut: path => `The text is long; only its beginning is printed. All of it is in ${path}.`,
  picturesTitle: "Pictures",
  picturesNote: hasMarks =>
    `Scaled and divided from the pictures in the bundle; each part shows five per cent of the one before again. ${hasMarks ? "Apart from red boxes, nothing" : "Nothing"} was drawn on them. Joined pages are made of the raw pictures, screen by screen (frames/), and those are what counts.`,
  markedNote:
    "Red boxes outline the words that were selected at the capture, or what the user marked on a picture later; they are in this report alone, and the pictures in the bundle are unchanged.",
  marked: "The red boxes are in this report alone; the picture itself is unchanged.",
  quoteThumbnail: (item, path, at) =>
    `${item} · picture that shows the selected words · ${path} · taken ${at}`,
  thumbnail: (item, path, at) => `${item} · first screen · ${path} · taken ${at}`,
  slice: (item, path, part, count, times) =>
    `${item} · picture ${String(part)}/${String(count)} · ${path}${times === "" ? "" : ` · taken ${times}`}`,
  boxSlice: (item, path, part, count, times) =>
    `${item} · part of the page that scrolls by itself ${String(part)}/${String(count)} · ${path}${times === "" ? "" : ` · taken ${times}`}`,
  postPicture: (item, path, part, count) =>
    `${item} · the chosen post, cut out of the raw pictures ${String(part)}/${String(count)} · ${path}`,
  importedPictureTitle: "Imported picture",
  importedPictureNote:
    "This picture was imported by the user and not captured by this tool; its origin is as stated by the user, and was not checked. It is printed at another size; the file in the bundle is unchanged.",
  importedPicture: (item, path, part, count) =>
    `${item} · imported picture, origin as stated by the user ${String(part)}/${String(count)} · ${path} · `,
  pictureMissing: path =>
    `The picture ${path} could not be read when this report was made, and is not printed. Whether the file is as it was can be checked as described under “How to verify”.`,
  slicesLeft: (printed, count, path) =>
    `This picture has ${String(count)} parts, of which the first ${String(printed)} are printed; the rest is in ${path}.`,
  filesTitle: "Files",
  filesNote: section => `SHA-256 and SM3 of every file: see “${section}”.`,
  besideRecord: "the record itself, or added after it was closed",
  sourceSaid: {
    screen: "screenshot",
    dom: "the page in the browser",
    "re-requested": "asked of the server again",
    server: "the server's answer",
    derived: "made of captured files, for reading",
    "re-drawn": "re-drawn picture, not a screenshot",
    imported: "from elsewhere",
  },
  framesSaid: count => counted(count, "screenshot", "screenshots"),
  corroborationTitle: "What can be held against each other",
  corroborationNote:
    "These were got in different ways and can be compared. All were got by the user's one computer, and do not replace a check by a notary, a court or the platform.",
  corroborated: {
    picture: "Pictures",
    source: "Page source",
    server: "The server's answer",
    later: "Seen as a visitor, later",
    id: "Time in the post's id",
  },
  pictureSaid: (frames, pages) =>
    `${counted(frames, "raw picture", "raw pictures")}, screen by screen; ${counted(pages, "joined page", "joined pages")}.`,
  sourceKept: status =>
    `The source was asked for again from the same address and kept as source.html (status ${status === null ? "unknown" : String(status)}). It is of that second request, and not the data of the load that was on the screen.`,
  sourceHead: "Its first lines (tokens of addresses left out, long lines cut):",
  sourceNotKept: "The page's source was not kept.",
  notDone: "Not done",
  ownRequests: "Requests of this tool",
  requests: count =>
    count === 0
      ? "None was made to the site beside the page's own."
      : `${counted(count, "request was", "requests were")} made to the site beside the page's own; views may include them.`,

  guidedTitle: item => `Procedure of the recording ${item}`,
  guidedNote:
    "Written down by the extension while the recording ran, on the collector's computer. Times count from the start of the recording. Steps are those that notaries and time stamp services follow; what the page itself showed is told apart from what the user ticked. What was typed is not in it.",
  guidedColumns: { time: "Time", step: "Step", said: "How it stands", page: "Page that was opened" },
  guidedStep: step => procedure[`procedure.step.${step}`],
  guidedSaid: ({ state, by, reason }) =>
    ({
      done: by === "facts" ? "noticed by the extension" : "ticked by the user",
      skipped: `skipped by the user: ${reason ?? ""}`,
      open: "not done",
    })[state],
  notFollowed: "not followed: no picture of its arrival, or nothing of what was done there",
  guidedCounts: (clicks, scrolls) =>
    `${String(clicks)} clicks and ${String(scrolls)} places scrolled to are in recording/procedure.jsonl, each with its time.`,
  stepsTitle: item => `Steps of ${item}`,
  stepName: name => steps[`step.${name}`],
  outcomeSaid: {
    done: steps["outcome.done"],
    failed: steps["outcome.failed"],
    skipped: steps["outcome.skipped"],
  },
  milliseconds: ms => `${String(ms)} ms`,
  afterTitle: "What the custody log says of this item",
  afterNote:
    "From data/custody.jsonl; the number is the line's, the SHA-256 the line's fingerprint, which the next line names. Viewing and notes are not logged.",
  ...reportClosingEn,
}
