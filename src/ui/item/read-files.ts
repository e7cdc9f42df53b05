/** What the page reads out of an item's files. Each is checked against its hash: what is shown is what was sealed. */
import { CHAT_JSON, type ChatFile, parseChatFile } from "../../core/chat/chat-json.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type ClockFacts } from "../../core/evidence.ts"
import { readPngSize } from "../../core/png.ts"
import { parsePostJson, POST_JSON } from "../../core/post-facts/post-json.ts"
import { PROCEDURE_FILE } from "../../core/procedure/entry.ts"
import { parseProcedure } from "../../core/procedure/parse.ts"
import { parseCaptureRecord } from "../../core/record.ts"
import { RECORDING_FILE } from "../../core/recording.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { VIEWING_FILE } from "../../core/viewing.ts"
import { makeCheck, readBack } from "../../vault/blobs.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { type FactsRead, type Picture, type Playable, type ShownProcedure } from "./model.ts"

type Files = readonly ArtifactRow[]

const TEXT = "text.txt"
/** The first screen, the chosen post, the stitched pages: pictures that this tool took itself, and nothing else. */
const PICTURES = /^(?:frames\/0000|post|page-\d+)\.png$/

/** Of a guided recording: its pages on their arrival. */
const ARRIVALS = /^(?:frames\/0000|recording\/page-\d+)\.png$/

/** `expected`: whether the item says that it has one, so that one that is gone is not taken for one that never was. */
export async function readFacts(vault: Vault, files: Files, expected: boolean): Promise<FactsRead> {
  const file = files.find(({ path }) => path === POST_JSON)
  if (file === undefined) return { at: expected ? "damaged" : "none" }
  const facts = await readable(async () => parsePostJson(await readJson(vault, file.sha256)))
  return facts === null ? { at: "damaged" } : { at: "read", facts }
}

/** Of capture.json. False where it is not as it was sealed. */
export async function readClock(vault: Vault, { record }: CaptureRow): Promise<ClockFacts | false> {
  if (record === null) return false
  const read = await readable(async () => parseCaptureRecord(await readJson(vault, record)))
  return read?.clock ?? false
}

/** Null where there is none; false where it is damaged. */
export async function readText(vault: Vault, files: Files): Promise<string | null | false> {
  const file = files.find(({ path }) => path === TEXT)
  if (file === undefined) return null
  return (await readable(async () => new TextDecoder().decode(await readBack(vault, file.sha256)))) ?? false
}

/** Null where the item is no chat, or has no transcript; false where it is damaged. */
export async function readChat(vault: Vault, files: Files): Promise<ChatFile | null | false> {
  const file = files.find(({ path }) => path === CHAT_JSON)
  if (file === undefined) return null
  return (await readable(async () => parseChatFile(await readJson(vault, file.sha256)))) ?? false
}

export const picturesIn = (files: Files, which: RegExp = PICTURES): ArtifactRow[] =>
  files.filter(({ path, mediaType }) => which.test(path) && mediaType === "image/png")

/**
 * One by one as each has been checked, with how many are still to come; the first
 * screen first. Whoever shows them gives their addresses back with {@link releasePictures}.
 */
export async function* readPictures(
  vault: Vault,
  files: Files,
  which: RegExp = PICTURES,
): AsyncGenerator<{ readonly picture: Picture; readonly left: number }> {
  const check = makeCheck(vault)
  const shown = picturesIn(files, which)
  const dpr = shown.find(({ place }) => place !== null)?.place?.dpr ?? 1
  let left = shown.length
  for (const { path, sha256 } of [...shown].sort(byOrder)) {
    const found = await readable(async () => {
      const blob = await check(sha256)
      const { width } = readPngSize(new Uint8Array(await blob.slice(0, 24).arrayBuffer()))
      return { blob, width: Math.max(1, Math.round(width / dpr)) }
    })
    // The type is ours: whatever the bytes are, no browser takes them for a document.
    const url = found === null ? null : URL.createObjectURL(new Blob([found.blob], { type: "image/png" }))
    left -= 1
    yield { picture: { path, url, width: found?.width ?? 0 }, left }
  }
}

/**
 * The recording, to be played; a null address where its file is gone or changed. Null where there is none. Where no
 * copy for viewing is there, or it is not as it was sealed, it is the original.
 */
export async function readRecording(
  vault: Vault,
  files: Files,
  wanted: Playable["of"] = "copy",
): Promise<Playable | null> {
  const copy = files.find(({ path }) => path === VIEWING_FILE)
  const original = files.find(({ path }) => path === RECORDING_FILE)
  if (original === undefined) return null
  const played = copy !== undefined && wanted === "copy" ? await playable(vault, copy) : null
  if (played !== null) return { url: played, of: "copy", hasOther: true }
  return { url: await playable(vault, original), of: "original", hasOther: copy !== undefined }
}

async function playable(vault: Vault, file: ArtifactRow): Promise<string | null> {
  const blob = await readable(() => makeCheck(vault)(file.sha256))
  // As with pictures: whatever the bytes are, it is a video to the browser.
  return blob === null ? null : URL.createObjectURL(new Blob([blob], { type: "video/webm" }))
}

/** The procedure of a guided recording, with the pictures of its pages. Null where there is none. */
export async function readProcedure(vault: Vault, files: Files): Promise<ShownProcedure | null> {
  const file = files.find(({ path }) => path === PROCEDURE_FILE)
  if (file === undefined) return null
  const lines = await readable(async () =>
    parseProcedure(new TextDecoder().decode(await readBack(vault, file.sha256))),
  )
  const pictures: Picture[] = []
  if (lines === null) return { lines, pictures }
  for await (const { picture } of readPictures(vault, files, ARRIVALS)) pictures.push(picture)
  return { lines, pictures }
}

export function releaseRecording(recording: Playable | null): void {
  if (recording?.url != null) URL.revokeObjectURL(recording.url)
}

export function releasePictures(pictures: readonly Picture[]): void {
  for (const { url } of pictures) if (url !== null) URL.revokeObjectURL(url)
}

const ORDER = ["frames", "post.", "page-"]
const rank = ({ path }: ArtifactRow) => ORDER.findIndex(start => path.startsWith(start))
export const byOrder = (a: ArtifactRow, b: ArtifactRow): number =>
  rank(a) - rank(b) || a.path.localeCompare(b.path, "en", { numeric: true })

async function readJson(vault: Vault, hash: Sha256): Promise<unknown> {
  const text = new TextDecoder().decode(await readBack(vault, hash))
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "no JSON", { cause: thrown })
  }
}

/** Null where the file is gone, changed or cannot be understood; a database that fails says nothing of it, and throws. */
export async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    if (code === "vault/missing" || code === "vault/damaged" || code === "input/malformed") return null
    throw thrown
  }
}
