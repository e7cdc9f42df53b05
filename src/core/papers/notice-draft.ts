/**
 * 04-platform-notice.docx, as values: what 民法典 1195 asks of a notice (law.md
 * §1.5), the fields that platforms ask for (law.md §3.1), and before it a sheet for
 * who is about to send it. Several platforms get a notice each, since none is to
 * learn what others are told: 04-platform-notice-1.docx and so on, in the order of
 * their first items. From the bundle's records and what was typed; the rest is a
 * blank that can be seen.
 */
import type { Column, Fact, Said } from "./block.ts"
import type { Draft, DraftBlock } from "./draft.ts"
import type { DraftGround, NamedDraft } from "./draft-ground.ts"
import { rowOf } from "./list-draft.ts"
import { listEntries, type ListEntry } from "./list-entries.ts"
import { lawQuote } from "./law.ts"
import { type ContentEntry, contentGroup } from "./notice-content.ts"
import type { NoticePart } from "./notice-words.ts"
import { orBlank } from "./person.ts"
import { type Platform, platformsOf } from "./platforms.ts"
import { code, plain, soft, type Speaker, speaker } from "./say.ts"
import { type PersonField, personFields, type Typed, typedSaid } from "./typed.ts"

const FILE = "04-platform-notice"

/** One for each platform that something posted is on; none where nothing is. */
export function noticeDraftsOf(ground: DraftGround): NamedDraft[] {
  const entries = listEntries(ground.contents.snapshot)
  const posted = entries.filter(isContent)
  const platforms = platformsOf(posted.map(({ item }) => item))
  return platforms.map((platform, at) => ({
    path: platforms.length === 1 ? `${FILE}.docx` : `${FILE}-${String(at + 1)}.docx`,
    draft: draftFor(platform, entries, ground),
  }))
}

const isContent = (entry: ListEntry): entry is ContentEntry => entry.group === "content"

function draftFor(platform: Platform, entries: readonly ListEntry[], ground: DraftGround): Draft {
  const { contents, typed, words, language } = ground
  const said = speaker(words, language)
  const { say, inOne } = said
  const { adapter, host } = platform
  const named = inOne(({ list }) => (adapter === null ? null : list.siteName(adapter)) ?? host, " / ")
  const own = entries.filter(({ item, group }) => group !== "complaints" && isOn(platform, item, contents))
  const list = (pick: Parameters<Speaker["sayAll"]>[0], isNote = false): DraftBlock[] =>
    said.sayAll(pick).map(each => ({ kind: "text", said: each, isNote }))
  return {
    title: inOne(({ notice }) => notice.title),
    language: said.tag,
    at: contents.snapshot.at,
    isLandscape: false,
    header: inOne(({ notice }) => notice.header(named)),
    footer: contents.numbers.folder,
    blocks: [
      { kind: "banner", said: say(({ notice }) => notice.draft) },
      part("before", said),
      ...list(({ notice }) => notice.before),
      ...laws(["notice", "statement"], said),
      { kind: "page" },
      { kind: "title", said: say(({ notice }) => notice.title) },
      { kind: "banner", said: say(({ notice }) => notice.draft) },
      {
        kind: "facts",
        rows: [
          { label: say(({ notice }) => notice.to, "strong"), value: [...plain(named), ...soft(host)] },
          { label: say(({ notice }) => notice.operator, "strong"), value: plain(orBlank(null)) },
        ],
      },
      part("person", said),
      { kind: "facts", rows: personFields.map(name => personFact(name, typed, said)) },
      part("content", said),
      { kind: "text", said: say(({ notice }) => notice.contentNote), isNote: true },
      {
        kind: "groups",
        columns: [
          { head: say(({ notice }) => notice.columns.matter), width: 0.2 },
          { head: say(({ notice }) => notice.columns.content), width: 0.8 },
        ],
        groups: own.filter(isContent).map(entry => contentGroup(entry, typed, said)),
      },
      part("story", said),
      { kind: "text", said: typedSaid(typed.own.story ?? null), isNote: false },
      part("basis", said),
      { kind: "text", said: say(({ notice }) => notice.basis), isNote: false },
      ...laws(["reputation", "notice"], said),
      part("demand", said),
      ...list(({ notice }) => notice.demand),
      part("evidence", said),
      { kind: "text", said: say(({ notice }) => notice.evidenceNote), isNote: true },
      { kind: "table", columns: evidenceColumns(said), rows: own.map(entry => evidenceRow(entry, said)) },
      part("guarantee", said),
      ...list(({ notice }) => notice.guarantee),
      part("enclosures", said),
      ...list(({ notice }) => notice.enclosures),
      {
        kind: "blanks",
        labels: [
          say(({ notice }) => notice.sender),
          say(({ notice }) => notice.signedOn),
          say(({ notice }) => notice.sentBy),
        ],
      },
    ],
  }
}

/** What was posted on it, and profiles and numbers of the same site. */
function isOn(
  { adapter, host }: Platform,
  item: ListEntry["item"],
  { snapshot }: DraftGround["contents"],
): boolean {
  if (item === null) return false
  return platformsOf(snapshot.items).some(
    other =>
      (adapter === null ? other.host === host : other.adapter === adapter) && other.items.includes(item),
  )
}

const part = (name: NoticePart, { say, inOne }: Speaker): DraftBlock => ({
  kind: "heading",
  level: 2,
  said: say(({ notice }) => notice.part[name]),
  mark: inOne(({ notice }) => notice.part[name]),
})

const laws = (names: readonly Parameters<typeof lawQuote>[0][], { say }: Speaker): DraftBlock[] =>
  names.map(name => ({ kind: "text", said: say(({ notice }) => notice.law(lawQuote(name))), isNote: true }))

function personFact(name: PersonField, { person }: Typed, { say }: Speaker): Fact {
  const value = person[name]
  return {
    label: say(({ notice }) => notice.field[name], "strong"),
    value: [
      ...typedSaid(value),
      ...(name === "agent" && value === null ? say(({ notice }) => notice.noAgent, "soft") : []),
    ],
  }
}

const evidenceColumns = ({ say }: Speaker): Column[] => [
  { head: say(({ notice }) => notice.evidenceColumns.number), width: 0.13 },
  { head: say(({ notice }) => notice.evidenceColumns.name), width: 0.3 },
  { head: say(({ notice }) => notice.evidenceColumns.from), width: 0.3 },
  { head: say(({ notice }) => notice.evidenceColumns.print), width: 0.27 },
]

/** By the numbers of the list of evidence, with what it says of each. */
function evidenceRow(entry: ListEntry, said: Speaker): Said[] {
  const row = rowOf(entry, said, null, 0)
  const print = entry.item === null ? null : entry.item.recordSha256
  return [
    [...plain(entry.number), ...(row.item === null ? [] : soft(row.item))],
    row.name,
    row.from,
    print === null ? plain(orBlank(null)) : code(print),
  ]
}
