/** What the user has done with cases. */
import { now } from "../platform/clock.ts"
import { type FilingApi } from "../protocol/filing.ts"
import { type Handlers } from "../platform/messaging.ts"
import { type Vault } from "../vault/schema.ts"
import { chooseCase, makeCase, moveToCase, renameCase, setCaseArchived } from "../vault/write-cases.ts"

export const caseHandlers = (vault: Vault): Handlers<FilingApi> => ({
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
})
