/** The words of the page that attaches proofs from elsewhere, and what is said of each wherever it is shown. */
export const attach = {
  "attach.title": "Attach a time stamp or certificate",
  "attach.open": "Attach a time stamp or certificate…",
  "attach.why":
    "Some authorities, 联合信任 for one, stamp on their own web site and have no address that this extension could ask. What you get there, or from a notary or a platform, can be attached here.",

  "attach.handOver": "1. What to hand over",
  "attach.handOverHow":
    "Choose an item or a bundle. Give the authority these digits, or the file itself, unchanged. This page sends nothing to anyone.",
  "attach.which": "Item or bundle",
  "attach.choose": "Please choose",
  "attach.nothing": "There is no item yet.",
  "attach.recordWhat":
    "The record of an item lists the hashes of all its files: a time stamp over the record is one over the item.",
  "attach.recordSha256": "SHA-256 of the record (capture.json)",
  "attach.recordSm3": "SM3 of the record (capture.json)",
  "attach.saveRecord": "Save the record as a file",
  "attach.zipWhat":
    "The file is the one that you downloaded. Its SM3, if asked for, is for the authority to compute from the file.",
  "attach.zip": "SHA-256 of the bundle’s ZIP",
  "attach.encrypted": "SHA-256 of the encrypted file",
  "attach.stamped": "SHA-256 of the ZIP that was made again",

  "attach.give": "2. Attach what you were given",
  "attach.drop": "Drop the file here, or",
  "attach.chooseFile": "Choose a file",
  "attach.forms":
    "A time stamp (.tsr, .tst and the like, up to 64 KB), or a certificate as PDF, JPG, PNG or OFD (up to 20 MB).",
  "attach.keeps":
    "It is read on this device and kept as it is. A file over an item goes into its bundles, with the name it has now. Once attached, it goes only together with the item.",
  "attach.reading": ({ name }: { name: string }) => `Reading ${name}…`,

  "attach.kept": ({ name, target }: { name: string; target: string }) => `${name} is attached to ${target}.`,
  "attach.refused": ({ name }: { name: string }) => `${name} was not attached.`,
  "attach.tooLarge": "The file is too large: a certificate may have 20 MB, a time stamp 64 KB.",
  "attach.noProof":
    "It is neither a time stamp that can be read nor a PDF, JPG, PNG or OFD. It may have been cut short on the way: download it again from where you got it.",
  "attach.invalid": ({ fault }: { fault: string }) =>
    `It is a time stamp, and it does not hold (${fault}). Ask whoever gave it to you for another one.`,
  "attach.notChanged": "Nothing that is kept here was changed.",
  "attach.whoseStamp": ({ time }: { time: string }) =>
    `A time stamp of ${time}, over none of the items or bundles here. If it belongs to one nevertheless, choose which: it is then kept as a file that says nothing of that item’s time.`,
  "attach.whoseFile":
    "A document does not say what it belongs to. Choose the item or bundle; the content is not checked.",
  "attach.toThis": "Attach to this",
  "attach.not": "Do not attach",

  "attach.list": "What is attached",
  "attach.listNone": "Nothing yet.",
  "attach.saveAgain": "Save again",
  "attach.saveAgainOf": ({ name }: { name: string }) => `Save again: ${name}`,
  "attach.at": ({ time }: { time: string }) => `Attached ${time}`,

  "attached.title": "Attached from elsewhere",
  "attached.valid": ({ time, signer }: { time: string; signer: string }) =>
    `Time stamp: ${time}, sound in itself. Its certificate names ${signer}; whoever checks it decides by the root certificate whether that is so.`,
  "attached.uniTrust":
    "The certificate bears the name of 联合信任, whose stamps are called 可信时间戳; whether rightly has not been checked.",
  "attached.sm2": ({ time }: { time: string }) =>
    `Time stamp: ${time}. It uses the Chinese algorithms (SM2, SM3): not verifiable here, kept as it came.`,
  "attached.algorithm": ({ time }: { time: string }) =>
    `Time stamp: ${time}. It is signed in a way that is not verifiable here, and kept as it came.`,
  "attached.unmatched": ({ time }: { time: string }) =>
    `Time stamp of ${time} over something else; you chose what it is attached to. It says nothing of its time.`,
  "attached.weak":
    "A time stamp by a hash that is too weak or not known; you chose what it is attached to. Not checked.",
  "attached.file": "You chose what it is attached to. Its content has not been checked.",
  "attached.over.capture.json": "Over the record of this item.",
  "attached.over.zip": "Over the bundle’s ZIP: give it along with the ZIP.",
  "attached.over.encrypted": "Over the encrypted file: give it along with that.",
  "attached.over.stamped": "Over the ZIP that was made again: give it along with that.",
  "attached.over.tagmanifest": "Over the list of this bundle’s lists: give it along with the ZIP.",
} as const
