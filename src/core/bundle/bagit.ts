/**
 * The BagIt 1.0 frame of a bundle (RFC 8493): its names, its lists of hashes, and
 * bag-info.txt. A manifest shows a changed or missing file; that nothing was
 * added takes a second look, which verify.txt tells how to take.
 */
import { malformed } from "../parse.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"
import { NO_AUTHORITY } from "../stamp/authority.ts"
import type { BundleNumbers } from "./commands.ts"
import type { BundleSnapshot } from "./snapshot.ts"

export const BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

/** A file of the bag, by its path in it. */
export interface ListedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: Sha256
  readonly sm3: Sm3
}

/** The base folder, which also names the ZIP: the export's time to the second, and the first 6 digits of its id. */
export function folderName(at: string, exportId: string): string {
  const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(at)
  if (time === null) throw malformed("export time")
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(exportId)) throw malformed("export id")
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = time
  return `holdfast-${year}${month}${day}T${hour}${minute}${second}Z-${exportId.slice(0, 6)}`
}

/** A manifest: 64 digits, two spaces, the path; sorted by path, as `LC_ALL=C sort` would. */
export function manifest(files: readonly ListedFile[], algorithm: "sha256" | "sm3"): string {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => `${file[algorithm]}  ${file.path}\n`)
    .join("")
}

export function bagInfo(snapshot: BundleSnapshot, numbers: BundleNumbers): string {
  const { tool } = snapshot
  const fields = [
    [
      "Bag-Software-Agent",
      `${tool.name} ${tool.version} (commit ${tool.commit}; build sha256 ${tool.build})`,
    ],
    ["Bagging-Date", snapshot.at.slice(0, "YYYY-MM-DD".length)],
    ["External-Identifier", `urn:uuid:${snapshot.exportId}`],
    ["Payload-Oxum", `${String(numbers.payloadBytes)}.${String(numbers.payloadFiles)}`],
    ["Custody-Head-SHA256", numbers.custodyHead],
    ["Custody-Entries", String(numbers.custodyEntries)],
    ["Device-Key-SHA256", numbers.deviceKey],
    ["Time-Stamps-Requested", snapshot.authorities.join(" ") || NO_AUTHORITY],
    ["Holdfast-Format", "1"],
  ]
  return fields.map(([label = "", value = ""]) => `${label}: ${value}\n`).join("")
}
