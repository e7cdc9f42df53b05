/**
 * A blob as a `data:` address. By way of a string, since Firefox keeps the
 * page's array buffers from an extension's script. Rejects where it cannot be read.
 */
export function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === "string" ? reader.result : "")
    }
    reader.onerror = () => {
      reject(reader.error ?? new Error("the blob cannot be read"))
    }
    reader.readAsDataURL(blob)
  })
}
