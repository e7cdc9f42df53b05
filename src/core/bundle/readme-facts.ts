import { standing } from "../corrections.ts"
import type { CounterValue, Field, FieldName, TimeValue } from "../post-facts/fields.ts"
import { fieldNames, isOfOnePost, kindOf } from "../post-facts/fields.ts"
import { type IdTimeCompared, idTimeCompared, type PostFacts } from "../post-facts/judge.ts"
import { POST_JSON } from "../post-facts/post-json.ts"
import { filledIn, filledInNote } from "./readme-corrections.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownAddress, shownText } from "./shown.ts"
import type { ItemSnapshot } from "./snapshot.ts"

/** What every post has. Where the page says nothing of one of them, that is said. */
const EXPECTED: readonly FieldName[] = ["authorName", "authorId", "publishedAt", "text"]
/** Addresses of pictures are for machines; they stand in post.json. */
const LEFT_OUT: ReadonlySet<FieldName> = new Set(["media"])
/** What else the page says of one field, at most. */
const MOST_OTHERS = 3

/**
 * What 00-readme.html says of what the page says of its post: each field with its source, in the page's own words, and
 * beside it what the user says in its place.
 */
export function pageSaid(item: ItemSnapshot, words: BothWords): string[] {
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const { record, facts, corrections } = item
  const hasFile = record.files.some(({ path }) => path === POST_JSON)
  if (!hasFile && corrections.length === 0) return []
  const filled = standing(corrections)
  const read = facts === undefined ? [] : fieldNames.filter(name => isRead(name, facts))
  const lines = fieldNames
    .filter(name => read.includes(name) || filled.has(name))
    .map(name => {
      const said = [
        ...(facts !== undefined && read.includes(name) ? [fieldSaid(name, facts, record.item, words)] : []),
        ...filledIn(filled.get(name), words),
      ]
      return `<li>${both(zh.fieldName(name), en.fieldName(name))}: ${said.join(" · ")}</li>`
    })
  const path = `data/${record.item}/${POST_JSON}`
  const parts = [
    hasFile ? `<small>${path}</small>` : "",
    hasFile && facts === undefined ? `<p>${both(zh.saidUnreadable, en.saidUnreadable)}</p>` : "",
    lines.length === 0 ? "" : `<ul>${lines.join("")}</ul>`,
    ...(facts === undefined ? [] : notesOf(facts, read, record.clock.utcOffsetMinutes, words)),
    corrections.length === 0 ? "" : filledInNote(record.item, words),
  ]
  const [zhTitle, enTitle] = hasFile ? [zh.saidByPage, en.saidByPage] : [zh.filledInTitle, en.filledInTitle]
  return [fact(zhTitle, enTitle, parts.join(""))]
}

const isRead = (name: FieldName, { fields }: PostFacts): boolean =>
  fields[name].verdict !== "not-found" && !LEFT_OUT.has(name)

/** Paragraphs. */
function notesOf(
  facts: PostFacts,
  read: readonly FieldName[],
  offsetMinutes: number,
  words: BothWords,
): string[] {
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const missing = isOfOnePost(facts.pageType) ? EXPECTED.filter(name => !read.includes(name)) : []
  const idTime = idTimeCompared(facts)
  const notes = [
    ...(idTime === null ? [] : [idTimeSaid(idTime, offsetMinutes, words)]),
    ...(missing.length === 0 ? [] : [both(zh.fieldsMissing(missing), en.fieldsMissing(missing))]),
    ...(facts.comments.length === 0
      ? []
      : [both(zh.commentsRead(facts.comments.length), en.commentsRead(facts.comments.length))]),
    ...facts.faults.map(({ adapter }) =>
      both(zh.adapterFault(shownText(adapter)), en.adapterFault(shownText(adapter))),
    ),
  ]
  return [...notes.map(note => `<p>${note}</p>`), `<p class="note">${both(zh.saidNote, en.saidNote)}</p>`]
}

function fieldSaid(name: FieldName, { fields }: PostFacts, item: string, { zh, en }: BothWords): string {
  const field: Field = fields[name]
  const others = (field.others ?? []).slice(0, MOST_OTHERS).map(({ raw }) => ofPage(raw))
  if (field.value === null || field.source === null) {
    const contradicting = [ofPage(field.raw ?? ""), ...others].join(" / ")
    return `${contradicting} <small>${both(zh.readme.fieldAmbiguous, en.readme.fieldAmbiguous)}</small>`
  }
  // The same text in other spaces would only fill the paper.
  const rest = others.length === 0 || kindOf[name] === "words" ? "" : ` (${others.join(" / ")})`
  const source = both(zh.readme.fieldSource(field.source), en.readme.fieldSource(field.source))
  return `${valueSaid(name, field, item, { zh, en })}${rest} <small>${source}</small>`
}

/** The page's own words first; what they are taken to mean after them. */
function valueSaid(name: FieldName, { value, raw }: Field, item: string, { zh, en }: BothWords): string {
  switch (kindOf[name]) {
    case "time": {
      const { at, plusMinusSeconds } = value as TimeValue
      return `${ofPage(raw ?? "")} → ${escapeHtml(at.slice(0, 19).replace("T", " "))} UTC ${both(zh.readme.plusMinus(plusMinusSeconds), en.readme.plusMinus(plusMinusSeconds))}`
    }
    case "counter": {
      const { count, rounded } = value as CounterValue
      return raw === String(count)
        ? String(count)
        : `${ofPage(raw ?? "")} → ${rounded ? "≈ " : ""}${String(count)}`
    }
    case "address":
      return `<bdi>${escapeHtml(shownAddress(value as string).text)}</bdi>`
    case "words": {
      const text = value as string
      const shown = shownText(text)
      return `<bdi>${escapeHtml(shown)}</bdi>${shown.endsWith("…") && !text.endsWith("…") ? ` <small>data/${item}/${POST_JSON}</small>` : ""}`
    }
    case "name":
      return ofPage(value as string)
    case "addresses":
      return ofPage((value as readonly string[]).join(" "))
  }
}

function idTimeSaid({ at, apart }: IdTimeCompared, offsetMinutes: number, { zh, en }: BothWords): string {
  const said = { at: localTime(at, offsetMinutes), apart }
  return both(zh.readme.idTime(said), en.readme.idTime(said))
}

const localTime = (at: string, offsetMinutes: number): string => {
  const local = new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(0, 19).replace("T", " ")
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  const zone = `${offsetMinutes < 0 ? "−" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`
  return `${local} (UTC${zone})`
}

/** Text of a page keeps its own direction, and cannot turn ours. */
const ofPage = (text: string): string => `<bdi>${escapeHtml(shownText(text))}</bdi>`
