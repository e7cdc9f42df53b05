import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type ExportRow } from "../../../src/vault/schema.ts"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { emptyModel, type Model } from "../../../src/ui/popup/model.ts"

export const zip = "b1946ac92492d2347c6235b4d2611184e3b0c44298fc1c149afbf4c8996fb924" as Sha256

/** A sealed capture without gaps, and what a test wants different in it. */
export const captureRow = (item: number, different: Partial<CaptureRow> = {}): CaptureRow => ({
  id: `c${item}`,
  item,
  state: "sealed",
  run: "run",
  trigger: "popup",
  startedAt: "2026-11-22T15:22:00.000Z",
  startedMonotonicMs: 0,
  endedAt: "2026-11-22T15:22:09.000Z",
  url: "https://weibo.com/1/N",
  title: "A title that no screen shows",
  nonce: "",
  timeZone: "UTC",
  utcOffsetMinutes: 0,
  previousCapture: null,
  environment: {
    browser: "Chromium",
    version: "156",
    os: "linux",
    extension: "0.1.0",
    build: "unknown",
    locale: "en",
    viewport: null,
    screen: null,
    zoom: null,
    dpr: null,
    privateWindow: false,
    automation: { value: "unknown", basis: "" },
    userAgent: "",
  },
  page: null,
  httpDate: null,
  requests: [],
  redacted: [],
  pages: [],
  boxes: [],
  options: usualOptions,
  steps: [],
  gaps: [],
  progress: { stage: "done", done: 0, total: null },
  failure: null,
  asSeenSafe: true,
  complete: true,
  interrupted: false,
  record: zip,
  trashedAt: null,
  bytes: 17_300_000,
  ...different,
})

export const runningRow = (
  item: number,
  progress: CaptureRow["progress"],
  different: Partial<CaptureRow> = {},
) =>
  captureRow(item, { state: "running", endedAt: null, record: null, complete: false, progress, ...different })

export const exportRow = (different: Partial<ExportRow> = {}): ExportRow => ({
  id: "x1",
  run: "run",
  at: "2026-11-22T15:30:00.000Z",
  state: "done",
  captures: [],
  custodySeq: 1,
  done: 3,
  total: 3,
  fileName: "holdfast-20261122T153000Z-7f3a9c.zip",
  bytes: 52_100_000,
  zip,
  leftOut: 0,
  code: null,
  authorities: [],
  stamped: null,
  encryption: null,
  encrypted: null,
  ...different,
})

/** A popup over an ordinary page, with the vault read. */
export const model = (different: Partial<Model> = {}): Model => ({
  ...emptyModel,
  page: { tabId: 7, url: "https://weibo.com/1/N", privateWindow: false, access: "full" },
  recent: [],
  counts: { kept: 0 },
  place: { at: "home" },
  now: Date.parse("2026-11-22T15:22:06.000Z"),
  ...different,
})
