/** Trees of DER changed at random, as fast-check says: the structure stays encodable, the meaning does not. */
import fc from "fast-check"
import { type Node, encode, isConstructed, nodesOf, parse } from "./asn.ts"

/** Numbers below 2^16 that stand for choices; taken modulo whatever there is to choose from. */
export interface Mutation {
  readonly kind: number
  readonly where: number
  readonly other: number
  readonly byte: number
}

const choice = fc.nat({ max: 0xffff })
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  ...{ kind: choice, where: choice, other: choice, byte: choice },
})

/** Bytes flipped, cut out, put in, or cut off at the end. */
export function mutateBytes(original: Buffer, { kind, where, other, byte }: Mutation): Buffer {
  const at = where % original.length
  const rest = original.subarray(at)
  const start = original.subarray(0, at)
  switch (kind % 8) {
    case 0:
      return Buffer.from(start)
    case 1:
      return Buffer.concat([start, rest.subarray(1 + (other % 4))])
    case 2:
      return Buffer.concat([start, Buffer.from([byte % 256]), rest])
    case 3:
      return Buffer.concat([original, Buffer.from([byte % 256])])
    default:
      return Buffer.concat([start, Buffer.from([rest[0]! ^ (1 + (byte % 255))]), rest.subarray(1)])
  }
}

/** One element changed, or replaced by one of `donor`; the lengths around it fit again. */
export function mutateTree(original: Buffer, donor: Buffer, mutation: Mutation): Buffer {
  const tree = parse(original)
  const all = nodesOf(tree)
  const { node, above } = all[mutation.where % all.length]!
  const inner = node.tag === 0x04 && mutation.byte % 2 === 0 ? parsed(node.body) : null
  if (inner !== null && inner.items.length > 0) {
    node.body = mutateTree(node.body, donor, { ...mutation, where: mutation.other, byte: mutation.byte >> 1 })
    return encode(tree)
  }
  change(node, above.at(-1) ?? null, parse(donor), mutation)
  return encode(tree)
}

function change(node: Node, parent: Node | null, donor: Node, { kind, other, byte }: Mutation): void {
  const beside = parent?.items ?? []
  const at = beside.indexOf(node)
  const like = nodesOf(donor).filter(({ node: { tag } }) => tag === node.tag)
  switch (kind % 10) {
    case 0:
      if (at >= 0) beside.splice(at, 1)
      return
    case 1:
      if (at >= 0) beside.splice(at, 0, node)
      return
    case 2:
      beside.push(...beside.splice(other % (beside.length || 1), 1))
      return
    case 3:
      node.tag ^= 1 << (byte % 8)
      return
    case 4:
      node.body = Buffer.alloc(0)
      node.items = []
      return
    case 5:
      node.items.push({ tag: 0x05, items: [], body: Buffer.alloc(0) })
      node.body = isConstructed(node) ? node.body : Buffer.concat([Buffer.from([byte % 256]), node.body])
      return
    case 6:
    case 7:
      if (like.length > 0) Object.assign(node, structuredLike(like[other % like.length]!.node))
      return
    default:
      node.body = flipped(node.body, other, byte)
  }
}

const structuredLike = ({ tag, items, body }: Node): Node => ({ tag, items: items.map(structuredLike), body })

function flipped(body: Buffer, at: number, byte: number): Buffer {
  const bytes = Buffer.from(body)
  if (bytes.length > 0) bytes[at % bytes.length]! ^= 1 << (byte % 8)
  return bytes
}

function parsed(bytes: Buffer): Node | null {
  try {
    const node = parse(bytes)
    return encode(node).equals(bytes) ? node : null
  } catch (thrown) {
    if (thrown instanceof Error) return null
    throw thrown
  }
}
