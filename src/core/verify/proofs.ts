/** Which files may stand where, outside the items' own folders and in them. */
import { ATTACHED_FILE } from "./attached.ts"
import { TAGS, isPayload, isProof } from "./manifest.ts"
import { KEY, SIGNATURE } from "./signature.ts"

/** Files under data/ that belong to no item. */
const PAYLOAD_FILES = new Set(["data/case.json", "data/custody.jsonl", "data/people.json"])
/** A stamp over the device key lies beside it, among the listed papers: what is to be named so must be one. */
export const KEY_STAMP = /^device-key\.pub\.pem\.([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\.ts[qr]$/
const ITEM_FILE = /^data\/e\d{3,}\//
const IMPORT = /^data\/e\d{3,}\/import\//
/** The list of proofs from elsewhere and they themselves; and the file that an imported item is of. */
const IMPORT_FILE =
  /\/import\/(?:imports\.json|original(?:\.[a-z0-9]{1,5})?|\d{4,}\.(?:tsr|tst|pdf|png|jpg|ofd))$/
/** What the format puts at the root: its own files and numbered papers. Any other name means something to some program. */
const ROOT_FILE =
  /^(?:bagit\.txt|bag-info\.txt|manifest-(?:sha256|sm3)\.txt|verify(?:\.zh-cn)?\.txt|verify\.html|\d{2}-[a-z0-9-]+\.(?:html|pdf|docx))$/
export const OUTER_ANCHOR = `proofs/${TAGS}.ots`

/** What goes along of a bundle that items came in. */
const ORIGIN = "data/origins/"
const AUTHORITY = "[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
const ORIGIN_FILE = new RegExp(
  `^data/origins/[0-9a-f-]{36}/(?:custody\\.jsonl|bag-info\\.txt|tagmanifest-sha256\\.txt|device-key\\.pub\\.pem(?:\\.${AUTHORITY}\\.ts[qr])?|proofs/(?:tagmanifest-sha256\\.txt\\.(?:sig|ots|${AUTHORITY}\\.ts[qr])|${AUTHORITY}-chain\\.pem))$`,
)

/** Whether the format has a place for a file, given the authorities that bag-info.txt names. */
export function placesFor(authorities: readonly string[]): (path: string) => boolean {
  const stamps = authorities.flatMap(name => [
    ...Object.values(stampOf(`proofs/${TAGS}`, name)),
    chainOf(name),
  ])
  const proofs = new Set([SIGNATURE, OUTER_ANCHOR, ...stamps])
  return path => {
    if (IMPORT.test(path)) return IMPORT_FILE.test(path)
    if (path.startsWith(ORIGIN)) return ORIGIN_FILE.test(path)
    if (isPayload(path)) return PAYLOAD_FILES.has(path) || ITEM_FILE.test(path) || ATTACHED_FILE.test(path)
    if (isProof(path)) return proofs.has(path)
    return path === KEY || path === TAGS || KEY_STAMP.test(path) || ROOT_FILE.test(path)
  }
}

/** The pair of files of one authority's stamp over a file. */
export const stampOf = (path: string, authority: string) => ({
  query: `${path}.${authority}.tsq`,
  reply: `${path}.${authority}.tsr`,
})

/** The certificates of an authority's stamp over the whole bundle. */
export const chainOf = (authority: string): string => `proofs/${authority}-chain.pem`
