/** `post.json`: how it is written, and read back. What the fields are is told in fields.ts. */
import { type Bytes, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  asStrings,
  asTime,
  malformed,
} from "../parse.ts"
import {
  type AnyValue,
  type Field,
  type FieldName,
  fieldNames,
  fieldSources,
  fieldVerdicts,
  kindOf,
  pageTypes,
  type PostFields,
  type Saying,
} from "./fields.ts"
import { type CommentFacts, type IdTime, type PostFacts } from "./judge.ts"

export const POST_JSON = "post.json"

export const writePostJson = (facts: PostFacts): Bytes => utf8(`${JSON.stringify(facts, null, 2)}\n`)

/** Reads it back; more fields may be there, and are left out. @throws EvidenceError `input/malformed`, with the name of the field */
export function parsePostJson(input: unknown): PostFacts {
  const post = asFields(input, "post.json")
  if (post.schema !== 1) throw malformed("schema")
  const adapter = asFields(post.adapter, "adapter")
  return {
    schema: 1,
    adapter: {
      id: asString(adapter.id, "adapter.id"),
      version: asString(adapter.version, "adapter.version"),
    },
    pageType: asOneOf(post.pageType, "pageType", pageTypes),
    ...parseFacts(post),
    comments: asList(post.comments, "comments", comment => parseFacts(asFields(comment, "comments"))),
    commentsLeft: asCount(post.commentsLeft, "commentsLeft"),
    ...(post.pageWorld === undefined ? {} : { pageWorld: asStrings(post.pageWorld, "pageWorld") }),
    faults: asList(post.faults, "faults", item => {
      const fault = asFields(item, "faults")
      return {
        adapter: asString(fault.adapter, "faults.adapter"),
        message: asString(fault.message, "faults.message"),
      }
    }),
  }
}

/** The same of a file's text; null where it is no post.json of ours. */
export function postOfText(json: string): PostFacts | null {
  try {
    return parsePostJson(JSON.parse(json))
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof EvidenceError) return null
    throw thrown
  }
}

function parseFacts(input: Readonly<Record<string, unknown>>): CommentFacts {
  const given = asFields(input.fields, "fields")
  const fields = Object.fromEntries(
    fieldNames.map(name => [name, parseField(given[name], name)]),
  ) as unknown as PostFields
  return { fields, ...(input.idTime === undefined ? {} : { idTime: parseIdTime(input.idTime) }) }
}

export function parseField(input: unknown, name: FieldName): Field {
  const field = asFields(input, name)
  const verdict = asOneOf(field.verdict, `${name}.verdict`, fieldVerdicts)
  const source = field.source === null ? null : asOneOf(field.source, `${name}.source`, fieldSources)
  const raw = asStringOrNull(field.raw, `${name}.raw`)
  const value = field.value === null ? null : parseValue(field.value, name)
  if ((value !== null) !== (verdict === "ok")) throw malformed(`${name}.value`)
  if ((raw === null || source === null) !== (verdict === "not-found")) throw malformed(`${name}.raw`)
  return {
    value,
    raw,
    source,
    where: asStringOrNull(field.where, `${name}.where`),
    verdict,
    ...(field.others === undefined ? {} : { others: asList(field.others, `${name}.others`, parseSaying) }),
  }
}

function parseValue(input: unknown, name: FieldName): AnyValue {
  switch (kindOf[name]) {
    case "name":
    case "words":
    case "address":
      return asString(input, name)
    case "addresses":
      return asStrings(input, name)
    case "time": {
      const time = asFields(input, name)
      const plusMinusSeconds = asNumber(time.plusMinusSeconds, `${name}.plusMinusSeconds`)
      if (plusMinusSeconds < 0) throw malformed(`${name}.plusMinusSeconds`)
      return {
        at: asTime(time.at, `${name}.at`),
        plusMinusSeconds,
        basis: asString(time.basis, `${name}.basis`),
      }
    }
    case "counter": {
      const counter = asFields(input, name)
      return {
        count: asCount(counter.count, `${name}.count`),
        rounded: asBoolean(counter.rounded, `${name}.rounded`),
      }
    }
  }
}

function parseSaying(input: unknown): Saying {
  const saying = asFields(input, "others")
  return {
    raw: asString(saying.raw, "others.raw"),
    source: asOneOf(saying.source, "others.source", fieldSources),
    where: asString(saying.where, "others.where"),
  }
}

function parseIdTime(input: unknown): IdTime {
  const time = asFields(input, "idTime")
  return {
    at: asTime(time.at, "idTime.at"),
    differenceSeconds:
      time.differenceSeconds === null ? null : asNumber(time.differenceSeconds, "idTime.differenceSeconds"),
    basis: asString(time.basis, "idTime.basis"),
  }
}
