import type { ClosingWords, ProcedureWords } from "../../core/papers/words.ts"

type Closing = ClosingWords &
  Pick<
    ProcedureWords,
    | "custodyEvent"
    | "environmentOf"
    | "selfCheckOf"
    | "selfCheckNote"
    | "environmentName"
    | "size"
    | "yes"
    | "no"
    | "notRead"
    | "automation"
    | "environmentNote"
  >

const automated = { yes: "Yes", no: "No", unknown: "Unknown" } as const

/** The later parts of the report, from the environment on. */
export const reportClosingEn: Closing = {
  custodyEvent: {
    installed: "Tool installed or updated",
    "key.created": "Device key made",
    "capture.started": "Capture began",
    "capture.sealed": "Capture finished and sealed",
    "capture.recovered": "Unfinished capture found",
    "capture.interrupted": "Capture cut off; what was kept was sealed",
    "capture.trashed": "Moved to the trash",
    "capture.restored": "Taken out of the trash",
    "capture.received": "Received from another installation, in a bundle",
    "addition.received": "Something added elsewhere came in a bundle",
    deleted: "Deleted",
    "export.started": "Export began",
    "export.failed": "Export did not finish",
    exported: "Export finished",
    "settings.changed": "Setting changed",
    "integrity.checked": "Stored files checked",
    "time.requested": "Third-party time stamp asked for",
    "time.received": "Third-party time stamp received",
    "time.pending": "OpenTimestamps proof promised by calendars, not yet a proof",
    "time.anchored": "OpenTimestamps proof that leads to a Bitcoin block, which was not looked at",
    "time.failed": "No third-party time stamp came",
    "reading.kept": "Page read again",
    "correction.kept": "Filled in or corrected by the user",
    "annotation.kept": "User’s marks on a picture kept",
    "redaction.kept": "Redacted copy of a picture made",
    imported: "File from elsewhere attached",
  },
  selfCheckOf: item => `Self-check record of ${item}`,
  selfCheckNote:
    "What the computer said of itself, and the outputs that its user pasted, as they were. The record names what was not read. It does not show that nothing was manipulated.",
  environmentOf: items => `Environment of ${items}`,
  environmentName: {
    browser: "Browser",
    os: "Operating system",
    extension: "Version of the tool",
    build: "SHA-256 of the tool's own file list",
    locale: "Browser language",
    timeZone: "Time zone",
    viewport: "Size of the page in the window",
    screen: "Screen",
    zoom: "Zoom",
    dpr: "Device pixels for each CSS pixel",
    privateWindow: "Private window",
    automation: "Automated environment",
    userAgent: "User agent",
    otherExtensions: "Other extensions",
    proxy: "Proxy settings",
  },
  size: ({ width, height }) => `${String(width)} × ${String(height)} CSS pixels`,
  yes: "Yes",
  no: "No",
  notRead: "Not read: this tool does not ask for that permission",
  automation: (value, basis) => `${automated[value]} (basis: ${basis})`,
  environmentNote:
    "All of this is what the inspected browser says of itself. A browser extension cannot read the hosts file, processes, antivirus programs or the network path, and this report says nothing of them.",

  printsNote:
    "Every file under data/, as in manifest-sha256.txt and manifest-sm3.txt. The same fingerprint shows only that a file has not changed; it says nothing of whether its content is true, or when it came to be.",
  verifyPage: "First way: verify.html, without a network",
  verifyPageSaid: [
    "Open verify.html of the bundle in a browser (it needs no network), choose the ZIP, and wait for the result of each file. It is our own program, and in the bundle too; the other two ways use common tools alone.",
  ],
  verifyWindows: "Second way: Windows (PowerShell)",
  verifyWindowsSaid: [
    "Run this in the folder of the ZIP, and compare the 64 digits with those that you received separately. The commands for every file are in verify.txt.",
  ],
  verifyPosix: "Third way: Linux or macOS (terminal)",
  verifyPosixSaid: [
    "Run the first command and compare the ZIP's 64 digits; unpack, go into the folder, and run the others. It agrees if nothing is reported and the last one says Verified OK. macOS has shasum -a 256 in place of sha256sum; see verify.txt.",
  ],
  verifyScope: [
    "Use a copy, and do not change or re-pack the bundle. Verification answers whether the files agree with the list. It does not judge truth or admissibility.",
  ],
  declared: [
    "I operated the capture tool named above, and captured the pages listed here at the times stated here. Since the capture I have not changed any file of the bundle; what I filled in or corrected is marked as such in this report. Notes, labels, complaint records, marks on pictures and redacted copies, where the bundle has any, were added after the capture as files of their own, and were not captured.",
    "I know that this report shows the course of the capture and the fingerprints of the files only. Whether the content of the pages is true, and who uses an account, is for the competent authorities to find.",
    "(Sign only if this is what happened; correct it first where it is not.)",
  ],
  signature: "Captured by (signature)",
  identity: "Identity document no. (optional)",
  date: "Date",
  witness: "Witness (signature, optional)",
  terms: [
    [
      "Fingerprint (hash)",
      "Digits computed from a file. If one letter of the file changes, they do. SHA-256 and SM3 are two ways to compute them.",
    ],
    [
      "List",
      "A text file that names every file and its fingerprint: manifest-sha256.txt and manifest-sm3.txt.",
    ],
    [
      "Device signature",
      "Made over the list with a key that this installation created for itself. The browser's interface does not export it, but whoever can copy the browser profile may have it. It is no reliable electronic signature and does not say who signed.",
    ],
    [
      "Third-party time stamp",
      "A time stamp authority's word that a fingerprint existed at a time, and nothing more.",
    ],
    [
      "Complete as loaded",
      "All that the page had loaded at the time was captured. What it had not loaded is not part of that.",
    ],
    ["Gap", "What should be there and was not captured, each with its reason."],
    [
      "Joined page",
      "A picture put together from those of the single screens, for reading; the single screens are the originals.",
    ],
    [
      "Custody log",
      "How often and when anything was captured, deleted or exported on this installation; each line names the fingerprint of the one before.",
    ],
  ],
}
