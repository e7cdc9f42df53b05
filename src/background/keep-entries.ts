/**
 * The library's index: an entry for each sealed item outside the trash that has
 * none. What is to be done stands in the vault, as the entries that are not
 * there, so a pass that is stopped goes on at the next start; items of before
 * there was an index are found in the same way.
 */
import { CHAT_JSON, parseChatFile } from "../core/chat/chat-json.ts"
import { type Correction, standing } from "../core/corrections.ts"
import { EvidenceError } from "../core/errors.ts"
import { LONGEST_SEARCHED, searchedText } from "../core/search/entry.ts"
import { wordsOfImport } from "../core/imported.ts"
import { signatureOf } from "../core/search/signature.ts"
import { postOfText, POST_JSON } from "../core/post-facts/post-json.ts"
import { standingRemarks, wordsOfRemark } from "../core/remarks.ts"
import { now } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { bytesOf, readBlob } from "../vault/blobs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { ENTRY_VERSION, entryFacts } from "../vault/entry-row.ts"
import { correctionsOf, fileAt } from "../vault/read.ts"
import { remarksOf } from "../vault/read-remarks.ts"
import { capturesById, idsWithoutEntry } from "../vault/read-entries.ts"
import { type Vault } from "../vault/schema.ts"
import { keepEntries, type MadeEntry } from "../vault/write-entries.ts"

export interface Indexer {
  /** Makes the entries that are missing, now or after those that are being made. */
  readonly wake: () => void
  /** Resolves when none is being made. */
  readonly idle: () => Promise<void>
}

/** @param isBusy while it says so, nothing is made: a capture comes first, and its end is to wake this again */
export function createIndexer(
  vault: Vault,
  isBusy: () => boolean,
  report: (work: Promise<void>) => void,
): Indexer {
  let work: Promise<void> = Promise.resolve()
  return {
    wake() {
      // What failed before was reported then, and must not hold up what is due now.
      work = work.catch(() => undefined).then(() => keepingAwake(keepMissingEntries(vault, isBusy)))
      report(work)
    },
    idle: () => work,
  }
}

/** Items read and kept at once. */
const AT_ONCE = 20

export async function keepMissingEntries(vault: Vault, isBusy: () => boolean): Promise<void> {
  const missing = await idsWithoutEntry(vault)
  for (let at = 0; at < missing.length && !isBusy(); at += AT_ONCE) {
    const rows = await capturesById(vault, missing.slice(at, at + AT_ONCE))
    await keepEntries(vault, await Promise.all(rows.map(row => makeEntry(vault, row))))
  }
}

async function makeEntry(vault: Vault, row: CaptureRow): Promise<MadeEntry> {
  const [post, page, chat, remarks, corrections] = await Promise.all([
    readWords(vault, row.id, POST_JSON),
    readWords(vault, row.id, "text.txt"),
    readWords(vault, row.id, CHAT_JSON),
    remarksOf(vault, row.id),
    correctionsOf(vault, row.id),
  ])
  const facts = entryFacts(row, corrections)
  const postText = post === null ? null : wordsOfPost(post)
  const text = searchedText(facts, {
    url: row.url,
    title: row.title,
    postText: postText ?? "",
    pageText: `${page ?? ""} ${chat === null ? "" : wordsOfChat(chat)}`,
    notes: [...standingRemarks(remarks).map(wordsOfRemark), importWords(row), filledWords(corrections)].join(
      " ",
    ),
  })
  return {
    entry: {
      ...facts,
      version: ENTRY_VERSION,
      made: now(),
      signature: signatureOf(text),
      isTextRead: postText !== null && page !== null && chat !== null,
    },
    text,
    remarks: remarks.reduce((sum, { versions }) => sum + versions.length, 0),
    corrections: corrections.length,
  }
}

/** What the user filled in by hand, of whichever field. */
const filledWords = (corrections: readonly Correction[]): string =>
  Array.from(standing(corrections).values(), ({ value }) => value ?? "").join(" ")

/** What the user and the file itself say of a file from elsewhere. */
const importWords = ({ imported }: CaptureRow): string =>
  imported === undefined ? "" : wordsOfImport({ ...imported, claims: imported.read?.claims ?? [] })

/** UTF-8 has at most three bytes for a UTF-16 unit. A post.json is read whole: its own parts have their bounds. */
const LARGEST = {
  [POST_JSON]: 64_000_000,
  [CHAT_JSON]: 64_000_000,
  "text.txt": LONGEST_SEARCHED * 3,
} as const

/** The beginning of a file; empty where the item has none, null where it cannot be read: that is for the check of all files to tell. */
async function readWords(vault: Vault, id: string, path: keyof typeof LARGEST): Promise<string | null> {
  const file = await fileAt(vault, id, path)
  if (file === undefined) return ""
  try {
    const blob = await readBlob(vault, file.sha256)
    return new TextDecoder().decode(await bytesOf(blob.slice(0, LARGEST[path]), file.sha256))
  } catch (thrown) {
    if (/^vault\/(missing|damaged)$/.test(EvidenceError.from(thrown).code)) return null
    throw thrown
  }
}

/** Who said what, message by message; empty where it is no chat.json of ours: the page's own text is searched all the same. */
function wordsOfChat(json: string): string {
  if (json === "") return ""
  try {
    const { messages } = parseChatFile(JSON.parse(json))
    return messages.map(({ sender, text }) => `${sender.raw ?? ""} ${text.raw ?? ""}`).join(" ")
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof EvidenceError) return ""
    throw thrown
  }
}

/** The words of the post and of its comments; null where it is no post.json of ours. */
function wordsOfPost(json: string): string | null {
  if (json === "") return ""
  const post = postOfText(json)
  if (post === null) return null
  const said = [post, ...post.comments].flatMap(({ fields }) => [
    ...[fields.title, fields.text, fields.authorName, fields.authorHandle].map(({ raw }) => raw ?? ""),
  ])
  return said.filter(words => words !== "").join(" ")
}
