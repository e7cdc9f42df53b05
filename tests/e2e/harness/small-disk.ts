/** A disk of a few megabytes in memory, that can be filled and emptied. For root on Linux. */
import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export interface SmallDisk {
  readonly folder: string
  readonly freeBytes: () => number
  /** Leaves room for this many bytes and no more. */
  fillTo(freeBytes: number): void
  /** Makes room again. */
  empty(): void
  remove(): void
}

/** Mounts one at `folder`; answers with a sentence where that is not possible. */
export function mountSmallDisk(folder: string, bytes: number): SmallDisk | string {
  if (process.platform !== "linux") return "only Linux has a tmpfs"
  if (process.getuid?.() !== 0) return "only root may mount a tmpfs"
  mkdirSync(folder, { recursive: true })
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder], {
    encoding: "utf8",
  })
  if (mounted.status !== 0) return `a tmpfs cannot be mounted here: ${mounted.stderr.trim()}`
  const filler = join(folder, "filler")
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    freeBytes,
    fillTo(free) {
      rmSync(filler, { force: true })
      const size = freeBytes() - free
      if (size <= 0) throw new Error(`only ${freeBytes()} bytes are free`)
      writeFileSync(filler, Buffer.alloc(size, 1))
    },
    empty() {
      truncateSync(filler)
    },
    remove() {
      execFileSync("umount", ["-l", folder])
    },
  }
}
