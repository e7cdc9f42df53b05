/**
 * Time stamps that the log says have come. Each lies in the bundle of whatever
 * it is over, to the byte: nothing but the deletion of the item takes it out of
 * a vault. One that came while the bundle was packed has no line, and is there.
 */
import { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import type { Contents } from "./contents.ts"
import { DEVICE_KEY, type Finding, finding } from "./finding.ts"
import type { LoggedItem } from "./log-items.ts"
import type { Life, LogStory, StampLine } from "./log-story.ts"
import { stampOf } from "./proofs.ts"
import { KEY } from "./signature.ts"

interface Stamped {
  /** The file that they are over, and where it lies in the bundle. */
  readonly path: string
  readonly digest: string
  /** As a finding names it. */
  readonly item: string
}

/** Of the device's own key. `folder` is where it lies: of one that goes along with items, that of its bundle. */
export function keyStampFaults(
  contents: Contents,
  { ofKeys }: LogStory,
  device: string | null,
  folder = "",
): Finding[] {
  const path = `${folder}${KEY}`
  const digest = contents.files.get(path)?.sha256
  if (device === null || digest === undefined) return []
  return stampFaults(contents, { path, digest, item: DEVICE_KEY }, ofKeys.get(device) ?? [])
}

export function itemStampFaults(contents: Contents, { item, hash }: LoggedItem, life: Life): Finding[] {
  const of = { path: `data/${item}/capture.json`, digest: hash, item }
  return [...stampFaults(contents, of, life.stamps), ...proofFaults(contents, of, life.proofs)]
}

function stampFaults(contents: Contents, of: Stamped, lines: readonly StampLine[]): Finding[] {
  const tokens = new Set(lines.map(({ authority, token }) => `${authority} ${token}`))
  return lines.flatMap(({ authority, at, digest }): Finding[] => {
    const facts = { authority, item: of.item, at }
    if (digest !== of.digest) return [finding("history/stamp-elsewhere", facts)]
    const found = contents.files.get(stampOf(of.path, authority).reply)
    if (found === undefined) return [finding("history/stamp-gone", facts)]
    return tokens.has(`${authority} ${found.sha256}`) ? [] : [finding("history/stamp-other", facts)]
  })
}

/** One proof, which grows: of a promise there may be more by now than the log knows, of a block there is no more to come. */
function proofFaults(contents: Contents, of: Stamped, lines: readonly StampLine[]): Finding[] {
  const newest = lines.at(-1)
  if (newest === undefined) return []
  const facts = { authority: OPEN_TIMESTAMPS, item: of.item, at: newest.at }
  if (newest.digest !== of.digest) return [finding("history/stamp-elsewhere", facts)]
  return contents.files.has(`${of.path}.ots`) ? [] : [finding("history/stamp-gone", facts)]
}
