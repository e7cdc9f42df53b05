import { standing } from "../corrections.ts"
import { shownAddress, shownPassage, shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import {
  type CounterValue,
  type Field,
  type FieldName,
  fieldNames,
  isOfOnePost,
  kindOf,
  type TimeValue,
} from "../post-facts/fields.ts"
import { POST_JSON } from "../post-facts/post-json.ts"
import type { Block, Fact, Said } from "./block.ts"
import { plain, soft, type Speaker } from "./say.ts"
import { filledAt, localTime } from "./times.ts"

/** Printed by themselves, or only for machines. */
const LEFT_OUT: ReadonlySet<FieldName> = new Set(["media", "text", "title"])
const PASSAGE_CHARACTERS = 6_000
const MOST_OTHERS = 3

/** What the page says of its post, each with where it stands; and what the user says in its place, told from it. */
export function fieldFacts(item: ItemSnapshot, speaker: Speaker): Fact[] {
  const { say } = speaker
  const { facts, corrections, record } = item
  const filled = standing(corrections)
  const rows = fieldNames
    .filter(name => !LEFT_OUT.has(name) || filled.has(name))
    .flatMap((name): Fact[] => {
      const field = LEFT_OUT.has(name) ? undefined : facts?.fields[name]
      const read =
        field === undefined || field.verdict === "not-found"
          ? []
          : fieldSaid(name, field, record.clock.utcOffsetMinutes, speaker)
      const correction = filled.get(name)
      const own: Said =
        correction === undefined
          ? []
          : [
              ...plain(shownText(correction.value ?? "")),
              ...say(({ readme }) => readme.filledIn(filledAt(correction, record)), "soft"),
              ...(correction.note === undefined ? [] : soft(shownText(correction.note))),
            ]
      const value = [...read, ...own]
      return value.length === 0 ? [] : [{ label: say(({ readme }) => readme.fieldName(name)), value }]
    })
  const missing =
    facts !== undefined && isOfOnePost(facts.pageType)
      ? EXPECTED.filter(name => facts.fields[name].verdict === "not-found")
      : []
  return [
    ...rows,
    ...(missing.length === 0
      ? []
      : [
          {
            label: say(({ report }) => report.unknown),
            value: say(({ readme }) => readme.fieldsMissing(missing)),
          },
        ]),
  ]
}

/** What every post has. Where the page says nothing of one of them, that is said. */
const EXPECTED: readonly FieldName[] = ["authorName", "authorId", "publishedAt", "text"]

function fieldSaid(name: FieldName, field: Field, offsetMinutes: number, { say, inOne }: Speaker): Said {
  const others = (field.others ?? []).slice(0, MOST_OTHERS).map(({ raw }) => shownText(raw))
  const { value, source, raw } = field
  if (value === null || source === null) {
    const contradicting = [shownText(raw ?? ""), ...others].join(" / ")
    return [...plain(contradicting), ...say(({ readme }) => readme.fieldAmbiguous, "soft")]
  }
  const beside = others.length === 0 ? [] : soft(others.join(" / "))
  return [
    ...plain(valueSaid(name, field, offsetMinutes, inOne)),
    ...beside,
    ...say(({ readme }) => readme.fieldSource(source), "soft"),
  ]
}

/** The page's own words first; what they are taken to mean after them. */
function valueSaid(
  name: FieldName,
  { value, raw }: Field,
  offsetMinutes: number,
  inOne: Speaker["inOne"],
): string {
  switch (kindOf[name]) {
    case "time": {
      const { at, plusMinusSeconds } = value as TimeValue
      const range = inOne(({ readme }) => readme.plusMinus(plusMinusSeconds), " / ")
      return `${shownText(raw ?? "")} → ${localTime(at, offsetMinutes)} ${range}`
    }
    case "counter": {
      const { count, rounded } = value as CounterValue
      const words = shownText(raw ?? "")
      return words === String(count) ? words : `${words} → ${rounded ? "≈ " : ""}${String(count)}`
    }
    case "address":
      return shownAddress(value as string).text
    case "addresses":
      return (value as readonly string[]).map(address => shownAddress(address).text).join(" ")
    case "words":
    case "name":
      return shownText(value as string)
  }
}

/** The post's words, as many as a sheet or two hold. */
export function passage({ facts, record }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  const value = facts?.fields.text.value
  const notes: Block[] =
    facts === undefined ? [] : [{ kind: "text", said: say(({ readme }) => readme.saidNote), isNote: true }]
  if (typeof value !== "string" || value.trim() === "") return notes
  const { text, isCut } = shownPassage(value, PASSAGE_CHARACTERS)
  const path = `data/${record.item}/${POST_JSON}`
  return [
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.fullText),
      mark: inOne(({ report }) => report.fullText),
    },
    { kind: "text", said: plain(text), isNote: false },
    ...(isCut
      ? [{ kind: "text", said: say(({ report }) => report.textCut(path)), isNote: true } as const]
      : []),
    ...notes,
  ]
}
