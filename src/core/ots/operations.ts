/** What an OpenTimestamps proof does to a message, one step at a time (opentimestamps/core/op.py; integrity.md §4). */
import { ripemd160, sha1 } from "@noble/hashes/legacy.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { type Bytes, hex, utf8 } from "../bytes.ts"
import { malformed } from "../parse.ts"

/** `argument` is null for those that take none. */
export interface Operation {
  readonly tag: number
  readonly argument: Bytes | null
}

/** As long as the reference allows a message, and an argument, to be. */
export const MOST_MESSAGE_BYTES = 4096

export const SHA256_TAG = 0x08
export const APPEND_TAG = 0xf0
export const PREPEND_TAG = 0xf1

const unary = new Map<number, (message: Bytes) => Uint8Array>([
  [SHA256_TAG, message => sha256(message)],
  [0x02, message => sha1(message)],
  [0x03, message => ripemd160(message)],
  [0xf2, message => message.toReversed()],
  [0xf3, message => utf8(hex(message))],
])

export const takesArgument = (tag: number): boolean => tag === APPEND_TAG || tag === PREPEND_TAG

/** False for what nothing here can follow, such as Keccak, which no calendar of Bitcoin uses. */
export const isKnown = (tag: number): boolean => unary.has(tag) || takesArgument(tag)

/** The message after the step. Throws `input/malformed` for a step that is not known, and beyond 4096 bytes. */
export function apply({ tag, argument }: Operation, message: Bytes): Bytes {
  const result = applied(tag, argument ?? new Uint8Array(), message)
  if (result.length > MOST_MESSAGE_BYTES) throw malformed("ots: a message that is too long")
  return result
}

function applied(tag: number, argument: Bytes, message: Bytes): Bytes {
  if (tag === APPEND_TAG) return joined(message, argument)
  if (tag === PREPEND_TAG) return joined(argument, message)
  const step = unary.get(tag)
  if (step === undefined) throw malformed("ots: an unknown operation")
  return new Uint8Array(step(message))
}

export function joined(first: Bytes, second: Bytes): Bytes {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
