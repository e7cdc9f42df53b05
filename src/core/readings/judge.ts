/**
 * Whether a post is as it was captured, by what its page says now. It is
 * cautious: that this address did not show the post to this reader is all that
 * "gone" means, and whatever could be something else is "cannot-tell".
 */
import { type Field, notFound, type TimeValue } from "../post-facts/fields.ts"
import { type PostFacts } from "../post-facts/judge.ts"
import { beforeFold, isFolded, lettersOf } from "../post-facts/meaning.ts"
import { counterNames } from "../post-facts/summary.ts"
import { isSamePost, placeKey } from "../places/place-key.ts"
import { isLogIn } from "../server/compare.ts"
import { isOnlyCookies, type WallKind } from "../walls.ts"
import { gonePhraseIn } from "./gone-phrases.ts"
import {
  type Changes,
  type Found,
  isOfPost,
  readAgainFields,
  type ReadAgainFields,
  type StateBasis,
} from "./reading.ts"
import { textDifference } from "./text-difference.ts"

/** What a page shows besides the fields of its post. */
export interface PageSigns {
  readonly href: string
  /** Of HTTP; null where the browser does not tell. */
  readonly status: number | null
  /** Its title and what it shows, as one text. */
  readonly shown: string
}

export interface ReadAgain {
  /** The item's address. */
  readonly url: string
  /** What post.json says; null where the capture has none. */
  readonly captured: PostFacts | null
  readonly facts: PostFacts
  readonly signs: PageSigns
  readonly walls: readonly WallKind[]
}

/** Less of a text than this in common, and nothing but the address names the post: it may be the site's own text. */
const LEAST_ALIKE = 0.3
/** Letters of a text that was cut: fewer could begin many a text. */
const LEAST_LETTERS = 10

export function judgeAgain(read: ReadAgain): Found & { readonly changes: Changes } {
  const state = stateOf(read)
  return { ...state, changes: isOfPost(state) ? changesOf(read) : noChanges }
}

/** Whether the page spoke of a post when it was captured: of any other page there is nothing to hold against it later. */
export const hasWhatCanChange = ({ fields }: PostFacts): boolean =>
  [fields.text, ...counterNames.map(name => fields[name])].some(({ verdict }) => verdict !== "not-found")

/** The part of post.json that a reading keeps. */
export const fieldsAgain = ({ fields }: PostFacts): ReadAgainFields =>
  Object.fromEntries(readAgainFields.map(name => [name, fields[name]])) as unknown as ReadAgainFields

export const noFields: ReadAgainFields = Object.fromEntries(
  readAgainFields.map(name => [name, notFound]),
) as unknown as ReadAgainFields

export const noChanges: Changes = { counters: [], editedAt: { then: null, now: null } }

const found = (state: Found["state"], stateBasis: StateBasis, words: string | null = null): Found => ({
  state,
  stateBasis,
  words,
})

function stateOf(read: ReadAgain): Found {
  const { url, captured, facts, signs, walls } = read
  const words = wordsCompared(captured, facts)
  if (!isOtherPost(captured, facts)) {
    if (words === "same")
      return isEditedSince(captured, facts) ? found("changed", "edited-mark") : there("same-text")
    if (words === "part")
      return isEditedSince(captured, facts) ? found("changed", "edited-mark") : there("part-of-text")
  }
  const phrase = gonePhraseIn(facts.adapter.id, signs.shown)
  // A post may quote such a phrase; the page of one that is gone has no author and no numbers.
  if (phrase !== null && !showsSomebody(facts)) {
    return found("gone", phrase.says === "deleted" ? "phrase-deleted" : "phrase-not-shown", phrase.words)
  }
  if (signs.status === 404 || signs.status === 410) return found("gone", "status")
  const isElsewhere = !isSamePlace(signs.href, url)
  if (isElsewhere && isLogIn(signs.href, "")) return found("wall", "sign-in")
  if (walls.includes("verification")) return found("wall", "verification")
  if (!isOnlyCookies(walls)) return found("wall", "sign-in")
  if (signs.status === 401 || signs.status === 403) return found("wall", "refused")
  if (isOtherPost(captured, facts)) return found("cannot-tell", "other-post")
  if (isElsewhere && !namesSamePost(captured, facts)) return found("cannot-tell", "other-address")
  return withoutHindrance(read, words)
}

const there = (basis: StateBasis) => found("there", basis)

/** Nothing stands before the post, and nothing says that it is gone. */
function withoutHindrance({ captured, facts }: ReadAgain, words: Compared): Found {
  if (words === "differs") {
    const alike = differenceOf(captured, facts)?.alike ?? 0
    const isSure = alike >= LEAST_ALIKE || (namesSamePost(captured, facts) && showsSomebody(facts))
    return isSure ? found("changed", "text-differs") : found("cannot-tell", "other-text")
  }
  const hadText = captured !== null && captured.fields.text.verdict === "ok"
  if (!hadText && showsSomebody(facts) && isSameAuthor(captured, facts)) return there("fields")
  return found("cannot-tell", "text-not-found")
}

type Compared = "same" | "part" | "differs" | "unknown"

/** What is read of a text: the letters alone, and whether they are all of it. */
function lettersIn({ value, raw, verdict }: Field<string>): { letters: string; isWhole: boolean } | null {
  if (verdict === "ok" && value !== null) return { letters: lettersOf(value), isWhole: true }
  if (raw === null || !isFolded(raw)) return null
  const letters = lettersOf(beforeFold(raw))
  return letters.length < LEAST_LETTERS ? null : { letters, isWhole: false }
}

function wordsCompared(captured: PostFacts | null, facts: PostFacts): Compared {
  const then = captured === null ? null : lettersIn(captured.fields.text)
  const now = lettersIn(facts.fields.text)
  if (then === null || now === null || then.letters === "" || now.letters === "") return "unknown"
  if (then.isWhole && now.isWhole) return then.letters === now.letters ? "same" : "differs"
  const [cut, other] = now.isWhole ? [then, now] : [now, then]
  if (other.letters.startsWith(cut.letters)) return "part"
  return !other.isWhole && cut.letters.startsWith(other.letters) ? "part" : "unknown"
}

function isOtherPost(captured: PostFacts | null, { adapter, fields }: PostFacts): boolean {
  if (captured === null) return false
  const isOther = (name: "postId" | "authorId", isSame: (then: string, now: string) => boolean) => {
    const [then, now] = [captured.fields[name].value, fields[name].value]
    return then !== null && now !== null && !isSame(then, now)
  }
  return (
    isOther("postId", (then, now) => isSamePost(adapter.id, then, now)) ||
    isOther("authorId", (then, now) => then === now)
  )
}

/** Both pages name the post by the same id, and the one that was opened now not in its address alone. */
function namesSamePost(captured: PostFacts | null, { adapter, fields }: PostFacts): boolean {
  const { value, source, others = [] } = fields.postId
  const then = captured?.fields.postId.value ?? null
  if (value === null || then === null || !isSamePost(adapter.id, then, value)) return false
  return source !== "url" || others.some(other => other.source !== "url")
}

const isSameAuthor = (captured: PostFacts | null, { fields }: PostFacts): boolean => {
  const then = captured?.fields.authorName.value ?? null
  return then === null || fields.authorName.value === null || then === fields.authorName.value
}

const showsSomebody = ({ fields }: PostFacts): boolean =>
  (["authorName", "authorHandle", ...counterNames] as const).some(name => {
    const { value, source } = fields[name]
    return value !== null && source !== "url"
  })

/** A mark of an edit that was not there, or one that is later than that. */
function isEditedSince(captured: PostFacts | null, { fields }: PostFacts): boolean {
  if (captured === null) return false
  const [then, now] = [captured.fields.editedAt, fields.editedAt]
  if (then.value !== null) return now.value !== null && isLater(now.value, then.value)
  return then.verdict === "not-found" && (now.value !== null || namesEdit(now))
}

/** Sites also write that a post was edited and not when: that is no time, and a mark all the same. */
const namesEdit = ({ raw, others = [] }: Field): boolean =>
  [raw ?? "", ...others.map(other => other.raw)].some(said => /编辑|編輯|修改|edited/i.test(said))

const isLater = (now: TimeValue, then: TimeValue): boolean =>
  Date.parse(now.at) - Date.parse(then.at) > (now.plusMinusSeconds + then.plusMinusSeconds) * 1000

function changesOf({ captured, facts }: ReadAgain): Changes {
  const counters = counterNames.flatMap(name => {
    const then = captured?.fields[name].value ?? null
    const now = facts.fields[name].value
    if (then === null && now === null) return []
    const isExact = then !== null && now !== null && !then.rounded && !now.rounded
    return [{ name, then, now, difference: isExact ? now.count - then.count : null }]
  })
  const text = wordsCompared(captured, facts) === "differs" ? differenceOf(captured, facts) : null
  return {
    counters,
    ...(text === null ? {} : { text }),
    editedAt: { then: captured?.fields.editedAt.value ?? null, now: facts.fields.editedAt.value },
  }
}

function differenceOf(captured: PostFacts | null, facts: PostFacts) {
  const [then, now] = [captured?.fields.text.value ?? null, facts.fields.text.value]
  return then === null || now === null ? null : textDifference(then, now)
}

const isSamePlace = (one: string, other: string): boolean =>
  placeKey(one) === placeKey(other) || placeOf(one) === placeOf(other)

/** The page, however it was come to: without the query, and the same for a telephone. */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname } = new URL(address)
  return `${hostname.replace(/^(?:www|m|mobile)\./, "")}${pathname.replace(/\/+$/, "")}`
}
