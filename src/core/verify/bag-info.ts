import { EvidenceError } from "../errors.ts"
import { type Sha256, isSha256 } from "../seal/hash.ts"
import { type Contents, strictText } from "./contents.ts"
import { isBaseFolder } from "./entry-names.ts"
import { type Finding, finding } from "./finding.ts"

const BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
const TEXT_LIMIT = 64 * 1024
const AUTHORITY = "[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
const UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The fields that bundle.md requires, and what each must look like. */
const FIELDS = {
  "Bag-Software-Agent": /^\S.*$/,
  "Bagging-Date": /^\d{4}-\d{2}-\d{2}$/,
  "External-Identifier": UUID,
  "Payload-Oxum": /^\d{1,16}\.\d{1,6}$/,
  "Custody-Head-SHA256": /^[0-9a-f]{64}$/,
  "Custody-Entries": /^(0|[1-9]\d{0,9})$/,
  "Device-Key-SHA256": /^[0-9a-f]{64}$/,
  "Time-Stamps-Requested": new RegExp(`^(none|${AUTHORITY}( ${AUTHORITY})*)$`),
  "Holdfast-Format": /^1$/,
} as const

type Field = keyof typeof FIELDS
const fieldNames = Object.keys(FIELDS) as Field[]

/** What the bag says of itself; null where it does not say it, or not in the form that the format asks for. */
export interface BagInfo {
  readonly exportId: string | null
  readonly payloadOxum: string | null
  readonly custodyHead: Sha256 | null
  readonly custodyEntries: string | null
  readonly deviceKey: Sha256 | null
  /** The authorities asked for a time stamp; empty for `none`. */
  readonly authorities: readonly string[]
  readonly software: string
}

export interface BagReading {
  readonly info: BagInfo
  readonly faults: readonly Finding[]
}

/** Reads bag-info.txt alone, which says of its own form what is wrong with it. */
export async function readInfo(contents: Contents): Promise<BagReading> {
  const values = new Map<Field, string>()
  const text = await textOf(contents, "bag-info.txt")
  const faults: Finding[] = text === null ? [] : readFields(text, values)
  for (const field of fieldNames) {
    if (!values.has(field)) faults.push(finding("bag/field-missing", { field }))
    else if (!FIELDS[field].test(values.get(field) ?? ""))
      faults.push(finding("bag/field-malformed", { field }))
  }
  return { info: infoOf(values), faults }
}

/** Reads bagit.txt and bag-info.txt, and holds them against the folder and the payload that are there. */
export async function readBag(contents: Contents): Promise<BagReading> {
  const faults: Finding[] = []
  if ((await textOf(contents, "bagit.txt")) !== BAGIT_TXT) faults.push(finding("bag/declaration", {}))
  const read = await readInfo(contents)
  faults.push(...read.faults)
  const { exportId: id } = read.info
  const { folder } = contents
  if (!isBaseFolder(folder)) faults.push(finding("bag/folder-name", { folder }))
  else if (id !== null && !folder.endsWith(`-${id.slice(0, 6)}`)) {
    faults.push(finding("bag/folder-id", { folder, id }))
  }
  const found = payloadOxum(contents)
  const { payloadOxum: declared } = read.info
  if (declared !== null && declared !== found) faults.push(finding("bag/payload-size", { declared, found }))
  return { info: read.info, faults }
}

function infoOf(values: ReadonlyMap<Field, string>): BagInfo {
  const requested = valid(values, "Time-Stamps-Requested") ?? "none"
  const head = valid(values, "Custody-Head-SHA256")
  const key = valid(values, "Device-Key-SHA256")
  return {
    exportId: valid(values, "External-Identifier")?.slice("urn:uuid:".length) ?? null,
    payloadOxum: valid(values, "Payload-Oxum"),
    custodyHead: isSha256(head) ? head : null,
    custodyEntries: valid(values, "Custody-Entries"),
    deviceKey: isSha256(key) ? key : null,
    authorities: requested === "none" ? [] : requested.split(" "),
    software: valid(values, "Bag-Software-Agent") ?? "",
  }
}

/**
 * `Label: value` a line; a line that starts with a space carries the value on (RFC 8493 §2.2.2), of other labels than
 * ours: what verify.txt looks for stands on one line.
 */
function readFields(text: string, values: Map<Field, string>): Finding[] {
  const faults: Finding[] = Array.from(text.matchAll(/^([A-Za-z0-9-]+):[^\n]*\n[ \t]/gm)).flatMap(
    ([, label = ""]) => {
      const field = fieldNames.find(name => name.toLowerCase() === label.toLowerCase())
      return field === undefined ? [] : [finding("bag/field-malformed", { field })]
    },
  )
  const lines = text.replaceAll(/\n[ \t]+/g, " ").split("\n")
  if (lines.pop() !== "") faults.push(finding("bag/info-malformed", { line: lines.length + 1 }))
  for (const [index, line] of lines.entries()) {
    const [, label = "", value = ""] = /^([A-Za-z0-9-]+): (.*)$/.exec(line) ?? []
    if (label === "") faults.push(finding("bag/info-malformed", { line: index + 1 }))
    const field = fieldNames.find(name => name.toLowerCase() === label.toLowerCase())
    if (field === undefined) continue
    if (values.has(field)) faults.push(finding("bag/field-twice", { field }))
    else if (field !== label) faults.push(finding("bag/field-malformed", { field }))
    else values.set(field, value)
  }
  return faults
}

function valid(values: ReadonlyMap<Field, string>, field: Field): string | null {
  const value = values.get(field)
  return value !== undefined && FIELDS[field].test(value) ? value : null
}

/** Bytes and number of the files under data/, as they really are. */
function payloadOxum(contents: Contents): string {
  const payload = [...contents.files].filter(([path]) => path.startsWith("data/"))
  const octets = payload.reduce((sum, [, file]) => sum + file.bytes, 0)
  return `${String(octets)}.${String(payload.length)}`
}

/** Null where the file is not there (another layer says so), or is not text. */
async function textOf(contents: Contents, path: string): Promise<string | null> {
  if (!contents.files.has(path)) return null
  try {
    return strictText(await contents.read(path, TEXT_LIMIT))
  } catch (thrown) {
    // The fault is then that the fields are missing from what cannot be read.
    if (thrown instanceof EvidenceError) return null
    throw thrown
  }
}
