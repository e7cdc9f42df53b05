/** What the user chose in the settings. */
import { type Handlers } from "../platform/messaging.ts"
import { type SettingsApi } from "../protocol/settings.ts"
import { type Vault } from "../vault/schema.ts"
import { keepBackupReminder } from "../vault/write-options.ts"

export const settingsHandlers = (vault: Vault): Handlers<SettingsApi> => ({
  setBackupReminder: async ({ reminder }) => {
    await keepBackupReminder(vault, reminder)
    return null
  },
})
