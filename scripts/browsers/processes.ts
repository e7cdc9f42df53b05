/** Ending a browser the hard way, with everything that it started. */
import { execFileSync, spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { until } from "./surface.ts"

interface Process {
  readonly pid: number
  readonly parent: number
  readonly zombie: boolean
  readonly line: string
}

/** SIGKILLs the browser `pid`, all it started and all that runs on `profile`; returns when they are gone. */
export async function killBrowser(pid: number, profile: string): Promise<void> {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"])
  } else {
    const doomed = processesOf(pid, profile)
    for (const each of doomed) killOne(each.pid)
    const pids = new Set(doomed.map(each => each.pid))
    await until(
      "the killed browser to be gone",
      () => !listed().some(each => pids.has(each.pid) && !each.zombie),
    )
  }
  // Chromium would take these for a browser that still runs on the profile.
  for (const name of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) {
    rmSync(join(profile, name), { force: true })
  }
}

/** The processes of the browser `pid` that still run. */
export const livingOf = (pid: number, profile: string): readonly number[] =>
  processesOf(pid, profile)
    .filter(each => !each.zombie)
    .map(each => each.pid)

function processesOf(root: number, profile: string): Process[] {
  const all = listed()
  const family = new Set([root])
  // Children may be listed before their parents, so go round until nobody joins.
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const each of all) if (family.has(each.parent)) family.add(each.pid)
  }
  const marks = [`--user-data-dir=${profile}`, `--database=${profile}`, `-profile ${profile}`]
  return all.filter(each => family.has(each.pid) || marks.some(mark => each.line.includes(mark)))
}

function killOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch (thrown) {
    // It ended by itself between the list and now: that is what was wanted.
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ESRCH")) throw thrown
  }
}

function listed(): Process[] {
  const text = execFileSync("ps", ["-axww", "-o", "pid=,ppid=,stat=,args="], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  })
  return text.split("\n").flatMap(line => {
    const [, pid, parent, stat = "", args = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), zombie: stat.startsWith("Z"), line: args }]
  })
}
