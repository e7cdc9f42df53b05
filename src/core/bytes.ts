/** Bytes that own their buffer, which is what WebCrypto and Blob ask for. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

export const utf8 = (text: string): Bytes => encoder.encode(text)

/** Lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
}

/** The bytes of a hex string, as {@link hex} writes it. The caller has checked that it is one. */
export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16))
}

/** Standard base64, for a few bytes: all of them are arguments of one call. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The bytes of standard base64. Throws a DOMException on anything else. */
export const fromBase64 = (text: string): Bytes => fromLatin1(atob(text))

/** A text of one character a byte. */
export function toLatin1(bytes: Uint8Array): string {
  const parts: string[] = []
  // All of them are arguments of one call, and calls have a limit.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return parts.join("")
}

/** The bytes of a text of one character a byte. A loop: `Uint8Array.from` took 18 times as long for 6 MB. */
export function fromLatin1(text: string): Bytes {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
