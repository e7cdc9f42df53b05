import { clockFindings } from "../clock.ts"
import { shownAddress, shownText, siteOf } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { CaptureRecord } from "../evidence.ts"
import type { Block, Fact, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { chatBlocks } from "./chat-sheet.ts"
import { importedFacts } from "./imported-facts.ts"
import { importedPicture } from "./imported-picture.ts"
import { corroboration } from "./corroboration.ts"
import { fieldFacts, passage } from "./item-fields.ts"
import { itemFiles } from "./item-files.ts"
import { itemPictures } from "./item-pictures.ts"
import { foundSince } from "./route-seen.ts"
import { code, inEights, plain, soft, type Speaker } from "./say.ts"
import { sheetHead, sheetMark } from "./sheet-head.ts"
import { inUtc, localTime } from "./times.ts"

/** One sheet an item, and as many more as its pictures take. */
export function itemSheets({ snapshot: { items }, speaker }: Section): Block[] {
  return items.flatMap((item, at): Block[] => [
    ...(at === 0 ? [] : ([{ kind: "page" }] as const)),
    ...itemSheet(item, speaker),
  ])
}

function itemSheet(item: ItemSnapshot, speaker: Speaker): Block[] {
  const { record } = item
  return [
    { kind: "heading", level: 2, said: sheetHead(item, speaker), mark: sheetMark(item, speaker) },
    ...extent(record, speaker),
    ...found(item, speaker),
    { kind: "facts", rows: [...pageFacts(item, speaker), ...fieldFacts(item, speaker)] },
    ...passage(item, speaker),
    ...chatBlocks(item, speaker),
    ...corroboration(item, speaker),
    ...itemFiles(item, speaker),
    ...(record.imported === undefined ? itemPictures(item, speaker) : importedPicture(item, speaker)),
  ]
}

/** "Complete as loaded", or every gap in words: never "complete" alone. */
function extent({ complete, gaps, redacted }: CaptureRecord, { say }: Speaker): Block[] {
  const left = redacted
    .map(redaction => ({ ...redaction, where: shownText(redaction.where) }))
    .map(redaction => say(({ readme }) => readme.redaction(redaction)))
  const lines = gaps
    .map(gap => ({ ...gap, where: gap.where === null ? null : shownText(gap.where) }))
    .map(gap => say(words => words.gap(gap)))
  const isWhole = complete && gaps.length === 0
  return [
    {
      kind: "text",
      said: isWhole
        ? say(({ readme }) => readme.completeAsLoaded, "strong")
        : say(({ readme }) => readme.gapsCount(gaps.length), "strong"),
      isNote: false,
    },
    ...(lines.length === 0 ? [] : [{ kind: "list", entries: lines, isNumbered: true } as const]),
    ...(left.length === 0 ? [] : [{ kind: "list", entries: left, isNumbered: false } as const]),
  ]
}

/** What was found in the post's place after it was last seen: on the sheet's head, so that nobody opens it in vain. */
function found(item: ItemSnapshot, { say }: Speaker): Block[] {
  const since = foundSince(item)
  if (since === null) return []
  const shown = { ...since, words: since.words === null ? null : shownText(since.words) }
  return [
    {
      kind: "text",
      said: [
        ...soft(localTime(since.at, item.record.clock.utcOffsetMinutes)),
        ...say(({ readme }) => readme.found(shown), "strong"),
      ],
      isNote: false,
    },
  ]
}

function pageFacts(item: ItemSnapshot, { say }: Speaker): Fact[] {
  const { record, recordSha256, stamps, proofs } = item
  const address = shownAddress(record.url)
  const title = shownText(record.title)
  const { canonicalUrl, walls = [], clock, imported } = record
  const fact = (label: Said, value: Said): Fact => ({ label, value })
  const ofPage = (): Fact[] => [
    fact(
      say(({ readme }) => readme.site),
      plain(siteOf(record.url)),
    ),
    fact(
      say(({ readme }) => readme.title),
      title === "" ? say(({ readme }) => readme.untitled) : plain(title),
    ),
    fact(
      say(({ readme }) => readme.address),
      [
        ...plain(address.text),
        ...(address.shortened ? say(({ readme }) => readme.addressShortened, "soft") : []),
      ],
    ),
    ...(canonicalUrl === null || canonicalUrl === record.url
      ? []
      : [
          fact(
            say(({ report }) => report.canonical),
            plain(shownAddress(canonicalUrl).text),
          ),
        ]),
  ]
  return [
    ...(imported === undefined ? ofPage() : importedFacts(record, imported, say)),
    fact(
      say(({ readme }) => (imported === undefined ? readme.capturedAt : readme.importedAt)),
      [
        ...plain(localTime(record.startedAt, clock.utcOffsetMinutes)),
        ...soft(`${inUtc(record.startedAt)} · ${shownText(record.timeZone)}`),
      ],
    ),
    fact(
      say(({ readme }) => readme.clock),
      clockFindings(clock, stamps, record.bracket).flatMap(found =>
        say(({ readme }) => readme.clockFinding(found)),
      ),
    ),
    fact(
      say(({ report }) => report.trigger),
      say(({ report }) => report.triggerSaid[record.trigger]),
    ),
    ...(imported === undefined
      ? [
          fact(
            say(({ report }) => report.signedIn),
            say(({ report }) => report.signedInSaid[record.signedIn]),
          ),
        ]
      : []),
    ...(walls.length === 0
      ? []
      : [
          fact(
            say(({ readme }) => readme.walls),
            walls.flatMap(kind => say(({ readme }) => readme.wall(kind))),
          ),
        ]),
    ...(record.previousCapture === null
      ? []
      : [
          fact(
            say(({ report }) => report.previous),
            plain(record.previousCapture),
          ),
        ]),
    ...(imported === undefined
      ? [
          fact(
            say(({ report }) => report.ownRequests),
            say(({ report }) => report.requests(record.requests.length)),
          ),
        ]
      : []),
    ...stamps.map(({ authority, time }) =>
      fact(
        say(({ readme }) => readme.innerStamp),
        plain(`${shownText(authority)}: ${inUtc(time)}`),
      ),
    ),
    ...(item.anchor === undefined
      ? []
      : [
          fact(
            plain("OpenTimestamps"),
            say(({ readme }) => readme.anchor(item.anchor?.block?.height ?? null)),
          ),
        ]),
    ...proofs.map(({ path, form, matchedBy, reading }) => {
      const safe = reading === null ? null : { ...reading, signer: shownText(reading.signer) }
      return fact(
        say(({ readme }) => readme.attached),
        [
          ...soft(`data/${record.item}/${path}`),
          ...say(({ readme }) => readme.proof({ form, matchedBy, reading: safe })),
        ],
      )
    }),
    fact(
      [...say(({ readme }) => readme.record), ...soft("capture.json")],
      [...code(inEights(recordSha256)), ...soft(`data/${record.item}/capture.json`)],
    ),
  ]
}
