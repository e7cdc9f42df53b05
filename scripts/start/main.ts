// Usage: npm start [URL or file] [-- options]; `npm start -- --help` lists them.
import { spawnSync } from "node:child_process"
import { chooseBrowser, hasDisplay } from "./browser.ts"
import { runHeadless } from "./headless.ts"
import { startOptions } from "./options.ts"
import { startPage } from "./page.ts"
import { runWindowed } from "./windowed.ts"
import { words } from "./words.ts"

const say = (line: string): void => {
  console.log(line)
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (thrown) {
  console.error(words.failed(thrown instanceof Error ? thrown.message : String(thrown)))
  process.exitCode = 1
}

async function start(args: readonly string[]): Promise<number> {
  const options = startOptions(args)
  if (options.help) {
    say(words.usage)
    return 0
  }
  const chosen = chooseBrowser(options.browser, say)
  const page = await startPage(options.url)
  try {
    build()
    const run = options.headless || !hasDisplay() ? runHeadless : runWindowed
    return await run({ ...options, chosen, page, say })
  } finally {
    await page.close()
  }
}

function build(): void {
  say(words.building)
  const run = spawnSync(process.execPath, ["scripts/run.js", "scripts/build/main.ts"], { stdio: "inherit" })
  if (run.error !== undefined) throw run.error
  if (run.status !== 0) throw new Error(`the build failed with exit code ${run.status ?? 1}`)
}
