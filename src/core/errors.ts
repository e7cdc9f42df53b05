/**
 * Codes are part of the product: the popup translates them, the command line
 * prints them, and old records contain them. Add freely; never rename.
 */
export const errorCodes = [
  "capture/page-forbidden",
  "capture/page-silent",
  "capture/page-left",
  "capture/route-changed",
  "capture/tab-hidden",
  "capture/tab-closed",
  "capture/wrong-tab",
  "capture/no-picture",
  "capture/quota",
  "capture/refetch-refused",
  "capture/stopped",
  "capture/not-running",
  "capture/stitch-mismatch",
  "capture/pinched",
  "capture/no-archive",
  "capture/too-large",
  "site/not-allowed",
  "site/no-answer",
  "reading/another-page",
  "reading/not-allowed",
  "reading/offline",
  "reading/no-answer",
  "private/in-use",
  "queue/busy",
  "queue/nothing",
  "queue/no-page",
  "queue/interrupted",
  "queue/window-closed",
  "queue/no-comment",
  "picture/not-covered",
  "recording/not-allowed",
  "recording/refused",
  "recording/failed",
  "recording/no-copy",
  "vault/full",
  "vault/failed",
  "vault/hung",
  "vault/unavailable",
  "vault/damaged",
  "vault/missing",
  "export/nothing",
  "export/busy",
  "export/failed",
  "export/stopped",
  "export/passphrase",
  "export/passphrases-differ",
  "export/no-recipient",
  "export/encrypt-failed",
  "export/report-failed",
  "export/list-failed",
  "export/route-failed",
  "export/draft-failed",
  "bundle/limit",
  "time/offline",
  "time/refused",
  "time/bad-answer",
  "time/not-allowed",
  "time/nothing-new",
  "check/interrupted",
  "restore/there",
  "restore/refused",
  "restore/locked",
  "recipient/malformed",
  "recipient/secret",
  "recipient/known",
  "file/refused",
  "lock/locked",
  "lock/wrong",
  "lock/short",
  "lock/differ",
  "lock/early",
  "lock/there",
  "settings/malformed",
  "settings/newer",
  "input/malformed",
  "internal",
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What crosses a message boundary: plain data, and no stack from inside the extension. */
export interface ErrorFacts {
  readonly code: ErrorCode
  readonly message: string
}

/** Every error of ours. The message is for the log; the user's sentence comes from the catalogue, by code. */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError"
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  toJSON(): ErrorFacts {
    return { code: this.code, message: this.message }
  }

  /** Anything thrown becomes one of ours, and the original is kept as `cause`. */
  static from(thrown: unknown): EvidenceError {
    if (thrown instanceof EvidenceError) return thrown
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    return new EvidenceError("internal", message, { cause: thrown })
  }
}
