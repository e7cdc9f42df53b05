import { parseArgs } from "node:util"
import { type Target, targets } from "../browsers/driver.ts"

export interface FaultOptions {
  readonly browsers: readonly Target[]
  /** By name; empty: all of them. */
  readonly names: readonly string[]
  /** How often each of the random ones is done. */
  readonly rounds: number
  readonly seed: number
}

/** Throws one line that says what cannot be. `known`: the names of the faults. */
export function faultOptions(args: readonly string[], known: readonly string[]): FaultOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: { type: "string", default: "30" }, seed: { type: "string" } },
  })
  const names = positionals.filter(each => !targets.some(target => target === each))
  const strangers = names.filter(each => !known.includes(each))
  if (strangers.length > 0)
    throw new Error(
      `${strangers.join(" ")}: the faults are ${known.join(" ")}; browsers: ${targets.join(" ")}`,
    )
  const browsers = targets.filter(target => positionals.includes(target))
  return {
    browsers: browsers.length > 0 ? browsers : targets,
    names,
    rounds: countOf("--rounds", values.rounds),
    seed: values.seed === undefined ? Date.now() >>> 0 : countOf("--seed", values.seed),
  }
}

function countOf(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${name} is a whole number, not ${text}`)
  return Number(text)
}
