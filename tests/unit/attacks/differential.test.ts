/**
 * Bundles changed at random, and then mended as far as an attacker might: what
 * any outside tool refuses, our verifier must not accept.
 */
import { writeFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import JSZip from "jszip"
import { afterAll, expect, test } from "vitest"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import type { Result } from "../../../src/core/verify/finding.ts"
import { type Mutation, mutateBytes, mutation } from "../stamp/mutation.ts"
import { type Files, check, entriesOf, folder, zipOf } from "../verify/example.ts"
import { zip } from "../verify/zip.ts"
import { mending, mutateContent, mutateLine, mutateNames, mutateStamp } from "./bundle-mutation.ts"
import { mutateHeaders } from "./header-mutation.ts"
import { missing } from "./outside.ts"
import { type Refusal, askAll } from "./outside-batch.ts"
import { readZip } from "./read-zip.ts"
import { makeVictim } from "./victim.ts"

const SEED = 20261122
const victim = await makeVictim()
/** The same vault, exported without a stamp over the whole. */
const plain = readZip(await victim.write({ events: victim.events, by: null }))
const roots = parsePem(victim.authority.rootPem)
const rootFile = path.join(victim.folder, "root.pem")
writeFileSync(rootFile, victim.authority.rootPem)
const table = new Map<string, Record<string, number>>()

afterAll(() => {
  victim.end()
})

/** The files packed by one of three writers, none of which is the product's. */
function packed(files: Files, which: number): Promise<Buffer> {
  if (which % 3 === 0) return Promise.resolve(zipOf(files))
  if (which % 3 === 1) return Promise.resolve(zip(entriesOf(files), { zip64: true }))
  const archive = new JSZip()
  for (const [name, data] of files) archive.file(`${folder}/${name}`, data, { createFolders: false })
  return archive.generateAsync({ type: "nodebuffer", compression: "STORE", platform: "UNIX" })
}

type Family = (which: number, first: Mutation, second: Mutation) => Buffer | Promise<Buffer>

/** Some change to the files, and some degree of mending. */
const files =
  (change: (files: Files, mutation: Mutation) => void): Family =>
  (which, first, second) => {
    const changed = new Map(which % 2 === 0 ? victim.files : plain)
    change(changed, first)
    mending[second.kind % mending.length]?.(changed, victim)
    return packed(changed, second.other)
  }

const families: readonly (readonly [name: string, times: number, Family])[] = [
  ["bytes of the ZIP", 100, (_which, first) => mutateBytes(victim.zip, first)],
  ["both headers of an entry alike", 140, (_which, first) => mutateHeaders(victim.zip, first)],
  ["bytes of a file, packed again", 100, files(mutateContent)],
  ["lines of a text, packed again", 140, files(mutateLine)],
  ["files renamed, dropped, added, exchanged", 80, files(mutateNames)],
  ["elements of a time stamp, packed again", 80, files(mutateStamp)],
]

test.for(families)("%s", { timeout: 120_000 }, async ([name, times, family], context) => {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(", ")}`)
  const attempts = fc.sample(fc.tuple(fc.nat(99), mutation, mutation), { numRuns: times, seed: SEED })
  const zips: Buffer[] = []
  for (const attempt of attempts) zips.push(await family(...attempt))
  const asked = askAll(zips, victim.folder, rootFile)
  const results: Result[] = []
  for (const bytes of zips) results.push(await check(bytes, FORMAT_LIMITS, `${folder}.zip`, roots))
  const tooMuch: string[] = []
  for (const [index, refusals] of (await asked).entries()) {
    const result = results[index] ?? expect.unreachable("a result for each")
    count(name, result, refusals)
    const kind = believed(result, refusals)
    if (kind.length > 0) tooMuch.push(`${JSON.stringify(attempts[index])} ${kind.join(" ")}`)
  }
  expect(tooMuch).toEqual([])
})

test("enough was tried, and both verdicts were reached", context => {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(", ")}`)
  const total = (column: string): number =>
    [...table.values()].reduce((sum, counts) => sum + (counts[column] ?? 0), 0)
  const sums = Object.fromEntries(columns.map(column => [column, total(column)]))
  console.table({ ...Object.fromEntries(table), total: sums })
  expect(columns.reduce((sum, column) => sum + total(column), 0)).toBeGreaterThan(500)
  expect(total("they alone refuse")).toBe(0)
  expect(total("both accept")).toBeGreaterThan(50)
  expect(total("both refuse")).toBeGreaterThan(300)
})

const columns = [
  "both accept",
  "both refuse",
  "we alone refuse",
  "a stamp not counted",
  "they alone refuse",
] as const

function count(family: string, result: Result, refusals: readonly Refusal[]): void {
  const counts = table.get(family) ?? Object.fromEntries(columns.map(column => [column, 0]))
  const column = columnOf(result, refusals)
  counts[column] = (counts[column] ?? 0) + 1
  table.set(family, counts)
}

function columnOf(result: Result, refusals: readonly Refusal[]): (typeof columns)[number] {
  if (believed(result, refusals).length > 0) return "they alone refuse"
  if (result.exit !== 0) return refusals.length > 0 ? "both refuse" : "we alone refuse"
  return refusals.length > 0 ? "a stamp not counted" : "both accept"
}

/**
 * The refusals that our verdict goes against. A stamp whose root the reader does
 * not trust is no fault of the bundle: then the verdict must not rest on it.
 */
function believed(result: Result, refusals: readonly Refusal[]): Refusal[] {
  if (result.exit !== 0) return []
  const rests = {
    "outer-time": result.verdict === "sealed-and-timestamped",
    "inner-time": result.layers.some(({ layer, outcome }) => layer === "inner-time" && outcome === "pass"),
  }
  return refusals.filter(refusal => (refusal in rests ? rests[refusal as keyof typeof rests] : true))
}
