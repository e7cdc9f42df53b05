/** An export: the vault's rows become a snapshot, the snapshot a ZIP, the ZIP a download. */
import { makeBundle as writeBundle } from "../core/bundle/bundle.ts"
import { encryptedName, type Encryption } from "../core/encryption/encryption.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Typed } from "../core/papers/typed.ts"
import { type PapersOutcome } from "../core/papers/wanted.ts"
import { signWith } from "../core/seal/sign.ts"
import { en } from "../i18n/papers/en.ts"
import { zhCN } from "../i18n/papers/zh-CN.ts"
import { readOwnFile, readTool } from "../platform/identity.ts"
import { saveFile } from "../platform/save.ts"
import { type BundleAnchor, type BundleMade, type BundleStamp } from "../protocol.ts"
import { makeCheck } from "../vault/blobs.ts"
import { custodyUpTo, deviceKey, exportById, stampsOf } from "../vault/read.ts"
import { isReceived } from "../vault/received-stamp.ts"
import { type Vault } from "../vault/schema.ts"
import { keepPlan } from "./bundle-plan.ts"
import { anchorBundle } from "./anchor-bundle.ts"
import { hashOf } from "./hash-of.ts"
import { encryptBundle } from "./encrypt-bundle.ts"
import { readItems } from "./items-of-export.ts"
import { readCases } from "./notes-of-export.ts"
import { papersMaker } from "./make-papers.ts"
import { stampBundle } from "./stamp-bundle.ts"

/** What is given up on the user's word: the papers alone, or all of it. */
export interface GivenUp {
  readonly report: AbortSignal
  readonly whole: AbortSignal
}

export type OnExportProgress = (exportId: string, done: number, total: number) => Promise<void>

/**
 * Builds the bundle of an export and hands it to the browser's download. An
 * item with a damaged file, or that does not fit any more, is left out and named; a bundle
 * of nothing is `vault/damaged`. Given up as a whole before it is handed out, it is `export/stopped`.
 */
export async function makeBundle(
  vault: Vault,
  exportId: string,
  { encryption, typed }: { readonly encryption: Encryption | null; readonly typed?: Typed | undefined },
  onProgress: OnExportProgress,
  given: GivenUp,
): Promise<BundleMade> {
  const row = await exportById(vault, exportId)
  const key = await deviceKey(vault)
  if (row === undefined || key === undefined) throw new EvidenceError("vault/missing", `export ${exportId}`)

  const goOn = () => {
    if (given.whole.aborted) throw new EvidenceError("export/stopped", "given up before it was handed out")
  }
  const told = async (done: number) => {
    goOn()
    await onProgress(exportId, done, total)
  }
  // One step an item, another for its part of the report, one for the packing, one for the fingerprint, and one for encrypting.
  const read = row.captures.length
  const language = row.report ?? null
  const packing = language === null ? read : 2 * read
  const total = packing + (encryption === null ? 2 : 3)
  const check = makeCheck(vault)
  const { items, origins, leftOut, damaged, next } = await readItems(vault, check, row, told)

  await told(packing)
  const { cases, numberOf } = await readCases(
    vault,
    items.map(({ capture }) => capture),
    row,
  )
  await told(read)
  const sign = signWith(key.pair)
  const stamps: BundleStamp[] = []
  const anchors: BundleAnchor[] = []
  const papers: PapersOutcome[] = []
  const steps = stepsOf(language === null ? 0 : read, done => told(read + done))
  const made = await writeBundle(
    {
      exportId,
      at: row.at,
      tool: await readTool(),
      items: items.map(({ item, capture }) => ({ ...item, caseNumber: numberOf(capture) })),
      leftOut,
      cases,
      origins,
      custody: await custodyUpTo(vault, row.custodySeq),
      publicKey: key.spki,
      keyStamps: (await stampsOf(vault, key.fingerprint)).filter(isReceived),
      authorities: row.authorities,
      verifyHtml: await readOwnFile("verify.html"),
    },
    { zh: zhCN, en },
    manifest => {
      goOn()
      return sign(manifest)
    },
    async tagManifest => {
      const [stamped, anchored] = await Promise.all([
        stampBundle(vault, row.authorities, outcome => {
          stamps.push(outcome)
        })(tagManifest),
        anchorBundle(vault, row.authorities, outcome => {
          anchors.push(outcome)
        })(tagManifest),
      ])
      return [...stamped, ...anchored]
    },
    undefined,
    language === null
      ? undefined
      : papersMaker({
          language,
          words: { zh: zhCN, en },
          signal: given.report,
          ...(row.papers === undefined ? {} : { papers: row.papers }),
          ...(typed === undefined ? {} : { typed }),
          onProgress: steps,
          onOutcome: outcome => {
            papers.push(outcome)
          },
        }),
  )
  await told(packing + 1)
  const zip = await hashOf(made.zip, goOn)
  const { reportMade = null, listMade = null, routeMade = null, draftsMade } = papers[0] ?? {}
  // What comes late should find the bundle as it was. One that is encrypted is never handed out without; and who is
  // named in a paper did not ask to have it kept.
  const isKept = encryption === null && draftsMade === undefined
  const isAwaited = isKept && stamps.some(({ got }) => got === null)
  const plan = isAwaited ? await keepPlan(vault, made, row.at) : null
  const said = { reportMade, listMade, routeMade, ...(draftsMade === undefined ? {} : { draftsMade }) }
  const rest = {
    zip,
    leftOut: damaged.length,
    without: [...damaged, ...next],
    next,
    ...said,
    stamps,
    anchor: anchors[0] ?? null,
    plan,
  }
  if (encryption === null) {
    goOn()
    saveFile(made.zip, made.fileName)
    await onProgress(exportId, total, total)
    return { fileName: made.fileName, bytes: made.zip.size, encrypted: null, ...rest }
  }
  await told(packing + 2)
  const fileName = encryptedName(made.fileName)
  const { file, sha256: encrypted } = await encryptBundle(vault, made.zip, fileName, encryption)
  goOn()
  saveFile(file, fileName)
  await onProgress(exportId, total, total)
  return { fileName, bytes: file.size, encrypted, ...rest }
}

/** Tells of whole steps, and of each once: every word goes to the disk. */
function stepsOf(steps: number, tell: (done: number) => Promise<void>) {
  let told = 0
  return async (done: number, all: number): Promise<void> => {
    const reached = Math.floor((steps * done) / Math.max(1, all))
    if (reached <= told) return
    told = reached
    await tell(reached)
  }
}
