import { generateDeviceKey } from "../core/seal/sign.ts"
import { now } from "../platform/clock.ts"
import { deviceKey } from "../vault/read.ts"
import { keepDeviceKey } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

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
