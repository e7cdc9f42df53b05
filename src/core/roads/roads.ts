/**
 * The roads, in the order in which they are shown, which says nothing of which
 * is better: what each needs (law.md §3), the sentences of law that it stands
 * on, and the periods that run on it.
 */
import type { ProvisionName } from "../law/provisions.ts"
import type { NeedName } from "./needs.ts"

export const roadNames = ["notice", "police", "civil", "prosecution", "notary", "preservation"] as const
export type RoadName = (typeof roadNames)[number]

/**
 * `complaint`, `report`: days since each that was sent. `retention`: how long platforms must keep records at least. The
 * rest are told in words: from when they run is no fact of the case.
 */
export type Period = "complaint" | "report" | "limitation" | "prosecution" | "notary" | "retention"

export interface Road {
  readonly needs: readonly NeedName[]
  readonly periods: readonly Period[]
  readonly provisions: readonly ProvisionName[]
}

export const roads: Readonly<Record<RoadName, Road>> = {
  notice: {
    needs: ["posts", "address", "account", "identity", "falsity", "complaint"],
    periods: ["complaint"],
    provisions: ["notice", "statement"],
  },
  police: {
    needs: ["posts", "account", "published", "numbers", "identity", "loss", "bundle", "report"],
    periods: ["report"],
    provisions: ["punishment", "policeAnswer", "policeTerm", "noForging"],
  },
  civil: {
    needs: [
      ...(["posts", "context", "account", "profile", "numbers", "signed-out", "complaint"] as const),
      ...(["defendant", "falsity", "loss", "bills", "stamps", "bundle"] as const),
    ],
    periods: ["limitation", "retention"],
    provisions: [
      ...([
        "reputation",
        "suit",
        "complaintOfSuit",
        "venue",
        "venueAtHome",
        "disclosure",
        "original",
      ] as const),
      ...(["redress", "mentalHarm", "costs", "injunction", "limitation", "noLimitation"] as const),
    ],
  },
  prosecution: {
    needs: [
      ...(["posts", "account", "profile", "published", "numbers", "second-reading", "signed-out"] as const),
      ...(["defendant", "falsity", "loss", "stamps", "bundle"] as const),
    ],
    periods: ["prosecution"],
    provisions: [
      ...(["defamation", "spread", "spreadOfYear", "burden", "privateCase", "privateCharge"] as const),
      ...(["policeHelp", "prosecutionTerm", "prosecutionTermBegin"] as const),
    ],
  },
  notary: {
    needs: ["online", "address", "profile", "route", "identity", "bundle"],
    periods: ["notary"],
    provisions: [
      ...(["notaryMatter", "notaryPlace", "notaryTruth", "notaryTerm", "notaryRefusal"] as const),
      "notarisedData",
    ],
  },
  preservation: {
    needs: ["posts", "online", "address", "account", "urgency", "bundle"],
    periods: ["retention"],
    provisions: ["preservation", "contentRecord", "networkLog"],
  },
}
