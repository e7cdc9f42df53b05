/** A visitor's view with a picture: the address in a private window that is opened for it and closed again. */
import { EvidenceError } from "../core/errors.ts"
import { readingPath } from "../core/server/reading.ts"
import { now } from "../platform/clock.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type Ports } from "./ports.ts"
import { type Photograph, seeAsVisitor } from "./see-as-visitor.ts"

/** Throws as seeAsVisitor does, and `private/in-use`; nothing was sent then. Access to all sites is given back in any case. */
export async function seeWithPicture(
  ports: Ports,
  captureId: string,
): Promise<{ readonly readingId: string }> {
  const { privateWindow } = ports
  try {
    await privateWindow.checkNone()
    return await seeAsVisitor(ports, captureId, photographer(ports))
  } finally {
    await privateWindow.giveBack()
  }
}

/** Whatever the window does, the answers are kept. */
const photographer =
  ({ vault, privateWindow }: Ports): Photograph =>
  async (url, when) => {
    const at = now()
    try {
      const shot = await privateWindow.photograph(url)
      const { bytes, title, loaded } = shot
      const path = readingPath(when, "png")
      const mediaType = "image/png"
      const sha256 = await storeBytes(vault, bytes, mediaType, at)
      return {
        picture: { path, at: now(), url: shot.url, title, loaded, code: null },
        file: { path, sha256, bytes: bytes.length, mediaType },
      }
    } catch (thrown) {
      const { code } = EvidenceError.from(thrown)
      return { picture: { path: null, at, url: null, title: null, loaded: null, code }, file: null }
    }
  }
