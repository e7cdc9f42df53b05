/**
 * The custody log against the bundle that it is in: whether what its lines tell
 * of the items, the key, the time stamps and the export is what is there. Who
 * holds the device's key can write another log; one that is believed has to be
 * of one piece with all the rest.
 */
import type { CameBy } from "./case-file.ts"
import type { Contents } from "./contents.ts"
import { type Finding, type Layer, finding } from "./finding.ts"
import type { LogReading } from "./log-chain.ts"
import { type LoggedItem, readItems, readLeftOut } from "./log-items.ts"
import { laterFaults } from "./log-later.ts"
import { itemStampFaults, keyStampFaults } from "./log-stamps.ts"
import { arrivalKey, type Life, type LogStory } from "./log-story.ts"
import type { Origin, Origins } from "./origins.ts"
import type { Judged } from "./stamps.ts"

export interface Ground {
  readonly cameBy: ReadonlyMap<string, CameBy>
  readonly origins: Origins
  /** The print of the key that signs the bundle. */
  readonly device: string | null
}

export async function historyLayer(contents: Contents, log: LogReading, ground: Ground): Promise<Layer> {
  const layer = "history"
  if (log.faults.length > 0) {
    return { layer, outcome: "unknown", detail: [finding("history/not-followed", {})] }
  }
  const { story } = log
  const items = await readItems(contents, ground.cameBy)
  const judged: Judged[] = [
    ...asFaults(lineFaults(log)),
    ...backwards(story),
    ...keyJudged(story, ground.device),
    ...asFaults(keyStampFaults(contents, story, ground.device)),
    ...asFaults(items === null ? [] : await absentFaults(contents, log, items)),
  ]
  for (const [bundle, origin] of ground.origins) judged.push(...originJudged(contents, bundle, origin))
  for (const item of items ?? []) judged.push(...(await itemJudged(contents, item, story, ground.origins)))
  return inOrder(judged, story.lives.size)
}

const ORDER = ["fail", "warn", "unknown", "pass"] as const

/** What is worst comes first, and names the outcome. */
function inOrder(judged: readonly Judged[], captures: number): Layer {
  const found = judged.toSorted(([a], [b]) => rank(a) - rank(b))
  const outcome = found[0]?.[0] ?? "pass"
  const detail = found.map(([, each]) => each)
  return {
    ...{ layer: "history", outcome },
    detail: outcome === "pass" ? [...detail, finding("history/agrees", { captures })] : detail,
  }
}

const rank = (outcome: Judged[0]): number => ORDER.findIndex(each => each === outcome)

const asFaults = (found: readonly Finding[]): Judged[] => found.map((each): Judged => ["fail", each])

/** The line that begins the export is the last of a bundle's log: what came of it is in the next one's. */
function lineFaults({ story, lines }: LogReading): Finding[] {
  const { lacking, outOfTurn, begins, ends } = story
  const last = begins.at(-1)
  return [
    ...lacking.map(line => finding("history/lacking", { line })),
    ...outOfTurn.map(line => finding("history/out-of-turn", { line })),
    ...begins.slice(1).map(line => finding("history/export-twice", { line })),
    ...ends.map(line => finding("history/export-ended", { line })),
    ...(last !== undefined && last < lines ? [finding("history/after-export", { line: last + 1 })] : []),
  ]
}

/** A clock that is set right runs backwards once; it is for people to say whether that is what happened. */
const backwards = ({ backwards: found }: LogStory): Judged[] =>
  found === null ? [] : [["warn", finding("history/backwards", found)]]

/** A vault's log begins with its installation and its key. */
function keyJudged({ key, isInstalled }: LogStory, device: string | null): Judged[] {
  if (key !== null && device !== null && key !== device) {
    return [["fail", finding("history/other-key", { declared: key, found: device })]]
  }
  return key === null || !isInstalled ? [["warn", finding("history/no-key", {})]] : []
}

/** Every capture that the export was asked for is here, or said to be left out. */
async function absentFaults(
  contents: Contents,
  { exported, story }: LogReading,
  items: readonly LoggedItem[],
): Promise<Finding[]> {
  const leftOut = await readLeftOut(contents)
  if (exported === null || leftOut === null) return []
  const here = new Set(items.map(({ id }) => id))
  return [...exported]
    .filter(id => !here.has(id))
    .map(id => story.lives.get(id)?.item ?? id)
    .filter(item => !leftOut.has(item))
    .map(item => finding("history/not-here", { item }))
}

/** Of a log that goes along: the rest of it is the layer of that name. */
function originJudged(contents: Contents, bundle: string, { log, device }: Origin): Judged[] {
  if (log.faults.length > 0) return []
  const folder = `data/origins/${bundle}/`
  const key = keyJudged(log.story, device).filter(([outcome]) => outcome === "fail")
  return [
    ...[...lineFaults(log), ...key.map(([, each]) => each)].map(each => broken(bundle, each)),
    ...keyStampFaults(contents, log.story, device, folder).map((each): Judged => ["warn", each]),
  ]
}

const broken = (bundle: string, { code }: Finding): Judged => [
  "fail",
  finding("origins/broken", { bundle, what: code }),
]

async function itemJudged(
  contents: Contents,
  item: LoggedItem,
  story: LogStory,
  origins: Origins,
): Promise<Judged[]> {
  const life = story.lives.get(item.id)
  const [first] = item.hands
  if (first === undefined) {
    // That it came from elsewhere and does not say so is the layer of origins'.
    if (life !== undefined && life.received !== null) return []
    const found = asFaults(bornFaults(item, life))
    if (life === undefined) return found
    return [
      ...found,
      ...whereabouts(item, life, story),
      ...asFaults(itemStampFaults(contents, item, life)),
      ...(await laterFaults(contents, item, [life])),
    ]
  }
  // Nor is it told here that a hand is missing, or its line.
  if (life?.received !== item.hash) return []
  const before = livesBefore(item, origins)
  if (before === null)
    return [...whereabouts(item, life, story), ...asFaults(itemStampFaults(contents, item, life))]
  const born = bornFaults({ ...item, item: first.item }, before[0])
  return [
    ...born.map(each => broken(first.bundle, each)),
    ...whereabouts(item, life, story),
    ...asFaults(itemStampFaults(contents, item, life)),
    ...before.flatMap(each => itemStampFaults(contents, item, each).map((found): Judged => ["warn", found])),
    ...(await laterFaults(contents, item, [...before, life])),
  ]
}

/** How it was begun and closed, in the vault in which it was. */
function bornFaults({ item, isComplete, isImport }: LoggedItem, life: Life | undefined): Finding[] {
  if (life === undefined) return [finding("history/not-started", { item })]
  return [
    ...(life.item === item ? [] : [finding("history/other-number", { item, says: life.item })]),
    ...(life.isImport === isImport ? [] : [finding("history/other-kind", { item })]),
    ...(life.closed === "interrupted" && isComplete ? [finding("history/interrupted", { item })] : []),
  ]
}

/** Where it was when the export began. In the trash, it may have been put there in that very moment. */
function whereabouts({ item, id }: LoggedItem, life: Life, { check }: LogStory): Judged[] {
  const { deleted, trashed, since } = life
  const isDamaged = check !== null && check.line > since && check.damaged.has(id)
  return [
    ...(deleted === null ? [] : asFaults([finding("history/deleted", { item, line: deleted })])),
    ...(trashed === null || deleted !== null
      ? []
      : [["warn", finding("history/trashed", { item, line: trashed })] as const]),
    ...(isDamaged ? [["warn", finding("history/damaged", { item, line: check.line })] as const] : []),
  ]
}

/** The item in the logs that go along, the first one first; null where one of them does not tell of it. */
function livesBefore({ own, hash, hands }: LoggedItem, origins: Origins): Life[] | null {
  const lives: Life[] = []
  for (const [index, { bundle, item }] of hands.entries()) {
    const log = origins.get(bundle)?.log
    if (log === undefined || log.faults.length > 0) return null
    const { lives: all, arrivals } = log.story
    const life = index === 0 ? all.get(own.id) : arrivals.get(arrivalKey(hash, item))
    if (life === undefined) return null
    lives.push(life)
  }
  return lives
}
