/** Proofs from elsewhere: read by the workshop, kept here with what they are about. */
import { type ProofTarget } from "../core/proof/proof.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { type ImportAnswer } from "../protocol.ts"
import { keepImport } from "../vault/write-imports.ts"
import { type Ports } from "./ports.ts"

export interface GivenProof {
  readonly file: Sha256
  readonly name: string
  /** What the user says it is about; null where it has to say so itself. */
  readonly about: ProofTarget | null
}

/** Keeps a file whose bytes are stored, or says why not. Throws `vault/…`. */
export async function importProof(
  { vault, workshop }: Ports,
  { file, name, about }: GivenProof,
): Promise<ImportAnswer> {
  const read = await workshop("readProof", { file, about })
  if (read.outcome !== "read") return read
  const { form, matchedBy, over, reading, bytes, sm3, crc32 } = read
  const row = await keepImport(vault, {
    ...{ id: crypto.randomUUID(), at: now(), kind: read.about.kind, of: read.about.id },
    ...{ name, file, form, matchedBy, over, reading, bytes, sm3, crc32 },
  })
  return { outcome: "kept", importId: row.id }
}
