/**
 * `npm run bench [-- chrome|firefox] [clicks|search|tall|verify|export|import|recording|report|large]`: how fast and
 * how large. Every time stands as a ratio against a baseline of the same run:
 * machines differ, and are shared. `tall`, pages of up to 120,000 px, and `large`, 4.5 GB, are measured only when
 * asked for.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Driven, launch, type Target, targets } from "../browsers/driver.ts"
import { findBrowser } from "../browsers/find.ts"
import { capture } from "../browsers/use-popup.ts"
import { serveSite, type Route, type Site } from "../site/serve-site.ts"
import { measureAsSeen } from "./as-seen.ts"
import { type Judge, measureExport } from "./export.ts"
import { printFigure } from "./figures.ts"
import { fillVault } from "./fill-vault.ts"
import { measureFirstPicture } from "./first-picture.ts"
import { measureHeldUp } from "./held-up.ts"
import { largeBundle } from "./large-bundle.ts"
import { measurePopup } from "./popup-open.ts"
import { measureSearch } from "./search.ts"
import { fillItems, longPost, measureReport } from "./report.ts"
import { measureImport } from "./import.ts"
import { measureRecording, moving } from "./recording.ts"
import { printSize } from "./size.ts"
import { measureTall, tallHeights } from "./tall.ts"
import { measureTallPage } from "./tall-page.ts"
import { measureVerifyCli } from "./verify-cli.ts"
import { measureViews } from "./views.ts"
import { measureVerifyHtml } from "./verify-html.ts"

const parts = [
  "clicks",
  "search",
  "tall",
  "verify",
  "export",
  "import",
  "recording",
  "report",
  "large",
] as const
type Part = (typeof parts)[number]

const asked = process.argv.slice(2)
const isAsked = (name: Target | Part) => asked.includes(name)
if (asked.some(name => ![...targets, ...parts].some(known => known === name)))
  throw new Error(`usage: npm run bench [-- ${targets.join("|")}] [${parts.join("|")}]`)
const chosen = targets.some(isAsked) ? targets.filter(isAsked) : targets
const wanted: readonly Part[] = parts.some(isAsked)
  ? parts.filter(isAsked)
  : ["clicks", "search", "verify", "export", "import", "recording", "report"]
const GIGABYTE = 1_000_000_000

execFileSync("npm", ["run", "-s", "build"], { stdio: "inherit" })
const site = await serveSite({
  routes: {
    "/plain": html(bands("plain", 8)),
    "/tall": html(bands("tall", 200)),
    "/forty": html(bands("forty", 312)),
    "/long": html(longPost()),
    "/moving": moving,
    ...Object.fromEntries(
      tallHeights.map(height => [`/tall-${String(height)}`, html(bands("tall", height / 100))]),
    ),
  },
})
const bundles = mkdtempSync(join(tmpdir(), "holdfast-bench-"))
try {
  if (wanted.includes("verify")) await measureVerifyCli(bundles)
  for (const target of chosen) await measure(target, site)
} finally {
  rmSync(bundles, { recursive: true, force: true })
  await site.close()
}

async function measure(target: Target, pages: Site): Promise<void> {
  const found = findBrowser(target)
  if (found.path === null) {
    console.log(`${target}: not measured: ${found.why}`)
    return
  }
  console.log(`${target}: ${found.path}`)
  const start = { target, executable: found.path }
  if (wanted.includes("clicks")) {
    await inBrowser(start, async driven => {
      printFigure(await measureAsSeen(driven, pages))
      printFigure(await measureTallPage(driven, pages))
      printFigure(await measureFirstPicture(driven, pages))
      for (const figure of await measureHeldUp(driven, pages)) printFigure(figure)
      printFigure(await measurePopup(driven, pages))
    })
    printSize(resolve("dist", target))
  }
  if (wanted.includes("tall")) {
    for (const height of tallHeights) await inBrowser(start, driven => measureTall(driven, pages, height))
  }
  if (wanted.includes("search")) {
    await inBrowser(start, async driven => {
      const { popup } = await capture(driven, await driven.newPage(`${pages.origin}/plain`))
      await popup.close()
      await measureSearch(driven)
      for (const figure of await measureViews(driven)) printFigure(figure)
    })
  }
  if (wanted.includes("verify")) {
    const { zip } = await largeBundle(bundles, GIGABYTE / 5, false)
    await inBrowser(start, async driven => {
      printFigure(await measureVerifyHtml(driven, zip))
    })
  }
  const zips: Judge[] = [
    ["unzip", "-tq"],
    ["7zz", "t"],
  ]
  const ours: Judge = [process.execPath, "scripts/run.js", "src/cli/main.ts"]
  const plain = `${pages.origin}/plain`
  const exporting = (bytes: number, judges: Judge[]) =>
    measureFilled(
      start,
      plain,
      driven => fillVault(driven, bytes),
      driven => measureExport(driven, pages, bytes, judges),
    )
  if (wanted.includes("export")) await exporting(GIGABYTE, [...zips, ours])
  if (wanted.includes("import")) await inBrowser(start, driven => measureImport(driven, GIGABYTE))
  if (wanted.includes("recording")) await measureRecording(target, pages)
  if (wanted.includes("report")) {
    await measureFilled(start, `${pages.origin}/long`, fillItems, driven => measureReport(driven, pages))
  }
  if (wanted.includes("large")) await exporting(4.5 * GIGABYTE, zips)
}

interface Start {
  readonly target: Target
  readonly executable: string
}

/** A browser of its own for `use`, on a profile that is there before or is made, and goes afterwards unless it was given. */
async function inBrowser(
  { target, executable }: Start,
  use: (driven: Driven) => Promise<void>,
  kept: string | null = null,
): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "holdfast-bench-"))
  const driven = await launch(target, {
    executable,
    extensionDir: resolve("dist", target),
    profile: join(folder, "profile"),
    downloadDir: join(folder, "downloads"),
    headless: true,
    viewport: { width: 1280, height: 800 },
    dpr: 1,
  })
  try {
    await use(driven)
  } finally {
    await driven.close()
    if (kept === null) remove(folder)
  }
}

/** Filled in one run of the browser and exported in the next, so that idle memory is none of the filling's. `model`: the page whose capture the others are made after. */
async function measureFilled(
  start: Start,
  model: string,
  fill: (driven: Driven) => Promise<void>,
  measureIt: (driven: Driven) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"))
  try {
    const captureAndFill = async (driven: Driven) => {
      const { popup } = await capture(driven, await driven.newPage(model))
      await popup.close()
      await fill(driven)
    }
    await inBrowser(start, captureAndFill, folder)
    await inBrowser(start, measureIt, folder)
  } finally {
    remove(folder)
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** Bands of 100 px, each of its own colour. */
function bands(title: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `<div style="height:100px;background:hsl(${(index * 37) % 360} 70% 50%)">${index}</div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="margin:0">${rows.join("")}`
}

function html(text: string): Route {
  return (_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8")
    response.end(text)
  }
}
