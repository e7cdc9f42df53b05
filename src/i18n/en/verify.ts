/** The words of the page that verifies. What it found is said by the verdict's own words, in ../verdict. */
import { plural } from "./plural.ts"

export const verify = {
  "verify.open": "Verify…",
  "verify.title": "Verify a bundle",
  "verify.drop": "Drop a bundle (ZIP) here, or",
  "verify.choose": "Choose a file",
  "verify.chooseAnother": "Choose another file",
  "verify.local": "Runs on this device, even offline.",
  "verify.ourOwn": ({ file }: { file: string }) =>
    `This is our own program. To check without it, follow the commands in ${file}, which is in every bundle.`,
  "verify.roots": "Whose time stamps do you trust?",
  "verify.rootsWhat":
    "A time stamp counts when its certificate leads to a root that you trust. Get that root from the authority itself, not from the bundle. Without one, the time stays unconfirmed.",
  "verify.rootsFile": "Root certificates (PEM file)",
  "verify.rootsTaken": ({ n }: { n: number }) => `${plural(n, "certificate", "certificates")} trusted, from`,
  "verify.stampsFile": "A time stamp that you have apart from the bundle (.tsr, .tst)",
  "verify.stampsTaken": ({ n }: { n: number }) =>
    `${plural(n, "time stamp", "time stamps")} beside the bundle:`,
  "verify.stampTaken": "The time stamp is taken. Now choose the bundle that it belongs to.",
  "verify.rootsBad": "That file holds no certificates in PEM form. Nothing was changed.",
  "verify.oneAtATime": "One file at a time, please. Nothing was checked.",
  "verify.checking": "Checking",
  "verify.progress": ({ done, total }: { done: string; total: string }) =>
    `Read ${done} of ${total}; every file is read twice`,
  "verify.cancel": "Cancel",
  "verify.cancelled": "Cancelled. Nothing was judged.",
  "verify.file": "File",
  "verify.size": "Size",
  "verify.at": "Checked",
  "verify.layers": "Layer by layer",
  "verify.more": ({ n }: { n: number }) => `… and ${plural(n, "more", "more")}; the saved result has all`,
  "verify.copyRefused": "The browser did not allow copying. Please select the digits.",
  "verify.save": "Save the result (JSON)",
  "verify.print": "Print the result",
  "verify.language": "Language",
  "verify.tooOld": ({ file }: { file: string }) =>
    `This page needs a newer browser with JavaScript switched on. You can check the bundle without it: follow the commands in ${file}.`,
} as const
