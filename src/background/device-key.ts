import { generateDeviceKey } from "../core/seal/sign.ts"
import { now } from "../platform/clock.ts"
import { deviceKey } from "../vault/read.ts"
import { keepDeviceKey } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

/** Makes the installation's signing key once. Its birth is a line of custody. */
export async function ensureDeviceKey(ports: Ports): Promise<void> {
  if (await deviceKey(ports.vault)) return
  await keepDeviceKey(ports.vault, { ...(await generateDeviceKey()), id: "device", createdAt: now() })
}
