/** What all papers of the packets are put together from. */
import { shownText } from "../../bundle/shown.ts"
import { type PaperWords } from "../../bundle/words.ts"
import { type Column, type Fact, type Said } from "../block.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { orBlank } from "../person.ts"
import { plain, soft, type Speaker } from "../say.ts"
import { type OwnField, personFields, typedSaid } from "../typed.ts"
import { type PacketSection } from "./ground.ts"
import { type PacketName } from "../names.ts"
import { type HeadingName, type PacketColumn, type PacketWords, type PartyField } from "./packet-words.ts"

export const text = (said: Said): DraftBlock => ({ kind: "text", said, isNote: false })
export const note = (said: Said): DraftBlock => ({ kind: "text", said, isNote: true })

export const heading = (
  { speaker: { say, inOne } }: Pick<PacketSection, "speaker">,
  name: HeadingName,
): DraftBlock => ({
  kind: "heading",
  level: 1,
  said: say(({ packets }) => packets.heading[name]),
  mark: inOne(({ packets }) => packets.heading[name]),
})

/** As the paper calls what is asked for, or what happened. */
export const paperHeading = (
  { speaker: { say, inOne } }: Pick<PacketSection, "speaker">,
  name: PacketName,
  part: "requests" | "story",
): DraftBlock => ({
  kind: "heading",
  level: 1,
  said: say(({ packets }) => packets.paper[name][part]),
  mark: inOne(({ packets }) => packets.paper[name][part]),
})

/** 1., 2., 3., each a paragraph. */
export const numbered = ({ sayAll }: Speaker, pick: (words: PaperWords) => readonly string[]): DraftBlock[] =>
  sayAll(words => pick(words).map((each, at) => words.packets.numbered(at + 1, each))).map(text)

export const texts = ({ sayAll }: Speaker, pick: (words: PacketWords) => readonly string[]): DraftBlock[] =>
  sayAll(({ packets }) => pick(packets)).map(text)

export const notes = ({ sayAll }: Speaker, pick: (words: PacketWords) => readonly string[]): DraftBlock[] =>
  sayAll(({ packets }) => pick(packets)).map(note)

/** What was typed, on one line, or the blank. */
export const typedLine = ({ typed }: Pick<PacketSection, "typed">, name: OwnField): string => {
  const text = orBlank(typed.own[name] ?? null)
  return text === BLANK ? BLANK : shownText(text)
}

/** What was typed, a paragraph for each of its lines, or the blank. */
export const typedText = ({ typed }: Pick<PacketSection, "typed">, name: OwnField): DraftBlock =>
  text(typedSaid(typed.own[name] ?? null))

export const columns = (
  { say }: Speaker,
  widths: readonly (readonly [name: PacketColumn, width: number])[],
): Column[] => widths.map(([name, width]) => ({ head: say(({ packets }) => packets.column[name]), width }))

/** The person who speaks: what they typed, and blanks for the rest. */
export function personFacts(
  { typed: { person }, speaker: { say } }: PacketSection,
  fields: readonly PartyField[],
): DraftBlock {
  return {
    kind: "facts",
    rows: fields.map((field): Fact => {
      const own = personFields.find(name => name === field)
      const typed = orBlank(own === undefined ? null : person[own])
      return {
        label: say(({ packets }) => packets.party[field]),
        value: plain(typed === BLANK ? BLANK : shownText(typed)),
      }
    }),
  }
}

/** A heading of the second level, for a party of the paper. */
export const partyHeading = (
  { speaker: { say, inOne } }: Pick<PacketSection, "speaker">,
  pick: (words: PacketWords) => string,
): DraftBlock => ({
  kind: "heading",
  level: 2,
  said: say(({ packets }) => pick(packets)),
  mark: inOne(({ packets }) => pick(packets)),
})

const recipientOf: Readonly<Record<PacketName, "police" | "court" | "notary">> = {
  ...{ police: "police", notary: "notary" },
  ...{ civil: "court", disclosure: "court", injunction: "court" },
  ...{ prosecution: "court", preservation: "court" },
}

/** To whom it goes and what it is about, before anything else. */
export function headFacts(section: PacketSection, name: PacketName): DraftBlock {
  const { say } = section.speaker
  const { numbers } = section.contents
  return {
    kind: "facts",
    rows: [
      {
        label: say(({ packets }) => packets.paper[name].recipient),
        value: plain(typedLine(section, recipientOf[name])),
      },
      { label: say(({ packets }) => packets.cause), value: say(({ packets }) => packets.paper[name].cause) },
      { label: say(({ readme }) => readme.bundle), value: soft(numbers.folder) },
    ],
  }
}

export const signature = ({ speaker: { say } }: PacketSection, name: PacketName): DraftBlock => ({
  kind: "blanks",
  labels: [say(({ packets }) => packets.paper[name].signature), say(({ packets }) => packets.date)],
})
