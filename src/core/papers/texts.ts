import type { Block, Paper, Said } from "./block.ts"
import { plain } from "./say.ts"

/** Every text of a paper that is known before its pictures are read: for who has to see them all before it sets the first. */
export function textsOf({ header, footer, blocks }: Paper): string[] {
  return [header, footer(1, 1), ...blocks.flatMap(saidIn).flatMap(said => said.map(({ text }) => text))]
}

function saidIn(block: Block): Said[] {
  switch (block.kind) {
    case "title":
    case "heading":
    case "text":
    case "qr":
      return [block.said]
    case "card":
      return [
        block.said,
        ...block.facts.flatMap(({ label, value }) => [label, value]),
        ...(block.slot === null ? [] : [block.slot.caption(1, 1, []), block.slot.missing]),
      ]
    case "chart":
      return [
        block.said,
        [...block.series.map(({ label }) => label), block.reference.label, block.from, block.to].flatMap(
          plain,
        ),
      ]
    case "box":
    case "list":
      return [...block.entries]
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value])
    case "table":
      return [...block.columns.map(({ head }) => head), ...block.rows.flat()]
    case "code":
      return [block.lines.map(text => ({ text, tone: "code" }))]
    case "picture":
      return [
        block.slot.caption(1, 1, []),
        block.slot.missing,
        block.slot.cutOff(1, 1),
        block.slot.marked?.note ?? [],
      ]
    case "blanks":
      return [...block.labels]
    case "page":
    case "room":
      return []
  }
}
