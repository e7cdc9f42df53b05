/** What a row of the list of evidence says, by what it is of. */
import { standing } from "../corrections.ts"
import { shownAddress, shownText, siteOf } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { FieldName } from "../post-facts/fields.ts"
import { POST_JSON } from "../post-facts/post-json.ts"
import { counterNames } from "../post-facts/summary.ts"
import { NOTES, type RemarkVersion } from "../remarks.ts"
import type { Said } from "./block.ts"
import { chatInShort } from "./chat-sheet.ts"
import { BLANK } from "./draft.ts"
import { firstOf } from "./first-of.ts"
import { keptIn } from "./kept.ts"
import { sheetMark } from "./sheet-head.ts"
import { numberSaid, type NumbersShown } from "./numbers-shown.ts"
import { orBlank } from "./person.ts"
import { pagesUnder, type Placed } from "./placed.ts"
import { publishedSaid } from "./published.ts"
import { itemLabel, plain, soft, type Speaker } from "./say.ts"
import { filledAt, localTime } from "./times.ts"

export interface ListRow {
  /** E-001; null where it is of no item. */
  readonly item: string | null
  readonly name: Said
  readonly from: Said
  readonly content: Said
  readonly pages: Said
}

/** Of what was captured. */
export function itemRow(item: ItemSnapshot, speaker: Speaker, placed: Placed | null): ListRow {
  const { record } = item
  const { say } = speaker
  const address = orBlank(shownAddress(record.url).text)
  const time = localTime(record.startedAt, record.clock.utcOffsetMinutes)
  const isImported = record.imported !== undefined
  const isAutomated = record.environment.automation.value === "yes" || record.trigger === "script"
  return {
    item: itemLabel(record.item),
    name: [...nameOf(item, speaker), ...filledIn(item, ["authorName", "publishedAt"], speaker)],
    from: [
      ...say(({ list, readme }) => (isImported ? readme.importedFrom(time) : list.from(time, address))),
      ...(isAutomated ? say(({ readme }) => readme.automated, "strong") : []),
      ...(isImported || (record.complete && record.gaps.length === 0)
        ? []
        : say(({ list }) => list.gaps(record.gaps.length), "soft")),
      ...soft(`data/${record.item}/`),
    ],
    content: contentOf(item, speaker),
    pages: pagesSaid(placed, sheetMark(item, speaker)),
  }
}

/** Of a chat: how many messages, and of which times. */
function contentOf(item: ItemSnapshot, speaker: Speaker): Said {
  const { chat, record, facts } = item
  if (chat !== undefined) {
    return speaker.say(words => chatInShort(chat, record.clock.utcOffsetMinutes, words))
  }
  return facts?.pageType === "profile" ? accountSaid(item, speaker) : wordsSaid(item, speaker)
}

/** Of the numbers that its page showed: the first and the last time, with all of them where there are no more. */
export function spreadRow(
  { record, facts, counters }: ItemSnapshot,
  shown: readonly NumbersShown[],
  { say, inOne }: Speaker,
  placed: Placed | null,
): ListRow {
  const label = itemLabel(record.item)
  const folder = `data/${record.item}`
  const paths = [
    ...(facts === undefined ? [] : [`${folder}/${POST_JSON}`]),
    ...(counters.length === 0 ? [] : [`${folder}/readings.jsonl`]),
  ]
  const told = shown.length > 2 ? [...shown.slice(0, 1), ...shown.slice(-1)] : shown
  return {
    item: label,
    name: say(({ list }) => list.numbersName(label, shown.length)),
    from: [...say(({ list }) => list.numbersFrom), ...paths.flatMap(soft)],
    content: [
      ...told.flatMap(({ at, offsetMinutes, numbers }) =>
        say(({ list, readme }) =>
          [
            localTime(at, offsetMinutes),
            counterNames
              .filter(name => numbers[name] !== undefined)
              .map(name => `${readme.counterName(name)} ${numberSaid(numbers[name])}`)
              .join(list.between.list),
          ].join(list.between.colon),
        ),
      ),
      ...say(({ list }) => list.numbersNote, "soft"),
    ],
    pages: pagesSaid(
      placed,
      inOne(({ report }) => report.counters),
    ),
  }
}

/** Of a complaint, as the user recorded it: the report says nothing of it. */
export function complaintRow(
  { at, content }: Extract<RemarkVersion, { readonly kind: "complaint" }>,
  item: ItemSnapshot | null,
  { say }: Speaker,
  offsetMinutes: number,
): ListRow {
  const about = item === null ? null : itemLabel(item.record.item)
  const path = item === null ? "data/case.json" : `data/${item.record.item}/${NOTES}`
  const platform = content === null ? BLANK : shownText(content.platform)
  return {
    item: about,
    name: say(({ list }) => list.complaintName(about, platform)),
    from: [
      ...say(({ list }) => list.complaintFrom(localTime(at, offsetMinutes), path)),
      ...say(({ list }) => list.complaintNote, "soft"),
    ],
    content:
      content === null
        ? plain(BLANK)
        : [
            ...say(({ list }) =>
              [list.sent(localTime(content.sentAt, offsetMinutes)), list.channel[content.channel]].join(
                list.between.list,
              ),
            ),
            ...say(({ list }) =>
              list.givenNumber(content.number === null ? BLANK : shownText(content.number)),
            ),
            ...say(({ list }) =>
              [
                ...(content.repliedAt === null
                  ? []
                  : [list.replied(localTime(content.repliedAt, offsetMinutes))]),
                list.result[content.result],
              ].join(list.between.colon),
            ),
            ...(content.said === null ? [] : plain(shownText(content.said))),
          ],
    pages: plain(BLANK),
  }
}

function nameOf(item: ItemSnapshot, { say }: Speaker): Said {
  const { record, facts } = item
  const title = shownText(record.title)
  if (record.imported !== undefined) {
    return say(({ readme, list }) => `${readme.importedFile}${list.between.colon}${firstOf(title)}`)
  }
  if (facts === undefined || facts.adapter.id === "generic") {
    return say(({ list }) => list.pageName(title === "" ? BLANK : firstOf(title), list.kept(keptIn(item))))
  }
  const { pageType, adapter } = facts
  const author = firstOf(wordOf(item, "authorName") ?? BLANK)
  const published = publishedSaid(item) ?? BLANK
  return say(({ list }) => {
    const site = list.siteName(adapter.id) ?? siteOf(record.url)
    const kept = list.kept(keptIn(item))
    return pageType === "profile"
      ? list.profileName(site, author, kept)
      : list.postName({ site, author, published, type: pageType, kept })
  })
}

/** A field as it stands for the user: in their words, or else in the page's; null where neither says it. */
function wordOf({ facts, corrections }: ItemSnapshot, name: "authorName" | "text"): string | null {
  const said = standing(corrections).get(name)?.value ?? facts?.fields[name].value ?? null
  return said === null || said.trim() === "" ? null : shownText(said)
}

/** Which of the fields are the user's own words. */
export const filledIn = (
  { corrections, record }: ItemSnapshot,
  names: readonly FieldName[],
  { say }: Speaker,
): Said =>
  [...standing(corrections).values()]
    .filter(({ field }) => names.includes(field))
    .flatMap(({ field, ...said }) =>
      say(
        ({ readme, list }) =>
          `${readme.fieldName(field)}${list.between.colon}${readme.filledIn(filledAt(said, record))}`,
        "soft",
      ),
    )

function wordsSaid(item: ItemSnapshot, speaker: Speaker): Said {
  const words = wordOf(item, "text")
  // A file is no page, and has no picture of one.
  if (words === null && item.record.imported !== undefined) return plain(BLANK)
  return words === null
    ? [...plain(BLANK), ...speaker.say(({ report }) => report.notReadFromPage, "soft")]
    : [...plain(firstOf(words)), ...filledIn(item, ["text"], speaker)]
}

const ACCOUNT = ["authorName", "authorHandle", "authorId", "authorVerified", "ipLocation"] as const

function accountSaid({ facts, corrections, record }: ItemSnapshot, { say }: Speaker): Said {
  const own = standing(corrections)
  return ACCOUNT.flatMap(name => {
    const correction = own.get(name)
    const value = correction?.value ?? facts?.fields[name].value ?? null
    return [
      ...say(
        ({ readme, list }) =>
          `${readme.fieldName(name)}${list.between.colon}${value === null ? BLANK : shownText(value)}`,
      ),
      ...(correction === undefined
        ? []
        : say(({ readme }) => readme.filledIn(filledAt(correction, record)), "soft")),
    ]
  })
}

/** Of the report; a blank where there is none. */
function pagesSaid(placed: Placed | null, mark: string): Said {
  const pages = placed === null ? null : pagesUnder(placed, mark)
  if (pages === null) return plain(BLANK)
  const { from, to } = pages
  return plain(from === to ? String(from) : `${String(from)}–${String(to)}`)
}
