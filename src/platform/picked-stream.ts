/** What the user picks in the browser's own question: a tab, a window, a screen. */
import { EvidenceError } from "../core/errors.ts"

/** To be called first thing in a click. Null where the user picked nothing. Throws `recording/refused`. */
export async function pickStream(sound: boolean): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getDisplayMedia({ video: true, audio: sound })
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "NotAllowedError") return null
    throw new EvidenceError("recording/refused", String(thrown), { cause: thrown })
  }
}
