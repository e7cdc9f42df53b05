/**
 * OpenTimestamps: promises of calendars that are switched on, and what becomes
 * of them. Nothing waits for this. What is sent is a hash of a fingerprint and
 * a nonce, which tells a calendar nothing but that somebody asked.
 */
import { fromHex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { parseProof, proofBytes } from "../core/ots/proof.ts"
import { blocksOf, NONCE_BYTES, promised, upgraded } from "../core/ots/stamp.ts"
import { nextTryAt } from "../core/stamp/back-off.ts"
import { now, random } from "../platform/clock.ts"
import { type AnchorRow } from "../vault/anchor-row.ts"
import { openAnchors } from "../vault/read.ts"
import { anchoring } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"
import { keepAnchor, noteAnchorTried } from "../vault/write-anchors.ts"
import { type Ports } from "./ports.ts"

const HOUR_MS = 60 * 60_000

/** Calendars write to Bitcoin every few hours; what has none by then is asked for once a day. */
const HOURS = [1, 2, 4, 8, 24] as const

/** When to ask for a promise again that was asked for `tries` times, the last time `at`. */
export function nextAskAt(at: string, tries: number): string {
  const hours = HOURS[Math.min(tries, HOURS.length - 1)] ?? HOURS[0]
  return new Date(Date.parse(at) + hours * HOUR_MS).toISOString()
}

/** One over a capture that is being sealed; none, while OpenTimestamps are switched off. */
export async function wantedAnchors(
  vault: Vault,
  of: Pick<AnchorRow, "kind" | "of" | "digest">,
  at: string,
): Promise<AnchorRow[]> {
  return (await anchoring(vault)).on ? [newAnchor(of, at)] : []
}

export const newAnchor = (of: Pick<AnchorRow, "kind" | "of" | "digest">, at: string): AnchorRow => ({
  ...of,
  id: crypto.randomUUID(),
  state: "waiting",
  proof: null,
  requestedAt: at,
  tries: 0,
  nextTryAt: at,
  block: null,
  code: null,
})

/** Asks for whatever is due. While it is switched off, nothing is sent, and what is wanted stays wanted. */
export async function askWhatIsDue(ports: Ports): Promise<void> {
  const { vault } = ports
  const { on, calendars } = await anchoring(vault)
  if (!on) {
    await ports.setAnchorAlarm(null)
    return
  }
  for (const row of await openAnchors(vault)) {
    if (row.nextTryAt > now()) break
    await askFor(ports, row, calendars)
  }
  const [next] = await openAnchors(vault)
  await ports.setAnchorAlarm(next?.nextTryAt ?? null)
}

async function askFor(ports: Ports, row: AnchorRow, calendars: readonly string[]): Promise<void> {
  const { vault } = ports
  const { submit, askAgain } = ports.calendars
  try {
    const before = row.proof === null ? null : parseProof(row.proof)
    const proof =
      before === null
        ? await promised(fromHex(row.digest), random(NONCE_BYTES), calendars, submit)
        : await upgraded(before, calendars, askAgain)
    const at = now()
    const [block = null] = blocksOf(proof)
    const nextAt = nextAskAt(at, before === null ? 0 : row.tries + 1)
    if (before !== null && block === null) {
      await noteAnchorTried(vault, row.id, at, { code: null, nextTryAt: nextAt })
      return
    }
    await keepAnchor(vault, row.id, at, { proof: proofBytes(proof), block, nextTryAt: nextAt })
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    const at = now()
    await noteAnchorTried(vault, row.id, at, { code, nextTryAt: nextTryAt(at, row.tries + 1) })
  }
}
