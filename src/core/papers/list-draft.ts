/**
 * 02-evidence-list.docx, as values (product.md §4.3): what 民事诉讼证据规定 19
 * asks of a list (law.md §2.1): numbers in groups, where each thing is from, what
 * it says, what it is to prove, a signature and a date. From a bundle's own
 * records; what they do not have is a blank that can be seen.
 */
import type { BothWords } from "../bundle/readme-parts.ts"
import { shownText } from "../bundle/shown.ts"
import type { Column, Fact, Said } from "./block.ts"
import type { ReportContents } from "./contents.ts"
import { BLANK, type Cell, type CellGroup, type Draft, type DraftBlock } from "./draft.ts"
import { listEntries, type ListEntry, listGroups } from "./list-entries.ts"
import { complaintRow, itemRow, type ListRow, spreadRow } from "./list-rows.ts"
import { type ListColumn, listColumns } from "./list-words.ts"
import type { Placed } from "./placed.ts"
import { code, plain, soft, type Speaker, speaker } from "./say.ts"
import { localTime } from "./times.ts"
import type { ReportLanguage } from "./wanted.ts"

const WIDTHS: Readonly<Record<ListColumn, number>> = {
  number: 0.07,
  name: 0.23,
  from: 0.22,
  content: 0.24,
  purpose: 0.17,
  pages: 0.07,
}

/**
 * The same contents, words, language and places give the same draft. `placed`:
 * where the report's parts stand; null where there is no report beside it.
 */
export function listDraftOf(
  contents: ReportContents,
  words: BothWords,
  language: ReportLanguage,
  placed: Placed | null,
): Draft {
  const { snapshot, numbers, caseFacts } = contents
  const said = speaker(words, language)
  const { say, sayAll, inOne } = said
  return {
    title: inOne(({ list }) => list.title),
    language: said.tag,
    at: snapshot.at,
    isLandscape: true,
    header: inOne(({ list }) => list.header(caseFacts.number)),
    footer: numbers.folder,
    blocks: [
      { kind: "title", said: say(({ list }) => list.title) },
      { kind: "banner", said: say(({ list }) => list.draft) },
      ...sayAll(({ list }) => [...list.notes, list.pagesNote(placed !== null)]).map((note): DraftBlock => ({
        kind: "text",
        said: note,
        isNote: true,
      })),
      { kind: "facts", rows: headFacts(contents, said) },
      {
        kind: "groups",
        columns: listColumns.map((name): Column => ({
          head: say(({ list }) => list.columns[name]),
          width: WIDTHS[name],
        })),
        groups: groupsOf(contents, said, placed),
      },
      {
        kind: "blanks",
        labels: [say(({ list }) => list.submitter), say(({ list }) => list.submittedOn)],
      },
      ...annex(contents, said),
    ],
  }
}

/** Of the clock that the first item was captured by, for times that belong to no item. */
export const offsetMinutesOf = ({ items }: ReportContents["snapshot"]): number =>
  items[0]?.record.clock.utcOffsetMinutes ?? 0

/** Whose case, and of which bundle it is the list. */
function headFacts({ snapshot, numbers, manifest, caseFacts }: ReportContents, { inOne }: Speaker): Fact[] {
  const given = (text: string | null) => plain(text === null ? BLANK : shownText(text))
  return [
    { label: plain(inOne(({ report }) => report.caseName, " ")), value: given(caseFacts.name) },
    { label: plain(inOne(({ report }) => report.caseNumber, " ")), value: given(caseFacts.number) },
    { label: plain(inOne(({ report }) => report.recipient, " ")), value: given(null) },
    {
      label: plain(inOne(({ readme }) => readme.bundle, " ")),
      value: [...plain(numbers.folder), ...soft(localTime(snapshot.at, offsetMinutesOf(snapshot)))],
    },
    {
      label: plain(inOne(({ report }) => report.coverPrint, " ")),
      value: [...code(`SHA-256 ${manifest.sha256}`), ...code(`SM3 ${manifest.sm3}`)],
    },
  ]
}

function groupsOf({ snapshot }: ReportContents, said: Speaker, placed: Placed | null): CellGroup[] {
  const entries = listEntries(snapshot)
  return listGroups.flatMap((group): CellGroup[] => {
    const own = entries.filter(entry => entry.group === group)
    return own.length === 0
      ? []
      : [
          {
            said: said.say(({ list }) => list.group[group], "strong"),
            rows: own.map(entry =>
              cellsOf(entry, rowOf(entry, said, placed, offsetMinutesOf(snapshot)), said),
            ),
          },
        ]
  })
}

/** What the list says of an entry. `offsetMinutes`: of the clock that times of no item are told by. */
export function rowOf(
  entry: ListEntry,
  said: Speaker,
  placed: Placed | null,
  offsetMinutes: number,
): ListRow {
  switch (entry.group) {
    case "content":
    case "author":
    case "other":
      return itemRow(entry.item, said, placed)
    case "spread":
      return spreadRow(entry.item, entry.shown, said, placed)
    case "complaints":
      return complaintRow(entry.version, entry.item, said, offsetMinutes)
  }
}

function cellsOf({ number, group }: ListEntry, row: ListRow, { say }: Speaker): Cell[] {
  const fixed = (each: Said): Cell => ({ said: each, isSuggestion: false })
  return [
    fixed([...plain(number), ...(row.item === null ? [] : soft(row.item))]),
    fixed(row.name),
    fixed(row.from),
    fixed(row.content),
    { said: say(({ list }) => list.purpose[group]), isSuggestion: true },
    fixed(row.pages),
  ]
}

/** A paper that nobody can print is none, and an editor takes long to open it. */
const MOST_FILES = 5_000

/** Every file under data/, in the order of the manifests, as many as a paper can hold. The digits are in one piece, so that they can be searched for. */
function annex({ payload }: ReportContents, { say, inOne }: Speaker): DraftBlock[] {
  return [
    { kind: "page" },
    {
      kind: "heading",
      level: 1,
      said: say(({ list }) => list.annex),
      mark: inOne(({ list }) => list.annex),
    },
    { kind: "text", said: say(({ list }) => list.annexNote), isNote: true },
    ...(payload.length <= MOST_FILES
      ? []
      : ([
          { kind: "text", said: say(({ list }) => list.annexCut(MOST_FILES, payload.length)), isNote: false },
        ] as const)),
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.file), width: 0.24 },
        { head: plain("SHA-256"), width: 0.38 },
        { head: plain("SM3"), width: 0.38 },
      ],
      rows: payload
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .slice(0, MOST_FILES)
        .map(({ path, sha256, sm3 }) => [plain(path), code(sha256), code(sm3)]),
    },
  ]
}
