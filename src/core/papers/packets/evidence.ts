/** The evidence by the numbers of the list, and its files with the checksums by which they are known again. */
import { shownText } from "../../bundle/shown.ts"
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { rowOf } from "../list-draft.ts"
import { isItemEntry } from "../list-entries.ts"
import { code, plain, soft } from "../say.ts"
import { formatOf, sortOf } from "./file-sort.ts"
import { type PacketSection } from "./ground.ts"
import { columns, heading, note, partyHeading, text } from "./parts.ts"

/** 证据和证据来源: number, name, source, content. */
export function evidenceBlocks(section: PacketSection): DraftBlock[] {
  const { entries, speaker, offsetMinutes } = section
  return [
    heading(section, "evidence"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["number", 0.13],
        ["name", 0.27],
        ["from", 0.29],
        ["content", 0.31],
      ]),
      rows: entries.map(entry => {
        const { item, name, from, content } = rowOf(entry, speaker, null, offsetMinutes)
        return [[...plain(entry.number), ...(item === null ? [] : soft(item))], name, from, content]
      }),
    },
    note(speaker.say(({ packets }) => packets.evidenceNote)),
    manifestFacts(section),
  ]
}

/** Whom the court may hear: nothing here knows. */
export const witnessBlocks = (section: PacketSection): DraftBlock[] => [
  partyHeading(section, ({ witnesses }) => witnesses),
  text(plain(BLANK)),
]

/** A paper that nobody can print is none. */
const MOST_FILES = 5_000

/** 类别, 文件格式, 完整性校验值 of every file, under the first number of its item. */
export function fileBlocks(section: PacketSection): DraftBlock[] {
  const { entries, speaker } = section
  const { say } = speaker
  const files = entries.flatMap(entry =>
    isItemEntry(entry)
      ? filesOf(entry.item).map(file => ({ number: entry.number, item: entry.item, file }))
      : [],
  )
  return [
    heading(section, "files"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["number", 0.13],
        ["name", 0.23],
        ["sort", 0.16],
        ["format", 0.1],
        ["print", 0.38],
      ]),
      rows: files
        .slice(0, MOST_FILES)
        .map(({ number, item, file }) => [
          plain(number),
          [...plain(shownText(`data/${item.record.item}/${file.path}`)), ...soft(`${String(file.bytes)} B`)],
          say(({ packets }) => packets.sort[sortOf(item, file)]),
          plain(formatOf(file.path) ?? "—"),
          code(file.sha256),
        ]),
    },
    ...(files.length <= MOST_FILES
      ? []
      : [note(say(({ packets }) => packets.filesCut(MOST_FILES, files.length)))]),
    note(say(({ packets }) => packets.filesNote)),
  ]
}

const filesOf = ({ files }: ItemSnapshot) => files.toSorted((a, b) => (a.path < b.path ? -1 : 1))

const manifestFacts = ({ contents: { manifest }, speaker: { say } }: PacketSection): DraftBlock => ({
  kind: "facts",
  rows: [
    {
      label: say(({ packets }) => packets.manifest),
      value: [...code(`SHA-256 ${manifest.sha256}`), ...code(`SM3 ${manifest.sm3}`)],
    },
  ],
})
