import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { RECORDING_FILE } from "../recording.ts"
import { type KeptKind, keptKinds } from "./list-words.ts"

/** What there is of an item beside its record: only what its files hold, and a re-drawn picture by that name. */
export function keptIn({ record, files }: ItemSnapshot): KeptKind[] {
  const held = new Set(files.map(({ path }) => path))
  const recorded = record.files.filter(({ path }) => held.has(path))
  const is: Readonly<Record<KeptKind, boolean>> = {
    screenshot: recorded.some(({ path }) => path.startsWith("frames/")),
    redrawn: recorded.some(
      ({ source, mediaType }) => source === "re-drawn" && mediaType.startsWith("image/"),
    ),
    recording: held.has(RECORDING_FILE),
    source: held.has("source.html"),
    dom: held.has("dom-before.html") || held.has("dom-after.html"),
    archive: held.has("page.mhtml"),
    originals: recorded.some(({ path }) => path.startsWith("media/")),
    server: held.has("server.json"),
  }
  return keptKinds.filter(kind => is[kind])
}
