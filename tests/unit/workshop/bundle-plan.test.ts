/** What is kept so that a bundle can be written again when a stamp comes late: all of it that the vault does not hold by itself. */
import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { REPORT } from "../../../src/core/papers/report.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type MadeBundle } from "../../../src/core/bundle/bundle.ts"
import { ANNOTATIONS } from "../../../src/core/picture/annotations.ts"
import { REDACTIONS } from "../../../src/core/picture/redactions.ts"
import { NOTES } from "../../../src/core/remarks.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { keepPlan } from "../../../src/workshop/bundle-plan.ts"
import { at, newVault, sha256Of } from "../vault/rows.ts"

const file = (path: string, content: Blob | Uint8Array<ArrayBuffer>) => ({
  ...{ path, sha256: sha256Of(path), sm3: "0".repeat(64), crc32: 0, bytes: path.length, content },
})

test.each([
  ["the list of the files", "manifest-sha256.txt", utf8("manifest-sha256.txt"), true],
  ["the report", REPORT, null, true],
  ["notes", `data/e001/${NOTES}`, null, true],
  ["marks on pictures", `data/e001/${ANNOTATIONS}`, null, true],
  ["the list of redacted copies", `data/e001/${REDACTIONS}`, null, true],
  ["what the user filled in", "data/e001/corrections.json", null, true],
  ["what was read again", "data/e001/readings.jsonl", null, true],
  ["the list of proofs", "data/e001/import/imports.json", null, true],
  ["a time stamp", "data/e001/capture.json.tsa.example.tsr", null, true],
  ["a redacted copy, whose bytes are the vault's", "data/e001/redacted/001-page-1-redacted.png", null, false],
  ["a frame, whose bytes are the vault's", "data/e001/frames/0000.png", null, false],
])("%s", async (_what, path, bytes, isOwn) => {
  const vault = newVault()
  const made = {
    ...{ folder: "holdfast-x", fileName: "holdfast-x.zip", zip: new Blob() },
    files: [file(path, bytes ?? new Blob([path]))],
  } as unknown as MadeBundle
  const { own, plan } = await keepPlan(vault, made, at)
  expect(own).toEqual([...(isOwn ? [sha256Of(path)] : []), plan])
  for (const sha256 of own) expect((await readBack(vault, sha256)).length).toBeGreaterThan(0)
})
