/** Attacks on what the bundle says of itself, by whoever has the device's key: records, their dates, and data/case.json. */
import { chain, type Draft, entriesOf, type Files, resign, sha256, sm3, zipOf } from "../verify/example.ts"
import { zip } from "../verify/zip.ts"
import { type Rung, mend, mendHead, remade } from "./rung.ts"
import { LOG, stampAgain, type Victim } from "./victim.ts"

const ITEM = "data/e003"
const RECORD = `${ITEM}/capture.json`
const CASE = "data/case.json"

const readJson = (files: Files, path: string): Draft => JSON.parse(String(files.get(path))) as Draft
const writeJson = (files: Files, path: string, value: unknown) =>
  files.set(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
const listOf = (draft: Draft, name: string): Draft[] => draft[name] as Draft[]

const signed = (files: Files, victim: Victim): Buffer => {
  mendHead(files)
  mend(files)
  resign(files, victim.key)
  stampAgain(files, victim.authority)
  return zipOf(files)
}

const headOf = (files: Files): string => sha256(String(files.get(LOG)).trimEnd().split("\n").at(-1) ?? "")

/** The record changed, and with it the log, data/case.json and verify.txt, which name its hash or follow from it. */
const rewritten =
  (change: (record: Draft, files: Files) => void) =>
  (victim: Victim): Buffer => {
    const files: Files = new Map(victim.files)
    const was = sha256(files.get(RECORD) ?? "")
    const record = readJson(files, RECORD)
    change(record, files)
    writeJson(files, RECORD, record)
    const now = sha256(files.get(RECORD) ?? "")
    const events = String(files.get(LOG))
      .trimEnd()
      .split("\n")
      .map(line => {
        const event = JSON.parse(line.replaceAll(was, now)) as Draft
        delete event.prev
        return event
      })
    const end = headOf(files)
    files.set(LOG, Buffer.from(chain(events)))
    for (const path of ["verify.txt", "verify.zh-cn.txt"])
      files.set(path, Buffer.from(String(files.get(path)).replaceAll(end, headOf(files))))
    files.set(CASE, Buffer.from(String(files.get(CASE)).replaceAll(was, now)))
    return signed(files, victim)
  }

const filed = (change: (file: Draft) => unknown) =>
  remade(files => {
    const file = readJson(files, CASE)
    change(file)
    writeJson(files, CASE, file)
  })

/** Every list agrees: ours alone reads the records. */
const byUs = { verdict: "damaged", layers: ["records"], outside: [] } as const
const note = "ours reads the record"
const told = {
  verdict: "sealed-and-timestamped",
  layers: [],
  outside: [],
  tells: ["zip", "stamp"],
} as const

export const records: readonly Rung[] = [
  {
    attack: "record: of a capture in 2049, under a stamp of today",
    make: rewritten(record => {
      const at = "2049-01-01T00:00:00.000Z"
      Object.assign(record, { startedAt: at, endedAt: at })
      Object.assign(record.clock as Draft, { startedWall: at, endedWall: at })
      for (const frame of listOf(record, "frames")) frame.at = at
    }),
    ...told,
    note: "the layer of the stamp warns: it was there before it was",
  },
  {
    attack: "record: its end taken out, so that no stamp is late",
    make: rewritten(record => delete record.endedAt),
    ...byUs,
    note,
  },
  {
    attack: "record: a frame said to be of another size",
    make: rewritten(record => Object.assign(listOf(record, "frames")[0] ?? {}, { width: 9_999 })),
    ...byUs,
    note,
  },
  {
    attack: "record: a picture drawn again, called a frame",
    make: rewritten(record => {
      const file = listOf(record, "files").find(({ path }) => path === "frames/0000.png")
      Object.assign(file ?? {}, { source: "re-drawn" })
    }),
    ...byUs,
    note,
  },
  {
    attack: "record: complete, without one picture",
    make: rewritten((record, files) => {
      const isPicture = (path: unknown) => String(path).endsWith(".png")
      for (const path of [...files.keys()]) if (path.startsWith(ITEM) && isPicture(path)) files.delete(path)
      const left = listOf(record, "files").filter(({ path }) => !isPicture(path))
      Object.assign(record, { files: left, frames: [], pages: [] })
    }),
    ...byUs,
    note,
  },
  {
    attack: "record: post.json that is none",
    make: rewritten((record, files) => {
      const data = Buffer.from("not json")
      files.set(`${ITEM}/post.json`, data)
      const facts = { path: "post.json", sha256: sha256(data), sm3: sm3(data), bytes: data.length }
      listOf(record, "files").push({ ...listOf(record, "files")[0], ...facts })
    }),
    ...byUs,
    note,
  },
  {
    attack: "a page slipped in beside the record",
    make: remade(files => void files.set(`${ITEM}/dom-at-0000.html`, Buffer.from("<h1>forged</h1>"))),
    ...byUs,
    note: "ours reads the record, which does not list it",
  },
  {
    attack: "data/case.json: an item of another record",
    make: filed(file => Object.assign(listOf(file, "items")[1] ?? {}, { sha256: "0".repeat(64) })),
    ...byUs,
    note: "ours holds it against the record",
  },
  {
    attack: "data/case.json: an item that is there and left out",
    make: filed(file => (file.leftOut = [{ item: "e001", reason: "damaged" }])),
    ...byUs,
    note: "ours holds it against itself",
  },
  {
    attack: "data/case.json of schema 99",
    make: filed(file => (file.schema = 99)),
    ...{ verdict: "cannot-tell", layers: [], outside: [] },
    note: "ours does not know what else it may say",
  },
  {
    attack: "a folder and a ZIP of a time that no clock shows",
    make: victim => zip(entriesOf(victim.files, "holdfast-20269999T999999Z-7f3a9c")),
    ...{ verdict: "damaged", layers: ["bag"], outside: [] },
    note: "ours reads the folder's name",
  },
  {
    attack: "a log that is wholly of another century",
    make: victim => victim.write({ logAt: "2099-01-01T00:00:00.000Z" }),
    ...{ verdict: "damaged", layers: ["bag"], outside: [] },
    note: "ours holds the line that begins the export to the folder's name",
  },
]
