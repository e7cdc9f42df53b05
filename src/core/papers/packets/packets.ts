/**
 * The papers for the police, the courts and a notary, each a draft that a lawyer
 * goes on with: made of the bundle's records, of what was typed, and of sentences
 * of law from core/law alone. What none of them has is a blank.
 */
import { type Draft, type DraftBlock } from "../draft.ts"
import { type DraftGround } from "../draft-ground.ts"
import { type DraftLine } from "../drafts.ts"
import { type OwnField, personFields } from "../typed.ts"
import { civilComplaint, disclosureRequest, injunction } from "./civil.ts"
import { type PacketSection, sectionOf } from "./ground.ts"
import { notaryApplication } from "./notary.ts"
import { type PacketName } from "../names.ts"
import { note } from "./parts.ts"
import { policeReport } from "./police.ts"
import { courtPreservation } from "./preservation.ts"
import { privateProsecution } from "./prosecution.ts"

export const packets: Readonly<Record<PacketName, DraftLine>> = {
  police: {
    ...line("police", "05-police-report", policeReport),
    ...{ for: ["police"], offeredTo: ["police", "lawyer"] },
    asks: asking(["police", "story", "harm"], true),
  },
  civil: {
    ...line("civil", "06-civil-complaint", civilComplaint),
    asks: {
      ...asking(["court", "opponent", "story", "harm", "loss", "mental", "costs"], true),
      claims: true,
    },
  },
  disclosure: {
    ...line("disclosure", "07-disclosure-request", disclosureRequest),
    asks: asking(["court", "opponent", "operator"]),
  },
  injunction: {
    ...line("injunction", "08-injunction", injunction),
    asks: asking(["court", "opponent", "story", "harm", "urgency"], true),
  },
  prosecution: {
    ...line("prosecution", "09-private-prosecution", privateProsecution),
    asks: asking(["court", "opponent", "story", "harm"], true),
  },
  notary: {
    ...line("notary", "10-notary-application", notaryApplication),
    ...{ for: ["notary"], offeredTo: ["notary", "lawyer"] },
    asks: asking(["notary", "purpose", "route"]),
  },
  preservation: {
    ...line("preservation", "11-court-preservation", courtPreservation),
    asks: asking(["court", "opponent", "operator", "urgency"]),
  },
}

/** Papers for a court are for a lawyer, who chooses them: which road to take is not chosen here. */
function line(
  name: PacketName,
  file: string,
  write: (section: PacketSection) => readonly DraftBlock[],
): Pick<DraftLine, "file" | "for" | "offeredTo" | "make"> {
  return {
    ...{ file, for: [], offeredTo: ["lawyer"] },
    make: ground => [{ path: `${file}.docx`, draft: draftOf(name, ground, write) }],
  }
}

function asking(own: readonly OwnField[], statements = false): DraftLine["asks"] {
  return { person: personFields, statements, own }
}

/** The same ground gives the same draft. */
function draftOf(
  name: PacketName,
  ground: DraftGround,
  write: (section: PacketSection) => readonly DraftBlock[],
): Draft {
  const section = sectionOf(ground)
  const { say, sayAll, inOne, tag } = section.speaker
  const { snapshot, numbers, caseFacts } = ground.contents
  return {
    title: inOne(({ packets: { paper } }) => paper[name].title),
    language: tag,
    at: snapshot.at,
    isLandscape: false,
    header: inOne(({ packets: { paper, header } }) => header(paper[name].title, caseFacts.number)),
    footer: numbers.folder,
    blocks: [
      { kind: "title", said: say(({ packets: { paper } }) => paper[name].title) },
      { kind: "banner", said: say(({ packets: { draft } }) => draft) },
      ...sayAll(({ packets: { notes } }) => notes).map(note),
      ...write(section),
    ],
  }
}
