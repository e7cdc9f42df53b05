/** Every place in which something of a captured page is shown, as a person comes to it; and the pages that show nothing of it. */
import { randomUUID } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Driven, openPopup, type Surface } from "../../../scripts/browsers/driver.ts"
import { waitingEntry } from "../../../src/core/queue/entry.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { bundleFiles, json, zipOf } from "../../unit/verify/example.ts"
import { beaconPage, beaconText } from "./beacons.ts"
import { type Bundle } from "./exported.ts"
import { seed } from "./seed.ts"
import { newest, readVault } from "./vault.ts"
import { choose } from "./verify-page.ts"

export type Shown = Pick<Surface, "evaluate" | "waitFor"> & { close(): Promise<void> }

export interface Place {
  readonly name: string
  /** The page that it is, as the extension or the bundle has it. */
  readonly page: string
  /** Opens it in front of a page that asks for nothing. */
  readonly open: () => Promise<Shown>
  /** An expression that is truthy once it shows the captured page. */
  readonly shows: string
  /** What addresses in it may begin with, and its own scripts. */
  readonly own: () => string
  readonly scripts: () => readonly string[]
  /** Whether it is the page itself, with its own elements: what they load has to stand in it. */
  readonly isCopy: boolean
}

/** What the places are of. All but `poster` is there in tests and hooks only. */
export interface World {
  readonly driven: () => Driven
  /** Where the beacons go. */
  readonly poster: string
  /** The address of a page that asks for nothing. */
  readonly blank: string
  /** For files that are given to pages. */
  readonly folder: () => string
  readonly bundle: () => Bundle
  /** The item of the captured page. The same is in the trash once more. */
  readonly kept: () => CaptureRow
}

/** Short enough to stand whole wherever names are cut. */
export const beaconName = (host: string): string => `<img src=${host}/text-c>`

/** Why a page of the extension is no place. */
export const showNothingCaptured: Readonly<Record<string, string>> = {
  "offscreen.html": "works where nobody sees it, and draws nothing",
  "practice/index.html": "is what is captured: a post of our own, to practise on",
  "practice/profile.html": "is what is captured: the page of its author",
  "ui/welcome.html": "reads of the vault only whether the computer is shared",
}

/** A new place that shows captured data is one line here. */
export function placesOf(world: World): readonly Place[] {
  const { driven, poster, kept } = world
  const page = (name: string, file: string, shows: string, open: () => Promise<Shown>): Place => ({
    ...{ name, page: `ui/${file}.html`, open, shows, isCopy: false },
    own: () => `${driven().origin}/`,
    scripts: () => [`${driven().origin}/ui/${file}.js`],
  })
  const popup = (name: string, clicks: readonly string[], shows: string): Place =>
    page(`the popup, ${name}`, "popup", shows, () => overBlank(world, clicks))
  /** A file of the unpacked bundle, opened from the disk. */
  const inBundle = (file: string, shows: string, scripts: readonly string[], act?: Act): Place => ({
    ...{ name: `${file} of the bundle`, page: file, shows, scripts: () => scripts, isCopy: false },
    open: async () => {
      const opened = await driven().newPage(pathToFileURL(join(world.bundle().folder, file)).href)
      await act?.(opened)
      return opened
    },
    own: () => pathToFileURL(world.bundle().folder).href,
  })
  const at = async (address: string, ...clicks: readonly string[]) => {
    const opened = await driven().openExtensionPage(`ui/${address}`)
    for (const selector of clicks) await opened.click(selector)
    return opened
  }
  const item = async (row: CaptureRow) => {
    const opened = await at(`item.html?item=${row.id}`, "#show-content")
    await opened.waitFor(() => document.querySelector<HTMLImageElement>(".frame img")?.naturalWidth)
    return unfolded(opened)
  }
  const prepared = (...clicks: readonly string[]) =>
    at(`prepare.html?case=${kept().case ?? "default"}`, ...clicks, "#step-next")
  const given = (address: string, file: () => string, ...clicks: readonly string[]) =>
    givenTo(world, at(address), file(), clicks)
  const imported = () => given("import.html", () => pageFile(world), "#keep")

  return [
    popup("the recent items", [], says("button.item .host", "127.0.0.1")),
    popup(
      "the receipt",
      ["button.item"],
      `document.querySelector("#receipt dd") && document.querySelector("#gaps li")`,
    ),
    popup("the cases", [], says("#case option")),
    popup(
      "the items to export",
      ["#export-open", "input[name=scope][value=selected]"],
      says("#export-items .host", "127.0.0.1"),
    ),
    popup("the last export", ["#export-view"], `document.querySelector("#export-done #digits")?.textContent`),
    page("the page of the item", "item", says("#text", "<script>globalThis.pwned"), () => item(kept())),
    page("the page of a picture", "picture", `document.querySelector("#picture")?.naturalWidth`, async () => {
      const opened = await item(kept())
      const href = await opened.evaluate(
        () => document.querySelector("a.open-picture")?.getAttribute("href") ?? "",
      )
      await opened.close()
      return at(href, "#show-content")
    }),
    page("the library", "library", says("#rows .cell-words mark", "text-refresh"), async () => {
      const opened = await at("library.html", "#search")
      await opened.type("text-refresh")
      await opened.click("#show-words")
      return opened
    }),
    page("the library's cases", "library", says("#rows .row-case bdi"), () => at("library.html")),
    page("the trash", "library", `document.querySelector("#rows [data-item='E-002']")`, () =>
      at("library.html?view=trash"),
    ),
    page("the next steps", "roads", `${says("#heading")} && ${says("[data-account]")}`, () =>
      unfolded(at(`roads.html?case=${kept().case ?? "default"}`)),
    ),
    page("what goes into papers", "prepare", says("#statements legend", "</title>"), () =>
      prepared("#for-platform"),
    ),
    page("a notice before it is made", "prepare", says("article", "</title>"), () =>
      unfolded(prepared("#for-platform", "#step-next")),
    ),
    page("the papers for a lawyer before they are made", "prepare", says("article", "<!doctype"), () =>
      unfolded(prepared("#for-lawyer", "#step-next")),
    ),
    page("a list of addresses", "queue", `${says("#entries bdi")} && ${says("#entries p")}`, async () => {
      const opened = await at("queue.html")
      await seed(opened, listOf(world))
      await opened.close()
      return at("queue.html")
    }),
    page("a recording that ended with gaps", "record", `document.querySelector("#gaps li")`, () =>
      at(`record.html?item=${kept().id}`),
    ),
    page("asking as a visitor", "visitor", says("#look-section .host", "127.0.0.1"), () =>
      at(`visitor.html?item=${kept().id}`),
    ),
    page("files from elsewhere", "import", `${says("#files bdi")} && ${says("#files a", "E-")}`, imported),
    page("the page of such a file", "item", says("#imported"), async () => {
      const opened = await imported()
      await opened.waitFor(() => document.querySelector("#files a"))
      await opened.close()
      return unfolded(at(`item.html?item=${newest(await readVault(driven().background)).id}`))
    }),
    page("proofs from elsewhere", "attach", `document.querySelector("#outcome p")`, () =>
      given("attach.html", () => pageFile(world)),
    ),
    page("a bundle before it is taken in", "restore", `${says("#places option")} && ${says("#name")}`, () =>
      given("restore.html", () => bundleFile(world)),
    ),
    page("verifying a bundle", "verify", `${DONE} && ${says("#result")}`, () =>
      given("verify.html", () => world.bundle().zip),
    ),
    page("the settings, to allow the site", "settings", says(".wanted", "127.0.0.1"), () =>
      at(`settings.html?site=${encodeURIComponent(poster)}`),
    ),
    page("the panel", "panel", says("#recent .host", "127.0.0.1"), async () => {
      const opened = await overBlank(world, ["#panel-open"])
      return { ...(await driven().panel()), close: () => opened.close() }
    }),
    inBundle("00-readme.html", says("body", "<script>globalThis.pwned"), []),
    copyOf(inBundle("data/e001/offline-before.html", says("h1", "<script>globalThis.pwned"), [])),
    copyOf(inBundle("data/e001/offline-after.html", says("h1", "<script>globalThis.pwned"), [])),
    inBundle("verify.html", `${DONE} && ${says("#result")}`, ["inline"], opened =>
      choose(opened, world.bundle().zip, "input", beaconName(poster)),
    ),
  ]
}

type Act = (opened: Surface) => Promise<void>

const DONE = `document.body.dataset.stage === "done"`

/** Truthy where one of these elements has the words. */
const says = (selector: string, words = "<img src="): string =>
  `Array.from(document.querySelectorAll(${JSON.stringify(selector)})).some(each => each.textContent.includes(${JSON.stringify(words)}))`

const copyOf = (place: Place): Place => ({ ...place, isCopy: true })

/** The popup, or what it leads to, over a page that asks for nothing. */
async function overBlank({ driven, blank }: World, clicks: readonly string[]): Promise<Shown> {
  const page = await driven().newPage(blank)
  const opened = await openPopup(driven(), page)
  for (const selector of clicks) await opened.click(selector)
  return {
    ...opened,
    async close() {
      await opened.close()
      await page.close()
    },
  }
}

/** With everything on it unfolded. */
async function unfolded<T extends Shown>(opening: T | Promise<T>): Promise<T> {
  const opened = await opening
  await opened.waitFor(() => document.querySelector("details"))
  await opened.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
  })
  return opened
}

/** Gives it a file under a name that calls home. */
async function givenTo(
  { poster }: World,
  opening: Promise<Shown & Surface>,
  file: string,
  clicks: readonly string[],
): Promise<Shown> {
  const opened = await opening
  await opened.waitFor(() => document.querySelector("#file"))
  await choose(opened, file, "input", beaconName(poster))
  for (const selector of clicks) await opened.click(selector)
  return opened
}

/** The page itself, as a person may have saved it: each time another file, since one that is there already is not taken in again. */
function pageFile({ folder, poster }: World): string {
  const path = join(folder(), "page.html")
  writeFileSync(path, `${beaconPage(poster)}<!-- ${randomUUID()} -->`)
  return path
}

/** A bundle of somebody else's, whose case is called so. */
function bundleFile({ folder, poster }: World): string {
  const path = join(folder(), "other.zip")
  const [number, title] = ["c001", beaconName(poster)]
  const files = bundleFiles({
    payload: all => {
      const { items, ...rest } = JSON.parse(String(all.get("data/case.json"))) as { items: object[] }
      const filed = { caseNumber: number, title, cases: [{ number, title }] }
      const content = { ...rest, ...filed, items: items.map(each => ({ ...each, case: number })) }
      all.set("data/case.json", json(content))
    },
  })
  writeFileSync(path, zipOf(files))
  return path
}

/** A list that ended, with a comment in it. */
function listOf({ poster, kept }: World) {
  const [at, name] = ["2026-11-26T04:00:00.000Z", beaconName(poster)]
  const comment = { authorName: name, text: beaconText(poster), time: null }
  const wish = { url: `${poster}/${name}`, of: null, caseId: kept().case ?? "default", comment }
  return {
    queues: [
      {
        ...{ id: "q", created: at, paceSeconds: 5, state: "done", why: null, code: null },
        ...{ access: "all", stopped: true, endedAt: at },
      },
    ],
    queueEntries: [{ ...waitingEntry(0, wish), queue: "q" }],
  }
}
