/**
 * 12-fre-902-certification.docx: for a court outside China, the elements that a
 * certification under FRE 902(13) and (14) has to state (law.md §4.1), as a form
 * to be checked and signed by a qualified person; beside it what the tool did and
 * what stays with an examiner. No fact in it that is not in the records.
 */
import { shownAddress, shownText } from "../bundle/shown.ts"
import { foreignProvisions, type ForeignProvisionName } from "../law/abroad.ts"
import type { AbroadHeading, AbroadWords } from "./abroad-words.ts"
import { declarantFields } from "./abroad-words.ts"
import { BLANK, type DraftBlock } from "./draft.ts"
import type { DraftGround, NamedDraft } from "./draft-ground.ts"
import { environments } from "./environment.ts"
import { fileBlocks } from "./packets/evidence.ts"
import { numberOfItem, type PacketSection, sectionOf } from "./packets/ground.ts"
import { note, text } from "./packets/parts.ts"
import { orBlank } from "./person.ts"
import { code, itemLabel, plain, soft } from "./say.ts"
import { inUtc, localTime } from "./times.ts"

export const CERTIFICATION = "12-fre-902-certification.docx"

export function certificationDraftsOf(ground: DraftGround): readonly NamedDraft[] {
  const section = sectionOf(ground)
  const { say, sayAll, inOne, tag } = section.speaker
  const { snapshot, numbers, caseFacts } = ground.contents
  return [
    {
      path: CERTIFICATION,
      draft: {
        title: inOne(({ abroad }) => abroad.title),
        language: tag,
        at: snapshot.at,
        isLandscape: false,
        header: inOne(({ abroad, packets }) => packets.header(abroad.title, caseFacts.number)),
        footer: numbers.folder,
        blocks: [
          { kind: "title", said: say(({ abroad }) => abroad.title) },
          { kind: "banner", said: say(({ packets }) => packets.draft) },
          ...sayAll(({ abroad }) => abroad.notes).map(note),
          ...blocksOf(section),
        ],
      },
    },
  ]
}

const blocksOf = (section: PacketSection): DraftBlock[] => [
  caption(section),
  heading(section, "declarant"),
  declarant(section),
  heading(section, "system"),
  system(section),
  ...environments({ snapshot: section.contents.snapshot, speaker: section.speaker }),
  heading(section, "process"),
  ...numbered(section, ({ process }) => process),
  heading(section, "items"),
  itemTable(section),
  text(section.speaker.say(({ abroad }) => `${abroad.account}: ${BLANK}`)),
  heading(section, "statements"),
  ...numbered(section, ({ statements }) => statements(BLANK)),
  ...texts(section, ({ perjury }) => perjury(BLANK)),
  {
    kind: "blanks",
    labels: [
      section.speaker.say(({ abroad }) => abroad.signature),
      section.speaker.say(({ abroad }) => abroad.executed),
    ],
  },
  { kind: "page" },
  heading(section, "examiner"),
  note(section.speaker.say(({ abroad }) => abroad.examinerNote)),
  examinerTable(section),
  ...stampBlocks(section),
  heading(section, "law"),
  ...lawTexts(section, ["electronicProcess", "copiedData"]),
  note(section.speaker.say(({ abroad }) => abroad.lawNote)),
  { kind: "page" },
  ...fileBlocks(section),
]

const heading = ({ speaker: { say, inOne } }: PacketSection, name: AbroadHeading): DraftBlock => ({
  kind: "heading",
  level: 1,
  said: say(({ abroad }) => abroad.heading[name]),
  mark: inOne(({ abroad }) => abroad.heading[name]),
})

const texts = (
  { speaker: { sayAll } }: PacketSection,
  pick: (words: AbroadWords) => readonly string[],
): DraftBlock[] => sayAll(({ abroad }) => pick(abroad)).map(text)

const numbered = (
  { speaker: { sayAll } }: PacketSection,
  pick: (words: AbroadWords) => readonly string[],
): DraftBlock[] =>
  sayAll(({ abroad, packets }) => pick(abroad).map((each, at) => packets.numbered(at + 1, each))).map(text)

const caption = ({ speaker: { say } }: PacketSection): DraftBlock => ({
  kind: "facts",
  rows: (["court", "parties", "number"] as const).map(name => ({
    label: say(({ abroad }) => abroad.caption[name]),
    value: plain(BLANK),
  })),
})

/** Only a name and an address may have been typed; who is qualified, and by what, nothing here knows. */
function declarant({ speaker: { say }, typed: { person } }: PacketSection): DraftBlock {
  const own = { name: orBlank(person.name), address: orBlank(person.address) }
  return {
    kind: "facts",
    rows: declarantFields.map(name => {
      const typed = name === "name" || name === "address" ? own[name] : BLANK
      return {
        label: say(({ abroad }) => abroad.declarant[name]),
        value: plain(typed === BLANK ? BLANK : shownText(typed)),
      }
    }),
  }
}

function system({ contents: { snapshot, manifest, numbers }, speaker: { say } }: PacketSection): DraftBlock {
  const { tool } = snapshot
  return {
    kind: "facts",
    rows: [
      { label: say(({ abroad }) => abroad.tool), value: plain(`${tool.name} ${tool.version}`) },
      { label: say(({ abroad }) => abroad.commit), value: code(tool.commit) },
      { label: say(({ readme }) => readme.bundle), value: plain(numbers.folder) },
      {
        label: say(({ packets }) => packets.manifest),
        value: [...code(`SHA-256 ${manifest.sha256}`), ...code(`SM3 ${manifest.sm3}`)],
      },
    ],
  }
}

function itemTable({ contents, entries, speaker: { say } }: PacketSection): DraftBlock {
  const head = (name: keyof AbroadWords["columns"]) => say(({ abroad }) => abroad.columns[name])
  return {
    kind: "table",
    columns: [
      { head: head("number"), width: 0.11 },
      { head: head("address"), width: 0.31 },
      { head: head("captured"), width: 0.2 },
      { head: head("signedIn"), width: 0.1 },
      { head: head("record"), width: 0.28 },
    ],
    rows: contents.snapshot.items.map(({ record, recordSha256 }) => [
      [...plain(numberOfItem(entries, record.item)), ...soft(itemLabel(record.item))],
      plain(orBlank(shownAddress(record.url).text)),
      [
        ...plain(inUtc(record.startedAt)),
        ...soft(localTime(record.startedAt, record.clock.utcOffsetMinutes)),
      ],
      say(({ report }) => report.signedInSaid[record.signedIn]),
      code(recordSha256),
    ]),
  }
}

function examinerTable({ speaker: { say, sayAll } }: PacketSection): DraftBlock {
  const columns = (["step", "tool", "examiner"] as const).map((name, at) => ({
    head: say(({ abroad }) => abroad.examinerColumns[name]),
    width: [0.2, 0.42, 0.38][at] ?? 0,
  }))
  const column = (at: 0 | 1 | 2) => sayAll(({ abroad }) => abroad.examinerRows.map(row => row[at]))
  const [steps, tool, examiner] = [column(0), column(1), column(2)]
  return {
    kind: "table",
    columns,
    rows: steps.map((step, at) => [step, tool[at] ?? [], examiner[at] ?? []]),
  }
}

/** Only where a stamp is there: that an authority is a qualified one, nothing here has looked up. */
function stampBlocks(section: PacketSection): DraftBlock[] {
  const { contents, speaker } = section
  const stamps = contents.snapshot.items.flatMap(({ record, stamps: own }) =>
    own.map(({ authority, time }) => `${itemLabel(record.item)}: ${shownText(authority)}, ${inUtc(time)}`),
  )
  if (stamps.length === 0) return []
  return [
    heading(section, "stamps"),
    ...stamps.map(each => text(plain(each))),
    ...speaker.sayAll(({ abroad }) => abroad.stampNote).map(text),
    ...lawTexts(section, ["stampAdmissible", "stampPresumed"]),
  ]
}

const lawTexts = (
  { speaker: { say } }: PacketSection,
  names: readonly ForeignProvisionName[],
): DraftBlock[] =>
  names.map(name => {
    const { title, dated, text: words } = foreignProvisions[name]
    return text(say(({ abroad }) => abroad.law(title, dated, words)))
  })
