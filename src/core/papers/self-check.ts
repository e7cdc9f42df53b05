import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { Block } from "./block.ts"
import { code, inEights, itemLabel, plain, type Speaker } from "./say.ts"

type Plain = Extract<Block, { readonly kind: "heading" | "facts" | "text" }>

/** The self-check records: which files they are, and what they do not show. */
export function selfChecks(items: readonly ItemSnapshot[], { say, inOne }: Speaker): Plain[] {
  return items.flatMap(({ record, files }): Plain[] => {
    const kept = files.filter(({ path }) => path.startsWith("self-check/"))
    if (kept.length === 0) return []
    const name = itemLabel(record.item)
    return [
      {
        kind: "heading",
        level: 2,
        said: say(({ report }) => report.selfCheckOf(name)),
        mark: inOne(({ report }) => report.selfCheckOf(name)),
      },
      {
        kind: "facts",
        rows: kept.map(({ path, sha256 }) => ({ label: plain(path), value: code(inEights(sha256)) })),
      },
      { kind: "text", said: say(({ report }) => report.selfCheckNote), isNote: true },
    ]
  })
}
