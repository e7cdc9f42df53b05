/** What a list or a screen shows of a post, out of what was read of it. `post.json` has all of it. */
import {
  type CounterValue,
  type FieldName,
  fieldNames,
  isOfOnePost,
  type PageType,
  type TimeValue,
} from "./fields.ts"
import { type PostFacts } from "./judge.ts"
import { accountAt } from "../places/all.ts"

export const counterNames = ["views", "reposts", "comments", "likes", "collects"] as const
export type CounterName = (typeof counterNames)[number]

export interface PostSummary {
  readonly adapter: string
  readonly pageType: PageType
  /** The post's address and nothing besides: the same, by whatever link it was come to. */
  readonly permalink: string | null
  readonly authorName: string | null
  readonly authorHandle: string | null
  readonly authorId: string | null
  /** What the address of the author's page calls the account; not there where that is its number or its handle. */
  readonly authorPage?: string
  readonly publishedAt: TimeValue | null
  readonly counters: Readonly<Partial<Record<CounterName, CounterValue>>>
  /** Fields of which the page says what cannot be settled. */
  readonly ambiguous: readonly FieldName[]
  /** Fields that a post has, and of which the page says nothing that was understood. */
  readonly missing: readonly FieldName[]
  readonly comments: number
  /** True where an adapter did not come to its end. */
  readonly faulty: boolean
}

/** What every post has: where a site's adapter finds less, the site has changed, or shows something in its place. */
const REQUIRED = ["authorName", "publishedAt", "text"] as const satisfies readonly FieldName[]

/** Of a forum that nobody knows, a later page of a thread has no opening post: nothing of it is missing there. */
const hasPost = (adapter: string, pageType: PageType): boolean =>
  isOfOnePost(pageType) && !(adapter === "generic" && pageType === "thread")

/** Characters of a name that a list can use. */
const LONGEST_NAME = 200

export function summaryOf({ adapter, pageType, fields, comments, faults }: PostFacts): PostSummary {
  const named = (name: "authorName" | "authorHandle" | "authorId") =>
    fields[name].value?.slice(0, LONGEST_NAME) ?? null
  const page = accountAt(fields.authorUrl.value)
  return {
    adapter: adapter.id,
    pageType,
    permalink: fields.permalink.value,
    authorName: named("authorName"),
    authorHandle: named("authorHandle"),
    authorId: named("authorId"),
    ...(page === null ? {} : { authorPage: page.slice(0, LONGEST_NAME) }),
    publishedAt: fields.publishedAt.value,
    counters: Object.fromEntries(
      counterNames.flatMap(name => {
        const { value } = fields[name]
        return value === null ? [] : [[name, value]]
      }),
    ),
    ambiguous: fieldNames.filter(name => fields[name].verdict === "ambiguous"),
    missing: hasPost(adapter.id, pageType)
      ? REQUIRED.filter(name => fields[name].verdict === "not-found")
      : [],
    comments: comments.length,
    faulty: faults.length > 0,
  }
}
