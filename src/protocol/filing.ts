/**
 * What the user has done with their own order of things: cases, and what they say
 * of items for themselves. Asked by our own pages; answered by the background.
 */
import type { Said } from "../core/remarks.ts"

export interface FilingApi {
  /** Makes a case. Throws `input/malformed` for no name. */
  createCase(input: { name: string }): { caseId: string }
  renameCase(input: { caseId: string; name: string }): null
  /** Puts a case away, or takes it out again; what is in it stays in it. Never the default one. */
  archiveCase(input: { caseId: string; archived: boolean }): null
  /** From now on captures go there. */
  chooseCase(input: { caseId: string }): null
  /** Files captures elsewhere: all of them, or none. */
  moveToCase(input: { captureIds: readonly string[]; caseId: string }): null
  /** Keeps whether an item is context, and not what the user complains of. Nothing of it is evidence. Throws `vault/missing`. */
  setAside(input: { captureId: string; isAside: boolean }): null
  /**
   * Keeps what the user says of an item or a case (`of`): something new where `remarkId` is null, else a version of that.
   * Content null takes back. Throws `vault/missing`.
   */
  keepRemark(input: { of: string; remarkId: string | null; said: Said }): { remarkId: string }
}
