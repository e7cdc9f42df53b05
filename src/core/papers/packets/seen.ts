/** When each post was last to be seen, as far as its page was opened again. That it is not shown says nothing of others. */
import { type DraftBlock } from "../draft.ts"
import { plain } from "../say.ts"
import { localTime } from "../times.ts"
import { addressOf } from "./field-said.ts"
import { contentOf, type PacketSection } from "./ground.ts"
import { columns, heading } from "./parts.ts"

export function seenBlocks(section: PacketSection): DraftBlock[] {
  const { entries, speaker } = section
  const content = contentOf(entries)
  if (content.length === 0) return []
  return [
    heading(section, "seen"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["number", 0.13],
        ["address", 0.31],
        ["captured", 0.24],
        ["seen", 0.32],
      ]),
      rows: content.map(({ number, item }) => {
        const { startedAt, clock } = item.record
        const last = item.counters.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)
        return [
          plain(number),
          plain(addressOf(item)),
          plain(localTime(startedAt, clock.utcOffsetMinutes)),
          last === undefined
            ? speaker.say(({ packets }) => packets.notReadAgain)
            : [
                ...plain(localTime(last.at, clock.utcOffsetMinutes)),
                ...speaker.say(({ readme }) => readme.found(last)),
              ],
        ]
      }),
    },
  ]
}
