/** The files of a bundle that is whole, by its directory: for tests, which then change them. */
import type { Files } from "../verify/example.ts"

const CENTRAL_BYTES = 46

/** Where an entry's two headers lie. */
export interface Place {
  readonly path: string
  readonly central: number
  readonly local: number
  readonly data: number
  readonly size: number
}

export function placesOf(zip: Buffer): Place[] {
  const count = zip.readUInt16LE(zip.length - 12)
  let central = zip.readUInt32LE(zip.length - 6)
  return Array.from({ length: count }, () => {
    const nameBytes = zip.readUInt16LE(central + 28)
    const name = zip.toString("latin1", central + CENTRAL_BYTES, central + CENTRAL_BYTES + nameBytes)
    const local = zip.readUInt32LE(central + 42)
    const data = local + 30 + nameBytes + zip.readUInt16LE(local + 28)
    const place = { central, local, data, size: zip.readUInt32LE(central + 24) }
    central += CENTRAL_BYTES + nameBytes + zip.readUInt16LE(central + 30)
    return { path: name.slice(name.indexOf("/") + 1), ...place }
  })
}

export const readZip = (zip: Buffer): Files =>
  new Map(placesOf(zip).map(({ path, data, size }) => [path, zip.subarray(data, data + size)]))
