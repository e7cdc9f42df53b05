/** What the extension's own processes hold, and what the processor works for them. */
import { type Driven } from "../browsers/driver.ts"
import { descendants, forgetPeak, type ProcessFacts, processorMs, residentOf } from "./memory.ts"

/** Sum over the processes that run nothing but extensions; null where they cannot be told. */
export async function extensionMemory(driven: Driven, which: "idle" | "peak"): Promise<number | null> {
  const own = ownProcesses(driven)
  if (own.length === 0) return Promise.resolve(null)
  const sum = own.reduce((all, each) => {
    const resident = residentOf(each.pid)
    if (which === "idle") forgetPeak(each.pid)
    return all + (resident?.[which === "idle" ? "now" : "peak"] ?? 0)
  }, 0)
  return Promise.resolve(sum)
}

/** Milliseconds since their start, all threads together: on a machine that others use too, it says more than a clock. Null where it cannot be told. */
export function extensionWork(driven: Driven): number | null {
  const all = ownProcesses(driven).map(each => processorMs(each.pid))
  return all.length === 0 || all.includes(null) ? null : all.reduce<number>((sum, ms) => sum + (ms ?? 0), 0)
}

const ownProcesses = ({ pid, target }: Driven): ProcessFacts[] =>
  descendants(pid).filter(({ line, name }) =>
    target === "chrome" ? line.includes("--extension-process") : name === "WebExtensions",
  )
