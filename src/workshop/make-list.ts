/** The list of evidence of a bundle, as a Word document, written when the bundle is packed. */
import { type BagFile, ownFile } from "../core/bundle/bag-file.ts"
import { type DocumentGround } from "../core/bundle/bundle.ts"
import { caseFactsOf } from "../core/papers/contents.ts"
import { listDraftOf } from "../core/papers/list-draft.ts"
import { EVIDENCE_LIST } from "../core/papers/list-words.ts"
import { type Placed } from "../core/papers/placed.ts"
import { type ReportMaking } from "./make-report.ts"

/** `placed`: where the parts of the report of the same bundle stand; null where there is none. Throws what the writing throws. */
export async function writeList(
  { language, words }: Pick<ReportMaking, "language" | "words">,
  ground: DocumentGround,
  placed: Placed | null,
): Promise<BagFile> {
  const { writeDraft } = await import("./word/write-draft.ts")
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  return ownFile(EVIDENCE_LIST, await writeDraft(listDraftOf(contents, words, language, placed)))
}
