/** The user's list of public keys to encrypt to. */
import { type Handlers } from "../platform/messaging.ts"
import { type BackgroundApi } from "../protocol.ts"
import { dropRecipient } from "../vault/write-recipients.ts"
import { type RecipientEntry, recipientKey, recipientLabel } from "../core/encryption/recipient.ts"
import { now } from "../platform/clock.ts"
import { type Vault } from "../vault/schema.ts"
import { keepRecipient } from "../vault/write-recipients.ts"

/** Throws `recipient/malformed`, `recipient/secret` or `recipient/known`, and then keeps nothing. */
export async function addRecipient(vault: Vault, entry: RecipientEntry): Promise<string> {
  const id = crypto.randomUUID()
  // The key first: a secret one must be named as such whatever else is wrong.
  const key = recipientKey(entry.key)
  await keepRecipient(vault, { id, label: recipientLabel(entry.label), key, addedAt: now() })
  return id
}

export const recipientHandlers = (
  vault: Vault,
): Handlers<Pick<BackgroundApi, "addRecipient" | "removeRecipient">> => ({
  addRecipient: async entry => ({ recipientId: await addRecipient(vault, entry) }),
  removeRecipient: async ({ recipientId }) => {
    await dropRecipient(vault, recipientId, now())
    return null
  },
})
