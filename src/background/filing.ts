/** What the user has done with cases, and says of items and cases for themselves. */
import { EvidenceError } from "../core/errors.ts"
import { certificateForm } from "../core/proof/form.ts"
import { type RemarkFile } from "../core/remark-files.ts"
import { filesOfSaid } from "../core/remarks.ts"
import { now } from "../platform/clock.ts"
import { type FilingApi } from "../protocol/filing.ts"
import { type Handlers } from "../platform/messaging.ts"
import { readBack } from "../vault/blobs.ts"
import { type Vault } from "../vault/schema.ts"
import { keepRemark } from "../vault/write-remarks.ts"
import {
  chooseCase,
  makeCase,
  moveToCase,
  renameCase,
  setAside,
  setCaseArchived,
} from "../vault/write-cases.ts"

/** @param wakeIndexer has an item of which something was said made searchable again */
export const filingHandlers = (vault: Vault, wakeIndexer: () => void): Handlers<FilingApi> => ({
  createCase: async ({ name }) => {
    const made = { id: crypto.randomUUID(), name, created: now() }
    return { caseId: (await makeCase(vault, made)).id }
  },
  renameCase: async ({ caseId, name }) => {
    await renameCase(vault, caseId, name)
    return null
  },
  archiveCase: async ({ caseId, archived }) => {
    await setCaseArchived(vault, caseId, archived ? now() : null)
    return null
  },
  chooseCase: async ({ caseId }) => {
    await chooseCase(vault, caseId)
    return null
  },
  moveToCase: async ({ captureIds, caseId }) => {
    await moveToCase(vault, captureIds, caseId)
    return null
  },
  setAside: async ({ captureId, isAside }) => {
    await setAside(vault, captureId, isAside)
    return null
  },
  keepRemark: async ({ of, remarkId, said }) => {
    await checkFiles(vault, filesOfSaid(said))
    const draft = { of, id: remarkId, newId: crypto.randomUUID(), at: now(), said }
    const { id } = await keepRemark(vault, draft)
    wakeIndexer()
    return { remarkId: id }
  },
})

/** Before it is called kept, each file is read back, and its bytes say what it is. Throws `vault/…`, `input/malformed`. */
async function checkFiles(vault: Vault, files: readonly RemarkFile[]): Promise<void> {
  for (const { sha256, form, bytes: said } of files) {
    const bytes = await readBack(vault, sha256)
    if (bytes.length !== said || certificateForm(bytes) !== form)
      throw new EvidenceError("input/malformed", `file ${sha256} is not what is said of it`)
  }
}
