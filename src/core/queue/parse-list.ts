/**
 * Addresses as people have them: one a line, or a table with a heading
 * (RFC 4180, with commas, semicolons or tabs). What is not taken is named by its
 * line, with the reason; nothing is guessed.
 */
import { withoutCredentials } from "../address.ts"
import { readTable, type TableRow } from "./read-table.ts"

export const MOST_LINKS = 500
/** UTF-16 units. */
export const LONGEST_LINK = 8_000

export const refusals = [
  "no-address",
  "not-of-the-web",
  "with-password",
  "repeated",
  "too-long",
  "too-many",
] as const
export type Refusal = (typeof refusals)[number]

export interface ListedLink {
  /** Of the text as it was given, from 1. */
  readonly line: number
  readonly url: string
}

export interface RefusedLine {
  readonly line: number
  readonly text: string
  readonly why: Refusal
}

export interface ParsedList {
  readonly links: readonly ListedLink[]
  readonly refused: readonly RefusedLine[]
}

/** How a column of addresses is headed. */
const HEADING = /^\s*(?:url|link|address|href|网址|链接|地址|网页地址|连接)\s*$/i

/** `taken`: addresses that are on the list already. Empty lines are nothing. */
export function parseList(text: string, taken: readonly string[] = []): ParsedList {
  const seen = new Set(taken)
  const links: ListedLink[] = []
  const refused: RefusedLine[] = []
  for (const { line, text: said } of cellsOf(text)) {
    const judged = judge(said)
    const why =
      judged.why ?? (seen.has(judged.url) ? "repeated" : seen.size >= MOST_LINKS ? "too-many" : null)
    if (why !== null) {
      refused.push({ line, text: said, why })
      continue
    }
    seen.add(judged.url)
    links.push({ line, url: judged.url })
  }
  return { links, refused }
}

interface Cell {
  readonly line: number
  readonly text: string
}

function cellsOf(text: string): Cell[] {
  const plain = text.replace(/^\ufeff/, "")
  const table = tableOf(plain)
  const cells =
    table === null
      ? plain.split(/\r\n|\n|\r/).map((said, at) => ({ line: at + 1, text: said }))
      : table.rows.map(({ line, cells: row }) => ({ line, text: row[table.column] ?? "" }))
  return cells
    .map(({ line, text: said }) => ({ line, text: said.trim() }))
    .filter(({ text: said }) => said !== "")
}

/** Null where the first line is no heading that names a column of addresses. */
function tableOf(text: string): { readonly rows: readonly TableRow[]; readonly column: number } | null {
  for (const separator of [",", ";", "\t"] as const) {
    const [head, ...rows] = readTable(text, separator)
    const column = head?.cells.findIndex(cell => HEADING.test(cell)) ?? -1
    if (column >= 0) return { rows, column }
  }
  return null
}

type Judged = { readonly url: string; readonly why: null } | { readonly url: ""; readonly why: Refusal }

function judge(text: string): Judged {
  const not = (why: Refusal): Judged => ({ url: "", why })
  if (text.length > LONGEST_LINK) return not("too-long")
  // An address with a space in it is two, or a sentence: browsers would make one of both.
  if (/\s/.test(text) || !URL.canParse(text)) return not("no-address")
  const { protocol, href } = new URL(text)
  if (!/^https?:$/.test(protocol)) return not("not-of-the-web")
  if (withoutCredentials(href) !== href) return not("with-password")
  return { url: href, why: null }
}
