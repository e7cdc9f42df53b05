import { chain, sha256 } from "./example.ts"
import { FRAME, RECORD, type Row, after, areFound, edit, made } from "./tamper.ts"

const aGap = { what: "pictures", reason: "failed", count: 1, where: null }
const aPage = { path: "page-1.png", sha256: sha256("other"), from: ["frames/0000.png"], y: 0, height: 1 }

const custody: Row[] = [
  ["the tail cut off", made({ log: cutLast }), "damaged", ["log-chain", "head"]],
  [
    "a middle line edited",
    made({ log: text => text.replace('"item":"e001"', '"item":"e002"') }),
    "damaged",
    ["log-chain"],
  ],
  [
    "a middle line removed",
    made({ log: text => text.replace(/(\n)[^\n]*\n/, "$1") }),
    "damaged",
    ["log-chain", "head"],
  ],
  [
    "two lines exchanged",
    made({ log: text => text.replace(/\n([^\n]*)\n([^\n]*)\n/, "\n$2\n$1\n") }),
    "damaged",
    ["log-chain"],
  ],
  [
    "the first line removed",
    made({ log: text => text.replace(/^[^\n]*\n/, "") }),
    "damaged",
    ["log-chain", "head"],
  ],
  ["the last newline removed", made({ log: text => text.replace(/\n$/, "") }), "damaged", ["log-chain"]],
  ["an empty line at the end", made({ log: text => `${text}\n` }), "damaged", ["log-chain", "head"]],
  ["CRLF", made({ log: text => text.replaceAll("\n", "\r\n") }), "damaged", ["records", "log-chain", "head"]],
  ["an empty log", made({ log: () => "" }), "damaged", ["records", "log-chain", "head"]],
  [
    "another number for a line, chained",
    made({ events: events => Object.assign(events[1] ?? {}, { seq: 9 }) }),
    "damaged",
    ["log-chain"],
  ],
  ["a field twice in a line, chained", made({ log: doubled }), "damaged", ["log-chain", "head"]],
  ["no line for this export", made({ events: events => void events.pop() }), "damaged", ["log-chain"]],
  [
    "another export's line",
    made({ events: events => Object.assign(events.at(-1) ?? {}, { export: "x" }) }),
    "damaged",
    ["log-chain"],
  ],
  [
    "a capture that was never sealed",
    made({ events: events => void events.splice(4, 1) }),
    "damaged",
    ["records"],
  ],
  [
    "a capture that the export does not name",
    made({ events: events => Object.assign(events.at(-1) ?? {}, { captures: [] }) }),
    "damaged",
    ["records"],
  ],
  ["a head that is another", made({ info: { "Custody-Head-SHA256": "0".repeat(64) } }), "damaged", ["head"]],
  ["a wrong count of lines", made({ info: { "Custody-Entries": "9" } }), "damaged", ["head"]],
  ["no head", made({ info: { "Custody-Head-SHA256": "" } }), "damaged", ["bag", "head"]],
]

const description: Row[] = [
  [
    "bag-info edited",
    after(edit("bag-info.txt", "2026-11-22", "2026-11-21")),
    "damaged",
    ["bag", "tag-files"],
  ],
  ["a wrong Oxum", made({ info: { "Payload-Oxum": "1.1" } }), "damaged", ["bag"]],
  ["no Oxum", made({ info: { "Payload-Oxum": "" } }), "damaged", ["bag"]],
  [
    "another export's folder",
    made({ info: { "External-Identifier": "urn:uuid:00000000-1111-4222-8333-444444444444" } }),
    "damaged",
    ["bag", "log-chain"],
  ],
  [
    "another key's fingerprint",
    made({ info: { "Device-Key-SHA256": "0".repeat(64) } }),
    "damaged",
    ["history", "signature"],
  ],
  ["a field twice", made({ tags: edit("bag-info.txt", /$/, "Payload-Oxum: 1.1\n") }), "damaged", ["bag"]],
  ["no format, in a folder of ours", made({ info: { "Holdfast-Format": "" } }), "damaged", ["bag"]],
  ["a format that is no number", made({ info: { "Holdfast-Format": "one" } }), "damaged", ["bag"]],
  ["format 0", made({ info: { "Holdfast-Format": "0" } }), "damaged", ["bag"]],
  ["a newer format", made({ info: { "Holdfast-Format": "2" } }), "cannot-tell", []],
]

const records: Row[] = [
  ["complete with gaps", made({ record: draft => (draft.gaps = [aGap]) }), "damaged", ["records"]],
  ["incomplete without gaps", made({ record: draft => (draft.complete = false) }), "damaged", ["records"]],
  [
    "a listed file that is not there",
    made({ payload: files => void files.delete(FRAME) }),
    "damaged",
    ["records"],
  ],
  [
    "a file that the record does not list",
    made({ payload: files => files.set("data/e001/x.png", Buffer.from("x")) }),
    "damaged",
    ["records"],
  ],
  [
    "a file exchanged before listing",
    made({ payload: files => files.set(FRAME, Buffer.from("x")) }),
    "damaged",
    ["records"],
  ],
  [
    "a record exchanged before listing",
    made({ payload: edit(RECORD, "post/1", "post/2") }),
    "damaged",
    ["records"],
  ],
  [
    "a record of another item",
    made({ record: (draft, item) => (draft.item = item === "e001" ? "e002" : item) }),
    "damaged",
    ["records"],
  ],
  [
    "two records of one capture",
    made({ record: draft => (draft.id = "00000000-0000-4000-8000-000000000001") }),
    "damaged",
    ["records", "history"],
  ],
  ["a record without a field", made({ record: draft => delete draft.environment }), "damaged", ["records"]],
  [
    "a record that is no JSON",
    made({ payload: files => files.set(RECORD, Buffer.from("{")) }),
    "damaged",
    ["records"],
  ],
  [
    "a frame that is in no list",
    made({ record: draft => (draft.pages = [{ ...aPage }]) }),
    "damaged",
    ["records"],
  ],
]

areFound([...custody, ...description, ...records])

function cutLast(text: string): string {
  return text.replace(/[^\n]*\n$/, "")
}

/** A line says two things of one field; the chain after it is made right again. */
function doubled(text: string): string {
  const events = text
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line) as Record<string, unknown>)
  const first = chain(events.slice(0, 1)).trimEnd().replace('"version"', '"version":"9","version"')
  let prev = sha256(first)
  const rest = events.slice(1).map(event => {
    // prev keeps its place, the last.
    const line = JSON.stringify({ ...event, prev })
    prev = sha256(line)
    return line
  })
  return [first, ...rest].map(line => `${line}\n`).join("")
}
