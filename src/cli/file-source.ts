import { type FileHandle, open } from "node:fs/promises"
import type { ByteSource } from "../core/verify/source.ts"

/** A file on disk, open until `close`. @throws what `open` throws, and where it is not a file of bytes */
export async function openFile(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, "r")
  const facts = await handle.stat()
  if (!facts.isFile()) {
    await handle.close()
    throw new Error("not a file")
  }
  return {
    size: facts.size,
    read: (offset, length) => readExactly(handle, offset, length),
    close: () => handle.close(),
  }
}

async function readExactly(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) throw new Error(`the file ends at byte ${String(offset + filled)}`)
    filled += bytesRead
  }
  return bytes
}
