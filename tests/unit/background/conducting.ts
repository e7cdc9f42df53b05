/** A conductor over ports in memory, and what a test asks of it. */
import { vi } from "vitest"
import { createConductor } from "../../../src/background/conductor.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { type EvidenceError } from "../../../src/core/errors.ts"
import { captureById } from "../../../src/vault/read.ts"

interface Outcome {
  readonly item: string | null
  readonly error: EvidenceError | null
}

export function conductorOf(ports: Ports) {
  const ended: Outcome[] = []
  const onBegin = vi.fn()
  const conductor = createConductor(ports, { onBegin, onEnd: outcome => void ended.push(outcome) })
  const row = (id: string) => captureById(ports.vault, id)
  return { ...conductor, ended, onBegin, row }
}

/** Something that a test opens when it is time. */
export function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return {
    opened,
    open: () => {
      open()
    },
  }
}
