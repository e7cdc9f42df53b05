/**
 * Verdicts on what a page says of a post. Everything that it says of one field is
 * held together: where it agrees, the best of it is the value; where it does not,
 * there is no value, and all of it is kept. Nothing is guessed: a field is right,
 * or it is `not-found` or `ambiguous`.
 */
import {
  type AnyValue,
  type Field,
  type FieldName,
  fieldNames,
  kindOf,
  MOST_SAYINGS,
  notFound,
  type PageSource,
  type PageType,
  type PostFields,
  type Saying,
} from "./fields.ts"
import { idTime } from "./id-time.ts"
import { agrees, compareMeant, type Ground, type Meant, meantBy } from "./meaning.ts"
import { type AdapterFault, type AdapterName, type Candidate, type PostReading } from "./reading.ts"

/** `post.json`, whole. */
export interface PostFacts {
  readonly schema: 1
  readonly adapter: AdapterName
  readonly pageType: PageType
  readonly fields: PostFields
  readonly idTime?: IdTime
  readonly comments: readonly CommentFacts[]
  /** How many more comments the page shows than are in `comments`. */
  readonly commentsLeft: number
  /** Names of data that stands in no script any more, and was read as the page's own scripts have it now. */
  readonly pageWorld?: readonly string[]
  /** Adapters that did not come to their end, and why. */
  readonly faults: readonly AdapterFault[]
}

export interface CommentFacts {
  readonly fields: PostFields
  readonly idTime?: IdTime
}

/**
 * The time that stands in the post's id. `differenceSeconds`: the time that the
 * page shows, minus this one; null where the page shows none that can be read.
 * Corroboration, no proof: no platform documents it (law.md §6.2).
 */
export interface IdTime {
  readonly at: string
  readonly differenceSeconds: number | null
  readonly basis: string
}

/** Null where the page shows no time. `plusMinusSeconds`: how far off the time that it shows may be itself. */
export interface IdTimeCompared {
  readonly at: string
  readonly apart: { readonly seconds: number; readonly plusMinusSeconds: number } | null
}

/** The time in the id beside the one that the page shows; null where the id holds none. */
export function idTimeCompared({ idTime: held, fields }: CommentFacts): IdTimeCompared | null {
  if (held === undefined) return null
  const shown = fields.publishedAt.value
  const { at, differenceSeconds } = held
  if (differenceSeconds === null || shown === null) return { at, apart: null }
  return { at, apart: { seconds: Math.abs(differenceSeconds), plusMinusSeconds: shown.plusMinusSeconds } }
}

/** @param pageWorld the names of what the reading was given from the page's own world */
export function judgeReading(
  reading: PostReading,
  { clock, href }: Ground,
  pageWorld: readonly string[] = [],
): PostFacts {
  const { adapter, pageType, commentsLeft, faults, siteOffsetMinutes, base } = reading
  const ground: Ground = {
    clock: { ...clock, siteOffsetMinutes },
    href: base ?? href,
    isKnownSite: adapter.id !== "generic",
  }
  return {
    schema: 1,
    adapter,
    pageType,
    ...factsOf(adapter, reading.candidates, ground),
    comments: reading.comments.map(comment => factsOf(adapter, comment, ground)),
    commentsLeft,
    ...(pageWorld.length === 0 ? {} : { pageWorld }),
    faults,
  }
}

function factsOf(adapter: AdapterName, candidates: readonly Candidate[], ground: Ground): CommentFacts {
  const fields = Object.fromEntries(
    fieldNames.map(name => [name, judgeField(name, candidates, ground)]),
  ) as unknown as PostFields
  const id = fields.postId.value
  const inId = id === null ? null : idTime(adapter.id, id)
  if (inId === null) return { fields }
  const shown = fields.publishedAt.value
  // Less than half a second before it is no nought below nothing, which JSON does not know.
  const differenceSeconds =
    shown === null ? null : Math.round((Date.parse(shown.at) - Date.parse(inId.at)) / 1000) + 0
  return { fields, idTime: { at: inId.at, differenceSeconds, basis: inId.basis } }
}

/** What data meant for machines says is the most exact; but which post it is, the address says. */
const ORDER: readonly PageSource[] = ["page-json", "json-ld", "meta", "dom", "url"]
const BY_ADDRESS: ReadonlySet<FieldName> = new Set(["permalink", "postId"])

const rankOf = (name: FieldName, source: PageSource): number =>
  source === "url" && BY_ADDRESS.has(name) ? -1 : ORDER.indexOf(source)

/** The verdict on one field, by all that the page says of it. */
export function judgeField(name: FieldName, candidates: readonly Candidate[], ground: Ground): Field {
  const said = candidates
    .filter(candidate => candidate.field === name && saysSomething(candidate))
    .sort((a, b) => rankOf(name, a.source) - rankOf(name, b.source))
    .map(candidate => meantBy(candidate, ground))
  const [first] = said
  if (first === undefined) return notFound
  const best = bestOf(name, said)
  if (best?.value != null && said.every(each => each === best || agrees(name, best, each))) {
    const others = said.filter(({ candidate }) => candidate.raw !== best.candidate.raw)
    return { ...sayingOf(best), value: best.value, verdict: "ok", ...alsoSaid(others) }
  }
  const told = best ?? first
  return {
    ...sayingOf(told),
    value: null,
    verdict: "ambiguous",
    ...alsoSaid(said.filter(each => each !== told)),
  }
}

/** A label that stands where a number would (转发, for none yet) says nothing of how many. */
const saysSomething = ({ field, raw }: Candidate): boolean =>
  kindOf[field] === "counter" ? /[\d０-９零一二三四五六七八九十]/.test(raw) : raw.trim() !== ""

function bestOf(name: FieldName, said: readonly Meant[]): Meant | null {
  let best: (Meant & { readonly value: AnyValue }) | null = null
  for (const { candidate, value } of said) {
    if (value === null) continue
    if (best === null || compareMeant(name, value, best.value) < 0) best = { candidate, value }
  }
  return said.find(({ candidate }) => candidate === best?.candidate) ?? null
}

const sayingOf = ({ candidate: { raw, source, where } }: Meant): Saying => ({ raw, source, where })

const alsoSaid = (others: readonly Meant[]): Pick<Field, "others"> =>
  others.length === 0 ? {} : { others: others.slice(0, MOST_SAYINGS).map(sayingOf) }
