/**
 * The attack ladder: what our verifier says of every attack, and what the tools
 * of others say that verify.txt asks. Each row is held to both, where neither
 * sees anything too, and the whole is printed as a table.
 */
import { writeFileSync } from "node:fs"
import path from "node:path"
import { afterAll, expect, test } from "vitest"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import type { Finding, Result } from "../../../src/core/verify/finding.ts"
import { check, failing, folder, sha256 } from "../verify/example.ts"
import { type Outside, type Tool, ask, missing } from "./outside.ts"
import { type Clue, type Rung, clues } from "./rung.ts"
import { archives } from "./rungs-archive.ts"
import { custody, payload, signatures } from "./rungs-files.ts"
import { proofs } from "./rungs-proofs.ts"
import { records } from "./rungs-record.ts"
import { signers } from "./rungs-signer.ts"
import { stories } from "./rungs-story.ts"
import { stamps } from "./rungs-time.ts"
import { makeVictim } from "./victim.ts"

const victim = await makeVictim()
const roots = parsePem(victim.authority.rootPem)
const rootFile = path.join(victim.folder, "root.pem")
writeFileSync(rootFile, victim.authority.rootPem)
const judge = (zip: Buffer): Promise<Result> => check(zip, FORMAT_LIMITS, `${folder}.zip`, roots)
const first = await judge(victim.zip)
const table: Record<string, string>[] = []

afterAll(() => {
  console.log(printed(table))
  victim.end()
})

const untouched: Rung = {
  attack: "none: the bundle as it was exported",
  make: ({ zip }) => zip,
  ...{ verdict: "sealed-and-timestamped", layers: [], outside: [], tells: [] },
}
const rungs = [
  untouched,
  ...payload,
  ...signatures,
  ...custody,
  ...stamps,
  ...proofs,
  ...signers,
  ...records,
  ...stories,
  ...archives,
]

test.for(rungs)("$attack", { timeout: 30_000 }, async (rung, context) => {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(", ")}`)
  const zip = await rung.make(victim)
  const result = await judge(zip)
  const outside = ask(zip, victim.folder, rootFile)
  const found = result.exit === 0 ? cluesIn(zip, result) : []
  table.push(row(rung, result, outside, found))
  expect({
    ...{ verdict: result.verdict, layers: failing(result), outside: outside.refused, tells: found },
  }).toEqual({
    ...{ verdict: rung.verdict, layers: rung.layers, outside: rung.outside, tells: rung.tells ?? [] },
  })
})

test("nothing that a list, the signature or the ZIP's own tools refuse is accepted", () => {
  const grave: readonly Tool[] = ["unzip", "7zz", "sha256sum", "cksum", "find", "signature", "key", "custody"]
  const accepted = rungs.filter(({ verdict }) => verdict !== "damaged")
  expect(accepted.filter(({ outside }) => outside.some(tool => grave.includes(tool)))).toEqual([])
})

test("an attack that the tools of others do not see is explained", () => {
  const silent = rungs.filter(({ attack, outside }) => attack !== untouched.attack && outside.length === 0)
  expect(silent.filter(({ tells = [], note = "" }) => tells.length === 0 && note === "")).toEqual([])
})

/** What differs from the bundle that was exported first. */
function cluesIn(zip: Buffer, result: Result): Clue[] {
  const told: Record<Clue, boolean> = {
    zip: sha256(zip) !== sha256(victim.zip),
    key: fact(result, "signature/valid") !== fact(first, "signature/valid"),
    stamp: stampTime(result) > stampTime(first),
    grade: result.verdict !== first.verdict,
  }
  return (Object.keys(clues) as Clue[]).filter(clue => told[clue])
}

const detailOf = (result: Result, layer: string): readonly Finding[] =>
  result.layers.find(each => each.layer === layer)?.detail ?? []

function fact(result: Result, code: "signature/valid"): string {
  return detailOf(result, "signature").flatMap(each => (each.code === code ? [each.facts.key] : []))[0] ?? ""
}

function stampTime(result: Result): string {
  return (
    detailOf(result, "time").flatMap(each => (each.code === "time/trusted" ? [each.facts.at] : []))[0] ?? ""
  )
}

function row(rung: Rung, result: Result, outside: Outside, found: readonly Clue[]): Record<string, string> {
  const say = (...asked: readonly Tool[]): string => {
    if (asked.every(tool => outside.silent.includes(tool))) return "nothing to ask"
    const refused = asked.filter(tool => outside.refused.includes(tool))
    return refused.length === 0 ? "ok" : `FAIL ${refused.join(" ")}`
  }
  return {
    attack: rung.attack,
    ours: `${result.verdict} ${failing(result).join(" ")}`.trimEnd(),
    "sha256sum, cksum -c": say("sha256sum", "cksum"),
    "openssl dgst, pkey": say("signature", "key"),
    "openssl ts": say("ts"),
    "unzip, 7zz t": say("unzip", "7zz"),
    "find, custody": say("find", "custody"),
    tells: [...found.map(clue => clues[clue]), rung.note ?? ""].filter(text => text !== "").join("; "),
  }
}

/** Columns as wide as their widest cell. */
function printed(rows: readonly Record<string, string>[]): string {
  const titles = Object.keys(rows[0] ?? {})
  const lines = [titles, ...rows.map(cells => titles.map(title => cells[title] ?? ""))]
  const widths = titles.map((_title, at) => Math.max(...lines.map(cells => cells[at]?.length ?? 0)))
  return lines
    .map(cells => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | "))
    .map(line => line.trimEnd())
    .join("\n")
}
