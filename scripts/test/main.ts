// Usage: npm test                everything, long tables by halves: one in each browser; begins no stage after a failure
//        npm run e2e [-- chrome|firefox] [vitest arguments…]      the build and the browser stories alone, whole in each browser
//        npm run screenshots [-- chrome|firefox] [stories…]    pictures of all screens, into screenshots/; by the stories that go through them
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { type Target, targets } from "../browsers/driver.ts"
import { ensureIfMay, ensureTools, type ToolName } from "../browsers/install.ts"

interface Stage {
  readonly heading: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** What judges our files, and was made by nobody here. */
const outside: readonly ToolName[] = ["openssl", "unzip", "7zip", "age", "qpdf", "poppler"]

/** The same, but large, and of a few tests alone: without it those are skipped, and the others are not. */
const ifMay: readonly ToolName[] = ["office"]

const args = process.argv.slice(2)
process.exitCode = await start(args[0] ?? "", args.slice(1))

function start(what: string, rest: readonly string[]): number | Promise<number> {
  if (what === "e2e") return endToEnd(rest)
  return what === "screenshots" ? screenshots(rest) : everything(args)
}

async function everything(rest: readonly string[]): Promise<number> {
  prepare([...toolsOf("chrome"), ...toolsOf("firefox"), ...outside])
  const built = inOrder([{ heading: "build", command: npm("build") }])
  if (built !== 0) return built
  const checked = await inLanes(2, [
    { heading: "check: types, lint, format", command: npm("check") },
    { heading: "unit tests", command: vitest("unit*", rest) },
  ])
  if (checked !== 0) return checked
  // One kind of browser at a time, which runs twice: more of them on two cores keep each other waiting beyond the stories' limits.
  return inOrder(
    targets.map(target => {
      const { heading, command, env } = story(target, rest)
      return { heading, command, env: { ...env, SHARED: "1" } }
    }),
  )
}

function endToEnd(rest: readonly string[]): number {
  const named = targets.filter(target => target === rest[0])
  const chosen = named.length > 0 ? named : targets
  const passedOn = named.length > 0 ? rest.slice(1) : rest
  prepare([...chosen.flatMap(toolsOf), ...outside])
  const stories = chosen.map(target => story(target, passedOn))
  return inOrder([{ heading: "build", command: npm("build") }, ...stories])
}

/** In Chromium, unless the other is named; of all stories that take pictures, or of those named. */
function screenshots(rest: readonly string[]): number {
  const named = targets.find(target => target === rest[0])
  const target = named ?? "chrome"
  const stories = named === undefined ? rest : rest.slice(1)
  const folder = resolve("screenshots")
  if (stories.length === 0) rmSync(join(folder, target), { recursive: true, force: true })
  prepare([...toolsOf(target), ...outside])
  const { command, env } = story(target, photographed(stories))
  const code = inOrder([
    { heading: "build", command: npm("build") },
    { heading: `pictures: ${target}`, command, env: { ...env, SCREENSHOTS: folder } },
  ])
  console.log(`the pictures are in ${join(folder, target)}`)
  return code
}

/** The stories that take pictures of screens. */
function photographed(names: readonly string[]): readonly string[] {
  const found = readdirSync("tests/e2e")
    .filter(file => file.endsWith(".test.ts"))
    .filter(file => names.length === 0 || names.some(name => file.startsWith(name)))
    .map(file => join("tests/e2e", file))
    .filter(path => readFileSync(path, "utf8").includes("harness/photograph.ts"))
  if (found.length === 0) throw new Error(`no story that takes pictures is called ${names.join(" or ")}`)
  return found
}

function story(target: Target, rest: readonly string[]): Stage {
  return { heading: `browser stories: ${target}`, command: vitest("e2e*", rest), env: { TARGET: target } }
}

function toolsOf(target: Target): readonly ToolName[] {
  const display = process.platform === "linux" ? (["xvfb", "xdotool"] as const) : []
  const browser =
    target === "chrome"
      ? (["chromium", "chromium-chinese"] as const)
      : (["firefox", "firefox-chinese"] as const)
  return [...browser, "chinese-fonts", ...display]
}

function prepare(names: readonly ToolName[]): void {
  const say = (line: string) => {
    console.log(line)
  }
  ensureTools([...new Set(names)], say)
  ensureIfMay(ifMay, say)
}

/** Runs the stages until one fails; returns its exit code, or 0. */
function inOrder(stages: readonly Stage[]): number {
  for (const { heading, command, env } of stages) {
    console.log(`\n== ${heading}`)
    const start = performance.now()
    const [program = "", ...rest] = command
    const run = spawnSync(program, rest, { stdio: "inherit", env: { ...process.env, ...env } })
    if (run.error !== undefined) throw run.error
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    if (run.status !== 0) {
      const code = run.status ?? 1
      console.error(`== ${heading}: failed after ${seconds} s (${run.signal ?? `exit code ${code}`})`)
      return code
    }
    console.log(`== ${heading}: ${seconds} s`)
  }
  return 0
}

/**
 * Runs the stages in `lanes` lanes, and prints each whole when it has ended.
 * Begins none once one has failed; returns the exit code of the first that did, or 0.
 */
async function inLanes(lanes: number, stages: readonly Stage[]): Promise<number> {
  const waiting = [...stages]
  const failed: number[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined && failed.length === 0; next = waiting.shift()) {
      const code = await printed(next)
      if (code !== 0) failed.push(code)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return failed[0] ?? 0
}

async function printed({ heading, command, env }: Stage): Promise<number> {
  console.log(`== ${heading}: begins`)
  const start = performance.now()
  const [program = "", ...rest] = command
  const run = spawn(program, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  })
  const said: Buffer[] = []
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (piece: Buffer) => said.push(piece))
  const [code, signal] = (await once(run, "close")) as [number | null, NodeJS.Signals | null]
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`\n== ${heading}\n${Buffer.concat(said).toString()}`)
  if (code === 0) {
    console.log(`== ${heading}: ${seconds} s`)
    return 0
  }
  console.error(`== ${heading}: failed after ${seconds} s (${signal ?? `exit code ${String(code)}`})`)
  return code ?? 1
}

/** npm tells its children how it was started; a child node needs no shell, on Windows either. */
function npm(script: string): readonly string[] {
  const cli = process.env.npm_execpath
  const run = ["run", "--silent", script]
  return cli === undefined ? ["npm", ...run] : [process.execPath, cli, ...run]
}

function vitest(project: "unit*" | "e2e*", rest: readonly string[]): readonly string[] {
  const program = [process.execPath, "node_modules/vitest/vitest.mjs", "run"]
  return [...program, "--config", "tests/vitest.config.ts", "--project", project, ...rest]
}
