/** The installation's signing key, and third parties' word on since when there is one. */
import { utf8 } from "../core/bytes.ts"
import { generateDeviceKey, spkiToPem } from "../core/seal/sign.ts"
import { now } from "../platform/clock.ts"
import { storeBytes } from "../vault/blobs.ts"
import { deviceKey, stampsOf } from "../vault/read.ts"
import { authorities } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"
import { keepDeviceKey } from "../vault/write.ts"
import { requestKeyStamps } from "../vault/write-stamps.ts"
import { type Ports } from "./ports.ts"
import { wantedStamps } from "./stamps.ts"

/**
 * Makes the installation's signing key once. Its birth is a line of custody,
 * after that of the installation itself. Answers whether it was made now.
 */
export async function ensureDeviceKey(ports: Ports): Promise<boolean> {
  if (await deviceKey(ports.vault)) return false
  const { version, build } = await ports.tool()
  const made = await generateDeviceKey()
  const key = { ...made, id: "device", createdAt: now() } as const
  const kept = await keepDeviceKey(ports.vault, key, { event: "installed", version, build })
  return kept.fingerprint === made.fingerprint
}

/**
 * Wants a stamp over the public key, as the file of a bundle, from every
 * authority that is switched on: once each for the life of the key. A key that
 * is minted later, for a forgery, has a later birth (integrity.md §5.3).
 */
export async function stampBirth(vault: Vault): Promise<void> {
  const key = await deviceKey(vault)
  if (key === undefined) return
  const asked = new Set((await stampsOf(vault, key.fingerprint)).map(({ authority }) => authority))
  if ((await authorities(vault)).every(({ on, name }) => !on || asked.has(name))) return
  const at = now()
  // A reply may come days later, and is then held against these bytes.
  const digest = await storeBytes(vault, utf8(spkiToPem(key.spki)), "application/x-pem-file", at)
  await requestKeyStamps(
    vault,
    at,
    await wantedStamps(vault, { kind: "key", of: key.fingerprint, digest }, at),
  )
}
