import { type AttachedProof, isStampForm } from "../proof/proof.ts"
import type { Sha256 } from "../seal/hash.ts"

/** In an item's folder: the proofs from elsewhere that are attached to it, and what says so of each (bundle.md). */
export const IMPORTS = "import/imports.json"

/** Numbered as they came, and ending as their bytes say: no name from outside becomes one in a bundle. */
export const importPath = (index: number, form: AttachedProof["form"]): string =>
  `import/${String(index + 1).padStart(4, "0")}.${form}`

/** `record` is the SHA-256 of the capture.json that they are about. */
export function importsJson(record: Sha256, proofs: readonly AttachedProof[]): string {
  const files = proofs.map(({ path, sha256, sm3, bytes, form, givenName, at, matchedBy }) => ({
    ...{ path, sha256, sm3, bytes },
    kind: isStampForm(form) ? "stamp" : "certificate",
    ...{ givenName, at, matchedBy },
  }))
  return `${JSON.stringify({ schema: 1, of: record, files }, null, 2)}\n`
}
