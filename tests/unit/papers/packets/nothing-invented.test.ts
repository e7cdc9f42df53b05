/**
 * Whatever a paper says is a word of the catalogue, or stands in the case, or was
 * typed, or is law. To tell them apart, every word of the catalogue is put in
 * marks, and with it everything that it was given; what is left is not ours.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { PaperWords } from "../../../../src/core/bundle/words.ts"
import type { ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import { laws } from "../../../../src/core/law/laws.ts"
import { provisions } from "../../../../src/core/law/provisions.ts"
import { keptKinds } from "../../../../src/core/papers/list-words.ts"
import { packetNames } from "../../../../src/core/papers/names.ts"
import { packets } from "../../../../src/core/papers/packets/packets.ts"
import { localTime } from "../../../../src/core/papers/times.ts"
import { claims, ownFields, type Typed } from "../../../../src/core/papers/typed.ts"
import {
  type AnyValue,
  type Field,
  fieldNames,
  notFound,
  type PostFields,
} from "../../../../src/core/post-facts/fields.ts"
import { retentionDates } from "../../../../src/core/retention.ts"
import { type Complaint, hashOfContent, type RemarkVersion } from "../../../../src/core/remarks.ts"
import { exampleItem, exampleWords, pixel } from "../../bundle/example.ts"
import { exampleListItems } from "../example-list.ts"
import { importedPhoto, packetGround, textsIn } from "./example-packets.ts"

const OPEN = "\ue000"
const CLOSE = "\ue001"
const CUT = "\ue002"

/** Every leaf of a value. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (typeof value === "number") return [String(value)]
  if (value instanceof Blob || value instanceof Uint8Array || value === null) return []
  return typeof value === "object" ? Object.values(value).flatMap(leavesOf) : []
}

/** The same words, each in marks, with what it was given behind it. */
function marked<Words>(words: Words): Words {
  if (typeof words === "string") return `${OPEN}${words}${CLOSE}` as Words
  if (typeof words === "function") {
    const call = words as unknown as (...given: unknown[]) => unknown
    return ((...given: unknown[]) => {
      const behind = given.flatMap(leavesOf).map(leaf => `${CUT}${leaf}${CUT}`)
      const real = call(...given)
      const mark = () => `${OPEN}${CLOSE}${behind.join("")}`
      return Array.isArray(real) ? real.map(mark) : mark()
    }) as Words
  }
  if (Array.isArray(words)) return words.map(each => marked<unknown>(each)) as Words
  if (typeof words === "object" && words !== null) {
    return Object.fromEntries(
      Object.entries(words).map(([name, each]) => [name, marked<unknown>(each)]),
    ) as Words
  }
  return words
}

const markedWords = { zh: marked<PaperWords>(exampleWords.zh), en: marked<PaperWords>(exampleWords.en) }

const ofLaw = new Set([...leavesOf(provisions), ...leavesOf(laws)])
/** Names of ours that stand for words, and what is the same in every language. */
const OURS = new Set<string>([
  ...fieldNames,
  ...["PNG", "JPG", "JSON", "JSONL"],
  ...[...keptKinds, "server", "unknown", "steady", "set", "ahead", "of", "authority"],
  ...["SHA", "SM", "B", "data", "E", "e", "UTC", "json", "jsonl", "readings", "case", "notes", "post", "U"],
])

const lettersIn = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []
const digitsIn = (text: string): string[] => text.match(/\d+/g) ?? []

const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter(text => text.trim() !== "")
const read = <Value extends AnyValue>(value: Value, raw: string): Field<Value> => ({
  ...{ value, raw, source: "dom", where: "article", verdict: "ok" },
})
const name = fc.option(word, { nil: null }).map(text => (text === null ? notFound : read(text, text)))
const counter = fc
  .option(fc.integer({ min: 0, max: 9_000_000 }), { nil: null })
  .map(count => (count === null ? notFound : read({ count, rounded: count % 2 === 0 }, `${String(count)}+`)))
const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map(date => date.toISOString())

const postFields = fc.record({
  authorName: name,
  authorHandle: name,
  authorId: name,
  authorVerified: name,
  ipLocation: name,
  postId: name,
  text: name,
  views: counter,
  reposts: counter,
  publishedAt: fc
    .option(day, { nil: null })
    .map(at => (at === null ? notFound : read({ at, plusMinusSeconds: 30, basis: "text" }, at))),
})

const complaint = fc
  .record({
    platform: word.map(text => text.slice(0, 200)),
    sentAt: day,
    said: fc.option(word, { nil: null }),
  })
  .map(({ platform, sentAt, said }): RemarkVersion => {
    const content: Complaint = {
      ...{ platform, channel: "platform", sentAt, number: null, result: "declined", repliedAt: sentAt },
      said,
    }
    const own = { kind: "complaint", content } as const
    return { ...own, version: 1, at: sentAt, sha256: hashOfContent(own) }
  })

const item = fc
  .record({
    fields: fc.option(postFields, { nil: null }),
    adapter: fc.constantFrom("weibo", "zhihu", "generic"),
    pageType: fc.constantFrom("post", "profile", "thread"),
    title: word,
    remarks: fc.array(complaint, { maxLength: 2 }),
    filled: fc.option(word, { nil: null }),
    again: fc.option(day, { nil: null }),
  })
  .map(({ fields, adapter, pageType, title, remarks, filled, again }) => (number: string): ItemSnapshot => {
    const [example] = exampleListItems()
    if (example?.facts === undefined) throw new Error("no item")
    const own: PostFields = {
      ...example.facts.fields,
      ...{ permalink: notFound, authorUrl: notFound, editedAt: notFound },
      ...fields,
    }
    return {
      ...exampleItem(
        number,
        { "frames/0000.png": pixel },
        { title, url: `https://example.cn/post/${number}` },
      ),
      ...(fields === null
        ? {}
        : { facts: { ...example.facts, pageType, adapter: { id: adapter, version: "1" }, fields: own } }),
      remarks,
      corrections:
        filled === null
          ? []
          : [{ field: "authorName", value: filled, source: "user", at: "2026-11-23T10:00:00.000Z" }],
      counters: again === null ? [] : example.counters.map(reading => ({ ...reading, at: again })),
    }
  })

const typed: fc.Arbitrary<Typed> = fc.record({
  person: fc.record({
    ...{ name: fc.option(word, { nil: null }), idNumber: fc.option(word, { nil: null }) },
    ...{ address: fc.option(word, { nil: null }), phone: fc.constant(null) },
    ...{ email: fc.constant(null), agent: fc.option(word, { nil: null }) },
  }),
  statements: fc.array(fc.record({ item: fc.constant("e001"), words: word, truth: word }), { maxLength: 1 }),
  own: fc.dictionary(fc.constantFrom(...ownFields), word),
  claims: fc.subarray([...claims]),
})

/** What of a text is neither law nor in the case nor typed. */
function strange(
  text: string,
  known: { readonly text: string; readonly digits: ReadonlySet<string> },
): string[] {
  return text
    .replaceAll(new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, "g"), CUT)
    .replaceAll(/\[U\+[0-9A-F]{4,6}\]/g, " ")
    .split(CUT)
    .filter(piece => !ofLaw.has(piece))
    .flatMap(piece => [
      ...lettersIn(piece).filter(run => !OURS.has(run) && !known.text.includes(run)),
      ...digitsIn(piece).filter(run => !known.digits.has(run) && !known.text.includes(run)),
    ])
}

test(
  "no paper says anything that is not in the case, was not typed, and is not law",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), typed, async (items, own) => {
        const snapshots = [...items.map((make, at) => make(`e00${String(at + 1)}`)), importedPhoto("e009")]
        const ground = { ...(await packetGround("zh-CN", snapshots, own)), words: markedWords }
        const { snapshot, ...contents } = ground.contents
        const leaves = [...leavesOf(snapshot), ...leavesOf(contents), ...leavesOf(own)]
        const times = leaves.filter(leaf => /^\d{4}-\d\d-\d\dT/.test(leaf))
        const sums = (["views", "reposts"] as const).flatMap(field => {
          const counts = snapshots.flatMap(({ facts }) => facts?.fields[field].value?.count ?? [])
          return subsetSums([...counts, ...snapshots.flatMap(each => each.counters.map(() => 611))])
        })
        const known = {
          text: leaves.join("\n"),
          digits: new Set([
            ...times
              .flatMap(at => [
                localTime(at, 480),
                at,
                ...retentionDates(at).map(({ until }) => localTime(until, 480)),
              ])
              .flatMap(digitsIn),
            ...Array.from({ length: 20 }, (_, at) => String(at)),
            ...sums.map(String),
            ...["256", "100"],
          ]),
        }
        for (const paper of packetNames) {
          const [made] = packets[paper].make(ground)
          const found =
            made === undefined ? ["nothing"] : textsIn(made.draft).flatMap(text => strange(text, known))
          expect(found, paper).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  },
)

test("and what would be invented is found", () => {
  const known = { text: "张三 a", digits: new Set(["5"]) }
  expect(strange(`${OPEN}任何${CLOSE}${CUT}张三${CUT}李四 5 6`, known)).toEqual(["李四", "6"])
})

function subsetSums(counts: readonly number[]): number[] {
  return counts.reduce<number[]>(
    (sums, count) => [...new Set([...sums, ...sums.map(sum => sum + count)])],
    [0],
  )
}
