/** Bytes in use by the extension, and room left as the browser estimates it; null where it does not say. */
export async function storageUse(): Promise<{
  readonly usedBytes: number
  readonly freeBytes: number | null
}> {
  const { usage = 0, quota } = await navigator.storage.estimate()
  return { usedBytes: usage, freeBytes: quota === undefined ? null : Math.max(0, quota - usage) }
}
