import { mkdirSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { until } from "./surface.ts"

/** What browsers call a file that is still being written. */
const unfinished = /\.(crdownload|part|tmp)$|^\.|^Unconfirmed /

/** Hands out each file of `folder` once, when it is whole. What lies there already is not a download. */
export function downloadsIn(folder: string | undefined): (timeoutMs?: number) => Promise<string> {
  if (folder === undefined) return () => Promise.reject(new Error("launched without a downloadDir"))
  mkdirSync(folder, { recursive: true })
  const given = new Set(readdirSync(folder).map(name => identityOf(folder, name)))
  const sizes = new Map<string, number>()

  return async timeoutMs => {
    const name = await until(
      `a finished download in ${folder}`,
      () => nextWhole(folder, given, sizes),
      timeoutMs,
    )
    given.add(identityOf(folder, name))
    return join(folder, name)
  }
}

/** A file is whole when nothing unfinished came beside it and its size is what it was at the last look. */
function nextWhole(folder: string, given: ReadonlySet<string>, sizes: Map<string, number>): string | null {
  // What a killed browser left unfinished stays so.
  const names = readdirSync(folder).filter(name => !given.has(identityOf(folder, name)))
  if (names.some(name => unfinished.test(name))) return null
  for (const name of names) {
    const { size } = statSync(join(folder, name))
    const before = sizes.get(name)
    sizes.set(name, size)
    if (size > 0 && size === before) return name
  }
  return null
}

/** Chromium, told where downloads go, puts a second file of a name in the place of the first. */
function identityOf(folder: string, name: string): string {
  const { ino, mtimeMs } = statSync(join(folder, name))
  return `${name} ${ino} ${mtimeMs}`
}
