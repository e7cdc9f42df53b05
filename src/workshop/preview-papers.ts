/** The papers of an export before there is one, from the same records: nothing is hashed anew, nothing is written. */
import { utf8 } from "../core/bytes.ts"
import { type DocumentGround, makeBundle } from "../core/bundle/bundle.ts"
import { type ItemSnapshot } from "../core/bundle/snapshot.ts"
import { EvidenceError } from "../core/errors.ts"
import { caseFactsOf } from "../core/papers/contents.ts"
import { type Block } from "../core/papers/block.ts"
import { type DraftBlock } from "../core/papers/draft.ts"
import { drafts } from "../core/papers/drafts.ts"
import { listDraftOf } from "../core/papers/list-draft.ts"
import { EVIDENCE_LIST } from "../core/papers/list-words.ts"
import { draftNames, type PaperName } from "../core/papers/names.ts"
import { reportOf } from "../core/papers/report.ts"
import { routeSheetOf } from "../core/papers/route-sheet.ts"
import { NOTARY_ROUTE } from "../core/papers/route-words.ts"
import { type Typed } from "../core/papers/typed.ts"
import { type ReportLanguage } from "../core/papers/wanted.ts"
import { REPORT } from "../core/papers/words.ts"
import { isSha256, isSm3 } from "../core/seal/hash.ts"
import { en } from "../i18n/papers/en.ts"
import { zhCN } from "../i18n/papers/zh-CN.ts"
import { now } from "../platform/clock.ts"
import { readTool } from "../platform/identity.ts"
import { readBlob } from "../vault/blobs.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { custodyUpTo, deviceKey } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { readItem } from "./item-of-export.ts"
import { readCases } from "./notes-of-export.ts"

export interface Preview {
  readonly name: PaperName
  /** In the bag. */
  readonly path: string
  /** BCP 47. */
  readonly language: string
  readonly blocks: readonly (Block | DraftBlock)[]
}

export interface PreviewWish {
  readonly captures: readonly CaptureRow[]
  readonly papers: readonly PaperName[]
  readonly language: ReportLanguage
  readonly typed: Typed
  readonly withNotes: boolean
}

const ALL = Number.MAX_SAFE_INTEGER

/** The records as an export would take them now. An item that cannot be read is not among them. */
export async function readForPreview(
  vault: Vault,
  captures: readonly CaptureRow[],
  withNotes: boolean,
): Promise<{ readonly item: ItemSnapshot; readonly capture: CaptureRow }[]> {
  const read: { item: ItemSnapshot; capture: CaptureRow }[] = []
  for (const capture of captures) {
    const exporting = { at: now(), custodySeq: ALL, withNotes }
    const item = await readItem(vault, hash => readBlob(vault, hash), capture, exporting)
    if (item !== null) read.push({ item, capture })
  }
  return read
}

/**
 * What each paper will say. The bundle's name and fingerprints are not known
 * before it is made: zeros stand for them. Pages of the report are blank.
 */
export async function previewPapers(vault: Vault, wish: PreviewWish): Promise<Preview[]> {
  const { papers, language, typed } = wish
  const ground = await groundOf(vault, wish)
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  const words = { zh: zhCN, en }
  const placed = papers.includes("report") ? { headings: [], pages: 0 } : null
  const previews: Preview[] = []
  if (papers.includes("report"))
    previews.push({ name: "report", path: REPORT, ...reportOf(contents, words, language) })
  if (papers.includes("list")) {
    previews.push({ name: "list", path: EVIDENCE_LIST, ...listDraftOf(contents, words, language, placed) })
  }
  if (papers.includes("route"))
    previews.push({ name: "route", path: NOTARY_ROUTE, ...routeSheetOf(contents, words, language) })
  for (const name of draftNames.filter(each => papers.includes(each))) {
    for (const { path, draft } of drafts[name].make({ contents, typed, words, language, placed })) {
      previews.push({ name, path, ...draft })
    }
  }
  return previews.map(({ name, path, language: tag, blocks }) => ({ name, path, language: tag, blocks }))
}

async function groundOf(vault: Vault, { captures, withNotes }: PreviewWish): Promise<DocumentGround> {
  const read = await readForPreview(vault, captures, withNotes)
  if (read.length === 0) throw new EvidenceError("export/nothing", "no item can be read")
  const { cases, numberOf } = await readCases(
    vault,
    read.map(({ capture }) => capture),
    { at: now(), withNotes },
  )
  const grounds: DocumentGround[] = []
  await makeBundle(
    {
      exportId: "00000000-0000-4000-8000-000000000000",
      at: now(),
      tool: await readTool(),
      items: read.map(({ item, capture }) => ({ ...item, caseNumber: numberOf(capture) })),
      leftOut: [],
      cases,
      custody: await custodyUpTo(vault, ALL),
      publicKey: (await deviceKey(vault))?.spki ?? utf8("none"),
      keyStamps: [],
      authorities: [],
      verifyHtml: utf8(""),
    },
    { zh: zhCN, en },
    // Nobody gets this bundle.
    () => Promise.resolve(new Uint8Array(64).fill(1)),
    undefined,
    undefined,
    ground => {
      grounds.push(ground)
      return Promise.resolve([])
    },
  )
  const [ground] = grounds
  const zeros = "0".repeat(64)
  if (ground === undefined || !isSha256(zeros) || !isSm3(zeros)) {
    throw new EvidenceError("internal", "no ground for a preview")
  }
  const numbers = { ...ground.numbers, folder: "holdfast-…", manifestSha256: zeros }
  return { ...ground, numbers, manifest: { sha256: zeros, sm3: zeros } }
}
