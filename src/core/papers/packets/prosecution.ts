/** 09-private-prosecution.docx: what a private charge says (law.md §3.4), with the request to have the police help (刑法 246, third paragraph). */
import { BLANK, type DraftBlock } from "../draft.ts"
import { evidenceBlocks, witnessBlocks } from "./evidence.ts"
import { lawQuote } from "../law.ts"
import { type PacketSection } from "./ground.ts"
import { lawBlocks, lawTexts } from "./law-said.ts"
import { lawOf, type PartyField } from "./packet-words.ts"
import { opponentBlocks } from "./parties.ts"
import {
  headFacts,
  notes,
  numbered,
  paperHeading,
  partyHeading,
  personFacts,
  signature,
  texts,
} from "./parts.ts"
import { highestBlocks, spreadBlocks } from "./spread.ts"
import { storyBlocks } from "./story.ts"

const OF_BOTH = ["sex", "born", "nation", "education", "occupation", "employer"] as const
const PROSECUTOR: readonly PartyField[] = [
  ...(["name", ...OF_BOTH] as const),
  ...(["idNumber", "address", "phone", "email", "agent"] as const),
]
const ACCUSED: readonly PartyField[] = [...OF_BOTH, "address", "contact"]

export const privateProsecution = (section: PacketSection): DraftBlock[] => [
  headFacts(section, "prosecution"),
  partyHeading(section, ({ paper }) => paper.prosecution.person),
  personFacts(section, PROSECUTOR),
  ...opponentBlocks(section, "prosecution", ACCUSED),
  paperHeading(section, "prosecution", "requests"),
  ...numbered(section.speaker, ({ packets }) => packets.prosecution.requests(lawQuote("defamation"))),
  ...notes(section.speaker, ({ prosecution }) => [prosecution.requestsNote]),
  paperHeading(section, "prosecution", "story"),
  ...storyBlocks(section),
  ...spreadBlocks(section),
  ...highestBlocks(section),
  ...notes(section.speaker, ({ prosecution }) => prosecution.standardNote),
  ...lawBlocks(section, lawOf.prosecution),
  partyHeading(section, ({ prosecution }) => prosecution.helpTitle),
  ...texts(section.speaker, ({ prosecution }) => prosecution.help(lawQuote("defamation"), BLANK)),
  ...lawTexts(section, ["policeHelp"]),
  ...evidenceBlocks(section),
  ...witnessBlocks(section),
  signature(section, "prosecution"),
]
