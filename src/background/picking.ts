/**
 * The picker, as the background sees it: it is shown before the first frame and
 * taken away before it. The page is asked again and again what was chosen, so
 * that nothing a page says of its own accord begins a capture.
 */
import { EvidenceError } from "../core/errors.ts"
import { devicePixels, type Marks, parseChoice, parseMarks } from "../core/marks.ts"
import { monotonicMs, now } from "../platform/clock.ts"
import { askPage, holdLine, injectPage } from "../platform/page.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { type PickerWords } from "../protocol/page.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { type PageAsk } from "./page-texts.ts"

/** What the user pointed at, and for how long the picker stood in the page; or what was looked for by its words. */
export interface Picked {
  readonly at: string
  readonly ms: number
  readonly by: "picker" | "words"
  /** How many screens the page was scrolled for it before the first frame. */
  readonly screens: number
  readonly post: NonNullable<CaptureRow["post"]>
}

/** Longer than anybody looks for a post with the picker in their hand. */
const PATIENCE_MS = 10 * 60_000

/**
 * Shows the picker. Throws as `injectPage` does, and `capture/page-silent`.
 * `ended` gives what was chosen, or null where the user let it be or left the
 * page; it throws where the page fell silent, or was not drawn any more.
 */
export async function startPicking(
  tabId: number,
  words: PickerWords,
): Promise<{ readonly ended: Promise<Picked | null> }> {
  await injectPage(tabId)
  const page = askPage(tabId)
  // When this context ends, the picker goes: nobody would hear of a choice.
  const letGo = holdLine(tabId)
  try {
    const at = now()
    await page("startPicker", { words })
    return { ended: keepingAwake(untilChosen(page, at)).finally(letGo) }
  } catch (thrown) {
    letGo()
    throw thrown
  }
}

async function untilChosen(page: PageAsk, at: string): Promise<Picked | null> {
  const began = monotonicMs()
  try {
    while (monotonicMs() - began < PATIENCE_MS) {
      const { outcome, selector } = parseChoice(await page("awaitChoice", null))
      if (outcome === "cancelled") return null
      if (outcome === "unpainted") {
        throw new EvidenceError("capture/tab-hidden", "the page was not drawn again without the picker")
      }
      if (outcome === "chosen") {
        const ms = Math.round(monotonicMs() - began)
        return {
          at,
          ms,
          by: "picker",
          screens: 0,
          post: postOf(selector, parseMarks(await page("readMarks", null))),
        }
      }
    }
    return null
  } catch (thrown) {
    const error = EvidenceError.from(thrown)
    if (error.code === "capture/page-left" || error.code === "capture/tab-closed") return null
    throw error
  }
}

/** The chosen post, before any frame shows it. */
export const postOf = (selector: string, { post, dpr }: Marks): Picked["post"] => ({
  selector,
  ...devicePixels(post?.whole ?? { x: 0, y: 0, width: 0, height: 0 }, dpr),
  file: null,
  from: [],
  clicks: [],
})
