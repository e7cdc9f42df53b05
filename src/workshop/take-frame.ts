import { now } from "../platform/clock.ts"
import { type Picture, shootWindow } from "../platform/screenshot.ts"
import { type FrameShot } from "../protocol.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type Vault } from "../vault/schema.ts"

/**
 * A picture of the window's front tab, its bytes in the vault. Whether that tab
 * is the right one is for the background to check, before and after. Throws
 * `capture/no-picture`, `capture/quota`, or as `storeBytes` does.
 */
export async function takeFrame(vault: Vault, windowId: number): Promise<FrameShot> {
  return keepPicture(vault, await shootWindow(windowId))
}

/** Stores a picture's bytes; what travels on are its hash and size. */
export async function keepPicture(vault: Vault, { bytes, width, height }: Picture): Promise<FrameShot> {
  const at = now()
  const sha256 = await storeBytes(vault, bytes, "image/png", at)
  return { sha256, bytes: bytes.length, width, height, at }
}
