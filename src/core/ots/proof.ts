/**
 * An OpenTimestamps proof: how the digest of a file leads, step by step, to what
 * a calendar promised to write into Bitcoin, or to the Merkle root of a block in
 * which it did. Format as in opentimestamps/core (integrity.md §4): a magic, a
 * version, the hash and the digest, then a tree of operations whose leaves are
 * attestations. What comes from a calendar is hostile: everything is bounded.
 */
import { type Bytes, hex } from "../bytes.ts"
import { malformed } from "../parse.ts"
import {
  apply,
  isKnown,
  MOST_MESSAGE_BYTES,
  type Operation,
  SHA256_TAG,
  takesArgument,
} from "./operations.ts"

export type Attestation =
  /** A calendar's promise to write it into Bitcoin: no proof yet. */
  | { readonly kind: "pending"; readonly uri: string }
  /** The message is the Merkle root of the block of that height, as its header has it. */
  | { readonly kind: "bitcoin"; readonly height: number }
  /** Of another kind; kept as it came. */
  | { readonly kind: "other"; readonly tag: Bytes; readonly payload: Bytes }

/** A message, and what is done with it. */
export interface Node {
  readonly message: Bytes
  readonly attestations: readonly Attestation[]
  readonly branches: readonly Branch[]
}

export interface Branch {
  readonly operation: Operation
  readonly next: Node
}

export const MAGIC = Uint8Array.of(
  ...[0x00, 0x4f, 0x70, 0x65, 0x6e, 0x54, 0x69, 0x6d, 0x65, 0x73, 0x74, 0x61, 0x6d, 0x70, 0x73, 0x00],
  ...[0x00, 0x50, 0x72, 0x6f, 0x6f, 0x66, 0x00, 0xbf, 0x89, 0xe2, 0xe8, 0x84, 0xe8, 0x92, 0x94],
)
const VERSION = 1
const DIGEST_BYTES = 32

/** Of a whole file; one with four calendars and their blocks has some 2 kB. */
export const MOST_PROOF_BYTES = 100_000
/** What the reference takes from a calendar at the most. */
export const MOST_ANSWER_BYTES = 10_000
const DEEPEST = 256
const MOST_NODES = 10_000

const ATTESTATION = 0x00
const FORK = 0xff
const TAG_BYTES = 8
const PENDING_TAG = "83dfe30d2ef90c8e"
const BITCOIN_TAG = "0588960d73d71901"
const MOST_PAYLOAD_BYTES = 8192
const MOST_URI_BYTES = 1000
/** The characters that the reference allows in a calendar's address: no query, no fragment. */
const URI = /^[A-Za-z0-9\-._/:]*$/
const MOST_VARINT_BYTES = 7

/** The proof of a file. Throws `input/malformed` for anything but a whole one over a SHA-256. */
export function parseProof(bytes: Bytes): Node {
  if (bytes.length > MOST_PROOF_BYTES) throw malformed("ots: too long")
  const reader = new Reader(bytes)
  if (hex(reader.take(MAGIC.length)) !== hex(MAGIC)) throw malformed("ots: not a proof")
  if (reader.byte() !== VERSION) throw malformed("ots: another version")
  if (reader.byte() !== SHA256_TAG) throw malformed("ots: over another hash than SHA-256")
  const node = readNode(reader, reader.take(DIGEST_BYTES), 0)
  if (!reader.isAtEnd()) throw malformed("ots: bytes after the end")
  return node
}

/** What a calendar answers: the tree that follows from `message`. Throws `input/malformed`. */
export function parseAnswer(bytes: Bytes, message: Bytes): Node {
  if (bytes.length > MOST_ANSWER_BYTES) throw malformed("ots: an answer that is too long")
  const reader = new Reader(bytes)
  const node = readNode(reader, message, 0)
  if (!reader.isAtEnd()) throw malformed("ots: bytes after the end")
  return node
}

function readNode(reader: Reader, message: Bytes, depth: number): Node {
  if (depth > DEEPEST) throw malformed("ots: too deep")
  reader.countNode()
  const attestations: Attestation[] = []
  const branches: Branch[] = []
  for (;;) {
    const first = reader.byte()
    const tag = first === FORK ? reader.byte() : first
    if (tag === ATTESTATION) attestations.push(attestationOver(message, readAttestation(reader)))
    else {
      const operation = { tag, argument: readArgument(reader, tag) }
      branches.push({ operation, next: readNode(reader, apply(operation, message), depth + 1) })
    }
    if (first !== FORK) return { message, attestations, branches }
  }
}

/** A Merkle root is a SHA-256; nothing else can be the root of a block. */
function attestationOver(message: Bytes, attestation: Attestation): Attestation {
  if (attestation.kind === "bitcoin" && message.length !== DIGEST_BYTES)
    throw malformed("ots: no Merkle root")
  return attestation
}

function readArgument(reader: Reader, tag: number): Bytes | null {
  if (!isKnown(tag)) throw malformed("ots: an unknown operation")
  if (!takesArgument(tag)) return null
  const argument = reader.varbytes(MOST_MESSAGE_BYTES)
  if (argument.length === 0) throw malformed("ots: an empty argument")
  return argument
}

function readAttestation(reader: Reader): Attestation {
  const tag = reader.take(TAG_BYTES)
  const payload = reader.varbytes(MOST_PAYLOAD_BYTES)
  const inner = new Reader(payload)
  const kind = hex(tag)
  if (kind !== PENDING_TAG && kind !== BITCOIN_TAG) return { kind: "other", tag, payload }
  const attestation: Attestation =
    kind === PENDING_TAG
      ? { kind: "pending", uri: readUri(inner) }
      : { kind: "bitcoin", height: inner.varint() }
  if (!inner.isAtEnd()) throw malformed("ots: bytes after an attestation")
  return attestation
}

function readUri(reader: Reader): string {
  const uri = String.fromCharCode(...reader.varbytes(MOST_URI_BYTES))
  if (!URI.test(uri)) throw malformed("ots: a calendar's address")
  return uri
}

/** The proof as a file. */
export const proofBytes = (node: Node): Bytes =>
  Uint8Array.of(...MAGIC, VERSION, SHA256_TAG, ...node.message, ...nodeBytes(node))

/** The tree that follows from the message of a node, which is not written: the reader has it. */
export function nodeBytes({ attestations, branches }: Node): number[] {
  const parts = [
    ...attestations.map(attestation => [ATTESTATION, ...attestationBytes(attestation)]),
    ...branches.map(({ operation, next }) => [...operationBytes(operation), ...nodeBytes(next)]),
  ]
  return parts.flatMap((part, index) => (index < parts.length - 1 ? [FORK, ...part] : part))
}

const operationBytes = ({ tag, argument }: Operation): number[] =>
  argument === null ? [tag] : [tag, ...varbytes(argument)]

function attestationBytes(attestation: Attestation): number[] {
  if (attestation.kind === "other") return [...attestation.tag, ...varbytes(attestation.payload)]
  if (attestation.kind === "bitcoin")
    return [...bytesOf(BITCOIN_TAG), ...varbytes(varint(attestation.height))]
  const uri = Array.from(attestation.uri, letter => letter.charCodeAt(0))
  return [...bytesOf(PENDING_TAG), ...varbytes(varbytes(uri))]
}

const bytesOf = (text: string): number[] => (text.match(/../g) ?? []).map(pair => parseInt(pair, 16))

const varbytes = (bytes: ArrayLike<number>): number[] => [...varint(bytes.length), ...Array.from(bytes)]

/** Seven bits a byte, the lowest first (LEB128). */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
  return [...bytes, rest]
}

/** Two trees over the same message in one: what stands in both, once. */
export function merged(one: Node, other: Node): Node {
  if (hex(one.message) !== hex(other.message)) throw malformed("ots: trees over other messages")
  const attestations = [...one.attestations]
  for (const attestation of other.attestations) {
    if (!attestations.some(each => isSameAttestation(each, attestation))) attestations.push(attestation)
  }
  const branches = [...one.branches]
  for (const branch of other.branches) {
    const at = branches.findIndex(({ operation }) => isSameOperation(operation, branch.operation))
    const before = branches[at]
    if (before === undefined) branches.push(branch)
    else branches[at] = { ...before, next: merged(before.next, branch.next) }
  }
  return { message: one.message, attestations, branches }
}

const isSameAttestation = (one: Attestation, other: Attestation): boolean =>
  attestationBytes(one).join() === attestationBytes(other).join()

const isSameOperation = (one: Operation, other: Operation): boolean =>
  operationBytes(one).join() === operationBytes(other).join()

/** The tree with `more` in the place of every node of the same message, beside what is there. */
export function grown(node: Node, more: Node): Node {
  const here = hex(node.message) === hex(more.message) ? merged(node, more) : node
  if (here !== node) return here
  return {
    ...node,
    branches: node.branches.map(({ operation, next }) => ({ operation, next: grown(next, more) })),
  }
}

/** Each attestation with the message that it is over. */
export function* attestationsOf(
  node: Node,
): Generator<{ readonly message: Bytes; readonly attestation: Attestation }> {
  for (const attestation of node.attestations) yield { message: node.message, attestation }
  for (const { next } of node.branches) yield* attestationsOf(next)
}

/** One step from a message. */
export const step = (message: Bytes, operation: Operation, next: (message: Bytes) => Node): Node => ({
  message,
  attestations: [],
  branches: [{ operation, next: next(apply(operation, message)) }],
})

class Reader {
  readonly #bytes: Bytes
  #at = 0
  #nodes = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  countNode(): void {
    this.#nodes++
    if (this.#nodes > MOST_NODES) throw malformed("ots: too many steps")
  }

  take(length: number): Bytes {
    if (this.#at + length > this.#bytes.length) throw malformed("ots: cut off")
    this.#at += length
    return this.#bytes.slice(this.#at - length, this.#at)
  }

  byte(): number {
    return this.take(1)[0] ?? 0
  }

  varint(): number {
    let value = 0
    for (let place = 0; place < MOST_VARINT_BYTES; place++) {
      const byte = this.byte()
      value += (byte % 0x80) * 0x80 ** place
      if (byte < 0x80) return value
    }
    throw malformed("ots: a number that is too long")
  }

  varbytes(most: number): Bytes {
    const length = this.varint()
    if (length > most) throw malformed("ots: too many bytes in one")
    return this.take(length)
  }
}
