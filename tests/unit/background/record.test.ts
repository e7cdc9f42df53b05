import { type PageFacts } from "../../../src/core/page-said.ts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { captureRecord, type Closing } from "../../../src/background/record.ts"
import { type CaptureRecord, type Gap, gapReasons, gapSubjects } from "../../../src/core/evidence.ts"
import { type FramePlace } from "../../../src/core/frames.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { type Sm3 } from "../../../src/core/seal/hash.ts"
import { type ArtifactRow, type CaptureRow } from "../../../src/vault/capture-row.ts"
import { draftOf, fileOf, sha256Of } from "../vault/rows.ts"

const id = "7f3a9c00-1111-4222-8333-444444444444"
const endedAt = "2026-11-22T15:20:05.500Z"

const place: FramePlace = {
  x: 0,
  y: 25,
  width: 1600,
  height: 900,
  scrollX: 0,
  scrollY: 20,
  dpr: 1.25,
  usedWidth: 1580,
  usedHeight: 900,
  pass: 0,
}

const facts: PageFacts = {
  href: "https://weibo.com/1/N",
  canonicalUrl: "https://m.weibo.cn/N",
  title: "标题",
  referrer: "https://weibo.com/",
  frameUrls: [],
  lastModified: "",
  charset: "UTF-8",
  contentType: "text/html",
  language: "zh-CN",
  direction: "ltr",
  colorScheme: "light",
  navigation: { redirectCount: 2 },
  viewport: { width: 1280, height: 720 },
  clientWidth: 1264,
  clientHeight: 720,
  scrollX: 0,
  scrollY: 20,
  documentWidth: 1264,
  documentHeight: 4000,
  dpr: 1.25,
  visualScale: 1,
  visibility: "visible",
  readyState: "complete",
  screen: { width: 1920, height: 1080, colorDepth: 24 },
  webdriver: false,
  selection: "",
  monotonicMs: 1,
  timeOrigin: 2,
}

const row: CaptureRow = {
  ...draftOf(id),
  item: 7,
  page: facts,
  httpDate: { url: facts.href, date: "Sun, 22 Nov 2026 15:20:00 GMT", localMinusServerMs: 250 },
  requests: [{ at: endedAt, url: facts.href, purpose: "source", status: 200 }],
  redacted: [{ what: "password", count: 1, where: "dom-before.html" }],
  pages: [{ path: "page-1.png", sha256: sha256Of("p"), from: ["frames/0000.png"], y: 0, height: 925 }],
  steps: [{ name: "as-seen", at: endedAt, ms: 12, outcome: "done", code: null }],
}

const withHashes = (file: ArtifactRow): ArtifactRow => ({ ...file, sm3: "5".repeat(64) as Sm3, crc32: 1 })
const files: ArtifactRow[] = [
  withHashes({ ...fileOf(id, "frames/0000.png", "f"), mediaType: "image/png", source: "screen", place }),
  withHashes({ ...fileOf(id, "text.txt", "固证") }),
]

const closing: Closing = {
  endedAt,
  localTime: "2026-11-22T23:20:00.250+08:00",
  monotonicMs: 5_350.4,
  gaps: [],
  sameRun: true,
}

// bundle.md, "capture.json and post.json": more may be added, none of these renamed.
const names = {
  record:
    "schema id item url canonicalUrl title referrer startedAt endedAt timeZone clock environment trigger access redirects signedIn unknown nonce previousCapture frames pages files steps complete gaps",
  environment: "browser version os extension build locale viewport zoom dpr privateWindow automation",
  frame: "path sha256 at x y width height scrollX scrollY dpr",
  page: "path sha256 from y height",
  file: "path sha256 sm3 bytes mediaType source at",
  step: "name at ms outcome code",
  gap: "what reason count where",
  unknown: "field reason",
}

const gap: Gap = { what: "folded", reason: "not-unfolded", count: 2, where: "p" }

test("capture.json has every field that the format names", () => {
  const record = captureRecord(row, files, { ...closing, gaps: [gap] })
  const found = {
    record,
    environment: record.environment,
    frame: record.frames[0],
    page: record.pages[0],
    file: record.files[0],
    step: record.steps[0],
    gap: record.gaps[0],
    unknown: record.unknown[0],
  }
  for (const [part, list] of Object.entries(names)) {
    expect(Object.keys(found[part as keyof typeof found] ?? {})).toEqual(
      expect.arrayContaining(list.split(" ")),
    )
  }
})

test("capture.json is these bytes: another order or another name is another format", () => {
  const frame = { path: "frames/0000.png", sha256: sha256Of("f"), at: row.startedAt }
  const hashes = { sm3: "5".repeat(64) }
  expect(JSON.stringify(captureRecord(row, files, closing), null, 2)).toBe(
    JSON.stringify(
      {
        schema: 1,
        id,
        item: "e007",
        url: "https://weibo.com/1/N",
        canonicalUrl: "https://m.weibo.cn/N",
        title: "标题",
        referrer: "https://weibo.com/",
        startedAt: "2026-11-22T15:20:00.250Z",
        endedAt,
        timeZone: "Asia/Shanghai",
        clock: {
          startedWall: "2026-11-22T15:20:00.250Z",
          endedWall: endedAt,
          monotonicMs: 5250,
          wallMinusMonotonicMs: 0,
          localTime: "2026-11-22T23:20:00.250+08:00",
          utcOffsetMinutes: 480,
          httpDate: {
            url: "https://weibo.com/1/N",
            date: "Sun, 22 Nov 2026 15:20:00 GMT",
            localMinusServerMs: 250,
          },
        },
        environment: {
          browser: "Chromium",
          version: "156",
          os: "linux",
          extension: "Holdfast 0.1.0 (unknown)",
          build: "b".repeat(64),
          locale: "zh-CN",
          viewport: null,
          screen: null,
          zoom: 1,
          dpr: null,
          privateWindow: false,
          automation: { value: "unknown", basis: "the page could not be asked" },
          userAgent: "test",
        },
        trigger: "popup",
        access: [],
        redirects: { count: 2, chain: null },
        signedIn: "unknown",
        unknown: [
          { field: "access", reason: "the extension sees a page only from the click on" },
          {
            field: "redirects.chain",
            reason: "the browser tells a page how many redirects there were, not which",
          },
          { field: "signedIn", reason: "no rule for this site in this version" },
        ],
        nonce: "0".repeat(64),
        previousCapture: null,
        options: { limits: { screens: 40, seconds: 300, items: null }, extras: [] },
        page: facts,
        frames: [{ ...frame, ...place }],
        pages: [
          {
            path: "page-1.png",
            sha256: sha256Of("p"),
            from: ["frames/0000.png"],
            y: 0,
            height: 925,
          },
        ],
        files: [
          {
            path: "frames/0000.png",
            sha256: sha256Of("f"),
            ...hashes,
            bytes: 1,
            mediaType: "image/png",
            source: "screen",
            at: row.startedAt,
          },
          {
            path: "text.txt",
            sha256: sha256Of("固证"),
            ...hashes,
            bytes: 6,
            mediaType: "text/plain",
            source: "dom",
            at: row.startedAt,
          },
        ],
        requests: [{ at: endedAt, url: "https://weibo.com/1/N", purpose: "source", status: 200 }],
        redacted: [{ what: "password", count: 1, where: "dom-before.html" }],
        steps: [{ name: "as-seen", at: endedAt, ms: 12, outcome: "done", code: null }],
        complete: true,
        gaps: [],
      },
      null,
      2,
    ),
  )
})

function expectReadBack(record: CaptureRecord): void {
  const written: unknown = JSON.parse(JSON.stringify(record))
  expect(parseCaptureRecord(written)).toEqual(written)
}

describe("the record", () => {
  const gaps = fc.array(
    fc.record<Gap>({
      what: fc.constantFrom(...gapSubjects),
      reason: fc.constantFrom(...gapReasons),
      count: fc.option(fc.nat()),
      where: fc.option(fc.string({ unit: "binary" })),
    }),
    { maxLength: 4 },
  )

  test("is complete exactly when it names no gap", () => {
    fc.assert(
      fc.property(gaps, given => {
        const record = captureRecord({ ...row, complete: true }, files, { ...closing, gaps: given })
        expect(record.complete).toBe(given.length === 0)
        expect(record.gaps).toEqual(given)
      }),
      { seed: 20261122 },
    )
  })

  test("is read back as it was written, whatever the page was called", () => {
    fc.assert(
      fc.property(gaps, fc.string({ unit: "binary" }), fc.webUrl(), (given, title, url) => {
        const page = { ...facts, title, href: url }
        const record = captureRecord({ ...row, title, url, page }, files, { ...closing, gaps: given })
        expectReadBack(record)
      }),
      { seed: 20261122 },
    )
  })

  test("of a page that could not be asked says what it does not know, and is read back too", () => {
    const record = captureRecord({ ...row, page: null, httpDate: null }, files, closing)
    expect(record.unknown.map(({ field }) => field)).toEqual([
      "access",
      "redirects.chain",
      "signedIn",
      "page",
      "frames[0].x",
      "clock.httpDate",
    ])
    expect(record).toMatchObject({
      canonicalUrl: null,
      referrer: null,
      redirects: { count: null, chain: null },
    })
    expectReadBack(record)
  })

  test("of a capture that was cut off has no monotonic length, says why, and is read back too", () => {
    const record = captureRecord(row, files, { ...closing, sameRun: false })
    expect(record.clock).toMatchObject({ monotonicMs: null, wallMinusMonotonicMs: null })
    expect(record.unknown.map(({ field }) => field)).toContain("clock.monotonicMs")
    expectReadBack(record)
  })

  test("shows by how much the clock was set meanwhile", () => {
    const late = { ...closing, endedAt: "2026-11-22T16:20:05.500Z" }
    expect(captureRecord(row, files, late).clock).toMatchObject({
      monotonicMs: 5250,
      wallMinusMonotonicMs: 3_600_000,
    })
  })

  test("never names a file that was not read back", () => {
    const [first, ...rest] = files
    expect(() => captureRecord(row, [{ ...first!, sm3: null }, ...rest], closing)).toThrow(
      "was not read back",
    )
  })
})
