import { shownText } from "../bundle/shown.ts"
import type { ItemSnapshot, StoredFile } from "../bundle/snapshot.ts"
import type { FileRecord } from "../evidence.ts"
import type { Block, Said } from "./block.ts"
import { plain, type Speaker } from "./say.ts"
import { sections } from "./words.ts"

/** What is kept of an item: its frames in one line, every other file in one of its own. Their hashes stand in the table of all files. */
export function itemFiles({ record, files }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  const recorded = new Map(record.files.map(file => [file.path, file]))
  const frames = files.filter(({ path }) => path.startsWith("frames/"))
  const others = files
    .filter(({ path }) => !path.startsWith("frames/"))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const section = sections.indexOf("prints") + 1
  return [
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.filesTitle),
      mark: inOne(({ report }) => report.filesTitle),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.file), width: 0.44 },
        { head: say(({ report }) => report.columns.kind), width: 0.38 },
        { head: say(({ report }) => report.columns.bytes), width: 0.18 },
      ],
      rows: [
        ...(frames.length === 0 ? [] : [framesRow(frames, say)]),
        ...others.map(file => fileRow(file, recorded.get(file.path), say)),
      ],
    },
    {
      kind: "text",
      said: say(({ report }) => report.filesNote(report.section("prints", section))),
      isNote: true,
    },
  ]
}

const framesRow = (frames: readonly StoredFile[], say: Speaker["say"]): Said[] => [
  plain(`${frames[0]?.path ?? ""} – ${frames.at(-1)?.path ?? ""}`),
  say(({ report }) => report.framesSaid(frames.length)),
  plain(String(frames.reduce((sum, { bytes }) => sum + bytes, 0))),
]

const fileRow = (file: StoredFile, recorded: FileRecord | undefined, say: Speaker["say"]): Said[] => [
  plain(shownText(file.path)),
  recorded === undefined
    ? say(({ report }) => report.besideRecord)
    : say(({ report }) => report.sourceSaid[recorded.source]),
  plain(String(file.bytes)),
]
