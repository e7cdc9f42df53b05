/** A recording in a bundle: its pieces are chained, and are the file, whatever the lists and the signature say. */
import { expect, test } from "vitest"
import { bundleFiles, check, codes, type Draft, type Files, sha256, sm3, zipOf } from "./example.ts"

const at = "2026-11-26T08:00:00.250Z"
const pieces = ["\x1a\x45 first ", "second ", "third"].map(text => Buffer.from(text, "latin1"))

interface Made {
  readonly lines: (lines: readonly string[]) => readonly string[]
  readonly file: Buffer | null
}

function linesOf(of: readonly Buffer[]): string[] {
  let prev = "0".repeat(64)
  return of.map((piece, seq) => {
    const line = JSON.stringify({ seq, at, bytes: piece.length, sha256: sha256(piece), prev })
    prev = sha256(line)
    return line
  })
}

/** Sealed, listed and signed as it is: whoever holds the key can do that. */
function recorded({ lines = all => all, file = Buffer.concat(pieces) }: Partial<Made> = {}): Files {
  const text = lines(linesOf(pieces))
    .map(line => `${line}\n`)
    .join("")
  const added: [string, Buffer][] = [
    ["recording/chunks.jsonl", Buffer.from(text)],
    ...(file === null ? [] : [["recording/original.webm", file] as [string, Buffer]]),
  ]
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      const files = draft.files as Draft[]
      const [like] = files
      for (const [path, data] of added) {
        files.push({ ...like, path, sha256: sha256(data), sm3: sm3(data), bytes: data.length })
      }
    },
    payload: files => {
      for (const [path, data] of added) files.set(`data/e001/${path}`, data)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  return { verdict: result.verdict, codes: codes(result).filter(code => code.startsWith("recording/")) }
}

test("one whose pieces are the file, one after another, holds", async () => {
  expect(await found(recorded())).toEqual({ verdict: "integrity-only", codes: [] })
})

const cut = (line: string) => line.replace(/"bytes":\d+/, '"bytes":4')

test.each<[string, Partial<Made>, string]>([
  ["a piece was cut out of both", { lines: all => all.toSpliced(1, 1) }, "recording/malformed"],
  ["two lines were exchanged", { lines: ([a = "", b = "", c = ""]) => [a, c, b] }, "recording/malformed"],
  ["a line's size was changed", { lines: ([a = "", ...rest]) => [cut(a), ...rest] }, "recording/malformed"],
  ["there is no line", { lines: () => [] }, "recording/malformed"],
  ["a line is no JSON", { lines: () => ["{"] }, "recording/malformed"],
  ["the file is not there", { file: null }, "recording/malformed"],
  ["the last line was left out", { lines: all => all.slice(0, -1) }, "recording/differs"],
  [
    "a byte of the file is another",
    { file: Buffer.concat([...pieces.slice(0, 2), Buffer.from("thirb")]) },
    "recording/differs",
  ],
  ["the file is longer", { file: Buffer.concat([...pieces, Buffer.from("!")]) }, "recording/differs"],
  [
    "a piece was cut out of the file, and the lines made anew for two",
    {
      lines: () => linesOf(pieces.slice(0, 2)),
      file: Buffer.concat([...pieces.slice(0, 1), ...pieces.slice(2)]),
    },
    "recording/differs",
  ],
])("where %s, and all is listed and signed anew, it is damaged", async (_what, made, code) => {
  expect(await found(recorded(made))).toEqual({ verdict: "damaged", codes: [code] })
})

test("a file beside the recording that no record lists is told", async () => {
  const files = bundleFiles({
    payload: given => {
      given.set("data/e001/recording/another.webm", Buffer.from("x"))
    },
  })
  const result = await check(zipOf(files))
  expect(result.verdict).toBe("damaged")
  expect(codes(result)).toContain("records/file-unlisted")
})
