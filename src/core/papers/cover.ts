import type { StampsSaid } from "../bundle/words.ts"
import { stampsSaid } from "../bundle/words.ts"
import { shownText, siteOf } from "../bundle/shown.ts"
import type { Block, Fact, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { code, inEights, itemLabel, plain, soft, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

/** Whose case, of what, made when; and the fingerprint that everything else hangs on. */
export function cover(section: Section): Block[] {
  const { speaker, snapshot, numbers, manifest, offsetMinutes } = section
  const { say, inOne } = speaker
  const automated = snapshot.items.some(
    ({ record }) => record.environment.automation.value === "yes" || record.trigger === "script",
  )
  return [
    { kind: "title", said: say(({ report }) => report.title) },
    ...(automated
      ? [{ kind: "text", said: say(({ readme }) => readme.automated, "strong"), isNote: false } as const]
      : []),
    {
      kind: "facts",
      rows: [
        ...caseFacts(section),
        ...extent(section),
        {
          label: plain(inOne(({ readme }) => readme.exportedAt, " ")),
          value: plain(localTime(snapshot.at, offsetMinutes)),
        },
        {
          label: plain(inOne(({ readme }) => readme.bundle, " ")),
          value: [...plain(numbers.folder), ...soft(`urn:uuid:${snapshot.exportId}`)],
        },
        ...howCaptured(speaker, stampsSaid(numbers)),
      ],
    },
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.coverPrint),
      mark: inOne(({ report }) => report.coverPrint),
    },
    {
      kind: "facts",
      rows: [
        { label: plain("SHA-256"), value: code(inEights(manifest.sha256)) },
        { label: plain("SM3"), value: code(inEights(manifest.sm3)) },
      ],
    },
    {
      kind: "qr",
      text: manifest.sha256,
      said: [...say(({ report }) => report.qrNote), ...say(({ report }) => report.coverPrintNote, "soft")],
    },
  ]
}

/** What only people know; visible where nobody has said it. */
function caseFacts({ speaker: { inOne }, caseFacts: { name, number } }: Section): Fact[] {
  const given = (text: string | null): Said =>
    plain(text === null ? inOne(({ report }) => report.notFilledIn) : shownText(text))
  return [
    { label: plain(inOne(({ report }) => report.caseName, " ")), value: given(name) },
    { label: plain(inOne(({ report }) => report.caseNumber, " ")), value: given(number) },
    { label: plain(inOne(({ report }) => report.applicant, " ")), value: given(null) },
    { label: plain(inOne(({ report }) => report.collector, " ")), value: given(null) },
    { label: plain(inOne(({ report }) => report.recipient, " ")), value: given(null) },
  ]
}

function extent({ snapshot: { items }, speaker: { inOne }, offsetMinutes }: Section): Fact[] {
  const names = items.map(({ record }) => itemLabel(record.item)).join(", ")
  const sites = [
    ...new Set(
      items.filter(({ record }) => record.imported === undefined).map(({ record }) => siteOf(record.url)),
    ),
  ].join(", ")
  const times = items.map(({ record }) => record.startedAt).sort()
  const [first = "", last = ""] = [times[0], times.at(-1)]
  const from = localTime(first, offsetMinutes)
  const to = localTime(last, offsetMinutes)
  return [
    {
      label: plain(inOne(({ readme }) => readme.itemCount, " ")),
      value: plain(`${String(items.length)}: ${names}`),
    },
    { label: plain(inOne(({ report }) => report.sites, " ")), value: plain(sites) },
    {
      label: plain(inOne(({ report }) => report.capturedFrom, " ")),
      value: plain(from === to ? from : inOne(({ report }) => report.fromTo(from, to))),
    },
  ]
}

const howCaptured = ({ say, inOne }: Speaker, stamps: StampsSaid): Fact[] => [
  { label: plain(inOne(({ report }) => report.howCaptured, " ")), value: say(({ report }) => report.bySelf) },
  {
    label: plain(inOne(({ readme }) => readme.timeStamp, " ")),
    value: say(({ readme }) => readme.stamps(stamps)),
  },
  { label: plain(inOne(({ report }) => report.notary, " ")), value: say(({ report }) => report.notaryNone) },
]
