/** What a case holds, as far as the roads ask for it. Items are sealed, outside the trash, and none of them is practice. */
import type { AdviceName, AdviceState } from "../coach.ts"
import type { Correction } from "../corrections.ts"
import type { FieldName } from "../post-facts/fields.ts"
import type { PostSummary } from "../post-facts/summary.ts"
import type { CapturedPost } from "../readings/account.ts"
import type { PostState } from "../readings/reading.ts"
import type { Complaint } from "../remarks.ts"

export interface CaseItem {
  readonly id: string
  readonly item: number
  readonly host: string
  /** Whether its address is one of the web. */
  readonly isOfWeb: boolean
  readonly startedAt: string
  /** Complete as loaded. */
  readonly complete: boolean
  readonly facts: PostSummary | null
  /** The user's own word, of the fields where it stands. */
  readonly filled: ReadonlyMap<FieldName, Correction>
  /** Its numbers, when it was captured and later. */
  readonly post: CapturedPost
  readonly readings: readonly { readonly kind: "visitor" | "counters"; readonly at: string }[]
  /** How its page was found when it was last read again; null where it never was. */
  readonly lastSeen: { readonly at: string; readonly state: PostState } | null
  readonly isStamped: boolean
  /** Whether a bundle that was handed out holds it. */
  readonly isInBundle: boolean
  readonly said: ReadonlyMap<AdviceName, AdviceState>
}

export interface CaseGround {
  /** By item number. */
  readonly items: readonly CaseItem[]
  /** Those that stand, about the case or an item in it, the newest first. */
  readonly complaints: readonly Complaint[]
  /** What the user said of suggestions for the case as a whole. */
  readonly said: ReadonlyMap<AdviceName, AdviceState>
  /** Practice items, which are in no count. */
  readonly practice: number
}

/** An account's own page shows who posts, and is no post. */
export const isPost = ({ facts }: Pick<CaseItem, "facts">): boolean => facts?.pageType !== "profile"

/** When the post was published, as far as the page says so, else when it was first seen here. */
export const beganAt = ({ facts, startedAt }: Pick<CaseItem, "facts" | "startedAt">): string =>
  facts?.publishedAt?.at ?? startedAt
