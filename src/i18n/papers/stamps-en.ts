import type { StampsSaid } from "../../core/bundle/words.ts"

/** What is stamped, and by whom. */
export function stamps({ asked, stamped, imported, key, calendars, anchored }: StampsSaid): string {
  const parts = [
    ...(asked.length > 0
      ? [`asked for at packing from ${asked.join(", ")}; what was received is in proofs/`]
      : []),
    ...(stamped.length > 0 ? [`items with a time stamp of their own: ${stamped.join(", ")}`] : []),
    ...(imported.length > 0
      ? [`items with a time stamp that was made elsewhere: ${imported.join(", ")}`]
      : []),
    ...(calendars ? ["an OpenTimestamps promise over the whole was asked for, which is no proof yet"] : []),
    ...(anchored.length > 0 ? [`items with an OpenTimestamps proof or promise: ${anchored.join(", ")}`] : []),
    ...(key.length > 0 ? [`the device's public key has one of ${key.join(", ")}`] : []),
  ]
  return parts.length === 0 ? "Not done" : parts.join("; ")
}

/** Whether anything but the key may be stamped. */
const overFiles = ({ asked, stamped, imported }: StampsSaid): boolean =>
  asked.length + stamped.length + imported.length > 0

/** For 00-readme.html: what the stamps here show, and what they do not. */
export function stampLimit(said: StampsSaid): string {
  if (overFiles(said)) {
    return "A third-party time stamp shows only that the record that it stamps existed no later than the time in it; it shows neither that the content is true nor when it was captured. Whether a court recognises a foreign authority's time stamp has not been verified."
  }
  return said.key.length > 0
    ? "Third-party time stamp: over the device's public key alone. It shows only that the key existed no later than the time in it; on its own this bundle therefore does not prove that the files existed at any given time. Whether a court recognises a foreign authority's time stamp has not been verified."
    : "Third-party time stamp: not done. On its own this bundle therefore does not prove that the files existed at any given time."
}

/** The same for verify.txt. */
export function stampScope(said: StampsSaid): string {
  const trust =
    "The root certificate that you choose decides whose time stamps you trust; whether a court recognises a foreign authority's has not been verified."
  if (overFiles(said)) {
    return `A valid time stamp shows that the file it stamps existed no later than the time in it. ${trust}`
  }
  return said.key.length > 0
    ? `Only the device's public key is time-stamped, which shows that the key existed no later than the time in the stamp; nothing here proves on its own when the files were made or packed. ${trust}`
    : "There is no third-party time stamp: nothing here proves on its own when the files were made or packed."
}
