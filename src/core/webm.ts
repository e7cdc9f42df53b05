/**
 * What stands in a WebM file, as far as checking a copy against its original
 * needs it (RFC 9559, RFC 8794): its length, its index, and every block of every
 * track. Read once, from end to end, in bounded memory. It decodes nothing.
 */
import { hex } from "./bytes.ts"
import { malformed } from "./parse.ts"
import { type HashStream } from "./seal/hash.ts"

/** As the verifier's source of bytes. */
export interface WebmBytes {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
}

export interface WebmTrack {
  /** As the file says: "V_VP9", "A_OPUS". */
  readonly codec: string
  readonly blocks: number
  /** Over the time, the length and the bytes of each block, in their order. */
  readonly digest: string
}

export interface WebmReading {
  /** In milliseconds; null where the file does not say. */
  readonly durationMs: number | null
  /** Entries of its index. */
  readonly cues: number
  /** Those that have a block, in the order of their codecs' names. */
  readonly tracks: readonly WebmTrack[]
  /** Where its last whole element ends: what a recorder that was killed left half written comes after it. */
  readonly end: number
  /** Over the whole file, of the same bytes. */
  readonly digest: string
}

const ID = {
  ...{ ebml: 0x1a45dfa3, segment: 0x18538067, info: 0x1549a966, tracks: 0x1654ae6b, cluster: 0x1f43b675 },
  ...{ cues: 0x1c53bb6b, scale: 0x2ad7b1, duration: 0x4489, entry: 0xae, number: 0xd7, codec: 0x86 },
  ...{ time: 0xe7, group: 0xa0, block: 0xa1, simple: 0xa3, cue: 0xbb },
} as const

/** What is gone into: its children come next. */
const ENTERED: ReadonlySet<number> = new Set([ID.segment, ID.info, ID.tracks, ID.cluster, ID.cues, ID.group])

/** Hours of pictures and sound; a file made to be slow has more. */
const MOST_ELEMENTS = 10_000_000
const MOST_TRACKS = 16
const WINDOW = 1024 * 1024
const MS = 1_000_000

interface Track {
  codec: string
  blocks: number
  readonly hash: HashStream
}

/** What the digests are made by: SHA-256 where somebody may have forged a file, anything else where nobody did. */
export interface WebmHashes {
  readonly ofFile: () => HashStream
  readonly ofBlocks: () => HashStream
}

/** Throws `input/malformed` where it is no WebM. What is cut off at its end is left out, as players do. */
export async function readWebm(source: WebmBytes, { ofFile, ofBlocks }: WebmHashes): Promise<WebmReading> {
  const bytes = inOrder(source, ofFile())
  const tracks = new Map<number, Track>()
  const found = { scale: MS, duration: null as number | null, cues: 0, time: 0 }
  let entry = 0
  let at = 0

  const codecOf = (id: number, data: Uint8Array) => {
    if (id === ID.number) {
      entry = unsigned(data)
      if (tracks.has(entry) || tracks.size >= MOST_TRACKS) throw malformed("webm tracks")
      tracks.set(entry, { codec: "", blocks: 0, hash: ofBlocks() })
    }
    const track = tracks.get(entry)
    if (id === ID.codec && track !== undefined) track.codec = String.fromCharCode(...data).replace(/\0+$/, "")
  }
  const block = async (start: number, size: number) => {
    const head = await bytes.take(start, Math.min(size, 12))
    const number = vint(head, 0, false)
    const track = number === null ? undefined : tracks.get(number.value)
    if (number === null || track === undefined || size < number.length + 3) throw malformed("webm block")
    const [high = 0, low = 0] = head.subarray(number.length)
    const time = found.time + ((((high << 8) | low) << 16) >> 16)
    const skip = number.length + 3
    track.blocks += 1
    track.hash.update(fixed(time, size - skip))
    for (let from = start + skip; from < start + size;) {
      const piece = await bytes.take(from, Math.min(WINDOW, start + size - from))
      track.hash.update(piece)
      from += piece.length
    }
  }

  for (let elements = 0; at < source.size; elements++) {
    if (elements > MOST_ELEMENTS) throw malformed("webm elements")
    const head = await bytes.take(at, Math.min(12, source.size - at))
    const id = vint(head, 0, true)
    const size = id === null ? null : vint(head, id.length, false)
    if (at === 0 && id?.value !== ID.ebml) throw malformed("webm header")
    // Cut off within a head.
    if (id === null || size === null) break
    const start = at + id.length + size.length
    // A block without what belongs to it is none.
    if (id.value === ID.group && start + size.value > source.size) break
    if (ENTERED.has(id.value) || id.value === ID.entry) {
      at = start
      continue
    }
    if (size.isUnknown) throw malformed("webm size")
    const end = start + size.value
    if (end > source.size) break
    if (id.value === ID.simple || id.value === ID.block) await block(start, size.value)
    else if (id.value === ID.cue) found.cues += 1
    else if (size.value <= 64) {
      const data = await bytes.take(start, size.value)
      if (id.value === ID.time) found.time = unsigned(data)
      else if (id.value === ID.scale) found.scale = unsigned(data)
      else if (id.value === ID.duration) found.duration = float(data)
      else codecOf(id.value, data)
    }
    at = end
  }
  return {
    durationMs: found.duration === null ? null : (found.duration * found.scale) / MS,
    cues: found.cues,
    tracks: [...tracks.values()]
      .filter(({ blocks }) => blocks > 0)
      .map(({ codec, blocks, hash }) => ({ codec, blocks, digest: hex(hash.digest()) }))
      .sort((a, b) => (a.codec < b.codec ? -1 : 1)),
    end: at,
    digest: await bytes.end(),
  }
}

/** Whether two files hold the same blocks, of the same codecs, at the same times. */
export const sameBlocks = ({ tracks }: WebmReading, { tracks: others }: WebmReading): boolean =>
  tracks.length === others.length &&
  tracks.every(({ codec, blocks, digest }, index) => {
    const other = others[index]
    return other?.codec === codec && other.blocks === blocks && other.digest === digest
  })

/** A file that is read forward alone: each window once, and hashed as it comes. */
function inOrder(source: WebmBytes, whole: HashStream) {
  let held = new Uint8Array(0)
  let from = 0
  const load = async (more: number) => {
    const next = await source.read(from + held.length, more)
    if (next.length === 0) throw malformed("webm bytes")
    whole.update(next)
    return next
  }
  return {
    async take(start: number, length: number): Promise<Uint8Array> {
      while (start + length > from + held.length) {
        const next = await load(Math.min(WINDOW, source.size - from - held.length))
        const kept = held.subarray(Math.min(held.length, Math.max(0, start - from)))
        const joined = new Uint8Array(kept.length + next.length)
        joined.set(kept)
        joined.set(next, kept.length)
        from += held.length - kept.length
        held = joined
      }
      return held.subarray(start - from, start - from + length)
    },
    async end(): Promise<string> {
      for (let at = from + held.length; at < source.size;) {
        const next = await source.read(at, Math.min(WINDOW, source.size - at))
        if (next.length === 0) throw malformed("webm bytes")
        whole.update(next)
        at += next.length
      }
      return hex(whole.digest())
    },
  }
}

interface Vint {
  readonly value: number
  readonly length: number
  readonly isUnknown: boolean
}

/** A number of its own length; an id keeps the bit that tells it. Null where it is cut off, or longer than any. */
function vint(bytes: Uint8Array, at: number, keepsMark: boolean): Vint | null {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > (keepsMark ? 4 : 8) || at + length > bytes.length) return null
  const mark = 0x80 >> (length - 1)
  let value = keepsMark ? first : first & (mark - 1)
  let isUnknown = (first & (mark - 1)) === mark - 1
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return { value, length, isUnknown }
}

const unsigned = (data: Uint8Array): number => data.reduce((sum, byte) => sum * 256 + byte, 0)

function float(data: Uint8Array): number | null {
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  if (data.length === 8) return view.getFloat64(0)
  return data.length === 4 ? view.getFloat32(0) : null
}

function fixed(time: number, length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(16))
  view.setFloat64(0, time)
  view.setFloat64(8, length)
  return new Uint8Array(view.buffer)
}
