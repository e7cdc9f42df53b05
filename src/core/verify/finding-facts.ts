/** Every finding of the verifier, by its code, with the facts that its sentence needs. Add freely, never rename: others keep the codes. */
import type { StampFault } from "../stamp/fault.ts"
import type { RecordFacts } from "./finding-facts-record.ts"
import type { HistoryFacts } from "./history-facts.ts"

type None = Readonly<Record<string, never>>

interface OfFile {
  readonly path: string
}
interface OfItem {
  readonly item: string
}

/** `item` is empty for a stamp over the whole bundle, and "device-key" for one over the key. */
interface OfStamp {
  readonly authority: string
  readonly item: string
}

/** A file in an item's folder, of those that its record does not list; or a picture that it should. */
interface OfImport {
  readonly item: string
  readonly path: string
}

/** A stamp over a bundle that items came in, or over its key. */
interface OfOriginStamp {
  readonly bundle: string
  readonly authority: string
  readonly at: string
  readonly signer: string
}

/** Every code and the facts that its sentence needs. */
export interface FindingFacts extends RecordFacts, HistoryFacts {
  "not-reached": None

  "archive/read": { readonly entries: number; readonly bytes: number }
  "archive/fingerprint": { readonly sha256: string }
  "archive/renamed": { readonly expected: string }
  "archive/empty": None
  "archive/unreadable": { readonly reason: string }
  "archive/not-zip": None
  "archive/age": None
  "archive/age-fingerprint": { readonly sha256: string }
  "archive/no-bag": None
  "archive/newer-format": { readonly format: string }
  "archive/truncated": None
  "archive/prepended": None
  "archive/trailing": None
  "archive/end-record": None
  "archive/directory": { readonly reason: string }
  "archive/too-many-entries": { readonly limit: number }
  "archive/item-too-large": { readonly item: string; readonly limit: number }
  "archive/gap": OfFile
  "archive/header": OfFile
  "archive/metadata": OfFile
  "archive/method": OfFile
  "archive/encrypted": OfFile
  "archive/flags": OfFile
  "archive/folder-entry": OfFile
  "archive/name": OfFile
  "archive/second-folder": OfFile
  "archive/duplicate": OfFile
  "archive/letter-case": { readonly path: string; readonly other: string }
  "archive/content": { readonly path: string; readonly reason: string }

  "bag/folder-name": { readonly folder: string }
  "bag/folder-id": { readonly folder: string; readonly id: string }
  "bag/declaration": None
  "bag/info-malformed": { readonly line: number }
  "bag/field-missing": { readonly field: string }
  "bag/field-twice": { readonly field: string }
  "bag/field-malformed": { readonly field: string }
  "bag/payload-size": { readonly declared: string; readonly found: string }
  /** The commands in that file are of another bundle. */
  "bag/verify-text": OfFile
  "bag/described": { readonly id: string; readonly format: string; readonly software: string }

  "manifest/line": { readonly path: string; readonly line: number }
  "manifest/twice": { readonly path: string; readonly of: string }
  "manifest/outside": { readonly path: string; readonly of: string }
  "manifest/only-in": { readonly path: string; readonly of: string }
  "manifest/unreadable": { readonly path: string; readonly reason: string }

  "files/match": { readonly count: number }
  "files/changed": { readonly path: string; readonly algorithm: string }
  /** SM3 was left out, as the reader asked; SHA-256 was compared. */
  "files/sm3-not-checked": None
  "missing/none": None
  "missing/file": OfFile
  "extra/none": None
  "extra/file": OfFile

  "records/match": { readonly count: number }
  "records/case-malformed": { readonly reason: string }
  "records/not-in-case": OfItem
  "records/no-folder": OfItem
  "records/no-record": OfItem
  "records/malformed": { readonly item: string; readonly reason: string }
  "records/other-item": { readonly item: string; readonly says: string }
  "records/same-capture": { readonly item: string; readonly other: string }
  "records/file-twice": { readonly item: string; readonly path: string }
  "records/file-missing": { readonly item: string; readonly path: string }
  "records/file-differs": { readonly item: string; readonly path: string }
  "records/file-unlisted": { readonly item: string; readonly path: string }
  "records/not-listed-in-record": { readonly item: string; readonly path: string }
  "records/complete-with-gaps": OfItem
  "records/incomplete-without-gaps": OfItem
  "records/not-in-log": OfItem
  "records/not-in-export": OfItem

  "log/unbroken": { readonly lines: number }
  "log/missing": None
  "log/unreadable": { readonly reason: string }
  "log/empty": None
  "log/no-newline": None
  "log/line": { readonly line: number }
  "log/seq": { readonly line: number }
  "log/prev": { readonly line: number }
  "log/no-export": { readonly id: string }

  "head/match": { readonly head: string }
  "head/differs": { readonly declared: string; readonly found: string }
  "head/count": { readonly declared: string; readonly found: number }

  "signature/valid": { readonly key: string }
  "signature/missing": OfFile
  "signature/key-malformed": None
  "signature/key-differs": { readonly declared: string; readonly found: string }
  "signature/malformed": None
  "signature/invalid": None

  "time/none-requested": None
  "time/no-inner": None
  "time/none-beside": None
  "time/no-stamp": { readonly name: string; readonly fault: StampFault }
  "time/of-something-else": { readonly name: string; readonly at: string }
  "time/absent": OfStamp
  "time/half": OfStamp
  "time/unreadable": OfStamp & { readonly reason: string }
  "time/invalid": OfStamp & { readonly fault: StampFault }
  "time/not-verifiable": OfStamp & { readonly at: string; readonly reason: string }
  "time/trusted": OfStamp & { readonly at: string; readonly signer: string; readonly root: string }
  /** A token in place of the whole reply. */
  "time/bare": OfStamp
  "time/no-nonce": OfStamp
  "time/same-reply": { readonly authority: string; readonly other: string }
  /** Over an item: so many seconds after the end of the capture that its record states, or before it. */
  "time/late": OfStamp & { readonly seconds: number }
  "time/before-end": OfStamp & { readonly seconds: number }
  "time/unknown-root": OfStamp & { readonly at: string; readonly signer: string; readonly top: string }
  "time/chain-differs": { readonly authority: string }

  /** `item` is empty for the whole. */
  "ots/invalid": { readonly item: string; readonly reason: string }
  "ots/other-file": OfItem
  /** Of a file that the reader gave. */
  "ots/something-else": { readonly name: string }
  "ots/nothing": OfItem
  "ots/pending": { readonly item: string; readonly calendars: string }
  "ots/block": { readonly item: string; readonly height: number; readonly merkleRoot: string }

  "bracket/none": None
  /** So many items' numbers were not looked at. */
  "bracket/too-many": { readonly items: number }
  /** `before` is the earliest time of a trusted stamp over the same record. */
  "bracket/between": {
    readonly item: string
    readonly round: number
    readonly after: string
    readonly before: string
  }
  "bracket/after": { readonly item: string; readonly round: number; readonly after: string }
  "bracket/false": { readonly item: string; readonly round: number }
  "bracket/about": {
    readonly item: string
    readonly round: number
    readonly after: string
    readonly before: string
  }
  "bracket/later-than-stamp": {
    readonly item: string
    readonly round: number
    readonly after: string
    readonly before: string
  }
  "bracket/other-chain": { readonly item: string; readonly chain: string }
  /** A pulse of NIST's, of the time that it says. */
  "bracket/not-checked": { readonly item: string; readonly at: string }
  "bracket/missing": { readonly item: string; readonly source: string }
  "bracket/malformed": { readonly item: string; readonly reason: string }

  "imports/none": None
  "imports/no-list": OfItem
  "imports/malformed": { readonly item: string; readonly reason: string }
  "imports/of-another": OfItem
  "imports/unlisted": OfImport
  "imports/missing": OfImport
  "imports/differs": OfImport
  "imports/ending": OfImport
  "imports/not-looked-into": OfImport & { readonly name: string }
  "imports/of-something-else": OfImport & { readonly name: string }

  "origins/none": None
  /** `bundle` is the export id of the one that the items came in. */
  "origins/holds": { readonly bundle: string; readonly device: string; readonly lines: number }
  "origins/time": OfOriginStamp & { readonly root: string }
  "origins/time-unknown-root": OfOriginStamp & { readonly top: string }
  "origins/broken": { readonly bundle: string; readonly what: string }
  "origins/unnamed": { readonly bundle: string }
  "origins/missing": { readonly item: string; readonly bundle: string }
  "origins/not-sealed": { readonly item: string; readonly bundle: string }
  "origins/not-received": { readonly item: string; readonly bundle: string }
  "origins/omitted": OfItem

  "readings/malformed": { readonly item: string; readonly reason: string }
  "readings/of-another": OfItem
  "readings/unlisted": OfImport
  "readings/missing": OfImport
  "readings/differs": OfImport

  "corrections/malformed": { readonly item: string; readonly reason: string }
  "corrections/of-another": OfItem

  /** `item` is an item, or the number of a case. */
  "notes/malformed": { readonly item: string; readonly reason: string }
  "notes/of-another": OfItem
  "notes/differs": OfItem & { readonly id: string }

  /** Files beside what the user says. */
  "attached/unlisted": OfFile
  "attached/missing": OfFile
  "attached/differs": OfFile

  "annotations/malformed": { readonly item: string; readonly reason: string }
  "annotations/of-another": OfItem
  "annotations/picture": OfImport

  "redacted/malformed": { readonly item: string; readonly reason: string }
  "redacted/of-another": OfItem
  "redacted/unlisted": OfImport
  "redacted/missing": OfImport
  "redacted/differs": OfImport
  "redacted/original": OfImport

  "imported/malformed": { readonly item: string; readonly reason: string }
  "imported/as-captured": OfItem
  "recording/malformed": { readonly item: string; readonly reason: string }
  "recording/differs": OfImport
  "recording/view-unlabelled": OfImport
  "recording/view-differs": OfImport
  "recording/view-malformed": { readonly item: string; readonly reason: string }

  "chat/malformed": { readonly item: string; readonly reason: string }
  /** `what`: file, messages, ending, until or adapter. */
  "chat/differs": { readonly item: string; readonly what: string }
  "chat/place": { readonly item: string; readonly n: number; readonly path: string }
  "procedure/malformed": { readonly item: string; readonly reason: string }
  "procedure/picture": OfImport
  "procedure/differs": OfItem

  "self-check/malformed": { readonly item: string; readonly reason: string }
  "self-check/output": OfImport

  "automation/no": None
  "automation/yes": OfItem
  "automation/unknown": OfItem
}
