/**
 * The papers for a road, beside the report and the list of evidence: one line
 * each. A line says all that the export has to know: for whom a paper is, what has
 * to be typed for it, and how it is made.
 */
import type { DraftGround, NamedDraft } from "./draft-ground.ts"
import { noticeDraftsOf } from "./notice-draft.ts"
import { type OwnField, type PersonField, personFields } from "./typed.ts"

/** For whom an export is: 律师, 公证处, 平台, 报警, 仅备份 (product.md §6.5). */
export const audiences = ["lawyer", "notary", "platform", "police", "backup"] as const
export type Audience = (typeof audiences)[number]

export const draftNames = ["notice"] as const
export type DraftName = (typeof draftNames)[number]

export interface DraftLine {
  /** What its paths in the bag begin with. */
  readonly file: string
  /** For whom it is chosen at first. */
  readonly for: readonly Audience[]
  /** Who may choose it. */
  readonly offeredTo: readonly Audience[]
  readonly asks: {
    readonly person: readonly PersonField[]
    /** Whether it wants to know, of each item, which words are false and what is true. */
    readonly statements: boolean
    readonly own: readonly OwnField[]
  }
  /** Pure: the same ground gives the same papers, and none where the case has nothing for it. */
  readonly make: (ground: DraftGround) => readonly NamedDraft[]
}

export const drafts: Readonly<Record<DraftName, DraftLine>> = {
  notice: {
    file: "04-platform-notice",
    for: ["platform"],
    offeredTo: ["platform", "lawyer"],
    asks: { person: personFields, statements: true, own: ["story"] },
    make: noticeDraftsOf,
  },
}
