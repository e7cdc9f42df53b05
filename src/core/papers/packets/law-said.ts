/** The sentences of law of a paper, word for word, each under its title and its day. */
import { type ProvisionName } from "../../law/provisions.ts"
import { type DraftBlock } from "../draft.ts"
import { lawQuote } from "../law.ts"
import { type PacketSection } from "./ground.ts"
import { heading, note, text } from "./parts.ts"

export const lawBlocks = (section: PacketSection, names: readonly ProvisionName[]): DraftBlock[] => [
  heading(section, "law"),
  ...lawTexts(section, names),
  note(section.speaker.say(({ packets }) => packets.lawNote)),
]

export const lawTexts = (
  { speaker: { say } }: Pick<PacketSection, "speaker">,
  names: readonly ProvisionName[],
): DraftBlock[] => names.map(name => text(say(({ packets }) => packets.law(lawQuote(name)))))
