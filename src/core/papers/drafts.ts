/**
 * The papers for a road, beside the report and the list of evidence: one line
 * each. A line says all that the export has to know: for whom a paper is, what has
 * to be typed for it, and how it is made.
 */
import { certificationDraftsOf } from "./abroad.ts"
import type { DraftGround, NamedDraft } from "./draft-ground.ts"
import type { Audience, DraftName, PaperName } from "./names.ts"
import { noticeDraftsOf } from "./notice-draft.ts"
import { packets } from "./packets/packets.ts"
import { type OwnField, type PersonField, personFields } from "./typed.ts"

/** For whom a paper is. */
export interface Offer {
  /** For whom it is chosen at first. */
  readonly for: readonly Audience[]
  /** Who may choose it. */
  readonly offeredTo: readonly Audience[]
}

export interface DraftLine extends Offer {
  /** What its paths in the bag begin with. */
  readonly file: string
  readonly asks: {
    readonly person: readonly PersonField[]
    /** Whether it wants to know, of each item, which words are false and what is true. */
    readonly statements: boolean
    readonly own: readonly OwnField[]
    /** Whether it wants to know what a court is asked for; not there where it does not. */
    readonly claims?: boolean
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
  ...packets,
  abroad: {
    file: "12-fre-902-certification",
    for: [],
    offeredTo: ["lawyer"],
    asks: { person: ["name", "address"], statements: false, own: [] },
    make: certificationDraftsOf,
  },
}

/**
 * The report, the list of evidence and the notary's route sheet. A platform decides by the links and the words: its copy has no report, which
 * tells of the computer and of all that was done (product.md §6.5); a backup is made without papers.
 */
const basic: Readonly<Record<Exclude<PaperName, DraftName>, Offer>> = {
  report: {
    for: ["lawyer", "notary", "police"],
    offeredTo: ["lawyer", "notary", "platform", "police", "backup"],
  },
  list: {
    for: ["lawyer", "notary", "platform", "police"],
    offeredTo: ["lawyer", "notary", "platform", "police", "backup"],
  },
  route: {
    for: ["notary"],
    offeredTo: ["lawyer", "notary", "police", "backup"],
  },
}

export const offerOf = (name: PaperName): Offer => (isBasic(name) ? basic[name] : drafts[name])

const isBasic = (name: PaperName): name is keyof typeof basic => Object.hasOwn(basic, name)
