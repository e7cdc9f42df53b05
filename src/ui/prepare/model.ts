/** What the page shows, as one value. */
import { type Recipient } from "../../core/encryption/recipient.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { drafts, offerOf } from "../../core/papers/drafts.ts"
import { type ItemSnapshot } from "../../core/bundle/snapshot.ts"
import { type Audience, draftNames, type PaperName, paperNames } from "../../core/papers/names.ts"
import { type Platform, platformsOf } from "../../core/papers/platforms.ts"
import { type PrivacyFindings } from "../../core/papers/privacy.ts"
import { nothingTyped, type OwnField, type PersonField, type Typed } from "../../core/papers/typed.ts"
import { type ReportLanguage } from "../../core/papers/wanted.ts"
import { type Complaint } from "../../core/remarks.ts"
import { type AnchorRow } from "../../vault/anchor-row.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { type ExportRow, type StampRow } from "../../vault/schema.ts"
import type { Preview } from "../../workshop/preview-papers.ts"

export type Step = 1 | 2 | 3

export interface Held {
  readonly item: ItemSnapshot
  readonly capture: CaptureRow
}

export interface Model {
  readonly step: Step
  /** Null until they are read. */
  readonly held: readonly Held[] | null
  readonly audience: Audience
  /** Of the platforms that there are, the chosen one's place; only where it is for a platform. */
  readonly platform: number
  readonly language: ReportLanguage
  readonly papers: readonly PaperName[]
  readonly withNotes: boolean
  readonly typed: Typed
  /** Whether who speaks is to be kept for the next time. */
  readonly isKept: boolean
  /** Null until it was looked for. */
  readonly privacy: PrivacyFindings | null
  /** Null until they are made. */
  readonly previews: readonly Preview[] | null
  readonly exportId: string | null
  readonly course: ExportRow | null
  readonly stamps: readonly StampRow[]
  readonly anchors: readonly AnchorRow[]
  readonly imports: readonly ImportRow[]
  readonly copied: boolean
  readonly authorities: readonly string[]
  readonly recipients: readonly Recipient[]
  readonly cases: readonly CaseRow[]
  readonly pending: "export" | "complete" | null
  /** What was recorded as sent here, by the place of its platform. */
  readonly sent: ReadonlyMap<number, Complaint>
  readonly problem: ErrorCode | null
  readonly now: string
}

export const emptyModel: Model = {
  step: 1,
  held: null,
  audience: "lawyer",
  platform: 0,
  language: "zh-CN",
  papers: papersFor("lawyer"),
  withNotes: true,
  typed: nothingTyped,
  isKept: false,
  privacy: null,
  previews: null,
  exportId: null,
  course: null,
  stamps: [],
  anchors: [],
  imports: [],
  copied: false,
  authorities: [],
  recipients: [],
  cases: [],
  pending: null,
  sent: new Map(),
  problem: null,
  now: "",
}

export function papersFor(audience: Audience): PaperName[] {
  return paperNames.filter(name => offerOf(name).for.includes(audience))
}

export const offeredTo = (audience: Audience): PaperName[] =>
  paperNames.filter(name => offerOf(name).offeredTo.includes(audience))

/** A platform's copy is without what the user says for themselves, and so is a notary's. */
export const hasNotes = (audience: Audience): boolean => audience !== "platform" && audience !== "notary"

/** Those that something posted is on. */
export const platformsIn = ({ held }: Pick<Model, "held">): Platform[] =>
  platformsOf((held ?? []).map(({ item }) => item))

/** What goes in: of a platform's copy, its own items only. */
export function chosen(model: Model): readonly Held[] {
  const held = model.held ?? []
  const platform = platformsIn(model)[model.platform]
  if (model.audience !== "platform" || platform === undefined) return held
  return held.filter(({ item }) => platform.items.includes(item))
}

/** What the chosen papers ask for, together. */
export function asked({ papers }: Pick<Model, "papers">) {
  const lines = draftNames.filter(name => papers.includes(name)).map(name => drafts[name].asks)
  return {
    person: [...new Set(lines.flatMap(({ person }): readonly PersonField[] => person))],
    own: [...new Set(lines.flatMap(({ own }): readonly OwnField[] => own))],
    statements: lines.some(({ statements }) => statements),
    claims: lines.some(({ claims }) => claims === true),
  }
}
