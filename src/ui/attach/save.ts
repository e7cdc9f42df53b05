/** Files that the reader asks for: the record to be stamped, and what was attached, under names of ours. */
import { EvidenceError } from "../../core/errors.ts"
import { itemName } from "../../core/evidence.ts"
import { saveFile } from "../../platform/save.ts"
import { readBack } from "../../vault/blobs.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { importsOf } from "../../vault/read.ts"
import { type ExportRow, type Vault } from "../../vault/schema.ts"
import { type Model, targetOf } from "./model.ts"

/** capture.json as it was sealed, to the byte. Throws `vault/damaged` where it is not that any more. */
export async function saveRecord(vault: Vault, { captures, handedOver, record }: Model): Promise<void> {
  const capture = captures.find(({ id }) => id === targetOf(handedOver)?.id)
  if (record === null || capture === undefined) return
  const bytes = await readBack(vault, record.sha256)
  saveFile(new Blob([bytes], { type: "application/json" }), `${itemName(capture.item)}.capture.json`)
}

/** Beside the ZIP that it is about it is called like that; beside an item, like the item. */
export async function saveImport(vault: Vault, model: Model, id: string): Promise<void> {
  const row = model.imports.find(each => each.id === id)
  if (row === undefined) throw new EvidenceError("vault/missing", `import ${id}`)
  const number = (await importsOf(vault, row.of)).findIndex(each => each.id === id) + 1
  const bytes = await readBack(vault, row.file)
  // Octets, so that no browser shows what a stranger made.
  saveFile(
    new Blob([bytes], { type: "application/octet-stream" }),
    `${baseOf(model, row)}.${String(number)}.${row.form}`,
  )
}

function baseOf({ captures, exports }: Model, row: ImportRow): string {
  const bundle = exports.find(({ id }) => id === row.of)
  if (bundle !== undefined) return fileOf(bundle, row)
  const capture = captures.find(({ id }) => id === row.of)
  return capture === undefined ? row.of : itemName(capture.item)
}

function fileOf({ id, fileName, stamped }: ExportRow, { over }: ImportRow): string {
  if (over === "stamped" && stamped !== null) return stamped.fileName
  const name = fileName ?? id
  return over === "encrypted" ? name : name.replace(/\.age$/, "")
}
