/** A written bundle on disk, and the outside tools that look at it. */
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type MadeBundle } from "../../../src/core/bundle/bundle.ts"

/** A folder that is gone when `use` has ended. */
export async function inScratch<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-bundle-"))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Writes the ZIP into `folder`; gives its path. */
export async function save(made: Pick<MadeBundle, "fileName" | "zip">, folder: string): Promise<string> {
  const file = path.join(folder, made.fileName)
  writeFileSync(file, Buffer.from(await made.zip.arrayBuffer()))
  return file
}

/** Unpacks with Info-ZIP; gives the base folder. */
export async function unpack(made: Pick<MadeBundle, "fileName" | "zip">, folder: string): Promise<string> {
  const file = await save(made, folder)
  execFileSync("unzip", ["-q", file, "-d", folder])
  return file.slice(0, -".zip".length)
}

export interface Ran {
  readonly status: number | null
  readonly output: string
}

/** Runs a program; `output` is what it printed, errors too. */
export function run(program: string, args: readonly string[], folder: string): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  })
  return { status, output: `${stdout}${stderr}` }
}

export const bash = (script: string, folder: string): Ran => run("bash", ["-c", script], folder)

/** The commands of a section of verify.txt, each as it stands there. */
export function commandsOf(verifyText: string, section: string): string[] {
  const part = verifyText.split(/^== /m).find(text => text.startsWith(section)) ?? ""
  return part
    .split("\n")
    .filter(line => line.startsWith("    "))
    .map(line => line.slice(4))
}

/** GNU coreutils before 9.0 have no `cksum -a sm3`. */
export const hasSm3 = spawnSync("cksum", ["-a", "sm3"], { input: "" }).status === 0
