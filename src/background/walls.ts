/** What a site puts before the post: looked for when the popup opens, and noted with each capture. */
import { EvidenceError } from "../core/errors.ts"
import { parseWalls, type WallKind } from "../core/walls.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { type PageAsk } from "./page-texts.ts"
import { type Run } from "./run.ts"

/**
 * Null where the page does not say: what keeps it from that, a capture will tell. `isTaken` says whether a script of
 * ours has got something in hand there by then: a second one would have it let go.
 */
export async function wallsBefore(
  tabId: number,
  isTaken: (tabId: number) => boolean,
): Promise<readonly WallKind[] | null> {
  const page = askPage(tabId)
  const read = async () => parseWalls(await page("readWalls", null))
  try {
    return await read().catch(async (thrown: unknown) => {
      if (EvidenceError.from(thrown).code !== "capture/page-left" || isTaken(tabId)) throw thrown
      // Only where none of ours is there: a second script has the first one let go, and with it a picker that is shown.
      await injectPage(tabId)
      return read()
    })
  } catch (thrown) {
    if (thrown instanceof EvidenceError) return null
    throw thrown
  }
}

/** Those that stood there when the as-seen frame was taken. That they could not be read is noted, and ends nothing. */
export async function wallsAt(run: Run, page: PageAsk): Promise<readonly WallKind[]> {
  try {
    return parseWalls(await page("readWalls", null))
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("page-facts", "walls were not looked for", { code, message: message.slice(0, 500) })
    return []
  }
}
