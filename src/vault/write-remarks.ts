/**
 * What the user says of items and cases: each change is a version beside those
 * before it. No evidence, so custody has no line of it (bundle.md, Custody log).
 */
import { DEFAULT_CASE } from "../core/cases.ts"
import { EvidenceError } from "../core/errors.ts"
import { filesOfSaid, hashOfContent, type Said } from "../core/remarks.ts"
import { type RemarkFile } from "../core/remark-files.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type RemarkRow } from "./remark-row.ts"
import { type Vault } from "./schema.ts"
import { dropEntry } from "./write-entries.ts"
import { commit } from "./transact.ts"

/** What is kept: a new remark, or a version of the one with this id. An item has its labels once. */
export interface RemarkDraft {
  readonly of: string
  readonly id: string | null
  readonly newId: string
  readonly at: string
  readonly said: Said
}

/**
 * Keeps a version, and has the item found by its words from then on; nothing
 * where that is what stands already. Throws `vault/missing` for what is neither a
 * sealed item outside the trash nor a case, for a version of what is not there, and
 * for files whose bytes are not stored.
 */
export function keepRemark(vault: Vault, draft: RemarkDraft): Promise<{ readonly id: string }> {
  const { remarks, captures, cases, entries, texts, blobs } = vault
  return commit(vault, [remarks, captures, cases, entries, texts, blobs], async () => {
    const { of, said, at } = draft
    await checkSubject(vault, of)
    const files = filesOfSaid(said)
    await checkFiles(vault, files)
    const before = await remarks.where("of").equals(of).toArray()
    const id = draft.id ?? (said.kind === "labels" ? before.find(isLabels)?.id : undefined) ?? draft.newId
    const versions = before.filter(row => row.id === id).sort((a, b) => a.version - b.version)
    const newest = versions.at(-1)
    if (draft.id !== null && newest?.kind !== said.kind) {
      throw new EvidenceError("vault/missing", `${said.kind} ${draft.id}`)
    }
    const sha256 = hashOfContent(said)
    if (newest?.sha256 === sha256) return { id }
    const version = { id, of, version: (newest?.version ?? 0) + 1, at, sha256 }
    const row: RemarkRow =
      files.length === 0 ? { ...said, ...version } : { ...said, ...version, files: files.map(hashOfFile) }
    await remarks.add(row)
    await dropEntry(vault, of)
    return { id }
  })
}

const hashOfFile = ({ sha256 }: RemarkFile): Sha256 => sha256

/** Of what is named, the bytes must be there, and as many. */
async function checkFiles({ blobs }: Vault, files: readonly RemarkFile[]): Promise<void> {
  for (const { sha256, bytes } of files) {
    const row = await blobs.get(sha256)
    if (row?.bytes.size !== bytes) throw new EvidenceError("vault/missing", `no bytes under ${sha256}`)
  }
}

const isLabels = ({ kind }: RemarkRow): boolean => kind === "labels"

async function checkSubject({ captures, cases }: Vault, of: string): Promise<void> {
  const capture = await captures.get(of)
  if (capture?.state === "sealed" && capture.trashedAt === null) return
  if (capture === undefined && (of === DEFAULT_CASE || (await cases.get(of)) !== undefined)) return
  throw new EvidenceError("vault/missing", `no sealed item and no case ${of}`)
}
