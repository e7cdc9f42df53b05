/**
 * How large a coded picture is, by its own words: the frame headers of VP8
 * (RFC 6386 §9.1) and VP9 (bitstream specification §6.2). Both browsers write
 * one of the two, and a recorder whose source changes its size goes on in the
 * same file, whose own header still says the first size.
 */

export interface Pixels {
  readonly width: number
  readonly height: number
}

const VP8_START = [0x9d, 0x01, 0x2a]
const VP9_SYNC = 0x498342
const SRGB = 7

/** Of a key frame; null where it is none of either kind. */
export const pictureSize = (frame: Uint8Array): Pixels | null => ofVp8(frame) ?? ofVp9(frame)

function ofVp8(frame: Uint8Array): Pixels | null {
  const isKey = frame.length >= 10 && ((frame[0] ?? 1) & 1) === 0
  if (!isKey || VP8_START.some((byte, index) => frame[3 + index] !== byte)) return null
  const side = (at: number) => ((frame[at] ?? 0) | ((frame[at + 1] ?? 0) << 8)) & 0x3fff
  return pixels(side(6), side(8))
}

function ofVp9(frame: Uint8Array): Pixels | null {
  let at = 0
  const bits = (count: number): number => {
    let value = 0
    for (const end = at + count; at < end; at++) {
      value = value * 2 + (((frame[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    }
    return value
  }
  if (bits(2) !== 2) return null
  const profile = bits(1) + bits(1) * 2
  if (profile === 3) bits(1)
  const [showsExisting, isDelta] = [bits(1), bits(1)]
  // Whether it is shown, and whether it is robust: neither bears on its size.
  bits(2)
  if (showsExisting === 1 || isDelta === 1 || bits(24) !== VP9_SYNC) return null
  if (profile >= 2) bits(1)
  const isSrgb = bits(3) === SRGB
  const isSubsampledFreely = profile === 1 || profile === 3
  if (!isSrgb) bits(1)
  if (isSubsampledFreely) bits(isSrgb ? 1 : 3)
  const [width, height] = [bits(16) + 1, bits(16) + 1]
  return at <= frame.length * 8 ? pixels(width, height) : null
}

const pixels = (width: number, height: number): Pixels | null =>
  width > 0 && height > 0 ? { width, height } : null
