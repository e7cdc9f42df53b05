/** Comma separated values (RFC 4180), in lines of any system's ending. A quote that is never closed ends with the text. */

export interface TableRow {
  /** The line on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of nothing are left out. */
export function readTable(text: string, separator: "," | ";" | "\t"): TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ""
  let [line, begun] = [1, 1]
  let isQuoted = false
  const endRow = () => {
    cells.push(cell)
    if (cells.some(each => each !== "")) rows.push({ line: begun, cells })
    cells = []
    cell = ""
    begun = line
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ""
    const isEnd = sign === "\n" || sign === "\r"
    // Both signs of one ending are one line.
    const ending = sign === "\r" && text[at + 1] === "\n" ? "\r\n" : sign
    if (isEnd) {
      line += 1
      at += ending.length - 1
    }
    if (isQuoted) {
      if (sign !== '"') cell += isEnd ? ending : sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (isEnd) endRow()
    else if (sign === '"' && cell === "") isQuoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ""
    } else cell += sign
  }
  endRow()
  return rows
}
