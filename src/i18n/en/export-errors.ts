/** Of making a bundle, and its papers. */
import { type ErrorCode } from "../../core/errors.ts"

export const exportErrors = {
  "error.export/nothing.cause": "There is nothing to export yet.",
  "error.export/nothing.safe": "Nothing was changed.",
  "error.export/nothing.next": "Choose at least one item, or capture a page first.",

  "error.export/busy.cause": "Another bundle is being made.",
  "error.export/busy.safe": "It goes on.",
  "error.export/busy.next": "Start this one when it has ended.",

  "error.export/failed.cause": "Packing stopped before the bundle was whole.",
  "error.export/failed.safe": "Your evidence is untouched; no partial bundle was handed to you.",
  "error.export/failed.next": "Check that there is room on the disk, then export again.",

  "error.export/passphrase.cause":
    "The passphrase can’t be used: it takes 12 to 128 letters, digits, signs and spaces of an English keyboard, with no space at either end.",
  "error.export/passphrase.safe": "Nothing was exported, and nothing was changed.",
  "error.export/passphrase.next":
    "Use four or five unrelated words, or let one be made for you. It must be typed the same way on another computer.",

  "error.export/passphrases-differ.cause": "The two passphrases are not the same.",
  "error.export/passphrases-differ.safe": "Nothing was exported, and nothing was changed.",
  "error.export/passphrases-differ.next": "Show them and compare, or type both again.",

  "error.export/no-recipient.cause": "No key is chosen to encrypt to, or the chosen one was removed.",
  "error.export/no-recipient.safe": "Nothing was handed out unencrypted; your evidence is untouched.",
  "error.export/no-recipient.next": "Choose a key, or add one in the settings.",

  "error.export/report-failed.cause": "The report could not be made.",
  "error.export/report-failed.safe": "The bundle was made without it; your evidence is untouched.",
  "error.export/report-failed.next":
    "Export again, if you want the report; 00-readme.html in the bundle lists the items all the same.",
  "error.export/list-failed.cause": "The list of evidence could not be made.",
  "error.export/list-failed.safe": "The bundle was made without it; your evidence is untouched.",
  "error.export/list-failed.next":
    "Export again, if you want the list; 00-readme.html in the bundle lists the items all the same.",
  "error.export/route-failed.cause": "The notary route sheet could not be made.",
  "error.export/route-failed.safe": "The bundle was made without it; your evidence is untouched.",
  "error.export/route-failed.next":
    "Export again, if you want the sheet; 00-readme.html in the bundle has the addresses all the same.",
  "error.export/draft-failed.cause": "A paper could not be made.",
  "error.export/draft-failed.safe": "The bundle was made without it; your evidence is untouched.",
  "error.export/draft-failed.next": "Export again, if you want the paper.",
  "error.export/encrypt-failed.cause": "The bundle could not be encrypted.",
  "error.export/encrypt-failed.safe": "Nothing was handed out unencrypted; your evidence is untouched.",
  "error.export/encrypt-failed.next":
    "Check that there is room on the disk for the bundle once more, then export again.",

  "error.export/stopped.cause": "You cancelled this export.",
  "error.export/stopped.safe": "No file was handed to you; your evidence is untouched.",
  "error.export/stopped.next": "Export again whenever you need it.",
} as const satisfies Partial<Record<`error.${ErrorCode}.${"cause" | "safe" | "next"}`, string>>
