/**
 * What every method takes, read field by field before its handler sees it: a
 * question is `unknown` until then, whoever the browser says sent it.
 */
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asMatch,
  asNothing,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  malformed,
} from "../core/parse.ts"
import { parseCommentWords } from "../core/queue/comment.ts"
import { type Interval, intervals } from "../core/readings/schedule.ts"
import { DAY } from "../core/chat/chat-json.ts"
import { adviceNames, adviceStates } from "../core/coach.ts"
import { parseCorrectionWish } from "../core/corrections.ts"
import { type Encryption, encryptionKinds } from "../core/encryption/encryption.ts"
import { triggers } from "../core/evidence.ts"
import { parseAnnotationWish } from "../core/picture/annotations.ts"
import { parseRedactionWish } from "../core/picture/redactions.ts"
import { textKinds } from "../core/page-facts.ts"
import { paperNames } from "../core/papers/names.ts"
import { parseTyped } from "../core/papers/typed.ts"
import { reportLanguages } from "../core/papers/wanted.ts"
import { type ProofTarget, targetKinds } from "../core/proof/proof.ts"
import { isSha256, type Sha256 } from "../core/seal/hash.ts"
import { type AuthorityChoice, type BackgroundApi, type ShutterApi, type WorkshopApi } from "../protocol.ts"
import { type PageApi } from "../protocol/page.ts"
import { filingReaders } from "./filing-requests.ts"
import { asId } from "./ids.ts"
import { importReaderReaders, importReaders } from "./import-requests.ts"
import { type Readers } from "./messaging.ts"
import { recorderReaders, recordingReaders } from "./recording-requests.ts"
import { queueReaders } from "./queue-requests.ts"
import { restoreReaders } from "./restore-requests.ts"
import { lockReaders } from "./lock-requests.ts"
import { settingsReaders } from "./settings-requests.ts"
import { trashReaders } from "./trash-requests.ts"

/** What file systems allow, in the units of the language. */
const LONGEST_NAME = 255

export const backgroundReaders: Readers<BackgroundApi> = {
  startCapture: input => {
    const { tabId, trigger, chatUntil } = asFields(input, "startCapture")
    return {
      tabId: asCount(tabId, "tabId"),
      trigger: asOneOf(trigger, "trigger", triggers),
      chatUntil: chatUntil === null ? null : asMatch(chatUntil, "chatUntil", DAY),
    }
  },
  startPicker: input => ({ tabId: asCount(asFields(input, "startPicker").tabId, "tabId") }),
  pictureSites: input => ({ tabId: asCount(asFields(input, "pictureSites").tabId, "tabId") }),
  readWalls: input => ({ tabId: asCount(asFields(input, "readWalls").tabId, "tabId") }),
  findChat: input => ({ tabId: asCount(asFields(input, "findChat").tabId, "tabId") }),
  whenSealed: captureOf,
  stopCapture: captureOf,
  ...trashReaders,
  startExport: input => {
    const { captureIds, encryption, withNotes, report, papers, typed } = asFields(input, "startExport")
    return {
      captureIds: asList(captureIds, "captureIds", asId),
      encryption: asEncryption(encryption),
      withNotes: asBoolean(withNotes, "withNotes"),
      report: report === null ? null : asOneOf(report, "report", reportLanguages),
      ...(papers === undefined
        ? {}
        : { papers: asList(papers, "papers", name => asOneOf(name, "papers", paperNames)) }),
      ...typedOf(typed),
    }
  },
  addRecipient: input => {
    const { label, key } = asFields(input, "addRecipient")
    return { label: asString(label, "label"), key: asString(key, "key") }
  },
  removeRecipient: input => ({ recipientId: asId(asFields(input, "removeRecipient").recipientId) }),
  setAuthorities: input => ({
    authorities: asList(asFields(input, "setAuthorities").authorities, "authorities", asChoice),
  }),
  ...filingReaders,
  ...importReaders,
  ...recordingReaders,
  ...queueReaders,
  ...restoreReaders,
  ...lockReaders,
  ...settingsReaders,
  requestStamps: asNothing,
  checkFiles: asNothing,
  noteCheckProgress: input => {
    const { done, total } = asFields(input, "noteCheckProgress")
    return { done: asCount(done, "done"), total: asCount(total, "total") }
  },
  skipReport: exportOf,
  stopExport: exportOf,
  completeExport: exportOf,
  saveStamp: stampOf,
  importProof: input => {
    const name = asString(asFields(input, "importProof").name, "name")
    if (name.length > LONGEST_NAME) throw malformed("name")
    return { ...proofOf(input), name }
  },
  seeAsVisitor: captureOf,
  noteAdvice: input => {
    const { of, name, state } = asFields(input, "noteAdvice")
    return {
      of: asId(of),
      name: asOneOf(name, "name", adviceNames),
      state: asOneOf(state, "state", adviceStates),
    }
  },
  correctField: input => ({ ...captureOf(input), ...parseCorrectionWish(input) }),
  annotatePicture: input => ({ ...captureOf(input), ...parseAnnotationWish(input) }),
  keepRedactedCopy: input => ({ ...captureOf(input), ...parseRedactionWish(input) }),
  readAgain: input => {
    const { tabId } = asFields(input, "readAgain")
    return { ...captureOf(input), tabId: tabId === null ? null : asCount(tabId, "tabId") }
  },
  readChanges: input => ({
    ...captureOf(input),
    tabId: asCount(asFields(input, "readChanges").tabId, "tabId"),
  }),
  setSchedule: input => {
    const { everyDays } = asFields(input, "setSchedule")
    return { ...captureOf(input), everyDays: everyDays === null ? null : asInterval(everyDays) }
  },
  seeAsVisitorWithPicture: captureOf,
  noteExportProgress: input => {
    const { done, total } = asFields(input, "noteExportProgress")
    return { ...exportOf(input), done: asCount(done, "done"), total: asCount(total, "total") }
  },
}

export const shutterReaders: Readers<ShutterApi> = {
  takeFrame: input => ({ windowId: asCount(asFields(input, "takeFrame").windowId, "windowId") }),
}

export const workshopReaders: Readers<WorkshopApi> = {
  ...recorderReaders,
  ...importReaderReaders,
  stitch: captureOf,
  cutPost: captureOf,
  readBack: captureOf,
  makeBundle: input => ({
    ...exportOf(input),
    encryption: asEncryption(asFields(input, "makeBundle").encryption),
    ...typedOf(asFields(input, "makeBundle").typed),
  }),
  stopReport: exportOf,
  stopBundle: exportOf,
  knowsBundle: exportOf,
  awaitBundle: exportOf,
  growBundle: exportOf,
  saveStamp: stampOf,
  fetchStamp: stampOf,
  checkFiles: asNothing,
  readProof: proofOf,
}

export const pageReaders: Readers<PageApi> = {
  startPicker: input => {
    const words = asFields(asFields(input, "startPicker").words, "words")
    return {
      words: {
        language: asString(words.language, "words.language"),
        keys: asString(words.keys, "words.keys"),
        post: asString(words.post, "words.post"),
        entry: asString(words.entry, "words.entry"),
        box: asString(words.box, "words.box"),
        part: asString(words.part, "words.part"),
      },
    }
  },
  awaitChoice: asNothing,
  findComment: input => {
    const { comment, further } = asFields(input, "findComment")
    return { comment: parseCommentWords(comment), further: asBoolean(further, "further") }
  },
  readMarks: asNothing,
  unfoldNext: asNothing,
  readFacts: asNothing,
  readPostFacts: input => {
    const world = asFields(asFields(input, "readPostFacts").world, "world")
    return {
      world: Object.fromEntries(
        Object.entries(world).map(([name, json]) => [name, asString(json, "world")] as const),
      ),
    }
  },
  prepare: asNothing,
  scrollTo: input => {
    const { y, hideFixed, forScreen } = asFields(input, "scrollTo")
    return {
      y: asNumber(y, "y"),
      hideFixed: asBoolean(hideFixed, "hideFixed"),
      forScreen: asBoolean(forScreen, "forScreen"),
    }
  },
  findChat: asNothing,
  readChat: input => ({ ...boxOf(input), all: asBoolean(asFields(input, "readChat").all, "all") }),
  readBoxes: asNothing,
  scrollBox: input => {
    const { y } = asFields(input, "scrollBox")
    return { ...boxOf(input), y: asNumber(y, "y") }
  },
  whereIsBox: boxOf,
  countItems: boxOf,
  noteBoxSeen: boxOf,
  whereIs: asNothing,
  restore: asNothing,
  takeText: input => ({ kind: asKind(asFields(input, "takeText").kind) }),
  readChunk: input => {
    const { kind, offset } = asFields(input, "readChunk")
    return { kind: asKind(kind), offset: asCount(offset, "offset") }
  },
  readForCopy: input => {
    const { when, words } = asFields(input, "readForCopy")
    const { onlyInPicture, leftOut } = asFields(words, "words")
    return {
      when: asOneOf(when, "when", ["before", "after"]),
      words: {
        onlyInPicture: asString(onlyInPicture, "onlyInPicture"),
        leftOut: asString(leftOut, "leftOut"),
      },
    }
  },
  readParts: input => ({ mayRequest: asBoolean(asFields(input, "readParts").mayRequest, "mayRequest") }),
  redraw: input => ({ words: asString(asFields(input, "redraw").words, "words") }),
  readMedia: asNothing,
  readWalls: asNothing,
  readSigns: asNothing,
  readGaps: input => {
    const { comments } = asFields(input, "readGaps")
    if (comments === null) return { comments }
    const { count, raw, read } = asFields(comments, "comments")
    return {
      comments: {
        count: asCount(count, "count"),
        raw: asString(raw, "raw"),
        read: asCount(read, "read"),
      },
    }
  },
}

function captureOf(input: unknown): { captureId: string } {
  return { captureId: asId(asFields(input, "capture").captureId) }
}

function exportOf(input: unknown): { exportId: string } {
  return { exportId: asId(asFields(input, "export").exportId) }
}

function stampOf(input: unknown): { stampId: string } {
  return { stampId: asId(asFields(input, "stamp").stampId) }
}

function boxOf(input: unknown): { box: number } {
  return { box: asCount(asFields(input, "box").box, "box") }
}

function proofOf(input: unknown): { file: Sha256; about: ProofTarget | null } {
  const { file, about } = asFields(input, "proof")
  if (!isSha256(file)) throw malformed("file")
  if (about === null) return { file, about }
  const { kind, id } = asFields(about, "about")
  return { file, about: { kind: asOneOf(kind, "kind", targetKinds), id: asId(id) } }
}

function asChoice(input: unknown): AuthorityChoice {
  const { url, authorization, on } = asFields(input, "authority")
  return {
    url: asString(url, "url"),
    authorization: asStringOrNull(authorization, "authorization"),
    on: asBoolean(on, "on"),
  }
}

const typedOf = (input: unknown) => (input === undefined ? {} : { typed: parseTyped(input) })

function asEncryption(input: unknown): Encryption | null {
  if (input === null) return null
  const { by, passphrase, recipientIds } = asFields(input, "encryption")
  return asOneOf(by, "by", encryptionKinds) === "passphrase"
    ? { by: "passphrase", passphrase: asString(passphrase, "passphrase") }
    : { by: "recipients", recipientIds: asList(recipientIds, "recipientIds", asId) }
}

const asKind = (input: unknown) => asOneOf(input, "kind", textKinds)

function asInterval(input: unknown): Interval {
  const found = intervals.find(days => days === input)
  if (found === undefined) throw malformed("everyDays")
  return found
}
