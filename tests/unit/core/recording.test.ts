import fc from "fast-check"
import { expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { type Chunk, chunkLine, FIRST, parseChunks } from "../../../src/core/recording.ts"
import { sha256Now } from "../../../src/core/seal/hash.ts"

const at = "2026-11-26T08:00:00.000Z"

const chunks = fc
  .array(fc.record({ bytes: fc.nat(5_000_000), of: fc.string() }), { maxLength: 12 })
  .map(all => all.map(({ bytes, of }, seq): Chunk => ({ seq, at, bytes, sha256: sha256Now(utf8(of)) })))

function written(all: readonly Chunk[]): string {
  let prev = FIRST
  return all
    .map(chunk => {
      const { text, hash } = chunkLine(chunk, prev)
      prev = hash
      return `${text}\n`
    })
    .join("")
}

test("what is written of the pieces is read again, whatever they are", () => {
  fc.assert(
    fc.property(chunks, all => {
      expect(parseChunks(written(all))).toEqual(all)
    }),
  )
})

test("no piece can be left out, exchanged, repeated or rewritten, but for what is cut off the end", () => {
  fc.assert(
    fc.property(
      chunks.filter(all => all.length > 2),
      fc.nat(),
      (all, pick) => {
        const lines = written(all).trimEnd().split("\n")
        const index = pick % (lines.length - 1)
        const without = lines.toSpliced(index, 1)
        const exchanged = lines.toSpliced(index, 2, lines[index + 1]!, lines[index]!)
        const repeated = lines.toSpliced(index, 0, lines[index]!)
        const rewritten = lines.with(index, lines[index]!.replace(/"bytes":(\d+)/, '"bytes":1$1'))
        for (const forged of [without, exchanged, repeated, rewritten]) {
          expect(() => parseChunks(`${forged.join("\n")}\n`)).toThrow(/chunks\./)
        }
      },
    ),
  )
})

test.each([
  ["no line end at the end", '{"seq":0}'],
  ["no JSON", "x\n"],
  ["no object", "[]\n"],
  ["an empty line", "\n"],
])("a list with %s is refused", (_what, text) => {
  expect(() => parseChunks(text)).toThrow(/malformed|chunks/)
})
