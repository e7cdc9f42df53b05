import { REDRAWN_PATH } from "../../core/redrawn.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"

/** What a capture holds, counted from its files and not from what it meant to do. */
export interface Receipt {
  readonly screenshots: number
  readonly stitched: number
  readonly redrawn: boolean
  readonly media: number
  readonly text: boolean
  readonly source: boolean
  /** Whole seconds from the click to the seal; null while it is not known. */
  readonly seconds: number | null
}

export function receiptOf(
  row: Pick<CaptureRow, "startedAt" | "endedAt">,
  files: readonly Pick<ArtifactRow, "path">[],
): Receipt {
  const under = (start: string) => files.filter(file => file.path.startsWith(start)).length
  const ms = row.endedAt === null ? Number.NaN : Date.parse(row.endedAt) - Date.parse(row.startedAt)
  return {
    screenshots: under("frames/"),
    stitched: under("page-"),
    redrawn: files.some(file => file.path === REDRAWN_PATH),
    media: under("media/"),
    text: files.some(file => file.path === "text.txt"),
    source: files.some(file => file.path === "source.html"),
    seconds: Number.isNaN(ms) || ms < 0 ? null : Math.max(1, Math.round(ms / 1000)),
  }
}
