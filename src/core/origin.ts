/**
 * Items that came from another installation, and what of its bundle goes along
 * so that anyone can still check them: its custody log to the byte, the list of
 * lists that its device signed, the key, the signature and the time stamps.
 *
 * The chain of proof: the signature and the stamps are over the list of lists;
 * that names bag-info.txt, which names the head of the log; the log names the
 * SHA-256 of the item's capture.json. The list of the payload stays behind: it
 * holds the hashes of artefacts of other items (bundle.md, Custody log).
 */
import { asFields, asList, asMatch } from "./parse.ts"

/** One hand that an item went through: the bundle by its export id, and the number that the item had in it. */
export interface ItemOrigin {
  readonly bundle: string
  readonly item: string
}

/** Where they lie in a bundle, a folder each under its export id. */
export const ORIGINS = "data/origins/"
export const ORIGIN_LOG = "custody.jsonl"

const KEPT =
  /^(?:bag-info\.txt|tagmanifest-sha256\.txt|device-key\.pub\.pem(?:\.[a-z0-9.-]+\.ts[qr])?|proofs\/[A-Za-z0-9._-]+)$/

/** The name in an origin's folder of a file of the bundle that the items came in; null for one that does not go along. */
export function originName(path: string): string | null {
  if (path === "data/custody.jsonl") return ORIGIN_LOG
  return KEPT.test(path) ? path : null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const asBundleId = (input: unknown, what: string): string => asMatch(input, what, UUID)

/** From the first hand to the last; at least one. @throws EvidenceError `input/malformed` */
export function parseOrigins(input: unknown): ItemOrigin[] {
  return asList(input, "origins", each => {
    const { bundle, item } = asFields(each, "origins")
    return { bundle: asBundleId(bundle, "origins.bundle"), item: asMatch(item, "origins.item", /^e\d{3,}$/) }
  })
}
