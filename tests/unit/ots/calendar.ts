/** A calendar in memory: it promises, and later leads its promises to a block. */
import { type Bytes, hex, utf8 } from "../../../src/core/bytes.ts"
import {
  APPEND_TAG,
  apply,
  type Operation,
  PREPEND_TAG,
  SHA256_TAG,
} from "../../../src/core/ots/operations.ts"
import { type Attestation, type Node, nodeBytes } from "../../../src/core/ots/proof.ts"

export interface Calendar {
  readonly url: string
  readonly submit: (tip: Bytes) => Promise<Bytes>
  readonly askAgain: (commitment: Bytes) => Promise<Bytes | null>
  /** Every tip that it was given, in hex. */
  readonly given: readonly string[]
  /** From now on its promises lead to that block. */
  readonly confirm: (height: number) => void
}

const hash: Operation = { tag: SHA256_TAG, argument: null }

/** A chain of operations from a message to an attestation. */
export function chain(message: Bytes, operations: readonly Operation[], attestation: Attestation): Node {
  const [operation, ...rest] = operations
  if (operation === undefined) return { message, attestations: [attestation], branches: [] }
  return {
    message,
    attestations: [],
    branches: [{ operation, next: chain(apply(operation, message), rest, attestation) }],
  }
}

export function fakeCalendar(url: string, named = url): Calendar {
  const given: string[] = []
  const block: { height: number | null } = { height: null }
  const toPromise = [
    { tag: PREPEND_TAG, argument: utf8(url) },
    hash,
    { tag: APPEND_TAG, argument: utf8("mac") },
  ]
  return {
    url,
    given,
    submit: tip => {
      given.push(hex(tip))
      return Promise.resolve(answerOf(chain(tip, toPromise, { kind: "pending", uri: named })))
    },
    askAgain: commitment =>
      Promise.resolve(
        block.height === null
          ? null
          : answerOf(
              chain(commitment, [{ tag: APPEND_TAG, argument: utf8("tree") }, hash, hash], {
                kind: "bitcoin",
                height: block.height,
              }),
            ),
      ),
    confirm: height => {
      block.height = height
    },
  }
}

export const answerOf = (node: Node): Bytes => Uint8Array.from(nodeBytes(node))

/** Calendars behind one door, as the background has them. */
export function doorTo(calendars: readonly Calendar[]) {
  const at = (url: string): Calendar => {
    const found = calendars.find(each => each.url === url)
    if (found === undefined) throw new Error(`nobody said to ask ${url}`)
    return found
  }
  return {
    submit: (url: string, tip: Bytes) => at(url).submit(tip),
    askAgain: (url: string, commitment: Bytes) => at(url).askAgain(commitment),
  }
}
