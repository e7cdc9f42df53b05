/** What processes hold in memory, as Linux tells it in /proc. Elsewhere nothing is told. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Resident now, and at most since the start or since `forgetPeak`; null where the system or the process is not there. */
export interface Resident {
  readonly now: number
  readonly peak: number
}

export function residentOf(pid: number): Resident | null {
  const status = readProc(pid, "status")
  const bytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s*(\\d+) kB$`, "m").exec(status)?.[1]) * 1024
  const found = { now: bytes("VmRSS"), peak: bytes("VmHWM") }
  return Number.isNaN(found.peak) ? null : found
}

/** What the processor has worked for it since its start, in milliseconds, all threads together; null as above. */
export function processorMs(pid: number): number | null {
  const stat = readProc(pid, "stat")
  // Its name stands in brackets and may hold spaces; user and system time are the 14th and 15th, in hundredths (proc(5), stat).
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
  const ms = (Number(user) + Number(system)) * 10
  return Number.isNaN(ms) ? null : ms
}

/** From here on the peak is counted anew: "5" resets it (proc(5), clear_refs). */
export function forgetPeak(pid: number): void {
  writeFileSync(join("/proc", String(pid), "clear_refs"), "5")
}

export interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  /** Its command line, and the name that it gave itself. */
  readonly line: string
  readonly name: string
}

/** All that `root` started, and what these started. */
export function descendants(root: number): readonly ProcessFacts[] {
  const all = readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .map(name => factsOf(Number(name)))
  const family = new Set([root])
  // Children may be listed before their parents, so go round until nobody joins.
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid }) => family.has(pid) && pid !== root)
}

function factsOf(pid: number): ProcessFacts {
  const parent = Number(/^PPid:\s*(\d+)$/m.exec(readProc(pid, "status"))?.[1] ?? NaN)
  return {
    pid,
    parent,
    line: readProc(pid, "cmdline").replaceAll("\0", " "),
    name: readProc(pid, "comm").trim(),
  }
}

/** Empty where the process has ended meanwhile, or this is not Linux. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(join("/proc", String(pid), file), "utf8")
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return ""
    throw thrown
  }
}
