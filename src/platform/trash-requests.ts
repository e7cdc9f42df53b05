/** What is asked about the trash, read field by field as platform/requests.ts does. */
import { asFields } from "../core/parse.ts"
import { type TrashApi } from "../protocol/trash.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

export const trashReaders: Readers<TrashApi> = {
  discardCapture: captureOf,
  restoreCapture: captureOf,
  deleteForGood: captureOf,
}

function captureOf(input: unknown): { captureId: string } {
  return { captureId: asId(asFields(input, "trash").captureId) }
}
