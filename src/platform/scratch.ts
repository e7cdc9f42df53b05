/**
 * A place on the disk for a file that is written at many places of it before it
 * is whole, and then goes into the vault: the extension's own private file
 * system. Nothing is left there when the work is over, however it ended; what a
 * killed browser left goes before the next file comes.
 */

const FOLDER = "scratch"

/** What is being written now, by this context: there is no other that writes here. */
const inUse = new Set<string>()

/**
 * Has `fill` write a file, gives it to `use`, and removes it. `use` must not
 * keep the file. Throws what they throw, and what the file system throws.
 */
export async function withScratchFile<F, U>(
  name: string,
  fill: (target: FileSystemWritableFileStream) => Promise<F>,
  use: (file: File, filled: F) => Promise<U>,
): Promise<U> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })
  await sweep(folder)
  inUse.add(name)
  try {
    const handle = await folder.getFileHandle(name, { create: true })
    const filled = await write(handle, fill)
    return await use(await handle.getFile(), filled)
  } finally {
    inUse.delete(name)
    await sweep(folder)
  }
}

async function write<F>(
  handle: FileSystemFileHandle,
  fill: (target: FileSystemWritableFileStream) => Promise<F>,
): Promise<F> {
  const target = await handle.createWritable()
  try {
    return await fill(target)
  } catch (thrown) {
    // While it is open for writing it cannot be removed. One that is closed already is what was wanted.
    await target.abort().catch(() => undefined)
    throw thrown
  }
}

/** A browser that was killed leaves what it was writing under the file's name with an ending of its own. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of folder.keys()) {
    if ([...inUse].some(used => name.startsWith(used))) continue
    await folder.removeEntry(name)
  }
}
