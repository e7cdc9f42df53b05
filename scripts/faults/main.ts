/**
 * `npm run faults [chrome|firefox] [names…] [--rounds N] [--seed N]`: what is
 * left of the evidence when everything goes wrong. Long. Ends with 1 where any
 * claim did not hold: nothing acknowledged is lost, nothing torn is called
 * whole, and the next capture works.
 */
import { execFileSync } from "node:child_process"
import { type Target } from "../browsers/driver.ts"
import { ensureTools, type ToolName } from "../browsers/install.ts"
import { clockMovedBack } from "./clock.ts"
import { damagedBlob } from "./damage.ts"
import { diskFull, quotaReached } from "./disk.ts"
import { diskErrors } from "./io.ts"
import { blockedByAnotherTab, hungTransactions, reloadedMidway } from "./database.ts"
import { type Fault, type Tally } from "./fault.ts"
import { killDuringCapture, killDuringExport } from "./kill.ts"
import { large } from "./large.ts"
import { faultOptions } from "./options.ts"
import { serveFaultPages } from "./pages.ts"
import { chanceOf } from "./random.ts"
import { stopDuringCapture, stopDuringExport } from "./stop.ts"
import { stopDuringOthers } from "./stop-others.ts"
import { isGood, printResult, printTable, type Result } from "./table.ts"
import { truth } from "./truth.ts"

const faults: readonly Fault[] = [
  killDuringCapture,
  killDuringExport,
  stopDuringCapture,
  stopDuringOthers,
  stopDuringExport,
  hungTransactions,
  blockedByAnotherTab,
  reloadedMidway,
  damagedBlob,
  clockMovedBack,
  diskFull,
  quotaReached,
  diskErrors,
  truth,
  large,
]

const { browsers, names, rounds, seed } = faultOptions(
  process.argv.slice(2),
  faults.map(({ name }) => name),
)
const chosen = faults.filter(({ name }) => names.length === 0 || names.includes(name))
const tools: ToolName[] = browsers.map(target => (target === "chrome" ? "chromium" : target))
if (process.platform === "linux") tools.push("strace")
ensureTools([...tools, "unzip"], line => {
  console.log(line)
})
execFileSync("npm", ["run", "-s", "build"], { stdio: "inherit" })
console.log(`seed ${seed}: the same moments again with --seed ${seed}`)

const results: Result[] = []
for (const target of browsers)
  for (const fault of chosen) {
    const result = await carryOut(target, fault)
    printResult(result)
    results.push(result)
  }
printTable(results)
if (!results.every(isGood)) process.exitCode = 1

async function carryOut(target: Target, fault: Fault): Promise<Result> {
  console.log(`\n== ${target}: ${fault.what}`)
  const site = await serveFaultPages()
  const began = performance.now()
  const say = (line: string) => {
    console.log(`  ${line}`)
  }
  const outcome = await outcomeOf(
    fault.cause({ target, site, rounds, chance: chanceOf(seed), options: {}, say }),
  )
  await site.close()
  return { target, what: fault.what, outcome, seconds: (performance.now() - began) / 1000 }
}

/** A fault that cannot be carried to its end is a claim that did not hold. */
async function outcomeOf(work: Promise<Tally | string>): Promise<Tally | string | Error> {
  try {
    return await work
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown))
  }
}
