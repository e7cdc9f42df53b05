/** What a notice complains of, item by item: where it is, whose it is, which words are false and what is true. */
import { shownAddress, shownPassage, shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { standing } from "../corrections.ts"
import type { FieldName } from "../post-facts/fields.ts"
import type { Said } from "./block.ts"
import { BLANK, type Cell, type CellGroup } from "./draft.ts"
import type { ListEntry } from "./list-entries.ts"
import type { NoticeRow } from "./notice-words.ts"
import { orBlank } from "./person.ts"
import { publishedSaid } from "./published.ts"
import { itemLabel, plain, type Speaker } from "./say.ts"
import { filledAt, localTime } from "./times.ts"
import { type Statement, type Typed, typedSaid } from "./typed.ts"

/** Characters of a page that are offered, to be cut down to the words complained of. */
const OFFERED = 1_000

/** An entry of the list of evidence that is of something posted. */
export type ContentEntry = ListEntry & { readonly group: "content"; readonly item: ItemSnapshot }

export function contentGroup(entry: ContentEntry, typed: Typed, speaker: Speaker): CellGroup {
  const { item, number } = entry
  const { record } = item
  const statement = typed.statements.find(each => each.item === record.item) ?? null
  const row = (name: NoticeRow, cell: Cell): Cell[] => [
    fixed(speaker.say(({ notice }) => notice.row[name], "strong")),
    cell,
  ]
  const read = (name: NoticeRow, field: FieldName) => row(name, fixed(fieldSaid(item, field, speaker)))
  return {
    said: plain(`${number} · ${itemLabel(record.item)}`),
    rows: [
      row("link", fixed(linkSaid(item, speaker))),
      row("opened", fixed(addressSaid(record.url, speaker))),
      read("postId", "postId"),
      read("author", "authorName"),
      read("authorId", "authorId"),
      read("profile", "authorUrl"),
      row("published", fixed(plain(publishedSaid(item) ?? BLANK))),
      row("captured", fixed(plain(localTime(record.startedAt, record.clock.utcOffsetMinutes)))),
      row("words", wordsCell(item, statement, speaker)),
      row("truth", fixed(typedSaid(statement?.truth ?? null))),
    ],
  }
}

const fixed = (said: Said): Cell => ({ said, isSuggestion: false })

/** The bare permalink: without what opens the page as somebody (decisions.md, "Never stored"). */
const linkSaid = ({ facts, corrections }: ItemSnapshot, speaker: Speaker): Said => {
  const link = standing(corrections).get("permalink")?.value ?? facts?.fields.permalink.value ?? null
  return link === null ? plain(BLANK) : addressSaid(link, speaker)
}

function addressSaid(address: string, { say }: Speaker): Said {
  const { text, shortened } = shownAddress(address)
  return [...plain(orBlank(text)), ...(shortened ? say(({ notice }) => notice.shortened, "soft") : [])]
}

/** As the user has it, or else the page; a blank where neither says it. */
function fieldSaid({ facts, corrections, record }: ItemSnapshot, name: FieldName, speaker: Speaker): Said {
  const own = standing(corrections).get(name)
  const value = own?.value ?? facts?.fields[name].value ?? null
  if (typeof value !== "string" || value.trim() === "") return plain(BLANK)
  return [
    ...(name === "authorUrl" ? addressSaid(value, speaker) : plain(shownText(value))),
    ...(own === undefined ? [] : speaker.say(({ readme }) => readme.filledIn(filledAt(own, record)), "soft")),
  ]
}

/** Typed words stand; those of the page are only offered, since nobody has said yet which of them are false. */
function wordsCell(item: ItemSnapshot, statement: Statement | null, { say }: Speaker): Cell {
  if (statement !== null && statement.words !== null) return fixed(typedSaid(statement.words))
  const offered = offeredWords(item)
  return offered === null
    ? fixed(plain(BLANK))
    : {
        said: [...say(({ notice }) => notice.chooseWords), ...plain(offered)],
        isSuggestion: true,
      }
}

/** What the page says, as far as it was read, for a person to choose from; null where nothing was. */
export function offeredWords({
  facts,
  corrections,
}: Pick<ItemSnapshot, "facts" | "corrections">): string | null {
  const text = standing(corrections).get("text")?.value ?? facts?.fields.text.value ?? null
  return text === null || text.trim() === "" ? null : shownPassage(text, OFFERED).text
}
