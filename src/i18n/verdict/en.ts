import { logEn } from "./log-words.ts"
import { otherTimeEn } from "./other-time.ts"
import { timeEn } from "./time.ts"
import { recordEn } from "./record-words.ts"
import type { VerdictWords } from "./words.ts"

export const en: VerdictWords = {
  verdicts: {
    "sealed-and-timestamped": {
      title: "Matches its own list, and is time-stamped.",
      meaning: "No file was changed since packing. A third-party time stamp over the list is valid.",
    },
    "time-pending": {
      title: "Matches its own list. The time is not confirmed.",
      meaning:
        "No file differs from the lists in the bundle. A time stamp was asked for and is not confirmed here.",
    },
    "integrity-only": {
      title: "Matches its own list.",
      meaning:
        "All files match and the log chain is unbroken. The bundle as a whole has no third-party time stamp: this shows “unchanged since packing”, not when it was packed.",
    },
    damaged: {
      title: "Changed or damaged.",
      meaning:
        "Do not rely on this copy. What does not match is named below. Ask for the original file again.",
    },
    "cannot-tell": {
      title: "Can't tell.",
      meaning: "This is not one of our bundles, it cannot be read, or it was made by a newer version.",
    },
  },
  layers: {
    archive: "ZIP file",
    bag: "Bundle description",
    "tag-files": "Accompanying files",
    files: "Evidence files",
    missing: "Missing files",
    extra: "Extra files",
    records: "Capture records",
    "log-chain": "Custody log",
    head: "End of the log",
    history: "What the log tells",
    signature: "Device signature",
    time: "Third-party time stamp",
    "inner-time": "Time stamps of items and of the key",
    bracket: "Lower time bound (public random numbers)",
    imports: "Attached from elsewhere",
    origins: "Came from elsewhere",
    "beside-time": "Time stamps beside the bundle",
    automation: "Automated capture",
  },
  outcomes: { pass: "ok", fail: "FAULT", warn: "note", none: "none", unknown: "not checked" },
  findings: {
    ...logEn,
    ...otherTimeEn,
    ...timeEn,
    ...recordEn,
    "not-reached": () => "not checked, since the file could not be opened as a bundle",

    "archive/read": ({ entries, bytes }) => `${String(entries)} files, ${String(bytes)} bytes`,
    "archive/fingerprint": ({ sha256 }) => `SHA-256 of the ZIP: ${sha256}`,
    "archive/renamed": ({ expected }) => `the file was renamed; it was made as ${expected} (no fault)`,
    "archive/empty": () => "the file is empty",
    "archive/unreadable": ({ reason }) => `the file cannot be read: ${reason}`,
    "archive/not-zip": () => "not a ZIP file",
    "archive/age": () => "encrypted with age",
    "archive/age-fingerprint": ({ sha256 }) =>
      `SHA-256 of the encrypted file, not of the ZIP in it: ${sha256}`,
    "archive/no-bag": () => "a ZIP file, but without a Holdfast bundle in it",
    "archive/newer-format": ({ format }) => `bundle format ${format} is newer than this verifier (format 1)`,
    "archive/truncated": () => "the end of the ZIP is missing: it was cut off or not copied whole",
    "archive/prepended": () => "there are bytes in front of the ZIP",
    "archive/trailing": () => "there are bytes after the end of the ZIP",
    "archive/end-record": () => "the end of the ZIP contradicts its content",
    "archive/directory": ({ reason }) => `the directory of the ZIP is refused: ${reason}`,
    "archive/too-many-entries": ({ limit }) => `more than ${String(limit)} entries`,
    "archive/item-too-large": ({ item, limit }) => `item ${item} has more than ${String(limit)} bytes`,
    "archive/gap": ({ path }) => `bytes that belong to no file, or to two, at ${path}`,
    "archive/header": ({ path }) => `the two headers of ${path} contradict each other`,
    "archive/metadata": ({ path }) => `${path} is not an ordinary file, or was put in by another tool`,
    "archive/method": ({ path }) => `${path} is compressed; a bundle holds its files as they are`,
    "archive/encrypted": ({ path }) => `${path} is encrypted`,
    "archive/flags": ({ path }) => `${path} has ZIP flags that the format does not allow`,
    "archive/folder-entry": ({ path }) => `an entry for the folder ${path}, which the format does not allow`,
    "archive/name": ({ path }) => `the name ${path} is not allowed`,
    "archive/second-folder": ({ path }) => `${path} is outside the bundle's folder`,
    "archive/duplicate": ({ path }) => `${path} is there twice`,
    "archive/letter-case": ({ path, other }) => `${path} and ${other} differ in letter case alone`,
    "archive/content": ({ path, reason }) => `${path} contradicts the ZIP's own checksum (${reason})`,

    "bag/folder-name": ({ folder }) => `the folder name ${folder} is not in the form of the format`,
    "bag/folder-id": ({ folder, id }) => `the folder ${folder} does not belong to the export ${id}`,
    "bag/declaration": () => "bagit.txt is not the one of the format",
    "bag/info-malformed": ({ line }) => `bag-info.txt cannot be read at line ${String(line)}`,
    "bag/field-missing": ({ field }) => `bag-info.txt has no ${field}`,
    "bag/field-twice": ({ field }) => `bag-info.txt has ${field} twice`,
    "bag/field-malformed": ({ field }) => `bag-info.txt: ${field} is not in the form of the format`,
    "bag/payload-size": ({ declared, found }) =>
      `bag-info.txt counts ${declared} (bytes.files), found ${found}`,
    "bag/verify-text": ({ path }) =>
      `the commands in ${path} are not of this bundle: log head, number of lines, key or time stamps in it are others`,
    "bag/described": ({ id, format, software }) =>
      `export ${id}, format ${format}, by its own account made by ${software}`,

    "manifest/line": ({ path, line }) => `${path} cannot be read at line ${String(line)}`,
    "manifest/twice": ({ path, of }) => `${of} lists ${path} twice`,
    "manifest/outside": ({ path, of }) => `${of} lists ${path}, which does not belong there`,
    "manifest/only-in": ({ path, of }) => `only ${of} lists ${path}`,
    "manifest/unreadable": ({ path, reason }) => `${path} cannot be read: ${reason}`,

    "files/match": ({ count }) => `${String(count)} of ${String(count)} match`,
    "files/changed": ({ path, algorithm }) => `changed: ${path} (${algorithm})`,
    "files/sm3-not-checked": () => "that is by SHA-256; the SM3 values were not compared, as you asked",
    "missing/none": () => "nothing listed is missing",
    "missing/file": ({ path }) => `missing: ${path}`,
    "extra/none": () => "nothing is there that is not listed",
    "extra/file": ({ path }) => `present but not listed: ${path}`,

    "records/match": ({ count }) => `${String(count)} items agree with their records and with the log`,
    "records/case-malformed": ({ reason }) => `data/case.json cannot be read: ${reason}`,
    "records/not-in-case": ({ item }) => `${item} is not in data/case.json`,
    "records/no-folder": ({ item }) => `${item} is in data/case.json and not in the bundle`,
    "records/no-record": ({ item }) => `${item} has no capture.json`,
    "records/malformed": ({ item, reason }) => `${item}: capture.json cannot be read: ${reason}`,
    "records/other-item": ({ item, says }) => `${item}: its capture.json is that of ${says}`,
    "records/same-capture": ({ item, other }) => `${item} and ${other} claim to be the same capture`,
    "records/file-twice": ({ item, path }) => `${item}: capture.json lists ${path} twice`,
    "records/file-missing": ({ item, path }) => `${item}: capture.json lists ${path}, which is not there`,
    "records/file-differs": ({ item, path }) => `${item}: ${path} is not the file that capture.json lists`,
    "records/file-unlisted": ({ item, path }) => `${item}: ${path} is not in capture.json`,
    "records/not-listed-in-record": ({ item, path }) =>
      `${item}: ${path} is named as a frame or page and is not that file in the list`,
    "records/complete-with-gaps": ({ item }) => `${item}: capture.json says complete and lists gaps`,
    "records/incomplete-without-gaps": ({ item }) => `${item}: capture.json says incomplete and lists no gap`,
    "records/not-in-log": ({ item }) => `${item}: the custody log has no line that sealed this capture.json`,
    "records/not-in-export": ({ item }) =>
      `${item}: the export in the custody log does not name this capture`,

    "head/match": ({ head }) => `the log ends where the bundle says: ${head}`,
    "head/differs": ({ declared, found }) => `the log ends with ${found}, bag-info.txt says ${declared}`,
    "head/count": ({ declared, found }) =>
      `the log has ${String(found)} lines, bag-info.txt says ${declared}`,

    "signature/valid": ({ key }) =>
      `valid under the key in this bundle, ${key}; compare the key with one received another way`,
    "signature/missing": ({ path }) => `${path} is missing`,
    "signature/key-malformed": () => "device-key.pub.pem is not a P-256 public key",
    "signature/key-differs": ({ declared, found }) =>
      `the key in the bundle is ${found}, bag-info.txt names ${declared}`,
    "signature/malformed": () => "the signature is not in DER form",
    "signature/invalid": () => "the signature does not fit the list of accompanying files",

    "imports/none": () => "there is none",
    "imports/no-list": ({ item }) => `${item}: import/ has no imports.json`,
    "imports/malformed": ({ item, reason }) => `${item}: import/imports.json cannot be read: ${reason}`,
    "imports/of-another": ({ item }) => `${item}: import/imports.json is about another capture.json`,
    "imports/unlisted": ({ item, path }) => `${item}: ${path} is not in imports.json`,
    "imports/missing": ({ item, path }) => `${item}: imports.json lists ${path}, which is not there`,
    "imports/differs": ({ item, path }) => `${item}: ${path} is not the file that imports.json lists`,
    "imports/ending": ({ item, path }) =>
      `${item}: ${path} has the wrong ending: .tst is for a bare token, .tsr for a whole reply`,
    "imports/not-looked-into": ({ item, path, name }) =>
      `${item}: ${path} (given as ${name}) was attached by the user; its content has not been checked`,
    "imports/of-something-else": ({ item, path, name }) =>
      `${item}: ${path} (given as ${name}) was attached by the user; it is a time stamp over something else than this item`,

    "origins/none": () => "every item was captured by this installation",
    "origins/holds": ({ bundle, device, lines }) =>
      `some items came in bundle ${bundle}, of the device ${device}: its log of ${String(lines)} lines, its key and its signature hold`,
    "origins/time": ({ bundle, authority, at, signer, root }) =>
      `${authority}: stamped ${at}, over bundle ${bundle} or its key; signed by ${signer}, under ${root}, which you trust`,
    "origins/time-unknown-root": ({ bundle, authority, at, signer, top }) =>
      `${authority}: a time stamp over bundle ${bundle} or its key is sound in itself and says ${at}; signed by ${signer}, up to ${top}, which you have not named as trusted`,
    "origins/broken": ({ bundle, what }) => `what goes along of bundle ${bundle} does not hold (${what})`,
    "origins/unnamed": ({ bundle }) => `no item came in bundle ${bundle}, of which files are here`,
    "origins/missing": ({ item, bundle }) =>
      `${item}: the log and the signature of bundle ${bundle}, in which it came, are not here`,
    "origins/not-sealed": ({ item, bundle }) =>
      `${item}: the log of bundle ${bundle} has no line that sealed this capture.json as this item`,
    "origins/not-received": ({ item, bundle }) =>
      `${item}: no log has the line by which it was received from bundle ${bundle}`,
    "origins/omitted": ({ item }) =>
      `${item}: the log says that it came from elsewhere, data/case.json does not`,

    "readings/malformed": ({ item, reason }) => `${item}: readings.jsonl cannot be read: ${reason}`,
    "readings/of-another": ({ item }) => `${item}: readings.jsonl is about another capture.json`,
    "readings/unlisted": ({ item, path }) => `${item}: ${path} is not in readings.jsonl`,
    "readings/missing": ({ item, path }) => `${item}: readings.jsonl names ${path}, which is not there`,
    "readings/differs": ({ item, path }) => `${item}: ${path} is not the file that readings.jsonl names`,
    "corrections/malformed": ({ item, reason }) => `${item}: corrections.json cannot be read: ${reason}`,
    "corrections/of-another": ({ item }) => `${item}: corrections.json is about another capture.json`,
    "notes/malformed": ({ item, reason }) => `${item}: notes.json cannot be read: ${reason}`,
    "notes/of-another": ({ item }) => `${item}: notes.json is about something else`,
    "attached/unlisted": ({ path }) => `${path}: neither a note, a complaint nor a cost names this file`,
    "attached/missing": ({ path }) => `${path} is named beside what the user says, and is missing`,
    "attached/differs": ({ path }) => `${path} is not the file that is named beside what the user says`,
    "notes/differs": ({ item, id }) =>
      `${item}: a version of note ${id} has another SHA-256 than stands beside it`,

    "annotations/malformed": ({ item, reason }) => `${item}: annotations.json cannot be read: ${reason}`,
    "annotations/of-another": ({ item }) => `${item}: annotations.json is about another capture.json`,
    "annotations/picture": ({ item, path }) =>
      `${item}: annotations.json has marks on ${path}, which the record does not list with that SHA-256`,

    "redacted/malformed": ({ item, reason }) => `${item}: redacted/redactions.json cannot be read: ${reason}`,
    "redacted/of-another": ({ item }) => `${item}: redacted/redactions.json is about another capture.json`,
    "redacted/unlisted": ({ item, path }) => `${item}: ${path} is not in redacted/redactions.json`,
    "redacted/missing": ({ item, path }) =>
      `${item}: redacted/redactions.json names ${path}, which is not there`,
    "redacted/differs": ({ item, path }) =>
      `${item}: ${path} is not the file that redacted/redactions.json names`,
    "redacted/original": ({ item, path }) =>
      `${item}: ${path} is said to be a redacted copy, but not of a picture that the record lists`,

    "chat/malformed": ({ item, reason }) => `${item}: the transcript of the chat cannot be read: ${reason}`,
    "chat/differs": ({ item, what }) =>
      `${item}: chat.json and capture.json do not say the same of the chat (${what})`,
    "chat/place": ({ item, n, path }) =>
      `${item}: the place of message ${n} in ${path} is in no frame of the record`,
    "imported/malformed": ({ item, reason }) =>
      `${item}: what the record says of the imported file does not fit the file: ${reason}`,
    "imported/as-captured": ({ item }) =>
      `${item}: an imported file is presented as if this tool had captured it`,
    "recording/malformed": ({ item, reason }) =>
      `${item}: the pieces of the recording cannot be read: ${reason}`,
    "recording/differs": ({ item, path }) =>
      `${item}: ${path} is not made of the pieces that recording/chunks.jsonl names`,
    "recording/view-unlabelled": ({ item, path }) =>
      `${item}: ${path} is a copy for viewing, and the record does not call it derived from the recording`,
    "recording/view-differs": ({ item, path }) =>
      `${item}: ${path} does not hold the same pictures and sounds, at the same times, as the recording`,
    "recording/view-malformed": ({ item, reason }) =>
      `${item}: the viewing copy cannot be compared with the recording: ${reason}`,

    "procedure/malformed": ({ item, reason }) => `${item}: the procedure log cannot be read: ${reason}`,
    "procedure/picture": ({ item, path }) =>
      `${item}: ${path} is not the picture that recording/procedure.jsonl names`,
    "procedure/differs": ({ item }) =>
      `${item}: what the record says of the procedure is not what recording/procedure.jsonl says`,

    "self-check/malformed": ({ item, reason }) => `${item}: the self-check record cannot be read: ${reason}`,
    "self-check/output": ({ item, path }) => `${item}: ${path} is not what the self-check record names`,

    "automation/no": () => "the records name none",
    "automation/yes": ({ item }) => `${item} was captured in an automated environment`,
    "automation/unknown": ({ item }) => `${item} does not know whether it was captured by hand`,
  },
  line: (head, text) => `${head}: ${text}`,
  more: count => `… and ${String(count)} more (--json lists all)`,
  encrypted:
    "The file is encrypted with age. Decrypt it first (age -d -o FILE.zip FILE.zip.age), then check the ZIP that comes out.",
  withoutSm3: "SM3 was left out, as you asked: the SM3 values in the bundle were not compared. SHA-256 was.",
  automated: "Captured in an automated environment: a script, not a person, worked the browser.",
  automationUnknown: "Whether a person or a script worked the browser is not known.",
  fingerprintTitle: "SHA-256 of this ZIP (64 digits)",
  fingerprintUse: "Compare all 64 digits with the fingerprint that you received separately.",
  limitsTitle: "What this does not prove",
  limits: [
    "This does not exclude a bundle remade as a whole; compare the ZIP fingerprint (64 digits) received separately.",
    "Verification answers “has it changed?”. It does not judge truth or admissibility.",
    "The capture was made by the applicant in their own browser. On its own it does not prove the truth of the content, the person behind the account, or that the device was not manipulated.",
  ],
  usage:
    "Usage: npm run verify -- FILE.zip [--lang zh|en] [--json] [--no-sm3] [--roots FILE.pem] [--stamp FILE.tsr …]",
}
