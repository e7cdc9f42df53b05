import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  parseChanges,
  parseGap,
  parsePageFacts,
  parseRedaction,
  parseStand,
  parseStop,
  parseTextReady,
} from "../../../src/core/page-facts.ts"
import { EvidenceError } from "../../../src/core/errors.ts"

type Tree = Record<string, unknown>

const LONGEST = 100_000

const facts: Tree = {
  href: "https://weibo.com/1/N#c",
  canonicalUrl: null,
  title: "标题",
  referrer: "",
  frameUrls: ["about:srcdoc", "https://ads.example/"],
  lastModified: "11/22/2026 15:20:00",
  charset: "UTF-8",
  contentType: "text/html",
  language: "zh-CN",
  direction: "ltr",
  colorScheme: "dark",
  navigation: { type: "navigate", redirectCount: 0, duration: 12.5 },
  viewport: { width: 1280, height: 720 },
  clientWidth: 1265,
  clientHeight: 720,
  scrollX: 0,
  scrollY: 12.5,
  documentWidth: 1265,
  documentHeight: 5000,
  dpr: 1.25,
  visualScale: 1,
  visibility: "visible",
  readyState: "complete",
  screen: { width: 1920, height: 1080, colorDepth: 24 },
  webdriver: false,
  selection: "",
  monotonicMs: 1.5,
  timeOrigin: 2.5,
  document: "d",
}
const stand: Tree = {
  href: "https://weibo.com/1/N",
  document: "d",
  scrollX: 0,
  scrollY: 0,
  viewportWidth: 1280,
  viewportHeight: 720,
  clientWidth: 1265,
  clientHeight: 720,
  documentWidth: 1265,
  documentHeight: 5000,
  dpr: 1,
  visualScale: 1,
  visible: true,
  moved: 0,
}
const change: Tree = { selector: "div#a", property: "position", old: "", now: "relative !important" }
const stop: Tree = {
  ...stand,
  painted: true,
  waitingPictures: 0,
  lowerBar: null,
  late: 0,
  recycles: false,
  changes: [change],
  standing: ["header.bar"],
  moving: 0,
  gone: 0,
  isLoading: false,
}
const redaction: Tree = { what: "password", count: 2, where: "dom" }
const ready: Tree = {
  bytes: 10,
  mediaType: "text/html",
  redacted: [redaction],
  url: "https://weibo.com/1/N",
  status: 200,
  date: null,
}
const gap: Tree = { what: "folded", reason: "not-unfolded", count: 3, where: "p" }

const doors: [name: string, parse: (input: unknown) => unknown, good: Tree][] = [
  ["page facts", parsePageFacts, facts],
  ["the place of the page", parseStand, stand],
  ["a stop of the page", parseStop, stop],
  ["a text of the page", parseTextReady, ready],
  ["a redaction", parseRedaction, redaction],
  ["a gap", parseGap, gap],
]

const malformed = expect.objectContaining({ code: "input/malformed" }) as Error
const texts = new Map<string, readonly string[]>([
  ["a text of the page", ["date"]],
  ["a gap", ["where"]],
  ["page facts", ["canonicalUrl"]],
])

describe.each(doors)("%s", (name, parse, good) => {
  test("is read as it was said, and what nobody asked for is left out", () => {
    const { document, ...rest } = good
    const expected = name === "page facts" ? { facts: rest, document } : good
    expect(parse({ ...good, extra: "x" })).toEqual(expected)
  })

  test.each(Object.keys(good).filter(field => !(texts.get(name) ?? []).includes(field)))(
    "is refused without its %s",
    field => {
      const rest = Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
      expect(() => parse(rest)).toThrow(malformed)
    },
  )

  test.each(Object.keys(good))("is refused when its %s is of another kind", field => {
    // Timings are an object of any names; a value in it must be text or a number.
    const object: Tree = field === "navigation" ? { type: {} } : { toString: "no" }
    for (const wrong of [object, [[]], Symbol("s"), () => 1]) {
      expect(() => parse({ ...good, [field]: wrong })).toThrow(malformed)
    }
  })

  test.each([null, undefined, 0, "", "text", [], true])("is refused when it is %j", input => {
    expect(() => parse(input)).toThrow(malformed)
  })

  test("never throws anything but input/malformed, whatever stands in a field", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(good)),
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        (field, value) => {
          try {
            parse({ ...good, [field]: value })
          } catch (thrown) {
            expect(EvidenceError.from(thrown).code).toBe("input/malformed")
          }
        },
      ),
      { seed: 20261122, numRuns: 500 },
    )
  })

  test("takes NUL, text in both directions and half characters as they are", () => {
    for (const [field, value] of Object.entries(good)) {
      if (typeof value !== "string" || ["what", "reason", "colorScheme"].includes(field)) continue
      const hostile = "\0\u202egnp.exe\u2066\ud83d"
      expect(JSON.stringify(parse({ ...good, [field]: hostile }))).toContain(JSON.stringify(hostile))
    }
  })

  test("cuts every text at 100,000 units", () => {
    for (const [field, value] of Object.entries(good)) {
      if (typeof value !== "string" || ["what", "reason", "colorScheme"].includes(field)) continue
      const parsed = JSON.stringify(parse({ ...good, [field]: "长".repeat(LONGEST + 50_000) }))
      expect(parsed.split("长").length - 1).toBe(LONGEST)
    }
  })
})

test.each([Infinity, -Infinity, NaN, "1", null])("a length of %s is refused", wrong => {
  for (const field of ["scrollY", "documentHeight", "dpr", "monotonicMs"]) {
    expect(() => parsePageFacts({ ...facts, [field]: wrong })).toThrow(malformed)
  }
})

test.each([2 ** 28 + 1, -(2 ** 28) - 1, 1e300])(
  "a length of %s pixels, which no browser lays out, is refused",
  wrong => {
    for (const field of ["scrollY", "documentHeight", "viewportHeight", "clientWidth"])
      expect(() => parseStand({ ...stand, [field]: wrong })).toThrow(malformed)
    for (const field of ["lowerBar", "moved"])
      expect(() => parseStop({ ...stop, [field]: wrong })).toThrow(malformed)
    expect(() => parsePageFacts({ ...facts, viewport: { width: wrong, height: 1 } })).toThrow(malformed)
  },
)

test.each([0, -1, 65, 1e9])("%s device pixels in one are refused", wrong => {
  expect(() => parseStand({ ...stand, dpr: wrong })).toThrow(malformed)
  expect(() => parsePageFacts({ ...facts, dpr: wrong })).toThrow(malformed)
})

test("a text of more bytes than our script sends is refused before there is room made for it", () => {
  const most = 256 * 1024 * 1024
  expect(parseTextReady({ ...ready, bytes: most }).bytes).toBe(most)
  expect(() => parseTextReady({ ...ready, bytes: most + 1 })).toThrow(malformed)
})

test.each([-1, 0.5, 2 ** 53, NaN])("a count of %s is refused", wrong => {
  expect(() => parseRedaction({ ...redaction, count: wrong })).toThrow(malformed)
  expect(() => parseTextReady({ ...ready, bytes: wrong })).toThrow(malformed)
  expect(() => parseTextReady({ ...ready, status: wrong })).toThrow(malformed)
  expect(() => parseGap({ ...gap, count: wrong })).toThrow(malformed)
})

test.each([
  ["a kind of gap that has no sentence", () => parseGap({ ...gap, what: "toString" })],
  ["a reason that has no sentence", () => parseGap({ ...gap, reason: "constructor" })],
  ["a redaction of a kind that has no sentence", () => parseRedaction({ ...redaction, what: "__proto__" })],
  ["a colour scheme that there is not", () => parsePageFacts({ ...facts, colorScheme: "sepia" })],
  ["a frame's address that is no text", () => parsePageFacts({ ...facts, frameUrls: [1] })],
  ["a change that is no object", () => parseChanges(["x"])],
  ["timings with a list in them", () => parsePageFacts({ ...facts, navigation: { type: [] } })],
])("%s is refused", (_name, parse) => {
  expect(parse).toThrow(malformed)
})

test("of a million frames the addresses of 10,000 are kept, of a million changes 10,000", () => {
  const many = Array<string>(1_000_000).fill("https://a.example/")
  expect(parsePageFacts({ ...facts, frameUrls: many }).facts.frameUrls).toHaveLength(10_000)
  expect(parseChanges(Array<Tree>(1_000_000).fill(change))).toHaveLength(10_000)
})

test("of a thousand timings 100 are kept, each cut", () => {
  const navigation = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`t${at}`, "x".repeat(LONGEST + 1)]),
  )
  const kept = parsePageFacts({ ...facts, navigation }).facts.navigation
  expect(Object.values(kept ?? {}).map(value => String(value).length)).toEqual(Array(100).fill(LONGEST))
})

test("a timing called __proto__ changes no other object", () => {
  parsePageFacts({ ...facts, navigation: JSON.parse('{"__proto__":"polluted"}') as unknown })
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})
