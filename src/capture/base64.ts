/**
 * A Blob's bytes as standard base64, by the browser's own encoder: in script it
 * took seconds for what a large page is. Throws what the browser says where it
 * cannot read the Blob.
 */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const dataUrl = typeof reader.result === "string" ? reader.result : ""
      // The media type before it may hold commas of its own; base64 holds none.
      resolve(dataUrl.slice(dataUrl.lastIndexOf(",") + 1))
    }
    reader.onerror = () => {
      reject(reader.error ?? new DOMException("the Blob could not be read", "NotReadableError"))
    }
    reader.readAsDataURL(blob)
  })
}
