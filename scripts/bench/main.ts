/**
 * `npm run bench [chrome|firefox]`: how fast and how large. Every time stands as
 * a ratio against a baseline of the same run: machines differ, and are shared.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Driven, launch, type Target, targets } from "../browsers/driver.ts"
import { findBrowser } from "../browsers/find.ts"
import { serveSite, type Route, type Site } from "../site/serve-site.ts"
import { measureAsSeen } from "./as-seen.ts"
import { printFigure } from "./figures.ts"
import { measurePopup } from "./popup-open.ts"
import { printSize } from "./size.ts"
import { measureTallPage } from "./tall-page.ts"

const asked = process.argv[2]
const chosen = targets.filter(target => asked === undefined || asked === target)
if (chosen.length === 0) throw new Error(`usage: npm run bench [${targets.join("|")}]`)

execFileSync("npm", ["run", "-s", "build"], { stdio: "inherit" })
const site = await serveSite({
  routes: { "/plain": html(bands("plain", 8)), "/tall": html(bands("tall", 200)) },
})
for (const target of chosen) await measure(target, site)
await site.close()

async function measure(target: Target, pages: Site): Promise<void> {
  const found = findBrowser(target)
  if (found.path === null) {
    console.log(`${target}: not measured: ${found.why}`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"))
  const driven = await launch(target, {
    executable: found.path,
    extensionDir: resolve("dist", target),
    profile: join(folder, "profile"),
    headless: true,
    viewport: { width: 1280, height: 800 },
    dpr: 1,
  })
  console.log(`${target} (${driven.version})`)
  try {
    await measureAll(driven, pages)
  } finally {
    await driven.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

async function measureAll(driven: Driven, pages: Site): Promise<void> {
  printFigure(await measureAsSeen(driven, pages))
  printFigure(await measureTallPage(driven, pages))
  printFigure(await measurePopup(driven, pages))
  printSize(resolve("dist", driven.target))
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
