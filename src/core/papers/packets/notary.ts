/** 10-notary-application.docx: what an application to a notary says (law.md §3.5), with what no notary can certify said beside it. */
import { clockFindings } from "../../clock.ts"
import { shownText } from "../../bundle/shown.ts"
import { type DraftBlock } from "../draft.ts"
import { environments } from "../environment.ts"
import { firstOf } from "../first-of.ts"
import { code, plain } from "../say.ts"
import { inUtc, localTime } from "../times.ts"
import { addressOf, fieldSaid } from "./field-said.ts"
import { contentOf, numberOfItem, type PacketSection } from "./ground.ts"
import { lawBlocks } from "./law-said.ts"
import { lawOf } from "./packet-words.ts"
import {
  columns,
  headFacts,
  heading,
  notes,
  paperHeading,
  partyHeading,
  personFacts,
  signature,
  text,
  texts,
  typedText,
} from "./parts.ts"
import { evidenceBlocks } from "./evidence.ts"
import { seenBlocks } from "./seen.ts"

export const notaryApplication = (section: PacketSection): DraftBlock[] => [
  headFacts(section, "notary"),
  partyHeading(section, ({ paper }) => paper.notary.person),
  personFacts(section, ["name", "sex", "born", "idNumber", "address", "phone", "email", "agent"]),
  paperHeading(section, "notary", "requests"),
  text(section.speaker.say(({ packets }) => packets.notary.matter)),
  text(section.speaker.say(({ packets }) => packets.notary.purpose)),
  typedText(section, "purpose"),
  heading(section, "toKeep"),
  ...texts(section.speaker, ({ notary }) => notary.toKeep),
  toKeepTable(section),
  heading(section, "route"),
  typedText(section, "route"),
  ...notes(section.speaker, ({ notary }) => [notary.routeNote]),
  ...seenBlocks(section),
  heading(section, "limits"),
  ...texts(section.speaker, ({ notary }) => notary.limits),
  ...lawBlocks(section, lawOf.notary),
  signature(section, "notary"),
  { kind: "page" },
  ...evidenceBlocks(section),
  ...timeBlocks(section),
  heading(section, "device"),
  ...notes(section.speaker, ({ notary }) => [notary.deviceNote]),
  ...environments({ snapshot: section.contents.snapshot, speaker: section.speaker }),
  heading(section, "prints"),
  ...texts(section.speaker, ({ notary }) => notary.printsNote),
  {
    kind: "facts",
    rows: [
      {
        label: section.speaker.say(({ packets }) => packets.manifest),
        value: code(section.contents.manifest.sha256),
      },
    ],
  },
]

/** What is to be opened, and what was to be seen there. */
function toKeepTable({ entries, speaker }: PacketSection): DraftBlock {
  return {
    kind: "table",
    columns: columns(speaker, [
      ["number", 0.13],
      ["address", 0.33],
      ["signedIn", 0.2],
      ["content", 0.34],
    ]),
    rows: contentOf(entries).map(({ number, item }) => {
      const words = fieldSaid(item, "text")
      return [
        plain(number),
        plain(addressOf(item)),
        speaker.say(({ report }) => report.signedInSaid[item.record.signedIn]),
        words === null ? speaker.say(({ packets }) => packets.noText) : plain(firstOf(words.text)),
      ]
    }),
  }
}

/** When each item was captured, by which clock, and which stamps are there. */
function timeBlocks(section: PacketSection): DraftBlock[] {
  const { contents, entries, speaker } = section
  const { say } = speaker
  return [
    heading(section, "times"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["number", 0.13],
        ["captured", 0.27],
        ["clock", 0.36],
        ["stamps", 0.24],
      ]),
      rows: contents.snapshot.items.map(({ record, stamps }) => [
        plain(numberOfItem(entries, record.item)),
        [
          ...plain(localTime(record.startedAt, record.clock.utcOffsetMinutes)),
          ...plain(inUtc(record.startedAt)),
        ],
        clockFindings(record.clock, stamps, record.bracket).flatMap(found =>
          say(({ readme }) => readme.clockFinding(found)),
        ),
        stamps.length === 0
          ? say(({ packets }) => packets.noStamps)
          : stamps.flatMap(({ authority, time }) =>
              say(({ packets }) => packets.stamp(shownText(authority), inUtc(time))),
            ),
      ]),
    },
  ]
}
