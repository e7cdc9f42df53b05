/** What the extension's own processes hold. */
import { type Driven } from "../browsers/driver.ts"
import { descendants, forgetPeak, residentOf } from "./memory.ts"

/** Sum over the processes that run nothing but extensions; null where they cannot be told. */
export async function extensionMemory(
  { pid, target }: Driven,
  which: "idle" | "peak",
): Promise<number | null> {
  const own = descendants(pid).filter(({ line, name }) =>
    target === "chrome" ? line.includes("--extension-process") : name === "WebExtensions",
  )
  if (own.length === 0) return Promise.resolve(null)
  const sum = own.reduce((all, each) => {
    const resident = residentOf(each.pid)
    if (which === "idle") forgetPeak(each.pid)
    return all + (resident?.[which === "idle" ? "now" : "peak"] ?? 0)
  }, 0)
  return Promise.resolve(sum)
}
