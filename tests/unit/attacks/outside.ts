/**
 * The tools of others, as verify.txt has a stranger run them. What they are
 * asked is taken out of the verify.txt that lies in the bundle; the one change
 * is whose roots are trusted.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { commandsOf, hasSm3 } from "../bundle/written.ts"
import { folder as baseFolder } from "../verify/example.ts"

export const tools = [
  "unzip",
  "7zz",
  "sha256sum",
  "cksum",
  "find",
  "signature",
  "key",
  "custody",
  "ts",
] as const
export type Tool = (typeof tools)[number]

/** Which tool asks a command of verify.txt; null for the lines that only go there, or print. */
const askedBy: readonly (readonly [RegExp, Tool | null])[] = [
  [/^sha256sum .*-c /, "sha256sum"],
  [/^cksum /, "cksum"],
  [/^find /, "find"],
  [/^openssl dgst /, "signature"],
  [/^openssl pkey /, "key"],
  [/^(\( p=|grep -x "Custody|\[ )/, "custody"],
  [/^(openssl ts |\( n=0; m=0; for r in )/, "ts"],
  [/^(sha256sum \S+\.zip$|unzip |cd |R=)/, null],
]

const status = (program: string, args: readonly string[], cwd = "."): number =>
  spawnSync(program, args, { cwd, stdio: "ignore" }).status ?? -1

export const missing: readonly string[] = [
  ...(hasSm3 ? [] : ["cksum of coreutils 9 or newer (-a sm3)"]),
  ...(status("7zz", ["i"]) === 0 ? [] : ["7zz"]),
  ...(status("unzip", ["-v"]) === 0 ? [] : ["unzip"]),
]

export interface Outside {
  /** The tools that refuse, each once, in the order of `tools`. */
  readonly refused: readonly Tool[]
  /** Tools that had nothing to look at: no folder came out of the ZIP, or verify.txt does not ask them. */
  readonly silent: readonly Tool[]
}

/** Asks them all. `place` is a folder to work in, `root` a PEM file of what the reader trusts. */
export function ask(zip: Buffer, place: string, root: string): Outside {
  const folder = mkdtempSync(path.join(place, "asked-"))
  const name = `${baseFolder}.zip`
  writeFileSync(path.join(folder, name), zip)
  const refused = new Set<Tool>()
  // As in verify.txt, and tested first: a warning is a refusal too.
  if (status("unzip", ["-tqq", name], folder) !== 0) refused.add("unzip")
  if (status("unzip", ["-q", name], folder) !== 0) refused.add("unzip")
  if (status("7zz", ["t", name], folder) !== 0) refused.add("7zz")
  const asked = askInside(path.join(folder, baseFolder), root)
  for (const { tool, ok } of asked) if (!ok) refused.add(tool)
  rmSync(folder, { recursive: true })
  return {
    refused: tools.filter(tool => refused.has(tool)),
    silent: tools.slice(2).filter(tool => !asked.some(answer => answer.tool === tool)),
  }
}

interface Answer {
  readonly tool: Tool
  readonly ok: boolean
}

function askInside(base: string, root: string): Answer[] {
  if (!existsSync(path.join(base, "verify.txt"))) return []
  const commands = commandsOf(readFileSync(path.join(base, "verify.txt"), "utf8"), "Linux").flatMap(
    command => {
      const tool = askedBy.find(([starts]) => starts.test(command))
      if (tool === undefined) throw new Error(`verify.txt asks what no row here knows: ${command}`)
      return tool[1] === null ? [] : [{ tool: tool[1], command }]
    },
  )
  const each = 'for c in "$@"; do ( R="$ROOT"; eval "$c" ) >/dev/null 2>&1 </dev/null; echo $?; done'
  const { stdout } = spawnSync("bash", ["-c", each, "bash", ...commands.map(({ command }) => command)], {
    cwd: base,
    env: { ...process.env, ROOT: root },
    encoding: "utf8",
  })
  const statuses = stdout.trimEnd().split("\n")
  return commands.map(({ tool }, index) => ({ tool, ok: statuses[index] === "0" }))
}
