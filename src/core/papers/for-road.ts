/** For whom the papers of a road are, and which are ticked when somebody comes from it; all of it can be changed there. */
import type { RoadName } from "../roads/roads.ts"
import { offerOf } from "./drafts.ts"
import { type Audience, type DraftName, type PaperName, paperNames } from "./names.ts"

export interface RoadPapers {
  readonly audience: Audience
  /** Beside those that the audience gets anyway. */
  readonly more: readonly DraftName[]
}

export const roadPapers: Readonly<Record<RoadName, RoadPapers>> = {
  notice: { audience: "platform", more: [] },
  police: { audience: "police", more: [] },
  civil: { audience: "lawyer", more: ["civil", "disclosure"] },
  prosecution: { audience: "lawyer", more: ["prosecution"] },
  notary: { audience: "notary", more: [] },
  preservation: { audience: "lawyer", more: ["preservation"] },
}

/** In the order of their files. */
export const papersOn = ({ audience, more }: RoadPapers): PaperName[] =>
  paperNames.filter(name => offerOf(name).for.includes(audience) || more.some(each => each === name))
