import { type Bytes } from "../../core/bytes.ts"
import { EvidenceError } from "../../core/errors.ts"

/** 1980-01-01, the first day that a ZIP can say: what its writer puts there is the machine's hour, in its time zone. */
const NO_TIME = 0x0021_0000

const END = { signature: 0x0605_4b50, bytes: 22, count: 10, directory: 16 }
const CENTRAL = { signature: 0x0201_4b50, bytes: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 }
const LOCAL = { signature: 0x0403_4b50, time: 10 }

/** The same ZIP with no time in it, changed in place. Throws `internal` for what is not a small one without a comment. */
export function settleZip(zip: Bytes): Bytes {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - END.bytes
  expectAt(view, end, END.signature)
  let at = view.getUint32(end + END.directory, true)
  for (let left = view.getUint16(end + END.count, true); left > 0; left -= 1) {
    expectAt(view, at, CENTRAL.signature)
    const local = view.getUint32(at + CENTRAL.local, true)
    expectAt(view, local, LOCAL.signature)
    view.setUint32(at + CENTRAL.time, NO_TIME, true)
    view.setUint32(local + LOCAL.time, NO_TIME, true)
    const behind = [CENTRAL.name, CENTRAL.extra, CENTRAL.comment].map(field =>
      view.getUint16(at + field, true),
    )
    at += behind.reduce((sum, length) => sum + length, CENTRAL.bytes)
  }
  return zip
}

/** APPNOTE 4.3.7, 4.3.12, 4.3.16. */
function expectAt(view: DataView, at: number, signature: number): void {
  if (at < 0 || at + 4 > view.byteLength || view.getUint32(at, true) !== signature) {
    throw new EvidenceError("internal", "a ZIP that is not as its writer writes them")
  }
}
