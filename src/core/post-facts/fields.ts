/**
 * What is known of a post, field by field: the vocabulary of post.json. Names
 * are part of the bundle format 1; more may be added, none renamed.
 */

export const fieldNames = [
  "permalink",
  "postId",
  "authorName",
  "authorHandle",
  "authorId",
  "authorUrl",
  "authorVerified",
  "ipLocation",
  "publishedAt",
  "editedAt",
  "text",
  "media",
  "views",
  "reposts",
  "comments",
  "likes",
  "collects",
  "parent",
  "position",
  "title",
] as const
export type FieldName = (typeof fieldNames)[number]

/** What a page is of: one post, one comment, a person, a post with its answers, many posts, none of these. */
export const pageTypes = ["post", "comment", "profile", "thread", "list", "other"] as const
export type PageType = (typeof pageTypes)[number]

/** Whether a page is of one post or one comment, by itself or with what was answered. */
export const isOfOnePost = (pageType: PageType): boolean =>
  pageType === "post" || pageType === "comment" || pageType === "thread"

/** Where a page's word on a field stands: its address, data in its scripts, or what it shows. */
export const pageSources = ["url", "page-json", "json-ld", "meta", "dom"] as const
export type PageSource = (typeof pageSources)[number]

/** `user`: filled in by hand. No adapter has that; corrections do. */
export const fieldSources = [...pageSources, "user"] as const
export type FieldSource = (typeof fieldSources)[number]

/**
 * `ok`: everything that the page says of it agrees. `not-found`: it says nothing.
 * `ambiguous`: it contradicts itself, or says what cannot be read with certainty.
 */
export const fieldVerdicts = ["ok", "not-found", "ambiguous"] as const
export type FieldVerdict = (typeof fieldVerdicts)[number]

/** ISO 8601 in UTC; the true time is no further away than `plusMinusSeconds`, as far as the basis holds. */
export interface TimeValue {
  readonly at: string
  readonly plusMinusSeconds: number
  readonly basis: string
}

/** `rounded`: the page wrote it short (1.2万), so the number stands for a range. */
export interface CounterValue {
  readonly count: number
  readonly rounded: boolean
}

/** What a field's value is. `address`: of the web. `addresses`: one a line, where the page's words are kept. */
export const kindOf = {
  permalink: "address",
  postId: "name",
  authorName: "name",
  authorHandle: "name",
  authorId: "name",
  authorUrl: "address",
  authorVerified: "name",
  ipLocation: "name",
  publishedAt: "time",
  editedAt: "time",
  text: "words",
  media: "addresses",
  views: "counter",
  reposts: "counter",
  comments: "counter",
  likes: "counter",
  collects: "counter",
  parent: "name",
  position: "name",
  title: "name",
} as const satisfies Record<FieldName, FieldKind>

export type FieldKind = "name" | "words" | "address" | "addresses" | "time" | "counter"

interface ValueOfKind {
  readonly name: string
  readonly words: string
  readonly address: string
  readonly addresses: readonly string[]
  readonly time: TimeValue
  readonly counter: CounterValue
}

export type ValueOf<Name extends FieldName> = ValueOfKind[(typeof kindOf)[Name]]
export type AnyValue = ValueOfKind[FieldKind]

/** Words of the page on one field, as they stand there; `where` is a selector, a path in its data, or a name. */
export interface Saying {
  readonly raw: string
  readonly source: FieldSource
  readonly where: string
}

/**
 * One field. `value` is there exactly when the verdict is `ok`; `raw`, `source`
 * and `where` are null exactly when it is `not-found`.
 */
export interface Field<Value = AnyValue> {
  readonly value: Value | null
  readonly raw: string | null
  readonly source: FieldSource | null
  readonly where: string | null
  readonly verdict: FieldVerdict
  /** What the page says of it elsewhere: in other words where it is `ok`, otherwise where it is `ambiguous`. */
  readonly others?: readonly Saying[]
}

export type PostFields = { readonly [Name in FieldName]: Field<ValueOf<Name>> }

export const notFound: Field<never> = {
  value: null,
  raw: null,
  source: null,
  where: null,
  verdict: "not-found",
}

/** UTF-16 units of the page's words on one field. */
export const longestRaw = (field: FieldName): number =>
  field === "text" || field === "media" ? 100_000 : 2_000

export const LONGEST_WHERE = 300
/** More words on one field than this say nothing new. */
export const MOST_SAYINGS = 12
export const MOST_COMMENTS = 500
