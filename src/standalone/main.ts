/**
 * verify.html, the one file that stands in every bundle: the same screen as the
 * extension's own page, opened from a disk, without an extension, a server or a
 * network. scripts/build/verify-html.ts puts it together and seals it with a
 * policy under which it can ask nobody for anything.
 *
 * Until this runs, the page says that it needs a newer browser and where the
 * commands are; a browser that cannot run it leaves those words standing.
 */
import { copyText } from "../platform/clipboard.ts"
import { saveFile } from "../platform/save.ts"
import { startScreen } from "../ui/verify/screen.ts"

/** What an older browser lacks, or withholds from a file that it was not given by a server. */
const needed: readonly (readonly [owner: unknown, name: string])[] = [
  [globalThis, "WritableStream"],
  [globalThis.crypto, "subtle"],
  [Blob.prototype, "arrayBuffer"],
  [AbortSignal.prototype, "throwIfAborted"],
  [DataView.prototype, "getBigUint64"],
  [Element.prototype, "replaceChildren"],
  [String.prototype, "replaceAll"],
]

const isThere = (owner: unknown, name: string): boolean =>
  typeof owner === "object" && owner !== null && name in owner

if (needed.every(([owner, name]) => isThere(owner, name))) {
  startScreen(document, navigator.language, {
    save: saveFile,
    copy: copyText,
    now: () => new Date().toISOString(),
  })
}
