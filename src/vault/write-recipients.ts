/**
 * The public keys that bundles can be encrypted to. They stand apart from the
 * settings, by id, so that a case can name its lawyer's. No line in custody:
 * whose keys the user has is no part of the evidence, and the log goes into
 * every bundle.
 */
import { EvidenceError } from "../core/errors.ts"
import { type Recipient } from "../core/encryption/recipient.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Throws `recipient/known` where the key is there under another name. */
export function keepRecipient(vault: Vault, recipient: Recipient): Promise<void> {
  return commit(vault, [vault.recipients], async () => {
    const same = await vault.recipients.filter(({ key }) => key === recipient.key).count()
    if (same > 0) throw new EvidenceError("recipient/known", `recipient ${recipient.id}`)
    await vault.recipients.add(recipient)
  })
}

/** Nothing, where it is gone already. */
export function dropRecipient(vault: Vault, id: string): Promise<void> {
  return commit(vault, [vault.recipients], () => vault.recipients.delete(id))
}
