/** What was read again of an item, in a bundle: lines that name its own record, and files that are those lines' own. */
import { describe, expect, test } from "vitest"
import { fieldsAgain, judgeAgain } from "../../../src/core/readings/judge.ts"
import { factsOf, post, readAgain as pageAgain, words } from "../readings/read-again.ts"
import { bundleFiles, check, type Draft, failing, type Files, sha256, zipOf } from "./example.ts"

const RECORD = "data/e001/capture.json"
const body = Buffer.from("<!doctype html><title>请登录</title>")
const path = "readings/20261123T080000Z-7f3a9c-visitor.html"

const good = (files: Files): Draft => ({
  ...{ schema: 1, kind: "visitor", id: "v", of: sha256(files.get(RECORD) ?? ""), at: "2026-11-23T08:00:00Z" },
  files: [{ path, sha256: sha256(body), bytes: body.length, mediaType: "text/html" }],
})

/** A bundle whose first item was read again; `lines` writes readings.jsonl, `null` leaves it out. */
function readAgain(
  lines: (line: Draft) => string | null = line => `${JSON.stringify(line)}\n`,
  more: Readonly<Record<string, Buffer>> = { [path]: body },
): Files {
  return bundleFiles({
    payload: files => {
      for (const [name, data] of Object.entries(more)) files.set(`data/e001/${name}`, data)
      const text = lines(good(files))
      if (text !== null) files.set("data/e001/readings.jsonl", Buffer.from(text))
    },
  })
}

const line = (change: (draft: Draft) => Draft) => (draft: Draft) => `${JSON.stringify(change(draft))}\n`
const file = (change: Draft) =>
  line(draft => ({ ...draft, files: [{ ...(draft.files as Draft[])[0], ...change }] }))

test.each<[string, Files]>([
  ["one reading with its file", readAgain()],
  [
    "one that left no file",
    readAgain(
      line(draft => ({ ...draft, files: undefined })),
      {},
    ),
  ],
  ["one of a kind that is not known yet", readAgain(line(draft => ({ ...draft, kind: "from later", n: 5 })))],
  [
    "two readings",
    readAgain(draft => `${JSON.stringify(draft)}\n${JSON.stringify({ ...draft, files: [] })}\n`),
  ],
])("a bundle holds with %s", async (_what, files) => {
  const result = await check(zipOf(files))
  expect(failing(result)).toEqual([])
  expect(result.exit).toBe(0)
})

describe("every list agrees and the key has signed, and still it is damaged where", () => {
  test.each<[string, Files, string]>([
    [
      "a reading is of another record",
      readAgain(line(draft => ({ ...draft, of: "0".repeat(64) }))),
      "of-another",
    ],
    ["a file is named by no line", readAgain(line(draft => ({ ...draft, files: [] }))), "unlisted"],
    ["there are files and no readings.jsonl", readAgain(() => null), "unlisted"],
    ["a file is not there", readAgain(undefined, {}), "missing"],
    ["a file has another SHA-256", readAgain(file({ sha256: "0".repeat(64) })), "differs"],
    ["a file has another size", readAgain(file({ bytes: 1 })), "differs"],
    ["a line is no JSON", readAgain(() => "{\n"), "malformed"],
    ["the last line is cut", readAgain(draft => JSON.stringify(draft)), "malformed"],
    ["a schema is not known", readAgain(line(draft => ({ ...draft, schema: 2 }))), "malformed"],
    ["a line names a frame as its own", readAgain(file({ path: "frames/0000.png" })), "malformed"],
    ["two lines name one file", readAgain(draft => `${JSON.stringify(draft)}\n`.repeat(2)), "malformed"],
  ])("%s", async (_what, files, code) => {
    const result = await check(zipOf(files))
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["records"])
    const codes = result.layers.flatMap(({ detail }) => detail.map(each => each.code))
    expect(codes).toContain(`readings/${code}`)
  })
})

/** A line of numbers, as a reading writes it. */
const counters = (draft: Draft): Draft => {
  const facts = factsOf({ ...post, views: "5300", text: words.replace("上周", "昨天") })
  return {
    ...{ schema: 1, kind: "counters", id: "c", of: draft.of, at: "2026-11-27T08:00:00.000Z" },
    ...{ url: "https://weibo.com/1/N", basis: "page", openedBy: "tool", occasion: "click", visits: 3 },
    ...{ status: 200, adapter: facts.adapter, pageType: "post", fields: fieldsAgain(facts), walls: [] },
    text: { sha256: "a".repeat(64), characters: 27 },
    ...judgeAgain(pageAgain({ facts })),
  }
}
const numbers = (change: (draft: Draft) => Draft = draft => draft) =>
  readAgain(
    line(draft => change(counters(draft))),
    {},
  )
const fields = (draft: Draft, change: Draft): Draft => ({
  ...draft,
  fields: { ...(draft.fields as Draft), ...change },
})

test("a bundle holds with a line of numbers", async () => {
  const result = await check(zipOf(numbers()))
  expect(failing(result)).toEqual([])
})

test.each<[string, (draft: Draft) => Draft]>([
  [
    "a number was made larger",
    draft =>
      fields(draft, {
        views: { ...((draft.fields as Draft).views as Draft), value: { count: 99_000, rounded: false } },
      }),
  ],
  [
    "a number has no words of the page",
    draft => fields(draft, { views: { ...((draft.fields as Draft).views as Draft), raw: null } }),
  ],
  ["a field is left out", draft => fields(draft, { reposts: undefined })],
  ["a state rests on what it cannot", draft => ({ ...draft, state: "gone" })],
  ["a state is none", draft => ({ ...draft, state: "deleted" })],
  ["words of the site stand where none were found", draft => ({ ...draft, words: "已删除" })],
  ["a page that we opened is not counted", draft => ({ ...draft, visits: 0 })],
  ["a schedule opened nothing", draft => ({ ...draft, occasion: "schedule", openedBy: "user" })],
  [
    "a difference is none",
    draft => ({
      ...draft,
      changes: {
        ...(draft.changes as Draft),
        counters: [
          {
            name: "views",
            then: { count: 1, rounded: false },
            now: { count: 5300, rounded: false },
            difference: 1,
          },
        ],
      },
    }),
  ],
  [
    "numbers stand with the page of another post",
    draft => ({
      ...draft,
      state: "cannot-tell",
      stateBasis: "other-post",
      text: null,
      changes: { counters: [], editedAt: { then: null, now: null } },
    }),
  ],
  ["a time is none", draft => ({ ...draft, at: "yesterday" })],
  ["an adapter is missing", draft => ({ ...draft, adapter: null })],
])("every list agrees and the key has signed, and still it is damaged where %s", async (_what, change) => {
  const result = await check(zipOf(numbers(change)))
  expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
  const codes = result.layers.flatMap(({ detail }) => detail.map(each => each.code))
  expect(codes).toContain("readings/malformed")
})
