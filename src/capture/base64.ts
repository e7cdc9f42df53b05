import { dataUrlOf } from "./data-url.ts"

/**
 * A blob's bytes as standard base64, by the browser's own encoder: in script it
 * took seconds for what a large page is. Rejects where it cannot be read.
 */
export async function base64Of(blob: Blob): Promise<string> {
  const dataUrl = await dataUrlOf(blob)
  // The media type before it may hold commas of its own; base64 holds none.
  return dataUrl.slice(dataUrl.lastIndexOf(",") + 1)
}
