/**
 * The settings as a file, to take them to another computer. It holds no evidence
 * and no key of this device. What would tell whom the user writes to, or works as
 * a password, is in it only where they ticked that. What the browser granted is
 * the browser's: no file can bring it, so nothing that a file brings sends
 * anything to a service that the user did not switch on here.
 */
import { type BackupReminder, parseBackupReminder } from "./backup.ts"
import { type CaptureOptions, parseCaptureOptions } from "./capture-options.ts"
import { type RecipientEntry, recipientKey, recipientLabel } from "./encryption/recipient.ts"
import { EvidenceError } from "./errors.ts"
import { type Languages, parseLanguages } from "./languages.ts"
import { asFields, asList, asString, asStringOrNull, malformed } from "./parse.ts"
import { type Authority, authorityUrl, authorizationOf, knownAuthorities } from "./stamp/authority.ts"

const FORMAT = "holdfast-settings"
const VERSION = 1

/** More than any that we write. */
export const MOST_SETTINGS_BYTES = 200_000
const MOST_ENTRIES = 200

/** An address of the user's own. Whether it is on is not in a file. */
export type FileAuthority = Pick<Authority, "url" | "authorization">

/** What a file brings; what is not in it stays as it is. */
export interface FileSettings {
  readonly capture?: CaptureOptions
  readonly authorities?: readonly FileAuthority[]
  readonly recipients?: readonly RecipientEntry[]
  readonly languages?: Languages
  readonly backup?: BackupReminder
}

/** What the vault holds of it. */
export interface HeldSettings {
  readonly capture: CaptureOptions
  readonly authorities: readonly Authority[]
  readonly recipients: readonly RecipientEntry[]
  readonly languages: Languages
  readonly backup: BackupReminder
}

/** What goes into a file only where the user ticked it. */
export interface Ticked {
  /** Names and public keys of those that bundles are encrypted to. */
  readonly recipients: boolean
  /** Authorization headers, and addresses with a query, which may be as good as one. */
  readonly secrets: boolean
}

export function settingsFile(held: HeldSettings, ticked: Ticked): string {
  const { capture, languages, backup } = held
  const own = held.authorities.filter(({ url }) => !knownAuthorities.some(known => known.url === url))
  const settings: FileSettings = {
    capture,
    languages,
    backup,
    authorities: own
      .filter(({ url }) => ticked.secrets || new URL(url).search === "")
      .map(({ url, authorization }) => ({ url, authorization: ticked.secrets ? authorization : null })),
    ...(ticked.recipients ? { recipients: held.recipients.map(({ label, key }) => ({ label, key })) } : {}),
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`
}

/**
 * What a file says. Throws `settings/malformed` for anything that is no settings file,
 * `settings/newer` for one of a later version, and `recipient/secret` for one with a secret key in it.
 */
export function readSettingsFile(text: string): FileSettings {
  try {
    const { format, version, settings } = asFields(JSON.parse(text), "settings file")
    if (format !== FORMAT || typeof version !== "number" || !Number.isInteger(version) || version < 1) {
      throw malformed("settings file")
    }
    if (version > VERSION) throw new EvidenceError("settings/newer", `version ${String(version)}`)
    return parseSettings(settings)
  } catch (thrown) {
    const known = thrown instanceof EvidenceError ? thrown.code : null
    if (known === "settings/newer" || known === "recipient/secret") throw thrown
    throw new EvidenceError("settings/malformed", "not a settings file", { cause: thrown })
  }
}

/** @throws EvidenceError `input/malformed`, and as those do that read its parts */
export function parseSettings(input: unknown): FileSettings {
  const { capture, authorities, recipients, languages, backup } = asFields(input, "settings")
  return {
    ...(capture === undefined ? {} : { capture: parseCaptureOptions(capture) }),
    ...(languages === undefined ? {} : { languages: parseLanguages(languages) }),
    ...(backup === undefined ? {} : { backup: parseBackupReminder(backup) }),
    ...(authorities === undefined ? {} : { authorities: asEntries(authorities, "authorities", asAuthority) }),
    ...(recipients === undefined ? {} : { recipients: asEntries(recipients, "recipients", asRecipient) }),
  }
}

function asEntries<T>(input: unknown, what: string, parse: (item: unknown) => T): T[] {
  if (Array.isArray(input) && input.length > MOST_ENTRIES) throw malformed(`${what}: too many`)
  return asList(input, what, parse)
}

function asAuthority(input: unknown): FileAuthority {
  const { url, authorization } = asFields(input, "authority")
  return {
    url: authorityUrl(asString(url, "url")),
    authorization: authorizationOf(asStringOrNull(authorization, "authorization")),
  }
}

function asRecipient(input: unknown): RecipientEntry {
  const { label, key } = asFields(input, "recipient")
  // The key first: a secret one must be named as such whatever else is wrong.
  const read = recipientKey(asString(key, "key"))
  return { label: recipientLabel(asString(label, "label")), key: read }
}

/** Those of a file that are not there yet, each once: what is there keeps what it was given here. */
export const newAuthorities = (
  held: readonly Pick<Authority, "url">[],
  given: readonly FileAuthority[] = [],
): readonly FileAuthority[] =>
  given.filter(
    ({ url }, at) =>
      !knownAuthorities.some(known => known.url === url) &&
      held.every(each => each.url !== url) &&
      given.findIndex(each => each.url === url) === at,
  )

/** Those of a file whose keys are not there yet, each once. */
export const newRecipients = (
  held: readonly Pick<RecipientEntry, "key">[],
  given: readonly RecipientEntry[] = [],
): readonly RecipientEntry[] =>
  given.filter(
    ({ key }, at) => held.every(each => each.key !== key) && given.findIndex(each => each.key === key) === at,
  )
