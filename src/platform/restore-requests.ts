/** What is asked about items out of bundles, read field by field as platform/requests.ts does. */
import { asCaseName } from "../core/cases.ts"
import { asBundleId, parseOrigins } from "../core/origin.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asMatch,
  asSha256,
  asSm3,
  asString,
  malformed,
} from "../core/parse.ts"
import { type StoredName } from "../core/restore/wish.ts"
import { type RestoreApi } from "../protocol/restore.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

const LONGEST_NAME = 255
/** As many as a bundle may hold. */
const MOST_FILES = 200_000
const PATH = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/

export const restoreReaders: Readers<RestoreApi> = {
  beginRestore: input => {
    const { zip, fileName, total, origins, cases } = asFields(input, "beginRestore")
    const name = asString(fileName, "fileName")
    if (name.length > LONGEST_NAME) throw malformed("fileName")
    return {
      ...{ zip: asSha256(zip, "zip"), fileName: name, total: asCount(total, "total") },
      origins: asList(origins, "origins", each => {
        const { bundle, device, files } = asFields(each, "origins")
        return {
          bundle: asBundleId(bundle, "origins.bundle"),
          device: asSha256(device, "origins.device"),
          files: asFiles(files),
        }
      }),
      cases: Object.fromEntries(
        Object.entries(asFields(cases, "cases")).map(([number, id]) => [
          asMatch(number, "cases", /^c\d{3,}$/),
          asId(id),
        ]),
      ),
    }
  },
  restoreCase: input => {
    const { caseId, name, remarks } = asFields(input, "restoreCase")
    return {
      caseId: caseId === null ? null : asId(caseId),
      name: asCaseName(name),
      remarks: asList(remarks, "remarks", each => each),
    }
  },
  restoreItem: input => {
    const { zip, captureId, number, caseId, record, origins, interrupted, files } = asFields(
      input,
      "restoreItem",
    )
    const wish = asCount(number, "number")
    const hands = parseOrigins(origins)
    if (wish === 0 || hands.length === 0) throw malformed("restoreItem")
    return {
      ...{ zip: asSha256(zip, "zip"), captureId: asId(captureId), number: wish, caseId: asId(caseId) },
      ...{ record: asSha256(record, "record"), origins: hands },
      interrupted: asBoolean(interrupted, "interrupted"),
      files: asFiles(files),
    }
  },
  restoreMore: input => {
    const { zip, bundle, captureId, record, files } = asFields(input, "restoreMore")
    return {
      ...{ zip: asSha256(zip, "zip"), bundle: asBundleId(bundle, "bundle"), captureId: asId(captureId) },
      ...{ record: asSha256(record, "record"), files: asFiles(files) },
    }
  },
  endRestore: input => ({ zip: asSha256(asFields(input, "endRestore").zip, "zip") }),
}

function asFiles(input: unknown): StoredName[] {
  const files = asList(input, "files", each => {
    const { path, sha256, sm3, crc32, bytes } = asFields(each, "files")
    return {
      path: asMatch(path, "files.path", PATH),
      sha256: asSha256(sha256, "files.sha256"),
      sm3: asSm3(sm3, "files.sm3"),
      crc32: asCount(crc32, "files.crc32"),
      bytes: asCount(bytes, "files.bytes"),
    }
  })
  if (files.length > MOST_FILES) throw malformed("files")
  if (new Set(files.map(({ path }) => path)).size !== files.length) throw malformed("files")
  return files
}
