/**
 * 类别 and 文件格式 of a file, for the list that goes to the police: what a list of
 * electronic data is to say of each, beside its checksum (law.md §2.5). From the
 * item's record, or from the file's name; never from its content.
 */
import { type ItemSnapshot, type StoredFile } from "../../bundle/snapshot.ts"
import { CORRECTIONS } from "../../corrections.ts"
import { type Source } from "../../evidence.ts"
import { NOTES } from "../../remarks.ts"

export const fileSorts = [
  ...(["screen", "dom", "re-requested", "server", "derived", "re-drawn", "imported"] as const),
  ...(["record", "log", "reading", "stamp", "user", "other"] as const),
] as const
export type FileSort = (typeof fileSorts)[number]

const BY_NAME: readonly (readonly [name: RegExp, sort: FileSort])[] = [
  [/^capture\.json$/, "record"],
  [/^log\.jsonl$/, "log"],
  [/^readings(\.jsonl|\/)/, "reading"],
  [/\.(tsr|tsq)$/, "stamp"],
  [/^import\//, "imported"],
  [/^(annotations\.json|redacted\/)/, "user"],
]

const OWN: ReadonlySet<string> = new Set([CORRECTIONS, NOTES])

/** The record's word on it where it has one: `Source`, by the same names. */
export function sortOf({ record }: ItemSnapshot, { path }: Pick<StoredFile, "path">): FileSort {
  const source: Source | undefined = record.files.find(file => file.path === path)?.source
  if (source !== undefined) return source
  if (OWN.has(path)) return "user"
  return BY_NAME.find(([name]) => name.test(path))?.[1] ?? "other"
}

/** PNG, HTML, JSONL: the end of its name; null where it has none. */
export const formatOf = (path: string): string | null =>
  /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toUpperCase() ?? null
