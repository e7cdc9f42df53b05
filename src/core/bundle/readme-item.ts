import { clockFindings } from "../clock.ts"
import type { CaptureRecord, Gap, StepName } from "../evidence.ts"
import type { ClaimedBlock } from "../ots/stamp.ts"
import type { VisitorSummary } from "../server/reading.ts"
import type { OriginalsSummary } from "../media.ts"
import type { ServerSummary } from "../server/record.ts"
import type { WallKind } from "../walls.ts"
import type { AttachedProof } from "../proof/proof.ts"
import { type BothWords, both, fact, print } from "./readme-parts.ts"
import { pageSaid } from "./readme-facts.ts"
import { filingSaid } from "./readme-filing.ts"
import { importedSaid } from "./readme-imported.ts"
import { marksSaid } from "./readme-marks.ts"
import { numbersRead } from "./readme-numbers.ts"
import { postFacts } from "./readme-post.ts"
import { escapeHtml, shownAddress, shownText, siteOf } from "./shown.ts"
import type { InnerStamp, ItemSnapshot } from "./snapshot.ts"
import { type Measure, type MeasuresTaken, measures } from "./words.ts"

/** One row of the list in 00-readme.html. */
export function readmeItem(item: ItemSnapshot, words: BothWords): string {
  const { record, recordSha256 } = item
  const zh = words.zh.readme
  const en = words.en.readme
  const address = shownAddress(record.url)
  const title = shownText(record.title)
  const taken = measuresTaken(record)
  const automated = record.environment.automation.value === "yes" || record.trigger === "script"
  const { imported } = record
  const captured = (): string[] => [
    fact(zh.site, en.site, ofPage(siteOf(record.url))),
    fact(zh.title, en.title, title === "" ? both(zh.untitled, en.untitled) : ofPage(title)),
    fact(
      zh.address,
      en.address,
      ofPage(address.text) + (address.shortened ? note(zh.addressShortened, en.addressShortened) : ""),
    ),
    fact(zh.capturedAt, en.capturedAt, capturedAt(record)),
    fact(zh.clock, en.clock, clock(item, words)),
    fact(zh.extent, en.extent, extent(record, words)),
    ...postFacts(record, words),
    ...pageSaid(item, words),
    fact(
      zh.steps,
      en.steps,
      `<p>${escapeHtml(zh.stepsTaken(taken))}</p><p lang="en">${escapeHtml(en.stepsTaken(taken))}</p>` +
        (automated ? `<p class="flag">${both(zh.automatedItem, en.automatedItem)}</p>` : ""),
    ),
  ]
  const facts = [
    ...(imported === undefined
      ? captured()
      : [
          ...importedSaid(record, imported, words),
          fact(zh.importedAt, en.importedAt, capturedAt(record)),
          fact(zh.clock, en.clock, clock(item, words)),
          fact(zh.extent, en.extent, extent(record, words)),
        ]),
    ...(record.walls === undefined ? [] : [fact(zh.walls, en.walls, inFront(record.walls, words))]),
    ...(record.redacted.length > 0 ? [fact(zh.redacted, en.redacted, redactions(record, words))] : []),
    ...(record.server === undefined ? [] : [fact(zh.server, en.server, serverSays(record.server, words))]),
    ...(record.originals === undefined
      ? []
      : [fact(zh.originals, en.originals, originals(record.item, record.originals, words))]),
    ...item.readings.map(reading => fact(zh.readAgain, en.readAgain, readAgain(reading, words))),
    ...numbersRead(item, words),
    ...filingSaid(item, words),
    ...marksSaid(item, words),
    ...item.stamps.map(stamp => fact(zh.innerStamp, en.innerStamp, innerStamp(stamp))),
    ...(item.anchor === undefined
      ? []
      : [fact("OpenTimestamps", "OpenTimestamps", anchorSaid(item.anchor.block, words))]),
    ...item.proofs.map(proof => fact(zh.attached, en.attached, attached(record.item, proof, words))),
    fact(zh.record, en.record, `${print(recordSha256)}<br><small>data/${record.item}/capture.json</small>`),
  ]
  return `<tr>
<th scope="row">${record.item}</th>
<td class="picture">${picture(item, words)}</td>
<td><dl>
${facts.join("\n")}
</dl></td>
</tr>`
}

const originals = (item: string, summary: OriginalsSummary, { zh, en }: BothWords) =>
  `${both(zh.readme.originalsSaid(summary), en.readme.originalsSaid(summary))}<br><small>data/${item}/media.json</small>`

function readAgain(reading: VisitorSummary, { zh, en }: BothWords): string {
  const time = inUtc(reading.at)
  return both(zh.readme.reading(reading, time), en.readme.reading(reading, time))
}

const inUtc = (at: string) => `${at.slice(0, 19).replace("T", " ")} UTC`

const anchorSaid = (block: ClaimedBlock | null, { zh, en }: BothWords): string =>
  both(zh.readme.anchor(block?.height ?? null), en.readme.anchor(block?.height ?? null))

const innerStamp = ({ authority, time }: InnerStamp) => `${escapeHtml(authority)}: ${escapeHtml(inUtc(time))}`

/** Named, never shown, and not linked to: nobody has looked into it. */
function attached(item: string, proof: AttachedProof, { zh, en }: BothWords): string {
  const { path, givenName, form, matchedBy, reading } = proof
  const signer = reading === null ? "" : shownText(reading.signer)
  const said = { form, matchedBy, reading: reading === null ? null : { ...reading, signer } }
  return (
    `<small>data/${item}/${path}</small> (${ofPage(shownText(givenName))})` +
    `<p>${both(zh.readme.proof(said), en.readme.proof(said))}</p>`
  )
}

const inFront = (walls: readonly WallKind[], { zh, en }: BothWords): string =>
  walls.map(kind => `<p>${both(zh.readme.wall(kind), en.readme.wall(kind))}</p>`).join("")

/** Text of a page keeps its own direction, and cannot turn ours. */
const ofPage = (text: string) => `<bdi>${escapeHtml(text)}</bdi>`

const note = (zh: string, en: string) => `<p class="note">${both(zh, en)}</p>`

/** As the clock of the computer showed it, with its zone, and in UTC. */
function capturedAt(record: CaptureRecord): string {
  const { startedAt, timeZone, clock } = record
  const started = Date.parse(startedAt)
  if (Number.isNaN(started)) return escapeHtml(startedAt)
  const local = new Date(started + clock.utcOffsetMinutes * 60_000)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ")
  return `${local} (UTC${offset(clock.utcOffsetMinutes)}, ${escapeHtml(shownText(timeZone))})<br><small>${escapeHtml(inUtc(startedAt))}</small>`
}

/** How that clock compares with others, as far as the capture could tell. */
const clock = ({ record, stamps }: ItemSnapshot, { zh, en }: BothWords): string =>
  clockFindings(record.clock, stamps, record.bracket)
    .map(found => `<p>${both(zh.readme.clockFinding(found), en.readme.clockFinding(found))}</p>`)
    .join("")

function offset(minutes: number): string {
  const sign = minutes < 0 ? "−" : "+"
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${sign}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`
}

/** "Complete as loaded", or every gap in words: never "complete" alone. */
function extent(record: CaptureRecord, words: BothWords): string {
  if (record.complete && record.gaps.length === 0) {
    return both(words.zh.readme.completeAsLoaded, words.en.readme.completeAsLoaded)
  }
  const lines = record.gaps
    .map((gap): Gap => ({ ...gap, where: gap.where === null ? null : shownText(gap.where) }))
    .map(gap => `<li>${both(words.zh.gap(gap), words.en.gap(gap))}</li>`)
  const count = record.gaps.length
  return `<p>${both(words.zh.readme.gapsCount(count), words.en.readme.gapsCount(count))}</p><ul>${lines.join("")}</ul>`
}

/** Passwords and the like are never stored; a reader is told, so that nobody takes it for tampering. */
function redactions({ redacted }: CaptureRecord, { zh, en }: BothWords): string {
  return redacted
    .map(redaction => ({ ...redaction, where: shownText(redaction.where) }))
    .map(redaction => `<p>${both(zh.readme.redaction(redaction), en.readme.redaction(redaction))}</p>`)
    .join("")
}

/** What the server sent when it was asked, against what was shown; and what a visitor gets. */
function serverSays(summary: ServerSummary, { zh, en }: BothWords): string {
  const inEnglish = en.readme.serverSays(summary)
  return zh.readme
    .serverSays(summary)
    .map((said, at) => `<p>${both(said, inEnglish[at] ?? "")}</p>`)
    .join("")
}

/** The as-seen frame, else the first frame there is; a re-drawn picture only under its own name. */
function picture({ record, files }: ItemSnapshot, { zh, en }: BothWords): string {
  // What a stranger's file looks like is for a reader to see who chooses to open it.
  if (record.imported !== undefined) return both(zh.readme.importedFile, en.readme.importedFile)
  const held = new Set(files.map(file => file.path))
  const frame = record.frames.find(({ path }) => held.has(path))
  const redrawn = record.files.find(
    ({ path, source, mediaType }) =>
      source === "re-drawn" && mediaType.startsWith("image/") && held.has(path),
  )
  const path = frame?.path ?? redrawn?.path
  if (path === undefined) return both(zh.readme.noPicture, en.readme.noPicture)
  const href = escapeHtml(`data/${record.item}/${path}`)
  const size = frame === undefined ? "" : ` width="${String(frame.width)}" height="${String(frame.height)}"`
  const label = frame === undefined ? note(zh.readme.redrawn, en.readme.redrawn) : ""
  return `<a href="${href}"><img src="${href}"${size} loading="lazy" alt=""><span>${href}</span></a>${label}`
}

const stepsOf: Readonly<Record<Measure, readonly StepName[]>> = {
  "as-seen": ["as-seen"],
  recording: ["recording", "join"],
  frames: ["scroll-frames", "tiles"],
  stitch: ["stitch"],
  dom: ["dom-before", "dom-after"],
  source: ["source"],
  text: ["text"],
  verify: ["verify"],
}

/** What is done for a recording, and for a page: of the other, nothing was to be done. */
const ofRecording: ReadonlySet<Measure> = new Set(["as-seen", "recording", "verify"])
const isOf = (measure: Measure, isRecording: boolean): boolean =>
  isRecording ? ofRecording.has(measure) : measure !== "recording"

/** From the steps alone: what did not run is said not to have run. */
function measuresTaken({ steps, trigger }: CaptureRecord): MeasuresTaken {
  const done: Measure[] = []
  const failed: Measure[] = []
  const notRun: Measure[] = []
  for (const measure of measures.filter(each => isOf(each, trigger === "recorder"))) {
    const outcomes = steps.filter(({ name }) => stepsOf[measure].includes(name)).map(({ outcome }) => outcome)
    if (outcomes.includes("failed")) failed.push(measure)
    else if (outcomes.includes("done")) done.push(measure)
    else notRun.push(measure)
  }
  return { done, failed, notRun }
}
