/** 05-police-report.docx: what a report to the police holds (law.md §3.2), with the list that 笔录 of electronic data have (§2.5). */
import { type DraftBlock } from "../draft.ts"
import { evidenceBlocks, fileBlocks } from "./evidence.ts"
import { lawQuote } from "../law.ts"
import { type PacketSection } from "./ground.ts"
import { lawBlocks } from "./law-said.ts"
import { lawOf } from "./packet-words.ts"
import { accountTable } from "./parties.ts"
import { headFacts, numbered, paperHeading, partyHeading, personFacts, signature, texts } from "./parts.ts"
import { spreadBlocks } from "./spread.ts"
import { storyBlocks } from "./story.ts"

export const policeReport = (section: PacketSection): DraftBlock[] => [
  headFacts(section, "police"),
  partyHeading(section, ({ paper }) => paper.police.person),
  personFacts(section, ["name", "sex", "born", "idNumber", "address", "phone", "email", "agent"]),
  ...accountTable(section),
  paperHeading(section, "police", "story"),
  ...storyBlocks(section),
  ...spreadBlocks(section),
  paperHeading(section, "police", "requests"),
  ...numbered(section.speaker, ({ packets }) => packets.police.requests(lawQuote("policeAnswer"))),
  ...lawBlocks(section, lawOf.police),
  ...texts(section.speaker, ({ police }) => police.declared),
  signature(section, "police"),
  { kind: "page" },
  ...evidenceBlocks(section),
  ...fileBlocks(section),
]
