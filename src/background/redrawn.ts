/**
 * The re-drawn picture, where the browser gave no screenshot at all though it
 * was asked: never where one was possible, and never as one (decisions.md,
 * Dependencies).
 */
import { parseRedrawn, REDRAWN_PATH } from "../core/redrawn.ts"
import { languages } from "../i18n/language.ts"
import { translator } from "../i18n/t.ts"
import { injectDrawing } from "../platform/page.ts"
import { artifactsOf } from "../vault/read.ts"
import { readForCopy } from "./offline-copies.ts"
import { keepText, type PageAsk } from "./page-texts.ts"
import { type Run, runStep } from "./run.ts"

/** Draws the page where it has no picture. Comes last: it puts a frame into the page, and takes it out again. */
export async function redrawPictureless(run: Run, page: PageAsk): Promise<void> {
  if (run.signal.aborted || !(await isRefused(run))) return
  await runStep(run, "redrawn", () => redraw(run, page))
}

/** The browser refused the first frame and a later one. A tab that was not in front could have been pictured. */
async function isRefused(run: Run): Promise<boolean> {
  const refused = run
    .steps()
    .filter(({ code }) => code === "capture/no-picture")
    .map(({ name }) => name)
  if (!refused.includes("as-seen") || !refused.some(name => TAKING.has(name))) return false
  return (await artifactsOf(run.ports.vault, run.id)).every(({ place }) => place === null)
}

const TAKING: ReadonlySet<string> = new Set(["scroll-through", "scroll-frames", "tiles"])

async function redraw(run: Run, page: PageAsk): Promise<void> {
  await injectDrawing(run.tabId)
  await readForCopy(run, page, "after")
  run.note("redrawn", "a frame of ours put into the page, and taken out again")
  const words = languages.map(language => translator(language)("saved.redrawn")).join(" · ")
  const drawn = parseRedrawn(await page("redraw", { words }))
  await keepText(run, page, { step: "redrawn", kind: "redrawn", path: REDRAWN_PATH, source: "re-drawn" })
  run.note("redrawn", "re-drawn picture, not a screenshot", { path: REDRAWN_PATH, ...drawn })
  const { rows, pageRows, leftOut } = drawn
  run.gap({ what: "frames", reason: "re-drawn", count: null, where: REDRAWN_PATH })
  if (leftOut > 0) run.gap({ what: "pictures", reason: "re-drawn", count: leftOut, where: REDRAWN_PATH })
  if (rows < pageRows) {
    const where = `${REDRAWN_PATH}: ${String(rows)} / ${String(pageRows)} px`
    run.gap({ what: "stitched", reason: "limit", count: null, where })
  }
}
