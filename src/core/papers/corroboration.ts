import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { idTimeCompared } from "../post-facts/judge.ts"
import type { Block, Said } from "./block.ts"
import { code, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

/** What of an item was kept in ways that do not depend on one another, side by side; what was not done is said. */
export function corroboration(item: ItemSnapshot, { say, sayAll, inOne }: Speaker): Block[] {
  const { record, readings, facts, sourceHead = [] } = item
  const offset = record.clock.utcOffsetMinutes
  const { server } = record
  const source = record.requests.find(({ purpose }) => purpose === "source")
  const hasSource = record.files.some(({ path }) => path === "source.html")
  const idTime = facts === undefined ? null : idTimeCompared(facts)
  const notDone = say(({ report }) => report.notDone)
  const row = (name: "picture" | "source" | "server" | "later" | "id", value: Said) => ({
    label: say(({ report }) => report.corroborated[name]),
    value,
  })
  return [
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.corroborationTitle),
      mark: inOne(({ report }) => report.corroborationTitle),
    },
    {
      kind: "facts",
      rows: [
        row(
          "picture",
          say(({ report }) => report.pictureSaid(record.frames.length, record.pages.length)),
        ),
        row(
          "source",
          hasSource
            ? [
                ...say(({ report }) => report.sourceKept(source?.status ?? null)),
                ...(sourceHead.length === 0 ? [] : say(({ report }) => report.sourceHead, "soft")),
                ...sourceHead.flatMap(code),
              ]
            : say(({ report }) => report.sourceNotKept),
        ),
        row(
          "server",
          server === undefined ? notDone : sayAll(({ readme }) => readme.serverSays(server)).flat(),
        ),
        row(
          "later",
          readings.length === 0
            ? notDone
            : readings.flatMap(reading =>
                say(({ readme }) => readme.reading(reading, localTime(reading.at, offset))),
              ),
        ),
        ...(idTime === null
          ? []
          : [
              row(
                "id",
                say(({ readme }) => readme.idTime({ at: localTime(idTime.at, offset), apart: idTime.apart })),
              ),
            ]),
      ],
    },
    { kind: "text", said: say(({ report }) => report.corroborationNote), isNote: true },
  ]
}
