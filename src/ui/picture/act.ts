/** What the page's buttons and fields do. What fails says so in the model, by whoever calls. */
import { readPngSize } from "../../core/png.ts"
import { findNumbers } from "../../core/picture/numbers.ts"
import { fitted, middleOf } from "../../core/picture/area.ts"
import { type Words } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { type Ask } from "../../platform/messaging.ts"
import { saveFile } from "../../platform/save.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { readBack, storeBytes } from "../../vault/blobs.ts"
import { type ArtifactRow } from "../../vault/capture-row.ts"
import { type RedactionRow } from "../../vault/redaction-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { redactPicture } from "../../workshop/redact-picture.ts"
import { readable, readText } from "../item/read-files.ts"
import { itemLabel } from "../parts/item.ts"
import { coversIn, type Draft, marksIn, withChange, withoutCovers, withShape } from "./draft.ts"
import { type Desk } from "./drawing.ts"
import { fieldNames } from "./marks.ts"
import { seenArea } from "./place.ts"

/** Where the acts take place. `files` are those of the item. */
export interface Scene extends Desk {
  readonly page: Document
  readonly vault: Vault
  readonly background: Ask<BackgroundApi>
  readonly words: Words
  readonly captureId: string
  readonly files: () => readonly ArtifactRow[]
}

/** Reads the picture, checked against its hash, and looks through the item's text for numbers. */
export async function showPicture({ vault, files, model, change }: Scene): Promise<void> {
  const { content, path } = model()
  const file = files().find(each => each.path === path)
  if (content.at !== "hidden" || file === undefined) return
  change({ content: { at: "reading" }, problem: null })
  try {
    const read = await readable(async () => {
      const bytes = await readBack(vault, file.sha256)
      return { bytes, size: readPngSize(bytes) }
    })
    if (read === null) {
      change({ content: { at: "damaged" } })
      return
    }
    const text = await readText(vault, files())
    const dpr = files().find(({ place }) => place !== null)?.place?.dpr ?? 1
    // The type is ours: whatever the bytes are, no browser takes them for a document.
    const url = URL.createObjectURL(new Blob([read.bytes], { type: "image/png" }))
    const width = Math.max(1, Math.round(read.size.width / dpr))
    const numbers = typeof text === "string" ? findNumbers(text) : null
    change({ content: { at: "shown", url, size: read.size, width, numbers } })
  } catch (thrown) {
    change({ content: { at: "hidden" } })
    throw thrown
  }
}

export function hidePicture({ model, change }: Scene): void {
  const { content, looking } = model()
  change({ content: { at: "hidden" }, looking: null })
  if (content.at === "shown") URL.revokeObjectURL(content.url)
  if (looking !== null) URL.revokeObjectURL(looking.url)
}

/** Adds a mark in the middle of what is seen, and goes to the picture, where the arrow keys move it. */
export function addShape({ page, model, change }: Scene): void {
  const { content, draft, tool } = model()
  if (content.at !== "shown") return
  const area = middleOf(seenArea(page, content.size), content.size)
  change({ draft: withShape(draft, { ...area, kind: tool === "pan" ? "highlight" : tool, note: "" }) })
  page.querySelector<HTMLElement>("#stage")?.focus({ preventScroll: true })
}

/** What was written into a field of the selected mark. A place outside the picture becomes the nearest inside. */
export function setField({ model, change }: Scene, name: string, value: string): void {
  const { content, draft } = model()
  const { selected } = draft
  const shape = selected === null ? undefined : draft.shapes[selected]
  if (content.at !== "shown" || selected === null || shape === undefined) return
  const field = fieldNames.find(each => each === name)
  const wanted = field === undefined || value.trim() === "" ? shape : { ...shape, [field]: Number(value) }
  const next: Draft =
    field === undefined
      ? withChange(draft, selected, { note: value })
      : withChange(draft, selected, fitted(wanted, content.size))
  change({ draft: next })
}

export async function keepMarks({ background, model, change, words, captureId }: Scene): Promise<void> {
  const { draft, path, busy } = model()
  if (busy !== "no") return
  const marks = marksIn(draft)
  change({ busy: "marks", problem: null, done: "" })
  try {
    await background("annotatePicture", { captureId, path, marks })
    change({ draft: { ...model().draft, kept: marks }, done: words.t("picture.kept") })
  } finally {
    change({ busy: "no" })
  }
}

/** Makes the copy here, out of the picture as it is in the vault, and has it kept. */
export async function makeCopy(scene: Scene): Promise<void> {
  const { vault, background, model, change, words, captureId, files } = scene
  const { draft, path, busy } = model()
  const file = files().find(each => each.path === path)
  const boxes = coversIn(draft)
  if (busy !== "no" || file === undefined || boxes.length === 0) return
  change({ busy: "copy", problem: null, done: "" })
  try {
    const copy = await redactPicture(await readBack(vault, file.sha256), boxes)
    const stored = await storeBytes(vault, copy, "image/png", now())
    await background("keepRedactedCopy", { captureId, path, boxes, file: stored })
    change({ draft: withoutCovers(model().draft), done: words.t("picture.copied") })
  } finally {
    change({ busy: "no" })
  }
}

/** Shows a copy in its place in the list, or puts it away. */
export async function lookAtCopy({ vault, model, change }: Scene, id: string): Promise<void> {
  const { copies, looking } = model()
  const copy = copies.find(each => each.id === id)
  if (looking !== null) URL.revokeObjectURL(looking.url)
  change({ looking: null })
  if (copy === undefined || looking?.id === id) return
  change({ looking: { id, url: URL.createObjectURL(await readCopy(vault, copy)) } })
}

export async function saveCopy({ vault, model }: Scene, id: string): Promise<void> {
  const { copies, item } = model()
  const copy = copies.find(each => each.id === id)
  if (copy === undefined || item == null) return
  const of = copy.original.path.replace(/\.png$/, "").replaceAll("/", "-")
  saveFile(await readCopy(vault, copy), `${itemLabel(item.item)}-${of}-redacted.png`)
}

const readCopy = async (vault: Vault, { file }: RedactionRow): Promise<Blob> =>
  new Blob([await readBack(vault, file)], { type: "image/png" })
