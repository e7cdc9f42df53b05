/** What the user chose in the settings. */
import { now } from "../platform/clock.ts"
import { type Handlers } from "../platform/messaging.ts"
import { type SettingsApi } from "../protocol/settings.ts"
import { type Vault } from "../vault/schema.ts"
import { keepAnchoring } from "../vault/write-anchors.ts"
import {
  keepBackupReminder,
  keepBeacons,
  keepCaptureOptions,
  keepLanguages,
  keepPerson,
} from "../vault/write-options.ts"
import { keepSettings } from "../vault/write-settings.ts"

/** @param onLanguages has the background speak as was chosen, `onAnchoring` ask for what is due */
export const settingsHandlers = (
  vault: Vault,
  { onLanguages, onAnchoring }: { readonly onLanguages: () => void; readonly onAnchoring: () => void },
): Handlers<SettingsApi> => ({
  setAnchoring: async ({ anchoring }) => {
    await keepAnchoring(vault, now(), anchoring)
    onAnchoring()
    return null
  },
  setBeacons: async ({ beacons }) => {
    await keepBeacons(vault, now(), beacons)
    return null
  },
  setCaptureOptions: async ({ options }) => {
    await keepCaptureOptions(vault, options)
    return null
  },
  setBackupReminder: async ({ reminder }) => {
    await keepBackupReminder(vault, reminder)
    return null
  },
  importSettings: async ({ settings }) => {
    await keepSettings(vault, now(), settings, () => crypto.randomUUID())
    onLanguages()
    return null
  },
  keepPerson: async ({ person }) => {
    await keepPerson(vault, person)
    return null
  },
  setLanguages: async ({ languages }) => {
    await keepLanguages(vault, languages)
    onLanguages()
    return null
  },
})
