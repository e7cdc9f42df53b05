/** Drafts of the packets, made of the example of the list of evidence, and all that they say. */
import type { BundleSnapshot, ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import type { Said } from "../../../../src/core/papers/block.ts"
import { caseFactsOf } from "../../../../src/core/papers/contents.ts"
import type { Draft, DraftBlock } from "../../../../src/core/papers/draft.ts"
import type { DraftGround } from "../../../../src/core/papers/draft-ground.ts"
import type { PacketName } from "../../../../src/core/papers/names.ts"
import { packets } from "../../../../src/core/papers/packets/packets.ts"
import type { Person } from "../../../../src/core/papers/person.ts"
import { claims, type Typed } from "../../../../src/core/papers/typed.ts"
import type { ReportLanguage } from "../../../../src/core/papers/wanted.ts"
import { exampleWords } from "../../bundle/example.ts"
import { exampleListItems, listGround } from "../example-list.ts"

export const examplePerson: Person = {
  ...{ name: "赵敏", idNumber: "110101199001011234", address: "北京市海淀区某路 1 号" },
  ...{ phone: "13800000000", email: null, agent: "钱律师，某律师事务所" },
}

export const exampleTyped: Typed = {
  person: examplePerson,
  statements: [{ item: "e001", words: "他盗用公款", truth: "没有此事。\n见审计报告。" }],
  own: { police: "某市公安局某分局", court: "北京互联网法院", loss: "5000" },
  claims,
}

export async function packetGround(
  language: ReportLanguage = "zh-CN",
  items: readonly ItemSnapshot[] = exampleListItems(),
  typed: Typed = exampleTyped,
  facts: Partial<BundleSnapshot> = {},
): Promise<DraftGround> {
  const ground = await listGround(items, facts)
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  return { contents, typed, words: exampleWords, language, placed: null }
}

export async function examplePacket(
  name: PacketName,
  ...given: Parameters<typeof packetGround>
): Promise<Draft> {
  const [made] = packets[name].make(await packetGround(...given))
  return made === undefined ? Promise.reject(new Error("no draft")) : made.draft
}

export const said = (lines: Said): string => lines.map(({ text }) => text).join("\n")

/** Everything that a draft says, a text each. */
export const textsIn = ({ blocks, title, header }: Pick<Draft, "blocks" | "title" | "header">): string[] => [
  title,
  header,
  ...blocks.flatMap(textsOf).map(said),
]

function textsOf(block: DraftBlock): Said[] {
  switch (block.kind) {
    case "groups":
      return block.groups.flatMap(({ rows }) => rows.flat().map(cell => cell.said))
    case "table":
      return [...block.columns.map(({ head }) => head), ...block.rows.flat()]
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value])
    case "blanks":
      return [...block.labels]
    case "page":
      return []
    case "title":
    case "banner":
    case "heading":
    case "text":
      return [block.said]
  }
}

/** What stands under a heading, up to the next one. */
export function under({ blocks }: Draft, name: string): DraftBlock[] {
  const at = blocks.findIndex(block => block.kind === "heading" && block.mark === name)
  if (at < 0) return []
  const after = blocks.slice(at + 1)
  const next = after.findIndex(({ kind }) => kind === "heading")
  return next < 0 ? after : after.slice(0, next)
}

export const textUnder = (draft: Draft, name: string): string[] =>
  under(draft, name).flatMap(textsOf).map(said)

/** The rows of the first table under a heading. */
export function rowsUnder(draft: Draft, name: string): string[][] {
  const table = under(draft, name).find(({ kind }) => kind === "table")
  return table?.kind === "table" ? table.rows.map(row => row.map(said)) : []
}
