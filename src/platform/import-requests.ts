/** What the methods about files from elsewhere take, read field by field. */
import { LONGEST_NAME, parseStated } from "../core/imported.ts"
import { asFields, asSha256, asString, asTime, malformed } from "../core/parse.ts"
import { type ImportApi, type ImportReaderApi } from "../protocol/import.ts"
import { type Readers } from "./messaging.ts"

export const importReaders: Readers<ImportApi> = {
  importFile: input => {
    const { file, name, lastModified, stated } = asFields(input, "importFile")
    return {
      file: asSha256(file, "file"),
      name: asName(name),
      lastModified: lastModified === null ? null : asTime(lastModified, "lastModified"),
      stated: parseStated(stated),
    }
  },
}

export const importReaderReaders: Readers<ImportReaderApi> = {
  readImported: input => {
    const { file, name } = asFields(input, "readImported")
    return { file: asSha256(file, "file"), name: asName(name) }
  },
}

function asName(input: unknown): string {
  const name = asString(input, "name")
  if (name.length > LONGEST_NAME) throw malformed("name")
  return name
}
