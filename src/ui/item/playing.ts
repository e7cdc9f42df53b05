/** What a reader does with the player: the other of the two files, and a chapter's place. */
import { type ArtifactRow } from "../../vault/capture-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Content } from "./model.ts"
import { readRecording, releaseRecording } from "./read-files.ts"

interface Playing {
  readonly vault: Vault
  readonly page: Document
  readonly read: () => { readonly content: Content; readonly files: readonly ArtifactRow[] }
  readonly change: (part: { readonly content: Content }) => void
  readonly report: (thrown: unknown) => void
}

/** Answers whether the press was the player's. */
export function makePlaying({
  vault,
  page,
  read,
  change,
  report,
}: Playing): (given: DOMStringMap) => boolean {
  const player = () => page.querySelector<HTMLVideoElement>("#recording video")

  /** The place in it is the same: both have the same times. */
  async function playOther(): Promise<void> {
    const { content, files } = read()
    if (content.at !== "shown" || content.recording == null) return
    const was = content.recording
    const at = player()?.currentTime ?? 0
    const recording = await readRecording(vault, files, was.of === "copy" ? "original" : "copy")
    const now = read().content
    // What was hidden meanwhile, or exchanged, is not to be shown again.
    if (now.at !== "shown" || now.recording !== was) {
      releaseRecording(recording)
      return
    }
    change({ content: { ...now, recording } })
    releaseRecording(was)
    const video = player()
    if (video !== null) video.currentTime = at
  }

  return ({ act, ms }) => {
    if (act === "play-other") {
      playOther().catch(report)
      return true
    }
    const video = player()
    if (act !== "play-from" || video === null) return false
    video.currentTime = Number(ms) / 1000
    video.focus()
    return true
  }
}
