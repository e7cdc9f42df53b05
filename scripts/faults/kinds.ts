/** Captures of other kinds than a plain page's: what they begin with, up to the last click, and the steps that only they have. */
import { join } from "node:path"
import { type StepName } from "../../src/core/evidence.ts"
import { drop, untilSettled } from "../../tests/e2e/harness/import-page.ts"
import { openPopup, type Page, type Surface, type Target } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"
import { switchOn } from "../browsers/use-settings.ts"
import { type Installation } from "./installation.ts"
import { paths } from "./pages.ts"

/** One that is ready to begin. */
export interface Ready {
  /** The click. */
  readonly start: () => Promise<void>
  /** Takes away what was opened for it. */
  readonly close: () => Promise<void>
}

export interface Kind {
  readonly name: string
  readonly steps: readonly StepName[]
  /** Once in each installation. */
  readonly prepare: (installation: Installation) => Promise<void>
  readonly begin: (installation: Installation) => Promise<Ready>
}

const nothing = (): Promise<void> => Promise.resolve()
const open = ({ driven, ground }: Installation, path: string): Promise<Page> =>
  driven.newPage(`${ground.site.origin}${path}`)

const extras: Readonly<Record<Target, readonly StepName[]>> = {
  chrome: ["unfold", "server-record", "originals", "mhtml"],
  firefox: ["unfold", "server-record", "originals"],
}

/** A post that is pointed at, with all that can be kept besides. */
const post = (target: Target): Kind => ({
  name: "a post that is pointed at",
  steps: ["picker", ...extras[target], "post"],
  async prepare({ driven }) {
    for (const extra of extras[target]) await switchOn(driven, extra)
  },
  async begin(installation) {
    const page = await open(installation, paths.post)
    const popup = await openPopup(installation.driven, page)
    await popup.click("#pick")
    await until("the popup to make way", async () => !(await popup.isOpen()))
    await page.waitFor(
      () => document.querySelector("html > [role=application]") !== null && document.hasFocus(),
    )
    return { start: () => page.click("#post p"), close: () => page.close() }
  },
})

const chat: Kind = {
  name: "a chat",
  steps: ["transcript"],
  prepare: nothing,
  async begin(installation) {
    const page = await open(installation, paths.chat)
    const popup = await openPopup(installation.driven, page)
    await popup.waitFor(() => document.querySelector("#chat-until") !== null)
    return {
      start: () => popup.click("#capture"),
      close: async () => {
        if (await popup.isOpen()) await popup.close()
        await page.close()
      },
    }
  },
}

const imported: Kind = {
  name: "a file from elsewhere",
  steps: ["import"],
  prepare: nothing,
  async begin({ driven }) {
    const page = await driven.openExtensionPage("ui/import.html")
    await page.waitFor(() => document.querySelector("#give"))
    await drop(page, [join("tests/fixtures/imports", "letter.eml")])
    await untilSettled(page, 1)
    return { start: () => page.click("#keep"), close: () => page.close() }
  },
}

/** Of a recording the steps come at its end. Chromium's alone: Firefox without a display has nothing to record. */
const recording: Kind = {
  name: "a guided recording",
  steps: ["recording", "join", "procedure", "view"],
  prepare: nothing,
  async begin(installation) {
    const page = await open(installation, paths.middle)
    const popup = await openPopup(installation.driven, page)
    await popup.click("#record")
    const window = await installation.driven.opened("ui/record.html")
    await window.waitFor(() => document.body.dataset.stage === "ready")
    await window.click("#guided")
    await window.waitFor(() => document.querySelector("#guided-about"))
    await window.click("#allow-all")
    await window.waitFor(() => document.querySelector("#all-pages"))
    await window.click("#start-tab")
    await untilPieces(window, 3)
    return {
      start: () => window.click("#stop"),
      close: async () => {
        await window.close()
        await page.close()
      },
    }
  },
}

const untilPieces = (window: Surface, count: number): Promise<unknown> =>
  window.waitFor(`Number(document.querySelector("#kept")?.dataset.pieces ?? 0) >= ${String(count)}`, 60_000)

export const kindsIn = (target: Target): readonly Kind[] => [
  post(target),
  chat,
  imported,
  ...(target === "chrome" ? [recording] : []),
]
