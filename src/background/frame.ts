/** Taking one frame: by the open popup where there is one, else from here; checked before and after. */
import { EvidenceError } from "../core/errors.ts"
import { type FramePlace } from "../core/frames.ts"
import { type FrameShot } from "../protocol.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { takeFrame } from "../workshop/take-frame.ts"
import { type OwnedStep } from "./ownership.ts"
import { type Ports } from "./ports.ts"
import { type Run } from "./run.ts"

/** Pictures smaller than this share of the tab's width are no pictures of it: Firefox gives a dot for its own pages. */
const BLANK_SHARE = 0.5

/** A picture of the window's front tab, its bytes stored. Throws `capture/no-picture` or `capture/quota`. */
export async function takeShot(ports: Ports, windowId: number, tabWidth: number): Promise<FrameShot> {
  const shot = (await byShutter(ports, windowId)) ?? (await takeFrame(ports.vault, windowId))
  if (shot.width < tabWidth * BLANK_SHARE) {
    throw new EvidenceError("capture/no-picture", `a picture of ${String(shot.width)} px for a wider tab`)
  }
  return shot
}

async function byShutter(ports: Ports, windowId: number): Promise<FrameShot | null> {
  if (!ports.shutter.isManned()) return null
  try {
    return await ports.shutter.ask("takeFrame", { windowId })
  } catch {
    // The popup was closed in the middle, or has no database (a private window in Firefox). The background
    // tries the same itself, at its own pace: what fails there too is told from there.
    return null
  }
}

/**
 * `take`, between two ownership checks; null when the tab was not the same all
 * the while, and the frame is thrown away. What fails then was asked of another
 * tab, and says nothing about this one.
 */
export async function takeOwned<T>(
  { run, owner, step }: OwnedStep,
  take: () => Promise<T>,
): Promise<T | null> {
  const before = await owner.check()
  const turns = owner.turns()
  const [taken] = await Promise.allSettled([take()])
  const after = await owner.check()
  if (owner.turns() !== turns || after.cameToFrontAt !== before.cameToFrontAt) {
    run.note(step, "frame thrown away: another tab was in front meanwhile")
    return null
  }
  if (taken.status === "rejected") throw EvidenceError.from(taken.reason)
  return taken.value
}

export const framePath = (index: number): string => `frames/${String(index).padStart(4, "0")}.png`

export function frameArtifact(
  run: Pick<Run, "id">,
  path: string,
  shot: FrameShot,
  place: FramePlace,
): ArtifactRow {
  return {
    captureId: run.id,
    path,
    sha256: shot.sha256,
    bytes: shot.bytes,
    mediaType: "image/png",
    source: "screen",
    at: shot.at,
    place,
    sm3: null,
    crc32: null,
  }
}
