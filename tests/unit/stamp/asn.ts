/** DER for tests: written anew, so that no error is shared with the reader under test. */

export interface Node {
  tag: number
  /** Of a constructed element; empty for a primitive one. */
  items: Node[]
  body: Buffer
}

export const isConstructed = (node: Node): boolean => (node.tag & 0x20) !== 0

/** Any DER with short tags, however odd its content. */
export function parse(bytes: Buffer): Node {
  const { node, rest } = parseOne(bytes)
  if (rest.length > 0) throw new Error("bytes left over")
  return node
}

function parseOne(bytes: Buffer): { node: Node; rest: Buffer } {
  const tag = bytes[0]!
  let length = bytes[1]!
  let at = 2
  if (length >= 0x80) {
    at += length & 0x7f
    length = parseInt(bytes.subarray(2, at).toString("hex"), 16)
  }
  if (!(at + length <= bytes.length)) throw new Error("cut short")
  const body = bytes.subarray(at, at + length)
  const node: Node = { tag, items: [], body }
  for (let inner = body; isConstructed(node) && inner.length > 0;) {
    const item = parseOne(inner)
    node.items.push(item.node)
    inner = item.rest
  }
  return { node, rest: bytes.subarray(at + length) }
}

export function encode(node: Node): Buffer {
  return der(node.tag, isConstructed(node) ? Buffer.concat(node.items.map(encode)) : node.body)
}

/** An element around these bytes. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const digits = Buffer.from(evenHex(body.length), "hex")
  const length = body.length < 0x80 ? [body.length] : [0x80 | digits.length, ...digits]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const evenHex = (value: number): string => {
  const text = value.toString(16)
  return text.length % 2 === 0 ? text : `0${text}`
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts)
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
export const integer = (hex: string): Buffer => der(0x02, Buffer.from(hex, "hex"))

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap(number => {
    const groups = [number & 0x7f]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift(0x80 | (left % 128))
    return groups
  })
  return der(0x06, Buffer.from(bytes))
}

/** Every node with the ones above it, the outermost first. */
export function nodesOf(node: Node, above: readonly Node[] = []): { node: Node; above: readonly Node[] }[] {
  return [{ node, above }, ...node.items.flatMap(item => nodesOf(item, [...above, node]))]
}
