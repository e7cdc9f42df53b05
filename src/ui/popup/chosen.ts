/** Lines of the receipt about what the user pointed at, and what they had selected. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type Model } from "./model.ts"

export type ReceiptLine = readonly [name: string, label: string, value: string]

export function chosenLines(words: Words, { files }: Model, { post }: CaptureRow): ReceiptLine[] {
  const { t } = words
  const quoted = files.filter(({ marks }) => (marks?.quote.length ?? 0) > 0).length
  return [
    ...(post === undefined ? [] : ([["post", t("saved.post"), postPlace(words, post)]] as const)),
    ...(quoted === 0 ? [] : ([["quote", t("saved.quote"), t("saved.quotePlace", { n: quoted })]] as const)),
  ]
}

function postPlace({ t, format }: Words, post: NonNullable<CaptureRow["post"]>): string {
  if (post.file === null) return t("saved.notKept")
  const said = (pixels: number) => format.number(pixels)
  const { x, y, width, height } = post
  return t("saved.postPlace", { x: said(x), y: said(y), width: said(width), height: said(height) })
}
