/** What is asked about settings, read field by field as platform/requests.ts does. */
import { parseBackupReminder } from "../core/backup.ts"
import { parseBeacons } from "../core/bracket/beacons.ts"
import { parseCaptureOptions } from "../core/capture-options.ts"
import { parseLanguages } from "../core/languages.ts"
import { parseAnchoring } from "../core/ots/calendars.ts"
import { parsePerson } from "../core/papers/typed.ts"
import { asFields } from "../core/parse.ts"
import { parseSettings } from "../core/settings-file.ts"
import { type SettingsApi } from "../protocol/settings.ts"
import { type Readers } from "./messaging.ts"

export const settingsReaders: Readers<SettingsApi> = {
  setAnchoring: input => ({ anchoring: parseAnchoring(asFields(input, "setAnchoring").anchoring) }),
  setBeacons: input => ({ beacons: parseBeacons(asFields(input, "setBeacons").beacons) }),
  setCaptureOptions: input => ({
    options: parseCaptureOptions(asFields(input, "setCaptureOptions").options),
  }),
  setBackupReminder: input => ({
    reminder: parseBackupReminder(asFields(input, "setBackupReminder").reminder),
  }),
  importSettings: input => ({ settings: parseSettings(asFields(input, "importSettings").settings) }),
  keepPerson: input => {
    const { person } = asFields(input, "keepPerson")
    return { person: person === null ? null : parsePerson(person) }
  },
  setLanguages: input => ({ languages: parseLanguages(asFields(input, "setLanguages").languages) }),
}
