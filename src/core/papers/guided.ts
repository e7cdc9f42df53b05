import { shownAddress, shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { ProcedureLine } from "../procedure/entry.ts"
import { standingOf } from "../procedure/steps.ts"
import type { Block, Said } from "./block.ts"
import { code, itemLabel, plain, soft, type Speaker } from "./say.ts"

/** The procedure of a guided recording: its steps, and the pages that were opened. */
export function guidedBlocks({ record, procedure }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  if (procedure === undefined) return []
  const name = itemLabel(record.item)
  const count = (kind: ProcedureLine["kind"]) => procedure.filter(line => line.kind === kind).length
  const pages = procedure.filter(line => line.kind === "page" || line.kind === "route")
  return [
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.guidedTitle(name)),
      mark: inOne(({ report }) => report.guidedTitle(name)),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.guidedColumns.time), width: 0.15 },
        { head: say(({ report }) => report.guidedColumns.step), width: 0.35 },
        { head: say(({ report }) => report.guidedColumns.said), width: 0.5 },
      ],
      rows: standingOf(procedure).map(({ step, ms, state, by, reason }) => [
        plain(ms === null ? "" : elapsed(ms)),
        say(({ report }) => report.guidedStep(step)),
        say(({ report }) =>
          report.guidedSaid({ state, by, reason: reason === null ? null : shownText(reason) }),
        ),
      ]),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.guidedColumns.time), width: 0.15 },
        { head: say(({ report }) => report.guidedColumns.page), width: 0.85 },
      ],
      rows: pages.map(page => [plain(elapsed(page.ms)), pageSaid(page, say)]),
    },
    {
      kind: "text",
      said: say(({ report }) => report.guidedCounts(count("click"), count("scroll"))),
      isNote: true,
    },
    { kind: "text", said: say(({ report }) => report.guidedNote), isNote: true },
  ]
}

function pageSaid(
  page: Extract<ProcedureLine, { readonly kind: "page" | "route" }>,
  say: Speaker["say"],
): Said {
  const title = shownText(page.title ?? "")
  const frame = page.kind === "page" ? page.frame : null
  return [
    ...(title === "" ? [] : plain(title)),
    ...(page.url === null ? say(({ report }) => report.unknown) : soft(shownAddress(page.url).text)),
    ...(frame === null ? [] : code(frame.path)),
    ...(page.kind === "page" && page.code !== null ? say(({ report }) => report.notFollowed, "strong") : []),
  ]
}

/** 1:02:03, as a player shows it. */
function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (n: number) => String(n).padStart(2, "0")
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${String(hours)}:${rest}`
}
