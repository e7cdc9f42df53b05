/** Checks of every stored file against its hash, on the user's word. The reading itself is the workshop's. */
import { EvidenceError } from "../core/errors.ts"
import { now } from "../platform/clock.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { fileCheck } from "../vault/read.ts"
import { beginCheck, endCheck, failCheck } from "../vault/write-checks.ts"
import { type Ports } from "./ports.ts"

/** Opens a check and lets it run; answers at once. `ended` rejects only when its end could not be written down. */
export async function startCheck(ports: Ports): Promise<{ readonly ended: Promise<void> }> {
  const begun = await beginCheck(ports.vault, ports.run)
  return { ended: begun ? keepingAwake(carryOut(ports)) : Promise.resolve() }
}

/** A check that another run left open has come to no end. */
export async function endLeftOpen({ vault, run }: Ports): Promise<void> {
  const { running } = (await fileCheck(vault)) ?? { running: null }
  if (running !== null && running.run !== run) await failCheck(vault, "check/interrupted")
}

async function carryOut({ vault, workshop }: Ports): Promise<void> {
  try {
    const found = await workshop("checkFiles", null)
    await endCheck(vault, { at: now(), ...found })
  } catch (thrown) {
    await failCheck(vault, EvidenceError.from(thrown).code)
  }
}
