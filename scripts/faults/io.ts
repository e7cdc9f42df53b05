/** Errors of the disk, injected by strace into the system calls on the database's own files. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { openPopup, type Target } from "../browsers/driver.ts"
import { livingOf } from "../browsers/processes.ts"
import { until } from "../browsers/surface.ts"
import { type Fault, newTally } from "./fault.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { type Seen, watchUntil } from "./witness.ts"

interface Injection {
  readonly name: string
  readonly calls: string
  readonly error: string
  /** The n-th call alone, or all from it on. */
  readonly goesOn: boolean
}

const injections: readonly Injection[] = [
  { name: "flush: EIO", calls: "fdatasync,fsync", error: "EIO", goesOn: false },
  { name: "flush: EIO from then on", calls: "fdatasync,fsync", error: "EIO", goesOn: true },
  { name: "write: ENOSPC from then on", calls: "write,pwrite64", error: "ENOSPC", goesOn: true },
]
/** The first operation fails, then the second, and so on, as SQLite's own tests do it. */
const OPERATIONS = [1, 2, 5, 9]
/** Longer than a capture of the middle page takes when it is traced, and than one wait of the watchdog. */
const WATCHED_MS = 25_000

export const diskErrors: Fault = {
  name: "io",
  what: "errors of flushes and writes, injected by strace",
  async cause(ground) {
    const why = cannotTrace()
    if (why !== null) return why
    const tally = newTally()
    for (const injection of injections) {
      let met = 0
      for (const operation of OPERATIONS)
        await withInstallation(ground, async installation => {
          await keepPage(installation, paths.short)
          const { seen, hits, told } = await captureWith(installation, injection, operation)
          await installation.again()
          await assess(tally, installation, seen)
          const where = `${injection.name}, call ${operation}`
          ground.say(`${tally.rounds}: ${where}: ${hits} failed; the popup: ${told}`)
          met += hits
        })
      tally.notes.push(`${injection.name}: ${met} calls were made to fail`)
      // A later call may never be made; where none was met, nothing was tried.
      if (met === 0) tally.broken.push(`${injection.name}: no call was met`)
    }
    return tally
  },
}

function cannotTrace(): string | null {
  if (process.platform !== "linux") return "strace is for Linux"
  const tried = spawnSync("strace", ["-e", "trace=none", "true"], { encoding: "utf8" })
  if (tried.error !== undefined) return "strace is not installed"
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.trim()}`
}

async function captureWith(
  { driven, ground }: Installation,
  injection: Injection,
  operation: number,
): Promise<{ readonly seen: Seen; readonly hits: number; readonly told: string }> {
  const page = await driven.newPage(`${ground.site.origin}${paths.middle}`)
  const popup = await openPopup(driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const files = databaseFiles(ground.target, driven.profile)
  const tracer = await attach(livingOf(driven.pid, driven.profile), files, injection, operation)
  await popup.click("#capture")
  const state = { told: "nothing" }
  const strike = async () => {
    state.told = await popup.evaluate(
      () => document.querySelector<HTMLElement>("#error")?.dataset.cause ?? document.body.dataset.view ?? "",
    )
    tracer.child.kill("SIGINT")
    await once(tracer.child, "exit")
    await driven.kill()
  }
  const seen = await watchUntil(popup, WATCHED_MS, strike, "may fail")
  return { seen, hits: tracer.hits(), told: state.told }
}

/** The files into which a database of an extension is written. */
function databaseFiles(target: Target, profile: string): readonly string[] {
  const wanted =
    target === "chrome"
      ? /IndexedDB[\\/]chrome-extension_\w+\.indexeddb\.leveldb[\\/]\d+\.log$/
      : /moz-extension\+\+\+[^\\/]+[\\/]idb[\\/][^\\/]+\.sqlite(-wal|-journal)?$/
  const files = readdirSync(profile, { recursive: true, encoding: "utf8" })
  const found = files.map(file => join(profile, file)).filter(file => wanted.test(file))
  if (found.length === 0) throw new Error("the database has no files")
  return found
}

async function attach(
  pids: readonly number[],
  files: readonly string[],
  { calls, error, goesOn }: Injection,
  operation: number,
): Promise<{ readonly child: ChildProcess; readonly hits: () => number }> {
  const child = spawn(
    "strace",
    [
      "-f",
      ...["-e", `trace=${calls}`, "-e", "signal=none"],
      ...["-e", `inject=${calls}:error=${error}:when=${operation}${goesOn ? "+" : ""}`],
      ...files.flatMap(file => ["-P", file]),
      ...pids.flatMap(pid => ["-p", String(pid)]),
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  )
  const heard = { text: "" }
  child.stderr.on("data", (data: Buffer) => {
    heard.text += data.toString()
  })
  await until("strace to be attached", () => heard.text.split(" attached").length > pids.length)
  return { child, hits: () => heard.text.split("(INJECTED)").length - 1 }
}
