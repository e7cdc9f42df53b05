/** ZIP headers changed so that both headers of an entry still agree: what one byte changed at random hardly ever does. */
import type { Mutation } from "../stamp/mutation.ts"
import { type Place, placesOf } from "./read-zip.ts"

interface Field {
  /** Where it stands in each of the two headers; null where the local header has none. */
  readonly central: number
  readonly local: number | null
  readonly values: readonly number[]
  readonly bytes: 1 | 2 | 4
}

/** After APPNOTE.TXT 6.3.10, 4.3.7 and 4.3.12. The values are those that some tool takes for something else. */
const fields: readonly Field[] = [
  { central: 4, local: null, bytes: 1, values: [0, 10, 20, 45, 63, 255] }, // version that made it
  { central: 5, local: null, bytes: 1, values: [0, 1, 2, 3, 6, 10, 11, 14, 19, 255] }, // its host system
  { central: 6, local: 4, bytes: 1, values: [0, 10, 45, 46, 51, 63, 90, 255] }, // version needed
  { central: 7, local: 5, bytes: 1, values: [0, 1, 3, 255] }, // host system needed
  { central: 8, local: 6, bytes: 2, values: [1, 2, 4, 8, 16, 32, 64, 0x800, 0x2000, 0x4000, 0x8000] }, // flags
  { central: 10, local: 8, bytes: 2, values: [1, 8, 9, 12, 14, 93, 99, 0xffff] }, // method
  { central: 12, local: 10, bytes: 2, values: [0, 0xffff, 0xbf7d, 0x001f] }, // time
  { central: 14, local: 12, bytes: 2, values: [0, 0x21, 0xffff, 0x01e0] }, // date
  { central: 16, local: 14, bytes: 4, values: [0, 1, 0xffffffff] }, // CRC-32
  { central: 20, local: 18, bytes: 4, values: [0, 1, 0xffffffff] }, // compressed size
  { central: 24, local: 22, bytes: 4, values: [0, 1, 0xffffffff] }, // size
  { central: 36, local: null, bytes: 2, values: [1, 2, 0xffff] }, // internal attributes
  { central: 38, local: null, bytes: 2, values: [1, 2, 4, 8, 16, 32, 64, 0x80, 0xffff] }, // attributes, DOS
  { central: 40, local: null, bytes: 2, values: [0, 0x8000, 0x8124, 0x89ff, 0xa1ff, 0x41ed, 0xffff] }, // and Unix
]

/** One field, of one entry or of all, in the directory and in the local header alike. */
export function mutateHeaders(zip: Buffer, { kind, where, other, byte }: Mutation): Buffer {
  const changed = Buffer.from(zip)
  const places = placesOf(zip)
  const field = fields[kind % fields.length]
  if (field === undefined) throw new Error("no fields")
  const value = field.values[other % field.values.length] ?? 0
  const one = places[where % places.length]
  for (const place of byte % 3 === 0 && one !== undefined ? [one] : places) put(changed, place, field, value)
  return changed
}

function put(zip: Buffer, place: Place, { central, local, bytes }: Field, value: number): void {
  zip.writeUIntLE(value, place.central + central, bytes)
  if (local !== null) zip.writeUIntLE(value, place.local + local, bytes)
}
