/** The file of an imported item, to be shown or to be handed out again. */
import { EvidenceError } from "../../core/errors.ts"
import { itemName } from "../../core/evidence.ts"
import { isOriginalPath } from "../../core/imported.ts"
import { saveFile } from "../../platform/save.ts"
import { makeCheck } from "../../vault/blobs.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Preview } from "./model.ts"
import { readable } from "./read-files.ts"

/** What a browser decodes as a picture, a film or sound and as nothing else. HEIC is kept, and shown by none. */
const SHOWN: Readonly<Record<string, Preview["kind"]>> = {
  "image/jpeg": "picture",
  "image/png": "picture",
  "image/gif": "picture",
  "image/webp": "picture",
  "image/avif": "picture",
  "video/mp4": "video",
  "video/webm": "video",
  "video/quicktime": "video",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/ogg": "audio",
  "audio/wav": "audio",
}

/** Checked against its hash; null where it is of a kind that is not shown. Given back with {@link releasePreview}. */
export async function readPreview(
  vault: Vault,
  { imported }: CaptureRow,
  files: readonly ArtifactRow[],
): Promise<Preview | null> {
  const mediaType = imported?.read?.mediaType ?? ""
  const kind = Object.hasOwn(SHOWN, mediaType) ? SHOWN[mediaType] : undefined
  const file = files.find(({ path }) => isOriginalPath(path))
  if (kind === undefined || file === undefined) return null
  const blob = await readable(() => makeCheck(vault)(file.sha256))
  // The type is ours: whatever the bytes are, no browser takes them for a document.
  return { kind, url: blob === null ? null : URL.createObjectURL(new Blob([blob], { type: mediaType })) }
}

export function releasePreview(preview: Preview | null): void {
  if (preview?.url != null) URL.revokeObjectURL(preview.url)
}

/** The bytes as they came, under a name of ours. Throws `vault/damaged` where they are not those any more. */
export async function saveOriginal(
  vault: Vault,
  { item }: CaptureRow,
  files: readonly ArtifactRow[],
): Promise<void> {
  const file = files.find(({ path }) => isOriginalPath(path))
  if (file === undefined) throw new EvidenceError("vault/missing", "no original")
  const blob = await makeCheck(vault)(file.sha256)
  // Octets, so that no browser shows what a stranger made.
  saveFile(
    new Blob([blob], { type: "application/octet-stream" }),
    `${itemName(item)}.${file.path.replace("import/", "")}`,
  )
}
