/** A bundle as a user gets it: pages captured by the popup, exported once, downloaded, unpacked. */
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { type Driven, type Page, openPopup } from "../../../scripts/browsers/driver.ts"
import {
  capture,
  chooseReport,
  exportAs,
  type Exported,
  type Kept,
} from "../../../scripts/browsers/use-popup.ts"
import { type CaptureRecord, type Gap } from "../../../src/core/evidence.ts"
import { type FrameRecord } from "../../../src/core/frames.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { sha256Of, unpack } from "./bundle.ts"

export interface Bundle {
  readonly zip: string
  readonly folder: string
  /** What the popup said of it. */
  readonly said: Exported
  item(name: string): Item
}

export interface Item {
  readonly record: CaptureRecord
  /** The place of one of its files on the disk. */
  path(file: string): string
  bytes(file: string): Buffer
  text(file: string): string
  /** The lines of its procedure log. */
  readonly log: readonly LogLine[]
}

export interface LogLine {
  readonly seq: number
  readonly at: string
  readonly step: string
  readonly what: string
  readonly [detail: string]: unknown
}

/** Captures what is in front and closes the popup. Answers with the item's folder name in bundles, and what the popup said. */
export async function keep(
  driven: Driven,
  page: Page,
): Promise<{ readonly item: string; readonly kept: Kept }> {
  const { kept, popup } = await capture(driven, page, 120_000)
  await popup.close()
  return { item: folderName(kept), kept }
}

/** The popup says E-001, bundles say e001. */
export const folderName = ({ item }: Pick<Kept, "item">): string => item.replace("-", "").toLowerCase()

/**
 * Exports the whole vault by the popup over `page`, waits for the download and unpacks it into `into`. Without the
 * report, which takes seconds and has a story of its own.
 */
export async function exportBundle(driven: Driven, page: Page, into: string): Promise<Bundle> {
  const popup = await openPopup(driven, page)
  await popup.click("#export-open")
  await chooseReport(popup, "none")
  const said = await exportAs(popup)
  const zip = await driven.nextDownload(120_000)
  await popup.close()
  return bundleOf(zip, said, into)
}

export function bundleOf(zip: string, said: Exported, into: string): Bundle {
  if (basename(zip) !== said.fileName)
    throw new Error(`${zip} was downloaded, but the popup says ${said.fileName}`)
  // Popup, vault and custody log name these digits; a reader of the bundle asks `sha256sum`.
  const sha256 = sha256Of(zip)
  if (sha256 !== said.sha256) throw new Error(`${zip} has the SHA-256 ${sha256}, but ${said.sha256} was told`)
  const folder = unpack(zip, into)
  return { zip, folder, said, item: name => itemIn(join(folder, "data", name)) }
}

function itemIn(place: string): Item {
  const path = (file: string) => join(place, file)
  const bytes = (file: string) => readFileSync(path(file))
  const text = (file: string) => bytes(file).toString("utf8")
  return {
    path,
    bytes,
    text,
    record: parseCaptureRecord(JSON.parse(text("capture.json"))),
    log: text("log.jsonl")
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as LogLine),
  }
}

/** The frame that was taken before the page was touched. */
export function asSeenFrame({ record }: Item): FrameRecord {
  const [first] = record.frames
  if (first?.path !== "frames/0000.png") throw new Error("the record has no as-seen frame")
  return first
}

/** A gap as short as a test reads it: `folded:not-unfolded`. */
export const gapName = ({ what, reason }: Gap): string => `${what}:${reason}`
