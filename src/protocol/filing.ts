/** What the user has done with their own order of things: cases. Asked by our own pages; answered by the background. */
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
}
