/** Bundles made with the device's key, of one piece but for what their logs tell. */
import { utf8 } from "../../../src/core/bytes.ts"
import { CORRECTIONS, writeCorrections } from "../../../src/core/corrections.ts"
import type { CustodyEvent } from "../../../src/core/custody.ts"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { sha256Of, storedFile } from "../bundle/example.ts"
import { newKey } from "../verify/example.ts"
import type { Rung } from "./rung.ts"
import { TSA, type Victim } from "./victim.ts"

const other = newKey()
const at = "2026-11-22T15:20:00.000Z"

const damaged = { verdict: "damaged", layers: ["history"], outside: [] } as const
const note = "ours follows what the log tells; the tools of others see a chain that holds"

/** The item of the victim that has no stamps of its own. */
function plain({ items }: Victim): ItemSnapshot {
  const item = items.at(-1)
  if (item === undefined) throw new Error("no item")
  return item
}

const ofPlain = (victim: Victim) => {
  const { record, recordSha256 } = plain(victim)
  return { capture: record.id, record: recordSha256 }
}

/** The victim's log with further lines, before the export's. */
const telling = (more: (victim: Victim) => readonly CustodyEvent[]) => (victim: Victim) =>
  victim.write({ events: [...victim.events, ...more(victim)] })

export const stories: readonly Rung[] = [
  {
    attack: "an item that the log has deleted",
    make: telling(victim => [
      { event: "capture.trashed", ...ofPlain(victim) },
      { event: "deleted", ...ofPlain(victim) },
    ]),
    ...{ ...damaged, note },
  },
  {
    attack: "a capture that was closed twice, with two records",
    make: telling(victim => [
      { event: "capture.sealed", ...ofPlain(victim), record: sha256Of(utf8("other")) },
    ]),
    ...{ ...damaged, note },
  },
  {
    attack: "captures that the log never began",
    make: victim =>
      victim.write({ events: victim.events.filter(({ event }) => event !== "capture.started") }),
    ...{ ...damaged, note },
  },
  {
    attack: "an item taken out whole, which the export names",
    make: victim =>
      victim.write({
        ...{ items: victim.items.slice(0, 1), events: victim.events },
        captures: victim.items.map(({ record }) => record.id),
      }),
    ...{ ...damaged, note },
  },
  {
    attack: "a bundle of no item, under the log of another",
    make: victim => victim.write({ items: [], events: victim.events }),
    ...{ ...damaged, layers: ["records"], note: "ours knows that no export is of nothing" },
  },
  {
    attack: "another key over the log of the device",
    make: victim => victim.write({ key: other, events: victim.events }),
    ...{ ...damaged, note: "the log names the key that it began with" },
  },
  {
    attack: "a time stamp over an item taken out, which the log has as received",
    make: telling(victim => {
      const { capture, record: digest } = ofPlain(victim)
      const of = { capture, digest, authority: TSA }
      return [
        { event: "time.requested", ...of },
        { event: "time.received", ...of, token: sha256Of(utf8("reply")), time: at },
      ]
    }),
    ...{ ...damaged, note },
  },
  {
    attack: "a correction put in, of which the log has no line",
    make: victim => {
      const item = plain(victim)
      const corrections = [{ field: "views", value: "9", source: "user", at } as const]
      const file = storedFile(CORRECTIONS, writeCorrections(item.recordSha256, corrections))
      const corrected = { ...item, corrections, files: [...item.files, file] }
      return victim.write({ items: [...victim.items.slice(0, -1), corrected], events: victim.events })
    },
    ...{ ...damaged, note },
  },
  {
    attack: "a correction left out, of which the log has a line",
    make: telling(victim => [
      { event: "correction.kept", correction: "c", capture: ofPlain(victim).capture },
    ]),
    ...{ ...damaged, note },
  },
]
