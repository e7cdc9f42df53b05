/** What a settings file brings: all of it, or nothing. Custody has the lines that it would have of each by itself. */
import { type Recipient } from "../core/encryption/recipient.ts"
import { malformed } from "../core/parse.ts"
import { type FileSettings, newAuthorities, newRecipients } from "../core/settings-file.ts"
import { authorityName, MOST_AUTHORITIES } from "../core/stamp/authority.ts"
import { appendCustody } from "./append.ts"
import { authoritiesIn } from "./read-settings.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/**
 * Authorities come switched off, so that there is no line of whom is asked: nobody is. `newId` makes the
 * id of a recipient. Throws `input/malformed` where there would be too many authorities.
 */
export function keepSettings(
  vault: Vault,
  at: string,
  file: FileSettings,
  newId: () => string,
): Promise<void> {
  const { settings, recipients, custody } = vault
  return commit(vault, [settings, recipients, custody], async () => {
    const { capture, languages, backup } = file
    if (capture !== undefined) await settings.put({ name: "capture", options: capture })
    if (languages !== undefined) await settings.put({ name: "language", languages })
    if (backup !== undefined) await settings.put({ name: "backup", reminder: backup })

    const authorities = [...authoritiesIn(await settings.get("time"))]
    const before = authorities.length
    for (const { url, authorization } of newAuthorities(authorities, file.authorities)) {
      const name = authorityName(
        url,
        authorities.map(each => each.name),
      )
      authorities.push({ name, url, authorization, on: false })
    }
    if (authorities.length > MOST_AUTHORITIES) throw malformed("authorities: too many")
    if (authorities.length > before) await settings.put({ name: "time", authorities })

    const added = newRecipients(await recipients.toArray(), file.recipients).map((entry): Recipient => ({
      id: newId(),
      ...entry,
      addedAt: at,
    }))
    if (added.length === 0) return
    await recipients.bulkAdd(added)
    await appendCustody(vault, at, { event: "settings.changed", setting: "recipients" })
  })
}
