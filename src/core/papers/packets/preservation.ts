/** 11-court-preservation.docx: to have evidence preserved before a suit (民诉法 84), above all what only the platform has. */
import { oldestPostOf } from "./oldest.ts"
import { retentionDates } from "../../retention.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { plain } from "../say.ts"
import { localTime } from "../times.ts"
import { contentNumbers } from "./civil.ts"
import { evidenceBlocks } from "./evidence.ts"
import { type PacketSection } from "./ground.ts"
import { lawBlocks } from "./law-said.ts"
import { lawOf } from "./packet-words.ts"
import { lookupTable, opponentBlocks } from "./parties.ts"
import {
  headFacts,
  heading,
  notes,
  numbered,
  paperHeading,
  partyHeading,
  personFacts,
  signature,
  text,
  typedLine,
  typedText,
} from "./parts.ts"
import { seenBlocks } from "./seen.ts"
import { conductBlocks } from "./story.ts"

export const courtPreservation = (section: PacketSection): DraftBlock[] => [
  headFacts(section, "preservation"),
  partyHeading(section, ({ paper }) => paper.preservation.person),
  personFacts(section, ["name", "sex", "born", "idNumber", "address", "phone", "email", "agent"]),
  ...opponentBlocks(section, "preservation", ["address", "contact"]),
  {
    kind: "facts",
    rows: [
      {
        label: section.speaker.say(({ packets }) => packets.preservation.holder),
        value: plain(typedLine(section, "operator")),
      },
    ],
  },
  paperHeading(section, "preservation", "requests"),
  ...numbered(section.speaker, ({ packets }) =>
    packets.preservation.requests(contentNumbers(section, packets)),
  ),
  ...lookupTable(section),
  paperHeading(section, "preservation", "story"),
  ...conductBlocks(section),
  ...seenBlocks(section),
  heading(section, "urgency"),
  typedText(section, "urgency"),
  ...retentionBlocks(section),
  ...lawBlocks(section, lawOf.preservation),
  text(section.speaker.say(({ packets }) => packets.preservation.security(BLANK))),
  ...evidenceBlocks(section),
  signature(section, "preservation"),
]

/** Until when platforms must keep their records at least, counted from the oldest post. */
function retentionBlocks(section: PacketSection): DraftBlock[] {
  const oldest = oldestPostOf(section.entries)
  if (oldest === null) return []
  const { number, from, offsetMinutes } = oldest
  const { say } = section.speaker
  return [
    heading(section, "retention"),
    text(say(({ packets }) => packets.preservation.retention(number, localTime(from, offsetMinutes)))),
    ...retentionDates(from).map(({ name, until }) =>
      text(say(({ packets }) => packets.preservation.until[name](dayOf(until, offsetMinutes)))),
    ),
    ...notes(section.speaker, ({ preservation }) => [preservation.retentionNote]),
  ]
}

const dayOf = (at: string, offsetMinutes: number): string =>
  localTime(at, offsetMinutes).slice(0, "2026-11-20".length)
