import type { CaptureRecord } from "../evidence.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"

/** Lines of a long quotation: the rest stands in capture.json. */
const MOST_LINES = 12

/** What 00-readme.html says of the post that was pointed at, and of the words that were selected. */
export function postFacts(record: CaptureRecord, { zh, en }: BothWords): string[] {
  const { post, quote, item } = record
  const facts: string[] = []
  if (post !== undefined) facts.push(fact(zh.readme.post, en.readme.post, postSaid(record, post, { zh, en })))
  if (quote !== undefined) {
    const lines = quote.frames
      .slice(0, MOST_LINES)
      .map(
        ({ path, ...area }) =>
          `<li>${both(zh.readme.inFrame(path, area), en.readme.inFrame(path, area))}</li>`,
      )
    const more = quote.frames.length - lines.length
    facts.push(
      fact(
        zh.readme.quote,
        en.readme.quote,
        `<p><bdi>${escapeHtml(shownText(quote.text))}</bdi></p><ul>${lines.join("")}</ul>` +
          (more > 0 ? `<p>${both(zh.readme.moreIn(more, item), en.readme.moreIn(more, item))}</p>` : ""),
      ),
    )
  }
  return facts
}

function postSaid(
  { item, steps }: CaptureRecord,
  post: NonNullable<CaptureRecord["post"]>,
  { zh, en }: BothWords,
): string {
  const { file, from } = post
  const clicked = post.clicks.map(({ words }) => shownText(words))
  const paragraphs = [
    file === null
      ? both(zh.readme.postNotCut, en.readme.postNotCut)
      : `<small>data/${item}/${escapeHtml(shownText(file))}</small><br>` +
        both(zh.readme.postPlace(post, from), en.readme.postPlace(post, from)),
    ...(clicked.length === 0 ? [] : [both(zh.readme.postClicks(clicked), en.readme.postClicks(clicked))]),
    ...(steps.some(({ name }) => name === "picker")
      ? [both(zh.readme.pickerShown, en.readme.pickerShown)]
      : []),
  ]
  return paragraphs.map(said => `<p>${said}</p>`).join("")
}
