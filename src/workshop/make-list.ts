/** The Word papers of a bundle, written when the bundle is packed. */
import { type BagFile, ownFile } from "../core/bundle/bag-file.ts"
import { type DocumentGround } from "../core/bundle/bundle.ts"
import { caseFactsOf } from "../core/papers/contents.ts"
import { type NamedDraft } from "../core/papers/draft-ground.ts"
import { drafts } from "../core/papers/drafts.ts"
import { listDraftOf } from "../core/papers/list-draft.ts"
import { EVIDENCE_LIST } from "../core/papers/list-words.ts"
import { type DraftName } from "../core/papers/names.ts"
import { type Placed } from "../core/papers/placed.ts"
import { type Typed } from "../core/papers/typed.ts"
import { type ReportMaking } from "./make-report.ts"

type Making = Pick<ReportMaking, "language" | "words">

/** `placed`: where the parts of the report of the same bundle stand; null where there is none. Throws what the writing throws. */
export async function writeList(
  { language, words }: Making,
  ground: DocumentGround,
  placed: Placed | null,
): Promise<BagFile> {
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  return asFile({ path: EVIDENCE_LIST, draft: listDraftOf(contents, words, language, placed) })
}

/** A paper for a road: as many files as it is. Throws what the writing throws. */
export async function writeDrafts(
  name: DraftName,
  { language, words, typed }: Making & { readonly typed: Typed },
  ground: DocumentGround,
  placed: Placed | null,
): Promise<readonly BagFile[]> {
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  const files: BagFile[] = []
  for (const named of drafts[name].make({ contents, typed, words, language, placed })) {
    files.push(await asFile(named))
  }
  return files
}

async function asFile({ path, draft }: NamedDraft): Promise<BagFile> {
  const { writeDraft } = await import("./word/write-draft.ts")
  return ownFile(path, await writeDraft(draft))
}
