import { shownAddress, shownText, siteOf } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { Block, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { itemLabel, plain, soft, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

const CONTENT_CHARACTERS = 80

/** One row an item: number, name, where from, the first words, how much of it. */
export function evidenceList({ snapshot: { items }, speaker }: Section): Block[] {
  const { say } = speaker
  const head = (name: "number" | "name" | "from" | "content" | "extent") =>
    say(({ report }) => report.columns[name])
  return [
    {
      kind: "table",
      columns: [
        { head: head("number"), width: 0.1 },
        { head: head("name"), width: 0.2 },
        { head: head("from"), width: 0.31 },
        { head: head("content"), width: 0.25 },
        { head: head("extent"), width: 0.14 },
      ],
      rows: items.map(item => rowOf(item, speaker)),
    },
  ]
}

function rowOf({ record, facts }: ItemSnapshot, { say }: Speaker): Said[] {
  const title = shownText(record.title)
  const text = facts?.fields.text.value
  const content = typeof text === "string" ? firstOf(shownText(text)) : null
  const { complete, gaps } = record
  return [
    plain(itemLabel(record.item)),
    [
      ...(title === "" ? say(({ report }) => report.pageUntitled) : plain(title)),
      ...soft(siteOf(record.url)),
    ],
    [
      ...plain(shownAddress(record.url).text),
      ...soft(localTime(record.startedAt, record.clock.utcOffsetMinutes)),
    ],
    content === null ? say(({ report }) => report.notReadFromPage) : plain(content),
    complete && gaps.length === 0
      ? say(({ readme }) => readme.completeAsLoaded)
      : say(({ report }) => report.gapsIn(gaps.length)),
  ]
}

/** As many characters as a cell is to hold. */
export function firstOf(text: string, most = CONTENT_CHARACTERS): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`
}
