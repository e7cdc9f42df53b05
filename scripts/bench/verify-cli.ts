/** The command that verifies, on a gigabyte, against `sha256sum` over the same files, unpacked. */
import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { type Figure, median, printFigure, printMemory } from "./figures.ts"
import { largeBundle } from "./large-bundle.ts"
import { residentOf } from "./memory.ts"

const RUNS = 3
const BYTES = 1_000_000_000

export async function measureVerifyCli(scratch: string): Promise<void> {
  const { zip, folder } = await largeBundle(scratch, BYTES, true)
  const sums: number[] = []
  const plain: Ran[] = []
  const both: Ran[] = []
  for (let run = 0; run < RUNS; run++) {
    sums.push(
      timed(() => execFileSync("sha256sum", ["--quiet", "-c", "manifest-sha256.txt"], { cwd: folder ?? "" })),
    )
    plain.push(await verified([zip, "--no-sm3"]))
    both.push(await verified([zip]))
  }
  const figure = (what: string, runs: readonly Ran[], aim: Figure["aim"]): Figure => ({
    what: `verify a 1 GB bundle, ${what}, median of ${String(RUNS)}`,
    ms: median(runs.map(({ ms }) => ms)),
    baseline: "sha256sum over the unpacked files",
    baselineMs: median(sums),
    aim,
  })
  printFigure(figure("SM3 off", plain, { ratio: 2 }))
  printFigure(figure("SM3 on", both, null))
  const peaks = [...plain, ...both].map(({ peak }) => peak)
  const known = peaks.filter(peak => peak !== null)
  printMemory("  its memory at most", known.length === 0 ? null : Math.max(...known), 200e6)
}

interface Ran {
  readonly ms: number
  readonly peak: number | null
}

/** The command as a person runs it, without npm. Throws unless the bundle holds. */
async function verified(args: readonly string[]): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, ["scripts/run.js", "src/cli/main.ts", ...args, "--json"], {
    stdio: ["ignore", "ignore", "inherit"],
  })
  const ended = once(child, "exit")
  let peak: number | null = null
  const look = setInterval(() => {
    peak = residentOf(child.pid ?? -1)?.peak ?? peak
  }, 20)
  const [code] = (await ended) as [number | null]
  clearInterval(look)
  if (code !== 0) throw new Error(`the bundle of the bench does not hold: exit ${String(code)}`)
  return { ms: performance.now() - began, peak }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
