/** Our verifier as a stranger runs it: the command, on a file. */
import { spawnSync } from "node:child_process"
import { type Result } from "../../../src/core/verify/finding.ts"

export interface Verified {
  readonly status: number | null
  readonly result: Result
  /** The layers that failed, and what each found: `files: files/changed`. */
  readonly faults: readonly string[]
}

export function verify(file: string, ...more: readonly string[]): Verified {
  const ran = spawnSync(process.execPath, ["scripts/run.js", "src/cli/main.ts", file, "--json", ...more], {
    encoding: "utf8",
  })
  if (ran.stdout === "") throw new Error(`the verifier printed nothing: ${ran.stderr}`)
  const result = JSON.parse(ran.stdout) as Result
  const faults = result.layers
    .filter(({ outcome }) => outcome === "fail")
    .flatMap(({ layer, detail }) => detail.map(({ code }) => `${layer}: ${code}`))
  return { status: ran.status, result, faults }
}
