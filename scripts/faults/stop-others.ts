/**
 * The background is stopped in the steps that a plain page's capture has not. In
 * which step a commit falls, an undisturbed capture of the same kind tells: by
 * the times of its steps in its record, and those of the commits at the gate.
 */
import { rmSync } from "node:fs"
import { resolve } from "node:path"
import { type StepName } from "../../src/core/evidence.ts"
import { newPlace } from "../../tests/e2e/harness/place.ts"
import { newest, readVault } from "../../tests/e2e/harness/vault.ts"
import { type Target } from "../browsers/driver.ts"
import { grantedHosts } from "../browsers/granted.ts"
import { type Fault, type Ground, newTally, type Tally } from "./fault.ts"
import { type Gate, shutAfter } from "./gate.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { type Kind, kindsIn } from "./kinds.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"

/** Steps that no kind here has, and why. */
const notDone: Readonly<Record<Target, readonly string[]>> = {
  chrome: ["not done: redrawn, which needs a browser that gives no screenshots"],
  firefox: [
    "not done: redrawn, which needs a browser that gives no screenshots",
    "not done: recording, join, procedure, view: without a display there is nothing to record",
    "not there: mhtml",
  ],
}

export const stopDuringOthers: Fault = {
  name: "stop-others",
  what: "background stopped in the steps of other captures",
  async cause(ground) {
    const place = newPlace()
    const dist = resolve("dist", ground.target)
    const permissions = ["pageCapture", "tabCapture", "webRequest"]
    const granted = grantedHosts(ground.target, dist, ["<all_urls>"], place.profile, permissions)
    const tally = newTally()
    try {
      const allowed: Ground = { ...ground, options: { ...ground.options, ...granted } }
      for (const kind of kindsIn(ground.target)) await stopEverywhere(allowed, kind, tally)
      tally.notes.push(...notDone[ground.target])
    } finally {
      rmSync(place.profile, { recursive: true, force: true })
      place.clear()
    }
    return tally
  },
}

async function stopEverywhere(ground: Ground, kind: Kind, tally: Tally): Promise<void> {
  const wanted = await commitsIn(ground, kind)
  for (const step of kind.steps)
    if (![...wanted.values()].some(steps => steps.includes(step)))
      tally.broken.push(`${kind.name}: never stopped in ${step}`)
  await withInstallation(ground, async installation => {
    await kind.prepare(installation)
    await keepPage(installation, paths.short)
    for (const [commit, steps] of wanted) {
      const seen = await gated(installation, kind, commit, async gate => {
        const before = await gate.untilShut(60_000)
        if (before !== null) await installation.driven.stopWorker()
        await gate.open()
        return before
      })
      const where = `${kind.name}, before commit ${String(commit + 1)}: ${steps.join(" + ")}`
      if (seen === null) {
        tally.notes.push(`${where}: it was over before that`)
        continue
      }
      await assess(tally, installation, seen)
      ground.say(`${String(tally.rounds)}: ${where}`)
    }
  })
}

/** After how many commits an undisturbed capture is in which of the kind's steps. */
async function commitsIn(ground: Ground, kind: Kind): Promise<ReadonlyMap<number, readonly StepName[]>> {
  return withInstallation(ground, async installation => {
    await kind.prepare(installation)
    await keepPage(installation, paths.short)
    const times = await gated(installation, kind, Number.MAX_SAFE_INTEGER, async gate => {
      await gate.untilShut(120_000)
      return gate.passed()
    })
    const onlooker = await installation.driven.openExtensionPage("icons/128.png")
    const { steps } = newest(await readVault(onlooker))
    await onlooker.close()
    const found = new Map<number, StepName[]>()
    for (const { name, at, ms } of steps.filter(step => kind.steps.includes(step.name))) {
      const [from, to] = [Date.parse(at), Date.parse(at) + ms]
      const within = times.flatMap((time, index) => (time >= from && time <= to ? [index] : []))
      // One that commits nothing by itself is undone by a stop before what comes after it.
      const next = times.findIndex(time => time > to)
      for (const index of within.length > 0 || next < 0 ? within : [next])
        found.set(index, [...(found.get(index) ?? []), name])
    }
    return new Map([...found].sort(([one], [other]) => one - other))
  })
}

async function gated<T>(
  installation: Installation,
  kind: Kind,
  passing: number,
  work: (gate: Gate) => Promise<T>,
): Promise<T> {
  // Before the page: what is captured has to be in front.
  const onlooker = await installation.driven.openExtensionPage("icons/128.png")
  const ready = await kind.begin(installation)
  const gate = await shutAfter(onlooker, passing)
  await ready.start()
  const outcome = await work(gate)
  await ready.close()
  await onlooker.close()
  return outcome
}
