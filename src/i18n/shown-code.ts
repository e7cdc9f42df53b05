import { type ErrorCode } from "../core/errors.ts"

/**
 * The one code that a person sees and can name on the telephone, one for each
 * ErrorCode. Those of product.md §6.7 keep the number they have there.
 */
export const shownCodes = {
  "capture/page-forbidden": "E-PAGE-01",
  "capture/page-silent": "E-PAGE-04",
  "capture/page-left": "E-PAGE-05",
  "capture/route-changed": "E-PAGE-06",
  "capture/tab-hidden": "E-SHOT-02",
  "capture/tab-closed": "E-SHOT-05",
  "capture/wrong-tab": "E-SHOT-06",
  "capture/no-picture": "E-SHOT-07",
  "capture/quota": "E-SHOT-01",
  "capture/refetch-refused": "E-NET-02",
  "capture/stopped": "E-CAP-01",
  "capture/not-running": "E-CAP-02",
  "capture/stitch-mismatch": "E-SHOT-04",
  "capture/pinched": "E-SHOT-08",
  "capture/no-archive": "E-CAP-03",
  "capture/too-large": "E-CAP-04",
  "site/not-allowed": "E-NET-05",
  "site/no-answer": "E-NET-06",
  "vault/full": "E-STORE-01",
  "vault/failed": "E-STORE-04",
  "vault/hung": "E-STORE-05",
  "vault/unavailable": "E-STORE-06",
  "vault/damaged": "E-STORE-03",
  "vault/missing": "E-STORE-07",
  "export/nothing": "E-EXP-03",
  "export/busy": "E-EXP-04",
  "export/failed": "E-EXP-01",
  "export/passphrase": "E-EXP-05",
  "export/passphrases-differ": "E-EXP-06",
  "export/no-recipient": "E-EXP-07",
  "export/encrypt-failed": "E-EXP-08",
  "bundle/limit": "E-EXP-02",
  "time/offline": "E-TSA-01",
  "time/bad-answer": "E-TSA-02",
  "time/refused": "E-TSA-03",
  "time/not-allowed": "E-TSA-04",
  "time/nothing-new": "E-TSA-05",
  "check/interrupted": "E-CHECK-01",
  "recipient/malformed": "E-KEY-01",
  "recipient/secret": "E-KEY-02",
  "recipient/known": "E-KEY-03",
  "input/malformed": "E-DATA-01",
  internal: "E-UNK-01",
} as const satisfies Record<ErrorCode, string>

export type ShownCode = (typeof shownCodes)[ErrorCode]
