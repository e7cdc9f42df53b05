/** The page that takes bundles in, and tests whether a backup can be. */
import { type ErrorCode } from "../../core/errors.ts"
import { plural } from "./plural.ts"

export const restoreErrors = {
  "error.restore/locked.cause": "Wrong passphrase or key, or a damaged file.",
  "error.restore/locked.safe": "Nothing was imported.",
  "error.restore/locked.next": "Check the passphrase, or choose another copy of the file.",

  "error.restore/refused.cause": "This bundle did not pass verification.",
  "error.restore/refused.safe": "Nothing was written, and your file is as it was.",
  "error.restore/refused.next": "Ask whoever gave it to you for the file again, or use another copy.",

  "error.restore/there.cause": "This item is here already.",
  "error.restore/there.safe": "It was left as it is.",
  "error.restore/there.next": "Nothing needs to be done.",
} as const satisfies Partial<Record<`error.${ErrorCode}.${"cause" | "safe" | "next"}`, string>>

export const restore = {
  "restore.title": "Restore and merge",
  "restore.open": "Restore or merge a bundle…",
  "restore.why":
    "Puts the items of exported bundles into Holdfast: after a change of computer, or when somebody helped you capture. Each bundle is verified first. What is here is never overwritten.",
  "restore.drop": "Drop bundles here (.zip or .age), or",
  "restore.choose": "choose files",
  "restore.local": "The files are read on this computer; nothing is sent.",
  "restore.checking": "Verifying…",
  "restore.progress": ({ done, total }: { done: string; total: string }) => `${done} of ${total} read`,
  "restore.cancel": "Cancel",

  "restore.encrypted": "This file is encrypted",
  "restore.passphrase": "Passphrase",
  "restore.identity": "or the secret key that belongs to it (AGE-SECRET-KEY-1…)",
  "restore.secretStays": "What you enter here is used for this file only, and kept nowhere.",
  "restore.unlock": "Decrypt and verify",
  "restore.unlocking": "Decrypting…",

  "restore.refused": ({ reason }: { reason: string }) =>
    `This bundle failed verification: ${reason}. Nothing was written, and it won’t be merged.`,
  "restore.refusedView": "What was checked stands below.",
  "restore.refusedUnzip":
    "To see its screenshots and text, unzip a copy and look at the pictures and text files in its data folder. Decrypt an encrypted file with age first. Do not open its web pages: they may have been changed.",
  "restore.view": "Verify it once more on the verifier’s page (choose the file again there)",
  "restore.another": "Choose another file",
  "restore.waiting": ({ n }: { n: number }) =>
    `${plural(n, "file waits", "files wait")} for this one to be done with.`,
  "restore.next": "Verify the next file",

  "restore.new": ({ n }: { n: number }) => `${plural(n, "item", "items")} can be restored.`,
  "restore.same": ({ n }: { n: number }) =>
    `${plural(n, "item is", "items are")} here already, with the same fingerprint.`,
  "restore.onlyMore": "The items are here already; something was added to them elsewhere.",
  "restore.more": ({ what }: { what: string }) =>
    `Added there, and not here: ${what}. It will be put beside what is here, and nothing here is changed. All but notes and labels have a line each in the custody log that names this bundle.`,
  "restore.more.and": ", ",
  "restore.more.remarks": ({ n }: { n: number }) => plural(n, "note or label", "notes or labels"),
  "restore.more.readings": ({ n }: { n: number }) => plural(n, "later reading", "later readings"),
  "restore.more.corrections": ({ n }: { n: number }) => plural(n, "correction", "corrections"),
  "restore.more.annotations": ({ n }: { n: number }) => plural(n, "marked picture", "marked pictures"),
  "restore.more.redactions": ({ n }: { n: number }) => plural(n, "covered copy", "covered copies"),
  "restore.more.imports": ({ n }: { n: number }) => plural(n, "attached proof", "attached proofs"),
  "restore.more.stamps": ({ n }: { n: number }) => plural(n, "time stamp", "time stamps"),
  "restore.differing": ({ n }: { n: number }) =>
    `${plural(n, "of them says", "of them say")} another thing than what stands here in the same place. Both are kept; of corrections, what comes stands last and is what papers show. Please look through them.`,
  "restore.trashed": ({ n }: { n: number }) =>
    `Of those, ${plural(n, "is", "are")} in the trash here. What was added to them elsewhere is not looked at and not taken over: take them out of the trash first, and give the file again.`,
  "restore.notTaken": ({ n }: { n: number }) =>
    `Of ${plural(n, "item", "items")}, the bundle has files that are not taken over: an OpenTimestamps proof, or a reading of a name that is given here. Keep the file.`,
  "restore.conflict": ({ n }: { n: number }) =>
    `${plural(n, "item claims", "items claim")} to be one that is here and ${n === 1 ? "has" : "have"} other content. Both will be kept. Ask whoever gave you the file how that came about.`,
  "restore.device": "Signed by the device with the fingerprint",
  "restore.ownDevice": "This is the key of this installation.",
  "restore.otherDevice":
    "This is another device than this installation. The items keep their signatures, time stamps and log as they came; what you export from here is signed by this installation’s own key as well.",
  "restore.case": ({ name }: { name: string }) => `Case “${name}” goes to`,
  "restore.noCase": "Items of no case go to",
  "restore.chooseCase": "Please choose",
  "restore.newCase": ({ name }: { name: string }) => `A new case “${name}”`,
  "restore.sameName": "There is a case of this name here. Merge with it, or make another?",
  "restore.caseFrom": ({ device }: { device: string }) => `From device ${device}`,
  "restore.beginMore": "Add what is missing",
  "restore.begin": ({ n }: { n: number }) => `Restore ${plural(n, "item", "items")}`,

  "restore.writing": "Writing…",
  "restore.written": ({ done, total }: { done: string; total: string }) => `${done} of ${total} items`,
  "restore.stop": "Stop after this item",
  "restore.keepOpen":
    "Please keep this page open. If it is closed, every item written so far is whole; give the same file again to go on.",
  "restore.done": ({ n }: { n: number }) =>
    `${plural(n, "item was", "items were")} restored. Every file was read back and has its fingerprint.`,
  "restore.doneMore": "What was missing has been added.",
  "restore.added": ({ n }: { n: number }) =>
    `Something was added to ${plural(n, "item that was", "items that were")} here.`,
  "restore.stopped": ({ n }: { n: number }) =>
    `Stopped. ${plural(n, "item was", "items were")} written whole; give the same file again to go on.`,
  "restore.nothing":
    "Everything in this bundle is here already, with what was added to the items. Nothing was written.",
  "restore.nothingNew": "No item of this bundle is new here. Nothing was written.",
  "restore.failed": ({ n }: { n: number }) => `${plural(n, "item was", "items were")} not written:`,
  "restore.number": ({ from, to }: { from: string; to: string }) => `${from} there is ${to} here`,
  "restore.numbers": "Numbers",
  "restore.library": "To the library",
  "restore.unfinished": ({ name, done, total }: { name: string; done: string; total: string }) =>
    `A restore from ${name} did not come to its end: ${done} of ${total} items are here, each whole. Choose the same file again to go on.`,
  "restore.cameFrom": ({ from, bundle }: { from: string; bundle: string }) =>
    `Came in a bundle: ${from} there. Its own log, signature and time stamps are kept with it (bundle ${bundle}).`,

  "restore.testTitle": "Test a backup",
  "restore.testOpen": "Test whether a backup can be restored…",
  "restore.testWhy":
    "Choose the backup file that you keep. It is read, decrypted and verified file by file, and held against what is here. Nothing is written.",
  "restore.testOk": ({ n, files }: { n: number; files: string }) =>
    `This backup can be restored: ${plural(n, "item", "items")}, ${files} files, each with its fingerprint.`,
  "restore.testSame": ({ n }: { n: number }) => `${plural(n, "item", "items")} of it are the same as here.`,
  "restore.testMissing": ({ n }: { n: number }) =>
    `${plural(n, "item", "items")} that are here are not in it: export again.`,
  "restore.testAll": "Every item that is here is in it, with what was added to it.",
  "restore.testLess": ({ what }: { what: string }) =>
    `Added here, and not in this backup: ${what}. Export again.`,

  "restore.wholeTitle": "The whole vault",
  "restore.whole": "Back up everything…",
  "restore.wholeIs":
    "All cases go into one bundle, encrypted if you wish. It has their items and files, with notes, labels, readings, corrections, marks, copies, time stamps and the custody log. The trash is not in it, nor are the settings, which have a file of their own below. The signing key is not in it, either: it cannot leave this browser. A restored vault signs with a new key, and both logs are kept.",
} as const
