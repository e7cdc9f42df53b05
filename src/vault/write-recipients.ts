/**
 * The public keys that bundles can be encrypted to. They stand apart from the
 * settings, by id, so that a case can name its lawyer's. Custody says that the
 * list was changed and no more: whose keys the user has is no part of the
 * evidence, and the log goes into every bundle.
 */
import { type CustodyEvent } from "../core/custody.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Recipient } from "../core/encryption/recipient.ts"
import { appendCustody } from "./append.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

const CHANGED: CustodyEvent = { event: "settings.changed", setting: "recipients" }

/** Throws `recipient/known` where the key is there under another name. */
export function keepRecipient(vault: Vault, recipient: Recipient): Promise<void> {
  return commit(vault, [vault.recipients, vault.custody], async () => {
    const same = await vault.recipients.filter(({ key }) => key === recipient.key).count()
    if (same > 0) throw new EvidenceError("recipient/known", `recipient ${recipient.id}`)
    await vault.recipients.add(recipient)
    await appendCustody(vault, recipient.addedAt, CHANGED)
  })
}

/** Nothing, where it is gone already. */
export function dropRecipient(vault: Vault, id: string, at: string): Promise<void> {
  return commit(vault, [vault.recipients, vault.custody], async () => {
    if ((await vault.recipients.get(id)) === undefined) return
    await vault.recipients.delete(id)
    await appendCustody(vault, at, CHANGED)
  })
}
