/** What holds across all papers of one bundle: one set of numbers, hashes that are the files', articles that were read. */
import { createHash } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { foreignProvisions } from "../../../src/core/law/abroad.ts"
import { laws } from "../../../src/core/law/laws.ts"
import { provisions } from "../../../src/core/law/provisions.ts"
import type { DraftGround } from "../../../src/core/papers/draft-ground.ts"
import { drafts } from "../../../src/core/papers/drafts.ts"
import { listDraftOf } from "../../../src/core/papers/list-draft.ts"
import { listEntries } from "../../../src/core/papers/list-entries.ts"
import { draftNames } from "../../../src/core/papers/names.ts"
import { reportOf } from "../../../src/core/papers/report.ts"
import { routeSheetOf } from "../../../src/core/papers/route-sheet.ts"
import { textsOf } from "../../../src/core/papers/texts.ts"
import type { ReportLanguage } from "../../../src/core/papers/wanted.ts"
import { exampleNoticeItems } from "./example-notice.ts"
import { exampleTyped, packetGround, textsIn } from "./packets/example-packets.ts"

/** Every paper that there is, of one ground: its name, and all that it says. */
function allPapers(ground: DraftGround): Map<string, string> {
  const { contents, words, language } = ground
  return new Map([
    ["report", textsOf(reportOf(contents, words, language)).join("\n")],
    ["list", textsIn(listDraftOf(contents, words, language, null)).join("\n")],
    ["route", textsOf(routeSheetOf(contents, words, language)).join("\n")],
    ...draftNames.flatMap(name =>
      drafts[name].make(ground).map(({ path, draft }): [string, string] => [path, textsIn(draft).join("\n")]),
    ),
  ])
}

const grounds = new Map<ReportLanguage, DraftGround>()
const papers = new Map<ReportLanguage, Map<string, string>>()
beforeAll(async () => {
  for (const language of ["zh-CN", "en"] as const) {
    const ground = await packetGround(language, exampleNoticeItems(), exampleTyped)
    grounds.set(language, ground)
    papers.set(language, allPapers(ground))
  }
}, 120_000)
const of = <Kept>(kept: ReadonlyMap<ReportLanguage, Kept>, language: ReportLanguage): Kept =>
  kept.get(language) ?? expect.unreachable("made before the tests")

const languages = ["zh-CN", "en"] as const

test("there is each of them", () => {
  const numbers = [...of(papers, "zh-CN").keys()].slice(3).map(path => path.slice(0, 2))
  expect([...new Set(numbers)]).toEqual(["04", "05", "06", "07", "08", "09", "10", "11", "12"])
})

test.each(languages)(
  "in %s every article that a paper names is one that was read, of its own law",
  language => {
    const read = new Set(
      Object.values(provisions).map(({ law, article }) => `${laws[law].title.zh} ${article.zh}`),
    )
    const readEn = new Set(
      Object.values(provisions).map(({ law, article }) => `${laws[law].title.en} ${article.en}`),
    )
    for (const [name, text] of of(papers, language)) {
      const named = Array.from(
        text.matchAll(
          /《([^《》]+)》(?:（[^）]*）)?(第[一二三四五六七八九十百千零]+条(?:第（[一二三四五六七八九]）项)?)/g,
        ),
        ([, title = "", article = ""]) => `${title} ${article}`,
      )
      expect(
        named.filter(each => !read.has(each)),
        name,
      ).toEqual([])
      // An article without a law before it would be anybody's.
      const bare = text.match(/第[一二三四五六七八九十百千零]+条/g)?.length ?? 0
      if (language === "zh-CN") expect(named.length, name).toBe(bare)
      for (const [whole] of text.matchAll(/\bart\. \d+(?: \(\d\))?/g)) {
        expect(
          [...readEn].some(each => each.endsWith(` ${whole}`)),
          `${name}: ${whole}`,
        ).toBe(true)
      }
    }
  },
)

test("rules of other countries stand in their paper word for word, and in no other", () => {
  const own = of(papers, "en").get("12-fre-902-certification.docx") ?? ""
  for (const name of ["electronicProcess", "copiedData"] as const) {
    const { title, text } = foreignProvisions[name]
    expect(own).toContain(`${title} (effective 2017-12-01): “${text}”`)
  }
  for (const [name, text] of of(papers, "en")) {
    if (!name.startsWith("12")) expect(text, name).not.toMatch(/Rule 90\d|910\/2014/)
  }
})

test.each(languages)("in %s an item has the same numbers in every paper", language => {
  const { snapshot } = of(grounds, language).contents
  const numbers = new Map(
    listEntries(snapshot).map(({ number, item }) => [
      number,
      item === null ? null : item.record.item.replace(/^e/, "E-"),
    ]),
  )
  expect(numbers.size).toBeGreaterThan(5)
  const items = new Set(snapshot.items.map(({ record }) => record.item.replace(/^e/, "E-")))
  for (const [name, text] of of(papers, language)) {
    const pairs = Array.from(text.matchAll(/^(\d-\d+)\n(E-\d{3})$/gm), ([, number = "", item]) => [
      number,
      item,
    ])
    for (const [number, item] of pairs)
      expect([name, number, numbers.get(number ?? "")]).toEqual([name, number, item])
    for (const [item] of text.matchAll(/\bE-\d{3}\b/g)) expect([...items], name).toContain(item)
  }
  for (const name of ["report", "list", "05-police-report.docx", "06-civil-complaint.docx"]) {
    for (const number of numbers.keys())
      expect(of(papers, language).get(name), name).toContain(`\n${number}\n`)
  }
})

test.each(languages)(
  "in %s every hash in every paper is of a file, a list or a line that the bundle has",
  async language => {
    const { snapshot, manifest, payload } = of(grounds, language).contents
    const known = new Set<string>([
      manifest.sha256,
      manifest.sm3,
      ...payload.flatMap(({ sha256, sm3 }) => [sha256, sm3]),
      ...snapshot.custody.map(({ hash }) => hash),
      // What the environment of the example says of the tool's build.
      ...snapshot.items.map(({ record }) => record.environment.build),
    ])
    for (const { files, record, recordSha256 } of snapshot.items) {
      const sums = await Promise.all(
        files.map(async ({ path, blob }) => {
          const bytes = new Uint8Array(await blob.arrayBuffer())
          return [path, createHash("sha256").update(bytes).digest("hex")] as const
        }),
      )
      // The oracle is Node's: what the bundle says of a file is what its bytes have.
      for (const [path, sha256] of sums) {
        expect(payload.find(each => each.path === `data/${record.item}/${path}`)?.sha256).toBe(sha256)
      }
      expect(new Map(sums).get("capture.json")).toBe(recordSha256)
    }
    for (const [name, text] of of(papers, language)) {
      const found = Array.from(
        text.replaceAll(/\b([0-9a-f]{8}) (?=[0-9a-f]{8}\b)/g, "$1").matchAll(/\b[0-9a-f]{64}\b/g),
        ([hash]) => hash,
      )
      expect(
        found.filter(hash => !known.has(hash)),
        name,
      ).toEqual([])
      expect(found.length, name).toBeGreaterThan(0)
    }
  },
)
