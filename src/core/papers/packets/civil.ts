/** 06, 07, 08: the complaint (民诉法 124), the request to have the platform name the account's holder, the application to have it stopped. */
import { shownText } from "../../bundle/shown.ts"
import { type ProvisionName } from "../../law/provisions.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { orBlank } from "../person.ts"
import { evidenceBlocks, witnessBlocks } from "./evidence.ts"
import { type Claim, claims } from "../typed.ts"
import { contentOf, type PacketSection } from "./ground.ts"
import { lawBlocks, lawTexts } from "./law-said.ts"
import { type PacketName } from "../names.ts"
import { lawOf, type PartyField } from "./packet-words.ts"
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
  texts,
  typedLine,
  typedText,
} from "./parts.ts"
import { plain } from "../say.ts"
import { seenBlocks } from "./seen.ts"
import { spreadBlocks } from "./spread.ts"
import { conductBlocks, storyBlocks } from "./story.ts"

/** What a complaint says of whom it is by (law.md §3.3). */
const PLAINTIFF: readonly PartyField[] = [
  ...(["name", "sex", "born", "nation", "occupation", "employer"] as const),
  ...(["idNumber", "address", "phone", "email", "agent"] as const),
]
const DEFENDANT: readonly PartyField[] = ["sex", "employer", "address", "contact"]

export const civilComplaint = (section: PacketSection): DraftBlock[] => [
  ...opening(section, "civil"),
  paperHeading(section, "civil", "requests"),
  ...claimTexts(section),
  paperHeading(section, "civil", "story"),
  ...storyBlocks(section),
  ...spreadBlocks(section),
  ...texts(section.speaker, ({ civil }) => civil.grounds),
  ...lawBlocks(section, [...lawOf.civil, ...lawOfClaims(section.typed.claims ?? [])]),
  ...evidenceBlocks(section),
  ...witnessBlocks(section),
  signature(section, "civil"),
  ...venueBlocks(section),
]

export const disclosureRequest = (section: PacketSection): DraftBlock[] => [
  headFacts(section, "disclosure"),
  ...notes(section.speaker, ({ civil }) => civil.disclosureNote),
  partyHeading(section, ({ paper }) => paper.disclosure.person),
  personFacts(section, PLAINTIFF),
  ...providerBlocks(section),
  ...opponentBlocks(section, "disclosure", DEFENDANT),
  paperHeading(section, "disclosure", "requests"),
  ...numbered(section.speaker, ({ packets }) =>
    packets.civil.disclosureRequests(typedLine(section, "operator")),
  ),
  ...lookupTable(section),
  paperHeading(section, "disclosure", "story"),
  ...texts(section.speaker, ({ civil }) => civil.disclosureGrounds(BLANK)),
  ...conductBlocks(section),
  ...lawBlocks(section, lawOf.disclosure),
  ...evidenceBlocks(section),
  signature(section, "disclosure"),
]

export const injunction = (section: PacketSection): DraftBlock[] => [
  ...opening(section, "injunction"),
  paperHeading(section, "injunction", "requests"),
  ...numbered(section.speaker, words =>
    words.packets.civil.injunctionRequests(contentNumbers(section, words.packets)),
  ),
  paperHeading(section, "injunction", "story"),
  ...storyBlocks(section),
  ...seenBlocks(section),
  heading(section, "urgency"),
  ...notes(section.speaker, ({ civil }) => [civil.injunctionNote]),
  typedText(section, "urgency"),
  ...lawBlocks(section, lawOf.injunction),
  ...evidenceBlocks(section),
  signature(section, "injunction"),
]

const opening = (section: PacketSection, name: PacketName): DraftBlock[] => [
  headFacts(section, name),
  partyHeading(section, ({ paper }) => paper[name].person),
  personFacts(section, PLAINTIFF),
  ...opponentBlocks(section, name, DEFENDANT),
]

/** Who runs the platform: sued first, since the provision has the court order nobody else. */
function providerBlocks(section: PacketSection): DraftBlock[] {
  const { say } = section.speaker
  const civil = (name: "providerName" | "caseNumber" | "defence") => say(({ packets }) => packets.civil[name])
  const party = (name: PartyField) => say(({ packets }) => packets.party[name])
  return [
    partyHeading(section, ({ civil: { provider } }) => provider),
    {
      kind: "facts",
      rows: [
        { label: civil("providerName"), value: plain(typedLine(section, "operator")) },
        { label: party("address"), value: plain(BLANK) },
        { label: party("contact"), value: plain(BLANK) },
        { label: civil("caseNumber"), value: plain(BLANK) },
        { label: civil("defence"), value: plain(BLANK) },
      ],
    },
  ]
}

/** The numbers of all that was posted, or a blank. */
export function contentNumbers(
  { entries }: Pick<PacketSection, "entries">,
  { numbers }: { readonly numbers: (numbers: readonly string[]) => string },
): string {
  const own = contentOf(entries).map(({ number }) => number)
  return own.length === 0 ? BLANK : numbers(own)
}

const AMOUNT_OF: Readonly<Partial<Record<Claim, "loss" | "mental" | "costs">>> = {
  ...{ loss: "loss", mental: "mental", costs: "costs" },
}

/** Those that were ticked, in the order of the law's list; a blank where none was. */
function claimTexts(section: PacketSection): DraftBlock[] {
  const ticked = claims.filter(claim => (section.typed.claims ?? []).includes(claim))
  if (ticked.length === 0) return [text(plain(BLANK))]
  return [
    ...numbered(section.speaker, ({ packets }) =>
      ticked.map(claim => {
        const amount = AMOUNT_OF[claim]
        return packets.civil.claim[claim]({
          numbers: contentNumbers(section, packets),
          blank: amount === undefined ? BLANK : typedLine(section, amount),
        })
      }),
    ),
    ...(ticked.includes("costs") ? notes(section.speaker, ({ civil }) => [civil.costsNote]) : []),
  ]
}

const lawOfClaims = (ticked: readonly Claim[]): ProvisionName[] => [
  ...(ticked.includes("mental") ? (["mentalHarm"] as const) : []),
  ...(ticked.includes("costs") ? (["costs"] as const) : []),
]

/** Which courts the law speaks of, and no court's name. */
const venueBlocks = (section: PacketSection): DraftBlock[] => [
  // For the lawyer, and to be taken out: it is no part of what is signed.
  { kind: "page" },
  heading(section, "venue"),
  ...notes(section.speaker, ({ civil, paper }) => [
    ...civil.venueNote,
    civil.venueOf(paper.civil.person, addressTyped(section)),
    civil.venueOf(paper.civil.opponent, BLANK),
  ]),
  ...lawTexts(section, ["venue", "venueAtHome"]),
]

function addressTyped({ typed: { person } }: PacketSection): string {
  const typed = orBlank(person.address)
  return typed === BLANK ? BLANK : shownText(typed)
}
