/** A sealed item, for what is done to it later. */
import { EvidenceError } from "../core/errors.ts"
import { type PostFacts } from "../core/post-facts/judge.ts"
import { parsePostJson, POST_JSON } from "../core/post-facts/post-json.ts"
import { readBack } from "../vault/blobs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"

export type SealedRow = CaptureRow & { readonly record: NonNullable<CaptureRow["record"]> }

/** Throws `vault/missing` for what is no sealed item outside the trash. */
export async function sealedItem(vault: Vault, captureId: string): Promise<SealedRow> {
  const row = await captureById(vault, captureId)
  if (row?.state !== "sealed" || row.record === null || row.trashedAt !== null) {
    throw new EvidenceError("vault/missing", `no sealed capture ${captureId}`)
  }
  return { ...row, record: row.record }
}

/** What its post.json says; null where it has none, or none that can be read. */
export async function factsOfItem(vault: Vault, captureId: string): Promise<PostFacts | null> {
  const file = (await artifactsOf(vault, captureId)).find(({ path }) => path === POST_JSON)
  if (file === undefined) return null
  try {
    return parsePostJson(JSON.parse(new TextDecoder().decode(await readBack(vault, file.sha256))))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    const { code } = EvidenceError.from(thrown)
    if (code === "vault/missing" || code === "vault/damaged" || code === "input/malformed") return null
    throw thrown
  }
}
