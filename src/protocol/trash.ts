/** What goes into the trash, comes out of it again, and leaves the vault for good. Asked by our own pages; answered by the background. */
export interface TrashApi {
  /** Stops a running capture, or takes a sealed one, and puts it in the trash. */
  discardCapture(input: { captureId: string }): null
  restoreCapture(input: { captureId: string }): null
  /**
   * Deletes what is in the trash now and not in its 30 days: nothing of it comes back. Throws `vault/missing` of what is
   * not in the trash, and `export/busy` while a bundle with it is being made.
   */
  deleteForGood(input: { captureId: string }): null
}
