/** How an OpenTimestamps proof stands, in a sentence. */
import { type Words } from "../../i18n/words.ts"
import { type AnchorRow } from "../../vault/anchor-row.ts"

export function anchorSentence({ t }: Words, { state, block }: Pick<AnchorRow, "state" | "block">): string {
  if (state === "waiting") return t("anchors.waiting")
  return block === null ? t("anchors.pending") : t("anchors.block", { height: String(block.height) })
}
