/** What the page says of itself right after the as-seen frame, and what of that goes into the vault. */
import { type Environment } from "../core/evidence.ts"
import { type PageFacts } from "../core/page-said.ts"
import { type FramePlace } from "../core/frames.ts"
import { devicePixels, type Marks, parseMarks } from "../core/marks.ts"
import { type WallKind } from "../core/walls.ts"
import { artifactsOf } from "../vault/read.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { addToCapture } from "../vault/write.ts"
import { framePath } from "./frame.ts"
import { withMarks } from "./marks.ts"
import { type PageAsk } from "./page-texts.ts"
import { type Run } from "./run.ts"

/** Where the post and the selected words stand now; null where there are none. */
export const marksAt = async (
  row: CaptureRow,
  page: PageAsk,
  { selection }: PageFacts,
): Promise<Marks | null> =>
  row.post === undefined && selection === "" ? null : parseMarks(await page("readMarks", null))

/** What was looked at before the page was touched. */
export interface SeenFirst {
  readonly facts: PageFacts
  readonly marks: Marks | null
  readonly walls: readonly WallKind[]
}

/** What the page said goes into the row, and the as-seen frame gets its place on it. */
export async function keepFacts(run: Run, row: CaptureRow, seen: SeenFirst): Promise<void> {
  const { facts, marks, walls } = seen
  const environment: Environment = {
    ...row.environment,
    viewport: facts.viewport,
    screen: facts.screen,
    dpr: facts.dpr,
    automation: facts.webdriver
      ? { value: "yes", basis: "navigator.webdriver is true" }
      : { value: "no", basis: "navigator.webdriver is false, as the browser says" },
  }
  const asSeen = (await artifactsOf(run.ports.vault, run.id)).find(file => file.path === framePath(0))
  const files = asSeen?.place
    ? [withMarks({ ...asSeen, place: placeOnPage(asSeen.place, facts) }, marks)]
    : []
  await addToCapture(run.ports.vault, run.id, {
    files,
    row: {
      page: facts,
      environment,
      progress: { stage: "page", done: 0, total: null },
      ...quoteIn(facts, marks),
      ...(walls.length > 0 ? { walls } : {}),
    },
    log: run.takeNotes(),
  })
}

/** The selected words with their lines; nothing, where the page does not say where they stand: in a field, for one. */
function quoteIn({ selection }: PageFacts, marks: Marks | null): Pick<CaptureRow, "quote"> {
  const rects =
    marks?.quote.flatMap(mark => (mark === null ? [] : [devicePixels(mark.whole, marks.dpr)])) ?? []
  return rects.length === 0 || rects.length !== marks?.quote.length
    ? {}
    : { quote: { text: selection, rects } }
}

const placeOnPage = (place: FramePlace, facts: PageFacts): FramePlace => ({
  ...place,
  x: Math.round(facts.scrollX * facts.dpr),
  y: Math.round(facts.scrollY * facts.dpr),
  scrollX: facts.scrollX,
  scrollY: facts.scrollY,
  dpr: facts.dpr,
  usedWidth: Math.min(place.width, Math.round(facts.clientWidth * facts.dpr)),
  usedHeight: Math.min(place.height, Math.round(facts.clientHeight * facts.dpr)),
})
