/** What a settings file would change, to be shown before it does. */
import { type CaptureLimits, type ExtraName, extraNames } from "./capture-options.ts"
import { type PageLanguage, type UsualReportLanguage } from "./languages.ts"
import { type FileSettings, type HeldSettings, newAuthorities, newRecipients } from "./settings-file.ts"

export type SettingsChange =
  | {
      readonly what: keyof CaptureLimits
      /** Null for as many as come. */
      readonly from: number | null
      readonly to: number | null
    }
  | { readonly what: "extra"; readonly name: ExtraName; readonly on: boolean }
  | { readonly what: "pages"; readonly from: PageLanguage; readonly to: PageLanguage }
  | { readonly what: "reports"; readonly from: UsualReportLanguage; readonly to: UsualReportLanguage }
  | { readonly what: "remind"; readonly on: boolean }
  | { readonly what: "backup.days" | "backup.items"; readonly from: number; readonly to: number }
  /** Added, and not switched on. */
  | { readonly what: "authority"; readonly url: string; readonly hasAuthorization: boolean }
  | { readonly what: "recipient"; readonly label: string; readonly key: string }

/** In the order in which the settings show them. Empty where all is as the file says. */
export function changesBy(held: HeldSettings, file: FileSettings): SettingsChange[] {
  const { capture = held.capture, languages = held.languages, backup = held.backup } = file
  const limits = (["screens", "seconds", "items"] as const).flatMap(what => {
    const [from, to] = [held.capture.limits[what], capture.limits[what]]
    return from === to ? [] : [{ what, from, to }]
  })
  const extras = extraNames.flatMap(name => {
    const on = capture.extras.includes(name)
    return held.capture.extras.includes(name) === on ? [] : [{ what: "extra" as const, name, on }]
  })
  const { pages, reports } = held.languages
  return [
    ...limits,
    ...extras,
    ...newRecipients(held.recipients, file.recipients).map(entry => ({
      what: "recipient" as const,
      ...entry,
    })),
    ...(reports === languages.reports
      ? []
      : [{ what: "reports" as const, from: reports, to: languages.reports }]),
    ...newAuthorities(held.authorities, file.authorities).map(({ url, authorization }) => ({
      what: "authority" as const,
      url,
      hasAuthorization: authorization !== null,
    })),
    ...(pages === languages.pages ? [] : [{ what: "pages" as const, from: pages, to: languages.pages }]),
    ...(held.backup.on === backup.on ? [] : [{ what: "remind" as const, on: backup.on }]),
    ...(["days", "items"] as const).flatMap(name =>
      held.backup[name] === backup[name]
        ? []
        : [{ what: `backup.${name}` as const, from: held.backup[name], to: backup[name] }],
    ),
  ]
}
