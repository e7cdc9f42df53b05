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
import { nothingStated } from "../../../../src/core/imported.ts"
import { fieldNames, notFound, type PostFields } from "../../../../src/core/post-facts/fields.ts"
import { exampleItem, exampleWords, pixel } from "../../bundle/example.ts"
import { exampleListItems, listGround } from "../example-list.ts"

/** A photo that somebody sent: no page, no address, and posted by nobody that anything says. */
export function importedPhoto(item = "e010"): ItemSnapshot {
  const made = exampleItem(
    item,
    { "import/original.jpg": "photo" },
    {
      ...{
        url: "",
        title: "phone.jpg",
        page: null,
        frames: [],
        pages: [],
        trigger: "import",
        complete: false,
      },
      gaps: [{ what: "origin", reason: "not-seen", count: null, where: null }],
      imported: {
        ...{ file: "import/original.jpg", givenName: "phone.jpg", lastModified: null, stated: nothingStated },
        ...{ bytes: 5, kind: "picture", kindBy: "bytes", mediaType: "image/jpeg", claims: [], unread: null },
      },
    },
  )
  const files = made.record.files.map(file =>
    file.path.startsWith("import/") ? ({ ...file, source: "imported" } as const) : file,
  )
  return { ...made, record: { ...made.record, files } }
}

/** A page of a site that no adapter knows, which names no author. */
export function genericPage(item = "e011"): ItemSnapshot {
  const [post] = exampleListItems()
  if (post?.facts === undefined) throw new Error("no facts")
  const own = exampleItem(
    item,
    { "frames/0000.png": pixel },
    { url: "https://audit.example.cn/2026", title: "审计公告" },
  )
  const fields = Object.fromEntries(fieldNames.map(name => [name, notFound])) as unknown as PostFields
  return {
    ...own,
    facts: { ...post.facts, adapter: { id: "generic", version: "1" }, pageType: "other", fields },
  }
}

/** What a case has beside posts and accounts: a page that nobody is named on, a photo, and a page that is a proof. */
export const examplePacketItems = (): ItemSnapshot[] => [
  ...exampleListItems(),
  importedPhoto(),
  { ...genericPage(), isAside: true },
]

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
  items: readonly ItemSnapshot[] = examplePacketItems(),
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
