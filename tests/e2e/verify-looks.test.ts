/**
 * The page that verifies, in the extension and from a disk, in each of its
 * stages: nothing that axe finds wrong, nothing that reaches out sideways, and a
 * picture to look at, in a folder of the system's own for temporary files.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { bundleFiles, folder, good, zipOf } from "../unit/verify/example.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { choose, untilDone } from "./harness/verify-page.ts"

const modes = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
] as const

const automation = { value: "yes", basis: "navigator.webdriver" }
const broken = () =>
  zipOf(
    bundleFiles({
      record: draft => Object.assign(draft.environment as object, { automation }),
      info: { "Bag-Software-Agent": `${"A very long name without end ".repeat(12)}\u202etxt` },
      log: text => text.replace("0.1.0", "0.1.1"),
    }),
  )

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const photograph = photographer(browser, "verify", { language, scheme })
  const looks = new Map<string, Look>()

  beforeAll(async () => {
    const { driven, place } = browser
    const write = (name: string, bytes: Buffer) => {
      mkdirSync(join(place.folder, name))
      const path = join(place.folder, name, `${folder}.zip`)
      writeFileSync(path, bytes)
      return path
    }
    const files = {
      good: write("good", good()),
      damaged: write("damaged", broken()),
      text: write("text", Buffer.from("holdfast\n")),
    }

    const tour = async (page: Page, name: string) => {
      const look = async (state: string) => {
        await photograph(page, `${name}-${state}`)
        looks.set(`${name} ${state}`, await judged(page))
      }
      await look("choose")
      await page.evaluate(startEndless)
      await page.waitFor(() => (document.querySelector("progress")?.value ?? 0) > 0)
      await look("checking")
      await page.click("#cancel")
      await look("cancelled")
      for (const [state, path] of Object.entries(files)) {
        await choose(page, path)
        await untilDone(page)
        await look(state)
      }
      // The window that a reader has at 200 %.
      await driven.setViewport({ width: 640, height: 900 })
      await look("zoomed")
      await driven.setViewport({ width: 1280, height: 1000 })
    }

    await driven.setViewport({ width: 1280, height: 1000 })
    const own = await driven.openExtensionPage("ui/verify.html")
    expect(await own.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(
      scheme === "dark",
    )
    await tour(own, "extension")
    for (const spoken of ["zh-CN", "en"]) {
      const page = await driven.newPage(pathToFileURL(resolve("dist/verify.html")).href)
      await page.click(`[data-language="${spoken}"]`)
      await tour(page, `disk-${spoken}`)
    }
  })

  test("axe finds nothing wrong in any stage, and nothing reaches out sideways", () => {
    const wanted = ["choose", "checking", "cancelled", "good", "damaged", "text", "zoomed"]
    const names = ["extension", "disk-zh-CN", "disk-en"].flatMap(page =>
      wanted.map(state => `${page} ${state}`),
    )
    const fine: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual(Object.fromEntries(names.map(name => [name, fine])))
  })
})

/** Runs in the page: a file that takes long enough to be looked at. */
function startEndless(): void {
  const transfer = new DataTransfer()
  transfer.items.add(new File([new Uint8Array(300_000_000)], "large.zip"))
  // Long enough to be looked at, on a quick machine too: each piece takes its time to be read.
  Blob.prototype.arrayBuffer = async function () {
    await new Promise(resolve => setTimeout(resolve, 20))
    return new Response(this).arrayBuffer()
  }
  const input = document.querySelector<HTMLInputElement>("#file")
  if (input !== null) input.files = transfer.files
  input?.dispatchEvent(new Event("change", { bubbles: true }))
}
