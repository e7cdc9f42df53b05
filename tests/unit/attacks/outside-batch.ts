/**
 * The tools of others on many bundles, in a few shells at once. They are asked
 * in the order of verify.txt, by its own commands, up to the first that refuses.
 * What stands in a bundle's own verify.txt is not run here: it may be changed.
 */
import { execFile } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { linux, posix, stamps } from "../../../src/core/bundle/commands.ts"
import type { Sha256 } from "../../../src/core/seal/hash.ts"
import { folder as baseFolder } from "../verify/example.ts"

const SHELLS = 4
const run = promisify(execFile)
const fieldOf = (label: string): string => `$(sed -n 's/^${label}: //p' bag-info.txt)`
/** A shell's variable where a number of the bundle stands in its verify.txt. */
const variable = (name: string): Sha256 => `$${name}` as Sha256

/** Named as the script prints them. */
const checks = {
  unzip: "unzip -tqq b.zip && unzip -q b.zip",
  "7zz": "7zz t b.zip",
  folder: `cd ${baseFolder}`,
  sha256sum: `${linux.payloadSha256} && ${linux.tags}`,
  cksum: linux.payloadSm3,
  find: `${posix.nothingExtra} && ${posix.nothingExtraTop}`,
  signature: posix.signature,
  key: `K=${fieldOf("Device-Key-SHA256")}; ${linux.key(variable("K"))}`,
  custody: `H=${fieldOf("Custody-Head-SHA256")}; ${linux.custodyChain(variable("H"))}`,
}
export type Refusal = keyof typeof checks | "outer-time" | "inner-time"

/** Stricter than a reader, to whom one authority is enough: one stamp that fails is a refusal. */
const outer = stamps.outer.replace("[ $n -gt 0 ]", "[ $n -eq $m ]")

/** Where there are stamps, each is judged at its own time; where there are none, nothing is asked. */
const inner = outer
  .replaceAll("proofs/*.tsr", "data/e*/capture.json.*.tsr")
  .replace("-data tagmanifest-sha256.txt", '-data "${r%.*.*.*}"')
const ifAny = (files: string, command: string): string => `{ ! ls ${files} || ${command}; }`

function script(): string {
  const asked = Object.entries(checks).map(
    ([name, command]) => `{ ${command}; } || { echo ${name} >&3; exit; }`,
  )
  return [
    'for d in "$@"; do (',
    'exec 3>"$d.said" >/dev/null 2>&1 </dev/null',
    'cd "$d"',
    ...asked,
    `${ifAny("proofs/*.tsr", outer)} || echo outer-time >&3`,
    `${ifAny("data/e*/capture.json.*.tsr", inner)} || echo inner-time >&3`,
    ') ; echo "$d=$(tr "\\n" " " <"$d.said")"; rm -r "$d" "$d.said"; done',
  ].join("\n")
}

/** For each bundle, what refused it: the first tool that did, or the stamps that do not hold. */
export async function askAll(
  zips: readonly Buffer[],
  place: string,
  root: string,
): Promise<readonly (readonly Refusal[])[]> {
  const folders = zips.map((zip, index) => {
    const folder = path.join(place, `m${String(index)}`)
    mkdirSync(folder)
    writeFileSync(path.join(folder, "b.zip"), zip)
    return folder
  })
  const shells = Array.from({ length: SHELLS }, (_, shell) =>
    folders.filter((_f, at) => at % SHELLS === shell),
  )
  const env = { ...process.env, R: root }
  const printed = await Promise.all(
    shells.map(mine => run("bash", ["-c", script(), "bash", ...mine], { env, maxBuffer: 1 << 24 })),
  )
  const said = new Map(
    printed.flatMap(({ stdout }) =>
      stdout.split("\n").flatMap(line => {
        const [folder = "", refusals = ""] = line.split("=")
        return folder === ""
          ? []
          : [[folder, refusals.trim().split(" ").filter(Boolean) as Refusal[]] as const]
      }),
    ),
  )
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  return folders.map(folder => {
    const refusals = said.get(folder)
    if (refusals === undefined) throw new Error(`no answer for ${folder}`)
    return refusals
  })
}
