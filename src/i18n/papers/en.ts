import { chatEn } from "./chat-en.ts"
import { clockFinding } from "./clock-en.ts"
import { importedEn } from "./imported.ts"
import { factsEn } from "./facts-en.ts"
import { filingEn } from "./filing-en.ts"
import { postEn } from "./post-en.ts"
import { proofEn } from "./proof.ts"
import { originalsSentence } from "./originals-en.ts"
import { serverSentences } from "./server-en.ts"
import { readingsEn } from "./readings-en.ts"
import { readingSentence } from "./visitor-en.ts"
import { listEn } from "./list-en.ts"
import { noticeEn } from "./notice-en.ts"
import { packetsEn } from "./packets-en.ts"
import { reportEn } from "./report-en.ts"
import { routeEn } from "./route-en.ts"
import { stampLimit, stampScope, stamps } from "./stamps-en.ts"
import type { Measure, PaperWords } from "../../core/bundle/words.ts"
import type { Redaction } from "../../core/evidence.ts"
import { EVIDENCE_LIST } from "../../core/papers/list-words.ts"
import { NOTARY_ROUTE } from "../../core/papers/route-words.ts"
import { REPORT } from "../../core/papers/words.ts"
import { gap } from "./gaps-en.ts"
import { marksEn } from "./marks.ts"
import { wallsEn } from "./walls.ts"
import { abroadEn } from "./abroad-en.ts"

const measureNames: Readonly<Record<Measure, string>> = {
  "as-seen": "first screen pictured",
  recording: "screen recorded",
  frames: "scrolled page pictured",
  stitch: "pictures joined",
  dom: "page structure (DOM)",
  source: "page source (asked for again)",
  text: "page text",
  verify: "files read back and compared",
}

const redactionNames: Readonly<Record<Redaction["what"], string>> = {
  password: "Content of password fields",
  "one-time-code": "Content of one-time-code fields",
  card: "Content of card fields",
  "anti-forgery": "The site's anti-forgery tokens",
  draft: "Unsent drafts",
}

const named = (label: string, taken: readonly Measure[]) =>
  taken.length === 0 ? [] : [`${label}: ${taken.map(measure => measureNames[measure]).join(", ")}.`]

export const en: PaperWords = {
  gap,
  report: reportEn,
  list: listEn,
  chat: chatEn,
  route: routeEn,
  notice: noticeEn,
  packets: packetsEn,
  abroad: abroadEn,
  readme: {
    documentTitle: "List of evidence (provisional)",
    listTitle: "List of evidence (provisional)",
    document: path =>
      path === REPORT
        ? "A report on the captures, for people to read:"
        : path === EVIDENCE_LIST
          ? "A list of the evidence (draft, to be reviewed by a lawyer):"
          : path === NOTARY_ROUTE
            ? "A route sheet, for opening the links again before a notary:"
            : "A draft of a paper (to be reviewed by a lawyer):",
    automated: "Captured in an automated environment",
    limitsTitle: "First: what this shows, and what it does not",
    limits: said => [
      "This bundle was captured by the user in their own browser. It shows what the browser displayed, the steps and time of capture, and whether the files still match the list in the bundle. On its own it does not prove the truth of the content, the person behind the account, or that the device was not manipulated.",
      "The hashes and the device signature show only that the files match the list in the bundle. This does not exclude a remade bundle; compare the ZIP's fingerprint (64 digits) with the one you received separately. They do not show whether the page was altered before the capture, who is behind the account, or whether the statements are true; and they are no notarial deed, forensic opinion or reliable electronic signature. The capture was made on a device under the user's control, without a third party as witness.",
      `Times are those of the capturing computer's clock. ${stampLimit(said)}`,
      "“Complete as loaded” speaks only of what the page had loaded at that time. What was not loaded, not unfolded or not pictured is listed item by item below.",
      "For stronger proof, apply soon, while the page can still be reached, to a notary for preservation of evidence, to the court for an order to preserve evidence, or to the police to obtain the platform's records.",
    ],
    itemsTitle: "Items",
    number: "No.",
    picture: "First screen",
    facts: "Content",
    site: "Site",
    title: "Title",
    address: "Address",
    capturedAt: "Captured",
    clock: "The computer's clock",
    clockFinding,
    extent: "Extent",
    steps: "Steps",
    redacted: "Left out",
    ...importedEn,
    ...wallsEn,
    ...postEn,
    ...filingEn,
    ...factsEn,
    ...marksEn,
    server: "What the server sent",
    serverSays: serverSentences,
    originals: "Original files",
    originalsSaid: originalsSentence,
    readAgain: "Seen as a visitor, later",
    reading: readingSentence,
    ...readingsEn,
    record: "SHA-256",
    untitled: "(no title)",
    noPicture: "No picture",
    redrawn: "Re-drawn picture, not a screenshot",
    addressShortened: "Tokens or an overlong end left out; the whole address is in capture.json",
    completeAsLoaded: "Complete as loaded",
    gapsCount: count => (count === 1 ? "Not complete, 1 gap:" : `Not complete, ${String(count)} gaps:`),
    automatedItem: "Captured in an automated environment",
    stepsTaken: ({ done, failed, notRun }) =>
      [...named("Done", done), ...named("Failed", failed), ...named("Not done", notRun)].join(" "),
    redaction: ({ what, count, where }) =>
      `${redactionNames[what]}: ${String(count)} (${where}), left out on purpose when saving; not a gap.`,
    leftOutTitle: "Not in this bundle",
    leftOut: ({ item, reason }) =>
      reason === "damaged"
        ? `${item}: its stored files are damaged and could not be read.`
        : `${item}: was still being captured.`,
    leftForNext: ({ count, first, last }) =>
      count === 1
        ? `${first}: no more room in this bundle; it goes into the next one.`
        : `${first} to ${last} (${String(count)} items): no more room in this bundle; they go into the next one.`,
    noItems: "No items.",
    fingerprintsTitle: "Fingerprints of the bundle",
    bundle: "Bundle",
    exportedAt: "Exported at",
    itemCount: "Items",
    manifestPrint: "SHA-256 of manifest-sha256.txt",
    custodyHead: "SHA-256 of the custody log's last line",
    custodyEntries: "Lines of the custody log",
    deviceKey: "SHA-256 of the device's public key",
    timeStamp: "Third-party time stamp",
    stamps,
    innerStamp: "Third-party time stamp of this item",
    anchor: height =>
      height === null
        ? "Promised by calendars, not yet in Bitcoin when this was packed: no proof yet."
        : `The proof leads to Bitcoin block ${String(height)}; the block was not looked at.`,
    keyStamp: "Age of that key",
    keyExisted: (authority, time) =>
      `Existed no later than ${time}, by the third-party time stamp of ${authority}. It speaks of the key of one installation, not of a person.`,
    attached: "Attached from elsewhere",
    proof: proofEn,
    tool: "Tool",
    build: "SHA-256 of the tool's own file list",
    custodyNote:
      "The custody log shows how often and when anything was captured, deleted or exported on this installation; it holds no address and no content. The device signature was made with a key that this installation created for itself; the browser's interface does not export the private key, but whoever can copy the browser profile may have it.",
    verifyTitle: "How to check",
    verifyHow: [
      "Do not change or re-zip this bundle; work on a copy.",
      "Follow the commands in verify.txt. They use only tools that come with the computer or are public (sha256sum, openssl and the like), none of ours.",
      "Or open verify.html in a browser, offline, and give it the ZIP: it is our own program, and the commands are the independent way.",
      "Checking answers “do the files match the list?”. It does not judge truth or admissibility.",
    ],
    signedBy: "Submitted by (signature)",
    date: "Date",
  },
  verify: {
    title: "How to check this bundle",
    numbersTitle: "Names and numbers of this bundle",
    bundle: "Folder",
    zip: "ZIP file",
    items: "Items",
    payload: (files, bytes) => `${String(files)} files, ${String(bytes)} bytes`,
    manifestPrint: "SHA-256 of manifest-sha256.txt",
    custodyEntries: "Lines of the custody log",
    custodyHead: "SHA-256 of the custody log's last line",
    deviceKey: "SHA-256 of the device's public key",
    timeStamp: "Third-party time stamp",
    stamps,
    scopeTitle: "What the checks show, and what they do not",
    scope: said => [
      "When all pass, the files match the list in the bundle, and the list was signed with the device key in the bundle.",
      "This does not exclude a remade bundle. Compare all 64 digits of the ZIP's SHA-256 with the ones you received separately.",
      "The key is inside the bundle. Compare its SHA-256 with one obtained another way, such as from an earlier bundle of the same computer.",
      stampScope(said),
      "Checking does not judge the truth of the content, does not say who wrote it, and does not speak of admissibility.",
      "This file too is inside the bundle; whoever can replace the evidence can replace it. Compare its commands with instructions that you trust.",
    ],
    linuxTitle: "Linux (bash, coreutils 9 or newer, OpenSSL)",
    macTitle: "macOS (Terminal, zsh or bash)",
    windowsTitle: "Windows (PowerShell)",
    reading:
      "Copy the commands one by one and run them in order, from the folder that holds the ZIP. Unless said otherwise, printing nothing means that the check has passed.",
    zipPrint:
      "The ZIP's fingerprint. It prints 64 digits: compare them with the ones you received separately.",
    unpack: "Unpack, and enter the folder.",
    payloadSha256: "SHA-256 of every file in data/.",
    payloadSha256Each: "SHA-256 of every file in data/. Each line should end with OK.",
    payloadSm3:
      "SM3 of every file in data/. Before coreutils 9 there is no such command: skip it, the one above has checked the same files.",
    tags: "SHA-256 of the lists and papers.",
    tagsEach: "SHA-256 of the lists and papers. Each line should end with OK.",
    nothingExtra: "Nothing in data/ that is not listed.",
    nothingExtraTop: "Nor at the top.",
    signature: "The device signature. It should print Verified OK.",
    key: "The key's fingerprint. It should print the 64 digits given above for the device's public key.",
    custodyChain:
      "The custody log is unbroken and ends as stated above. It should print custody log ok; BROKEN means that it was changed.",
    custodyNumbers:
      "bag-info.txt states the same end and the same number of lines. Each command should print one line.",
    windowsZip:
      "The ZIP's fingerprint. Compare all 64 digits with the ones you received separately; upper or lower case does not matter.",
    windowsFiles:
      "SHA-256 of every file. CHANGED OR MISSING names a file that is; the last line says how many match.",
    windowsExtra: "Nothing in data/ that is not listed. NOT LISTED names what was added.",
    windowsRest:
      "Signature and custody log: install Git for Windows, open Git Bash, enter the folder, and run the commands of the Linux part for signature, key and log.",
    stampRoots:
      "The root certificates that you trust. This takes those that come with Debian and Ubuntu; if the authority's root is not among them, get it from the authority and set R to that file.",
    keyStamps:
      "The time stamps of the device's public key, judged at the time in each. Each line should end with Verification: OK: the key existed no later than that.",
    innerStamps:
      "The items' time stamps, judged at the time in each. Each line should end with Verification: OK.",
    importedStamps:
      "Time stamps that were made elsewhere and attached to an item, judged at the time in each. Each line should end with Verification: OK.",
    unverifiableStamps: paths =>
      `These time stamps were made elsewhere and are kept as they came; they use the Chinese algorithms (SM2, SM3) or others that no command here verifies. Have their authority verify them: ${paths.join(", ")}`,
    outerStamps:
      "The time stamps of the whole bundle. It prints the time of each, and then should print Verification: OK. One that fails proves nothing: unable to get says that the root of its authority is not in R, anything else that it does not belong to this bundle. No time stamp came means that one was asked for and not received.",
    openTimestamps: paths =>
      `OpenTimestamps proofs, which the program ots of opentimestamps.org checks, against Bitcoin and beside the file of the same name without .ots; the first, ots upgrade, turns a promise into a proof once Bitcoin has it: ${paths.join(", ")}`,
    stampsElsewhere:
      "Check time stamps with the commands of the Linux part: the openssl and the date that come with macOS take other words.",
    page: "Without a terminal: open verify.html in a browser, offline, and give it the ZIP; it is our own program and lies in the bundle too, so the commands below are the independent way.",
  },
}
