/** How long the bytes behind a download stay reachable: it may wait for the user to choose a place. */
export const KEEP_MS = 10 * 60_000

/**
 * Hands a file to the browser's own download, from any context with a document.
 * Whether it was kept is the user's word: the browser does not tell.
 */
export function saveFile(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, KEEP_MS)
}
