/**
 * The clock is moved back a day in the middle of a capture. Not the machine's,
 * which others use: `Date` in the background and the popup, which is all that
 * our code reads the time from. Chromium's offscreen document, out of reach,
 * keeps the old one: the two disagree, as where only one of them was asked
 * before the clock was set.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { clockSentences } from "../../src/i18n/clock.ts"
import { type Bundle, bundleOf, folderName } from "../../tests/e2e/harness/exported.ts"
import { type Driven, openPopup, type Popup } from "../browsers/driver.ts"
import { exportAll } from "../browsers/use-popup.ts"
import { type Fault, newTally, type Tally } from "./fault.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { captureUpTo, leave } from "./scene.ts"
import { lookInto } from "./witness.ts"

const DAY_SECONDS = 86_400
/** Before these commits: at its beginning, among its frames, at its end. */
const MOMENTS = [1, 9, 17]

export const clockMovedBack: Fault = {
  name: "clock",
  what: "clock moved back a day in the middle of a capture",
  async cause(ground) {
    const tally = newTally()
    for (const passing of MOMENTS)
      await withInstallation(ground, async installation => {
        await keepPage(installation, paths.short)
        const { driven } = installation
        const scene = await captureUpTo(driven, `${ground.site.origin}${paths.middle}`, passing)
        const { popup } = scene
        await moveBack(driven, popup)
        await scene.open()
        await popup.waitFor(() => document.body.dataset.view === "saved", 60_000)
        const isComplete = await popup.evaluate(
          () => document.querySelector<HTMLElement>("#saved")?.dataset.complete === "true",
        )
        if (!isComplete) tally.broken.push("the capture is not complete")
        const seen = await lookInto(popup)
        await leave(scene)
        await expectSaid(tally, installation)
        await assess(tally, installation, seen)
        ground.say(`${tally.rounds}: before commit ${passing + 1}`)
      })
    return tally
  },
}

/** In the background and the popup. */
export async function moveBack(driven: Driven, popup: Popup): Promise<void> {
  await driven.background.evaluate(setBack, DAY_SECONDS * 1000)
  await popup.evaluate(setBack, DAY_SECONDS * 1000)
  const told = await driven.background.evaluate(() =>
    (typeof window === "undefined" ? globalThis : window).Date.now(),
  )
  if (Math.abs(Date.now() - told - DAY_SECONDS * 1000) > 60_000) throw new Error("the clock was not moved")
}

/** Runs in the browser. */
function setBack(ms: number): void {
  // In Firefox this runs in a sandbox beside the document: its own global is not the document's.
  const scope: { Date: DateConstructor } = typeof window === "undefined" ? globalThis : window
  const Real = scope.Date
  scope.Date = class extends Real {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? Real.now() - ms : given[0])
    }

    static override now(): number {
      return Real.now() - ms
    }
  } as DateConstructor
}

/** The record holds the step back, and the page for readers says it. */
async function expectSaid(tally: Tally, { driven, place, ground }: Installation): Promise<void> {
  const page = await driven.newPage(`${ground.site.origin}${paths.short}`)
  const popup = await openPopup(driven, page)
  const said = await exportAll(popup)
  const bundle = bundleOf(await driven.nextDownload(), said, place.folder)
  await popup.close()
  await page.close()
  tally.broken.push(...unsaid(bundle, folderName({ item: "E-002" })))
}

/** What the bundle should say of an item whose clock was set back, and does not. */
export function unsaid(bundle: Bundle, item: string): string[] {
  const { clock } = bundle.item(item).record
  const seconds = Math.round((clock.wallMinusMonotonicMs ?? NaN) / 1000)
  const readme = readFileSync(join(bundle.folder, "00-readme.html"), "utf8")
  const wanted = Object.values(clockSentences).map(sentence => sentence({ kind: "set", seconds }))
  return [
    ...(Math.abs(seconds + DAY_SECONDS) <= 2 ? [] : [`the record has ${seconds} s of change`]),
    ...wanted.filter(said => !readme.includes(said)).map(said => `00-readme.html does not say: ${said}`),
  ]
}
