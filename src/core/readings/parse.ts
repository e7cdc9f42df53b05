/** A reading's line as the verifier holds it to its own rules. What an adapter's page said is not judged again. */
import { parseField } from "../post-facts/post-json.ts"
import { type CounterValue, pageTypes } from "../post-facts/fields.ts"
import { counterNames, type CounterName } from "../post-facts/summary.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asSha256,
  asString,
  asStringOrNull,
  asTime,
  malformed,
} from "../parse.ts"
import { wallKinds } from "../walls.ts"
import {
  basesOf,
  isOfPost,
  occasions,
  openers,
  postStates,
  readAgainFields,
  type StateBasis,
} from "./reading.ts"
import { partKinds } from "./text-difference.ts"

/** @throws EvidenceError `input/malformed` where a line of readings is not one, or contradicts itself */
export function checkCountersLine(input: unknown): void {
  const line = asFields(input, "reading")
  asString(line.id, "id")
  asTime(line.at, "at")
  asString(line.url, "url")
  asOneOf(line.basis, "basis", ["page"])
  const openedBy = asOneOf(line.openedBy, "openedBy", openers)
  const occasion = asOneOf(line.occasion, "occasion", occasions)
  if (occasion === "schedule" && openedBy !== "tool") throw malformed("openedBy")
  if (asCount(line.visits, "visits") === 0 && openedBy === "tool") throw malformed("visits")
  if (line.status !== null) asCount(line.status, "status")
  const state = asOneOf(line.state, "state", postStates)
  const bases: readonly StateBasis[] = basesOf[state]
  const basis = asOneOf(line.stateBasis, "stateBasis", bases)
  const words = asStringOrNull(line.words, "words")
  if ((words !== null) !== basis.startsWith("phrase-")) throw malformed("words")
  asList(line.walls, "walls", kind => asOneOf(kind, "walls", wallKinds))
  checkPage(line)
  const read = checkFields(line.fields)
  const isRead = Object.values(asFields(line.fields, "fields")).some(
    field => asFields(field, "fields").raw !== null,
  )
  // A number of another page's is none of the post's.
  if ((isRead || line.text !== null) && !isOfPost({ state, stateBasis: basis })) throw malformed("fields")
  checkChanges(line.changes, read)
}

function checkPage({ adapter, pageType, text, stateBasis }: Readonly<Record<string, unknown>>): void {
  if ((adapter === null) !== (stateBasis === "no-answer") || (adapter === null) !== (pageType === null)) {
    throw malformed("adapter")
  }
  if (adapter !== null) {
    const { id, version } = asFields(adapter, "adapter")
    asString(id, "adapter.id")
    asString(version, "adapter.version")
    asOneOf(pageType, "pageType", pageTypes)
  }
  if (text !== null) {
    const { sha256, characters } = asFields(text, "text")
    asSha256(sha256, "text.sha256")
    asCount(characters, "text.characters")
  }
}

/** Answers with the counters that were read. */
function checkFields(input: unknown): ReadonlyMap<CounterName, CounterValue | null> {
  const given = asFields(input, "fields")
  const fields = new Map(readAgainFields.map(name => [name as string, parseField(given[name], name)]))
  return new Map(counterNames.map(name => [name, (fields.get(name)?.value ?? null) as CounterValue | null]))
}

function checkChanges(input: unknown, read: ReadonlyMap<CounterName, CounterValue | null>): void {
  const { counters, text, editedAt } = asFields(input, "changes")
  asFields(editedAt, "changes.editedAt")
  const named = asList(counters, "changes.counters", item => {
    const change = asFields(item, "changes.counters")
    const name = asOneOf(change.name, "changes.name", counterNames)
    const then = counterOrNull(change.then)
    const now = counterOrNull(change.now)
    const is = read.get(name) ?? null
    if (now?.count !== is?.count || now?.rounded !== is?.rounded) throw malformed(`changes.${name}.now`)
    const isExact = then !== null && now !== null && !then.rounded && !now.rounded
    const difference = change.difference === null ? null : asNumber(change.difference, "changes.difference")
    if (difference !== (isExact ? now.count - then.count : null))
      throw malformed(`changes.${name}.difference`)
    return name
  })
  if (new Set(named).size !== named.length) throw malformed("changes.counters")
  if (text === undefined) return
  const { parts, isCut, alike } = asFields(text, "changes.text")
  asBoolean(isCut, "changes.text.isCut")
  asNumber(alike, "changes.text.alike")
  asList(parts, "changes.text.parts", item => {
    const part = asFields(item, "changes.text.parts")
    asString(part.text, "changes.text.parts")
    return asOneOf(part.kind, "changes.text.parts", partKinds)
  })
}

function counterOrNull(input: unknown): CounterValue | null {
  if (input === null) return null
  const { count, rounded } = asFields(input, "changes.counters")
  return { count: asCount(count, "changes.counters"), rounded: asBoolean(rounded, "changes.counters") }
}
