/**
 * A place on the disk for a file that is on its way out and was made piece by
 * piece: a `Blob` of pieces is kept in memory, a gigabyte as well as a kilobyte.
 * It is the extension's own private file system, which no page and no other
 * program sees by name. What lies there was handed out and is encrypted.
 */
import { KEEP_MS } from "./save.ts"

const FOLDER = "outgoing"
/** Pieces come in 64 KB; each write is a way to another process. */
const WRITE_BYTES = 4 * 1024 * 1024

/** The pieces as a file. What lies there from before and is not needed any more goes first. */
export async function writeOutgoing(
  name: string,
  pieces: ReadableStream<Uint8Array>,
  onPiece: (piece: Uint8Array) => void,
): Promise<File> {
  const folder = await outgoing()
  await sweep(folder)
  const file = await writePieces(folder, name, pieces, onPiece)
  setTimeout(() => void sweepOutgoing(), KEEP_MS + 1000)
  return file
}

/** The pieces as a file of this folder. Where they do not come to their end, nothing of them stays. */
export async function writePieces(
  folder: FileSystemDirectoryHandle,
  name: string,
  pieces: ReadableStream<Uint8Array>,
  onPiece: (piece: Uint8Array) => void,
): Promise<File> {
  const handle = await folder.getFileHandle(name, { create: true })
  const target = await handle.createWritable()
  try {
    let held: BlobPart[] = []
    let bytes = 0
    for await (const piece of pieces) {
      onPiece(piece)
      held.push(new Uint8Array(piece))
      bytes += piece.length
      if (bytes < WRITE_BYTES) continue
      await target.write(new Blob(held))
      held = []
      bytes = 0
    }
    await target.write(new Blob(held))
    await target.close()
  } catch (thrown) {
    // While it is open for writing it cannot be removed.
    await target.abort()
    await folder.removeEntry(name)
    throw thrown
  }
  return handle.getFile()
}

/** Removes what no download waits for any more. */
export async function sweepOutgoing(): Promise<void> {
  await sweep(await outgoing())
}

const outgoing = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })

async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== "file") continue
    const { lastModified } = await handle.getFile()
    if (Date.now() - lastModified >= KEEP_MS) await folder.removeEntry(name)
  }
}
