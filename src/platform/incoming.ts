/**
 * A place on the disk for a file that was decrypted piece by piece, while it is
 * read: the extension's own private file system. It goes as soon as it is read.
 */
import { writePieces } from "./outgoing.ts"

const FOLDER = "incoming"
/** What a page that was killed left behind goes when the next one opens. No reading takes so long. */
const STALE_MS = 6 * 60 * 60_000

/** The pieces as a file, under a name that nobody else has. Rejects as they do. */
export async function writeIncoming(pieces: ReadableStream<Uint8Array>): Promise<File> {
  return writePieces(await incoming(), `${crypto.randomUUID()}.zip`, pieces, () => undefined)
}

export async function dropIncoming({ name }: File): Promise<void> {
  await (await incoming()).removeEntry(name)
}

export async function sweepIncoming(): Promise<void> {
  const folder = await incoming()
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== "file") continue
    const { lastModified } = await handle.getFile()
    if (Date.now() - lastModified >= STALE_MS) await folder.removeEntry(name)
  }
}

const incoming = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })
