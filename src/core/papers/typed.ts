/**
 * What a person types for the papers: who speaks, and in their own words what is
 * false and what happened. None of it is evidence. It goes from the form into the
 * papers and is written down nowhere on the way.
 */
import { shownPassage } from "../bundle/shown.ts"
import { asFields, asList, asOneOf, asString, asStringOrNull, malformed } from "../parse.ts"
import type { Said } from "./block.ts"
import { BLANK } from "./draft.ts"
import { NOBODY, type Person } from "./person.ts"
import { plain } from "./say.ts"

export const personFields = [
  "name",
  "idNumber",
  "address",
  "phone",
  "email",
  "agent",
] as const satisfies readonly (keyof Person)[]
export type PersonField = (typeof personFields)[number]

/** Of one item: the words in it that are false, and what is true instead. Null where nothing was typed. */
export interface Statement {
  /** e001. */
  readonly item: string
  readonly words: string | null
  readonly truth: string | null
}

/**
 * Asked once for all papers, in the user's own words. A paper that asks for more adds its name here. `opponent`: the
 * real name of the account's holder, where it is known. `operator`: who runs the platform. `police`, `court`, `notary`:
 * to which one it goes. `loss`, `mental`, `costs`: amounts. `route`: how to come to the pages. `purpose`: of the notary's.
 */
export const ownFields = [
  ...(["story", "harm", "urgency", "opponent", "operator"] as const),
  ...(["police", "court", "notary"] as const),
  ...(["loss", "mental", "costs", "route", "purpose"] as const),
] as const
export type OwnField = (typeof ownFields)[number]

/** Those that are told in sentences; each of the others is a line. */
export const passageFields: ReadonlySet<OwnField> = new Set(["story", "harm", "urgency", "route", "purpose"])

/** What a court may be asked for in a civil suit, each of its own (law.md §3.3); the last is the court fees. */
export const claims = [
  ...(["stop", "effects", "reputation", "apology"] as const),
  ...(["loss", "mental", "costs", "fees"] as const),
] as const
export type Claim = (typeof claims)[number]

export interface Typed {
  readonly person: Person
  readonly statements: readonly Statement[]
  readonly own: Readonly<Partial<Record<OwnField, string>>>
  /** Those that were ticked; not there for none. */
  readonly claims?: readonly Claim[]
}

export const nothingTyped: Typed = { person: NOBODY, statements: [], own: {} }

/** UTF-16 units of a line, and of a passage. */
export const LONGEST_PERSON_LINE = 300
export const LONGEST_PASSAGE = 4_000
const MOST_STATEMENTS = 5_000

/** @throws EvidenceError `input/malformed` */
export function parsePerson(input: unknown): Person {
  const given = asFields(input, "person")
  const line = (name: PersonField) => asTyped(given[name], `person.${name}`, LONGEST_PERSON_LINE)
  return {
    ...{ name: line("name"), idNumber: line("idNumber"), address: line("address") },
    ...{ phone: line("phone"), email: line("email"), agent: line("agent") },
  }
}

/** @throws EvidenceError `input/malformed` */
export function parseTyped(input: unknown): Typed {
  const { person, statements, own, claims: ticked } = asFields(input, "typed")
  const given = asFields(own, "typed.own")
  const said = asList(statements, "typed.statements", parseStatement)
  if (said.length > MOST_STATEMENTS) throw malformed("typed.statements")
  return {
    person: parsePerson(person),
    statements: said,
    own: Object.fromEntries(
      ownFields.flatMap(name => {
        const text = asTyped(given[name] ?? null, `typed.own.${name}`, LONGEST_PASSAGE)
        return text === null ? [] : [[name, text]]
      }),
    ),
    ...(ticked === undefined
      ? {}
      : { claims: asList(ticked, "typed.claims", claim => asOneOf(claim, "typed.claims", claims)) }),
  }
}

function parseStatement(input: unknown): Statement {
  const { item, words, truth } = asFields(input, "statement")
  return {
    item: asString(item, "statement.item"),
    words: asTyped(words, "statement.words", LONGEST_PASSAGE),
    truth: asTyped(truth, "statement.truth", LONGEST_PASSAGE),
  }
}

/** Trimmed; null for nothing. */
function asTyped(input: unknown, what: string, longest: number): string | null {
  const text = asStringOrNull(input, what)?.trim() ?? ""
  if (text.length > longest) throw malformed(what)
  return text === "" ? null : text
}

/** Typed words as a paper says them, line by line; the blank where nothing was typed. */
export const typedSaid = (text: string | null): Said =>
  text === null || text.trim() === ""
    ? plain(BLANK)
    : shownPassage(text, LONGEST_PASSAGE)
        .text.split("\n")
        .filter(line => line !== "")
        .flatMap(plain)
