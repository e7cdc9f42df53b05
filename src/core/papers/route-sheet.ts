/**
 * 03-notary-route.pdf (公证现场操作单, product.md §4.4), as values: a page or two
 * for whoever opens the links again before a notary, in an order, each with its
 * address, the way to it and what is to be seen there. From a bundle's own records:
 * what they do not hold is a blank, or said to be unknown.
 */
import type { BothWords } from "../bundle/readme-parts.ts"
import { shownAddress, shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { standing } from "../corrections.ts"
import type { Block, Fact, Paper, PictureSlot, Said } from "./block.ts"
import type { ReportContents } from "./contents.ts"
import { firstOf } from "./first-of.ts"
import { type HasteGround, routeOf } from "./route-order.ts"
import { foundSince, lastSeen, signedOut } from "./route-seen.ts"
import {
  addressOf,
  LONGEST_LINK,
  minutesFor,
  type RouteStop,
  type Step,
  stopOf,
  unfoldingsOf,
  wayTo,
} from "./route-stop.ts"
import type { StopFact } from "./route-words.ts"
import { itemLabel, plain, soft, speaker, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"
import type { ReportLanguage } from "./wanted.ts"

/** Of the words that are to be seen (product.md §4.4). */
const LOOK_CHARACTERS = 30
const NAME_CHARACTERS = 30
/** No link is longer. What is, cannot be typed off a sheet either. */
const ADDRESS_CHARACTERS = LONGEST_LINK
/** A heading, its note, and a card under it, in points. */
const CARD_ROOM = 300

/** The same contents, words and language give the same sheet. */
export function routeSheetOf(contents: ReportContents, words: BothWords, language: ReportLanguage): Paper {
  const { snapshot, manifest, caseFacts } = contents
  const said = speaker(words, language)
  const { say, sayAll, inOne } = said
  const offset = snapshot.items[0]?.record.clock.utcOffsetMinutes ?? 0
  const madeAt = localTime(snapshot.at, offset)
  // A file from elsewhere has no page that could be opened.
  const opened = snapshot.items.filter(({ record }) => record.imported === undefined)
  const { open, gone } = routeOf(opened.map(stopOf), snapshot.at)
  const minutes = open.reduce((sum, { stop }) => sum + minutesFor(stop.of), 0)
  const heading = (name: "open" | "gone"): Block => ({
    kind: "heading",
    level: 1,
    said: say(({ route }) => route[name]),
    mark: inOne(({ route }) => route[name]),
  })
  return {
    title: inOne(({ route }) => route.title),
    language: said.tag,
    at: snapshot.at,
    header: inOne(({ route }) => route.header(caseFacts.number)),
    footer: (page, pages) =>
      `manifest-sha256.txt SHA-256: ${manifest.sha256}\n${inOne(({ report }) => report.footer(page, pages, madeAt))}`,
    blocks: [
      { kind: "title", said: say(({ route }) => route.title) },
      { kind: "box", entries: sayAll(({ route }) => route.advice(open.length, minutes)) },
      ...(open.length === 0
        ? [{ kind: "text", said: say(({ route }) => route.noneOpen, "strong"), isNote: false } as const]
        : [
            heading("open"),
            { kind: "text", said: say(({ route }) => route.orderNote), isNote: true } as const,
            ...open.map(({ stop, grounds }, at) => card(stop, at + 1, grounds, said)),
          ]),
      ...(gone.length === 0
        ? []
        : [
            { kind: "room", height: CARD_ROOM } as const,
            heading("gone"),
            { kind: "text", said: say(({ route }) => route.goneNote), isNote: true } as const,
            ...gone.map((stop, at) => card(stop, open.length + at + 1, [], said)),
          ]),
      {
        kind: "blanks",
        labels: [
          say(({ route }) => route.applicant),
          say(({ route }) => route.officer),
          say(({ route }) => route.date),
        ],
      },
    ],
  }
}

function card(
  { of }: RouteStop,
  number: number,
  grounds: readonly HasteGround[],
  { say, inOne }: Speaker,
): Block {
  const { record } = of
  const label = itemLabel(record.item)
  const address = addressOf(of)
  const name = ({ list, readme }: Words): string => whatOf(of, list, readme.untitled)
  const fact = (which: StopFact, value: Said): Fact => ({
    label: say(({ route }) => route.fact[which]),
    value,
  })
  return {
    kind: "card",
    mark: inOne(words => words.route.stop(number, label, name(words))),
    said: say(words => words.route.stop(number, label, name(words)), "strong"),
    code: address.link,
    slot: thumbnailOf(of, label, say),
    facts: [
      fact("address", [
        ...plain(firstOf(address.text, ADDRESS_CHARACTERS)),
        ...(address.isBare ? say(({ route }) => route.bareNote, "soft") : []),
        ...(address.link === null ? say(({ route }) => route.noLink, "soft") : []),
      ]),
      fact("open", howToOpen(of, say)),
      fact(
        "way",
        say(({ route }) => route.way(wayTo(of).map(shownStep))),
      ),
      fact("look", lookFor(of, say)),
      fact("unfold", toUnfold(of, say)),
      ...seenFacts(of, say, fact),
      ...(grounds.length === 0
        ? []
        : [
            fact(
              "haste",
              say(({ route, list }) => grounds.map(ground => route.haste[ground]).join(list.between.list)),
            ),
          ]),
      fact(
        "onTheSpot",
        say(({ route }) => route.onTheSpot(minutesFor(of))),
      ),
    ],
  }
}

type Words = Parameters<Parameters<Speaker["say"]>[0]>[0]

/** The site and whose it is, as far as the records say so. */
function whatOf({ record, facts, corrections }: ItemSnapshot, list: Words["list"], untitled: string): string {
  const site = facts === undefined ? null : list.siteName(facts.adapter.id)
  const author = standing(corrections).get("authorName")?.value ?? facts?.fields.authorName.value ?? null
  const title = shownText(record.title)
  const words = author === null ? (title === "" ? untitled : title) : shownText(author)
  return [...(site === null ? [] : [site]), firstOf(words, NAME_CHARACTERS)].join(" · ")
}

function howToOpen(of: ItemSnapshot, say: Speaker["say"]): Said {
  const asked = signedOut(of)
  const time = asked === null ? "" : localTime(asked.at, of.record.clock.utcOffsetMinutes)
  return [
    ...(asked === null
      ? say(({ route }) => route.signedIn[of.record.signedIn])
      : say(({ route }) => route.signedOut(asked.verdict, time))),
    ...(asked?.verdict === "public" ? [] : say(({ route }) => route.account)),
  ]
}

const shownStep = (step: Step): Step => {
  if (step.kind === "search")
    return { kind: "search", author: firstOf(shownText(step.author), NAME_CHARACTERS) }
  return step.kind === "profile" ? { kind: "profile", address: shownAddress(step.address).text } : step
}

function lookFor({ record, facts, corrections }: ItemSnapshot, say: Speaker["say"]): Said {
  const own = standing(corrections).get("text")?.value
  const text = own ?? facts?.fields.text.value ?? null
  if (text !== null && text.trim() !== "") {
    const words = firstOf(shownText(text), LOOK_CHARACTERS)
    return say(({ route }) => route.lookFor(words))
  }
  const title = firstOf(shownText(record.title), LOOK_CHARACTERS)
  return say(({ route, report }) => (title === "" ? report.notReadFromPage : route.lookForTitle(title)))
}

function toUnfold(of: ItemSnapshot, say: Speaker["say"]): Said {
  const all = unfoldingsOf(of).map(each =>
    each.kind === "clicked" ? { ...each, words: firstOf(shownText(each.words), NAME_CHARACTERS) } : each,
  )
  return say(({ route, list }) =>
    all.length === 0 ? route.nothingToUnfold : all.map(route.unfold).join(list.between.list),
  )
}

function seenFacts(
  of: ItemSnapshot,
  say: Speaker["say"],
  fact: (which: StopFact, value: Said) => Fact,
): Fact[] {
  const { utcOffsetMinutes } = of.record.clock
  const [seen, since] = [lastSeen(of), foundSince(of)]
  const shown =
    since === null ? null : { ...since, words: since.words === null ? null : shownText(since.words) }
  return [
    fact(
      "seen",
      seen === null
        ? say(({ route }) => route.neverSeen)
        : say(({ route }) => route.seen(seen.by, localTime(seen.at, utcOffsetMinutes))),
    ),
    ...(shown === null
      ? []
      : [
          fact("found", [
            ...soft(localTime(shown.at, utcOffsetMinutes)),
            ...say(({ readme }) => readme.found(shown), "strong"),
          ]),
        ]),
  ]
}

/** The chosen post where one was cut out, else the first screen. */
function thumbnailOf(
  { record, files }: ItemSnapshot,
  label: string,
  say: Speaker["say"],
): PictureSlot | null {
  const held = new Set(files.map(({ path }) => path))
  const path = [record.post?.file ?? null, record.frames[0]?.path ?? null].find(
    each => each !== null && held.has(each),
  )
  if (path === undefined || path === null) return null
  const missing = say(({ report }) => report.pictureMissing(`data/${record.item}/${path}`))
  return {
    ...{ item: record.item, path, rows: [], isThumbnail: true, missing },
    caption: () => say(({ route }) => route.picture(label)),
    cutOff: () => missing,
  }
}
