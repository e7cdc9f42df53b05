import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromHex, hex, utf8 } from "../../../src/core/bytes.ts"
import { APPEND_TAG, type Operation, PREPEND_TAG, SHA256_TAG } from "../../../src/core/ots/operations.ts"
import {
  type Attestation,
  attestationsOf,
  grown,
  MAGIC,
  merged,
  type Node,
  parseAnswer,
  parseProof,
  proofBytes,
} from "../../../src/core/ots/proof.ts"
import { type Bytes } from "../../../src/core/bytes.ts"
import { answerOf, chain } from "./calendar.ts"
import { python, readOutside } from "./outside.ts"

const digest = fromHex("ab".repeat(32))

const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.constantFrom(SHA256_TAG, 0x02, 0x03, 0xf2).map(tag => ({ tag, argument: null })),
  fc.record({
    tag: fc.constantFrom(APPEND_TAG, PREPEND_TAG),
    argument: fc.uint8Array({ minLength: 1, maxLength: 40 }).map(bytes => new Uint8Array(bytes)),
  }),
)

const attestations: fc.Arbitrary<Attestation> = fc.oneof(
  fc.stringMatching(/^https:\/\/[a-z0-9.-]{1,30}$/).map(uri => ({ kind: "pending", uri }) as const),
  fc.nat(10_000_000).map(height => ({ kind: "bitcoin", height }) as const),
)

/** A proof of several chains; the last step of each is a SHA-256, so that it can be the root of a block. */
const proofs: fc.Arbitrary<Node> = fc
  .array(fc.tuple(fc.array(operations, { maxLength: 12 }), attestations), { minLength: 1, maxLength: 5 })
  .map(chains =>
    chains
      .map(([steps, attestation]) =>
        chain(digest, [...steps, { tag: SHA256_TAG, argument: null }], attestation),
      )
      .reduce(merged),
  )

const said = (proof: Node): string[] =>
  [
    ...new Set(
      [...attestationsOf(proof)].map(({ message, attestation }) => {
        if (attestation.kind === "other") return `other ${hex(message)}`
        const what = attestation.kind === "pending" ? attestation.uri : String(attestation.height)
        return `${attestation.kind} ${hex(message)} ${what}`
      }),
    ),
  ].sort()

test("what is written is read again as it was", () => {
  fc.assert(
    fc.property(proofs, proof => {
      expect(parseProof(proofBytes(proof))).toEqual(proof)
    }),
  )
})

test("trees that are merged say what each of them said, and no more", () => {
  fc.assert(
    fc.property(proofs, proofs, (one, other) => {
      expect(said(merged(one, other))).toEqual([...new Set([...said(one), ...said(other)])].sort())
      expect(merged(one, one)).toEqual(one)
    }),
  )
})

test("the reference reads the same in 300 proofs, and nothing is taken that it refuses, in 700 mutated ones", context => {
  if (python === undefined) context.skip("python3-opentimestamps is not installed")
  const good = fc.sample(proofs, { numRuns: 300, seed: 7 }).map(proofBytes)
  for (const [index, outside] of readOutside(good).entries()) {
    const proof = parseProof(good[index] ?? expect.unreachable("as many answers as files"))
    expect(outside).toEqual({ digest: hex(digest), said: said(proof) })
  }
  const mutated = fc
    .sample(fc.tuple(fc.constantFrom(...good), mutations), { numRuns: 700, seed: 8 })
    .map(([file, mutate]) => mutate(file))
  const verdicts = readOutside(mutated)
  const taken = mutated.map(file => read(file))
  const wrong = taken.flatMap((proof, index) => {
    const outside = verdicts[index]
    if (proof === null) return []
    const same = outside?.digest === hex(proof.message) && outside.said?.join() === said(proof).join()
    return same ? [] : [{ file: hex(mutated[index] ?? new Uint8Array()), outside, said: said(proof) }]
  })
  expect(wrong).toEqual([])
  const refused = verdicts.filter(({ error }) => error !== undefined).length
  console.log(
    `of ${String(mutated.length)}: the reference refuses ${String(refused)}, ours ${String(taken.filter(each => each === null).length)}`,
  )
  expect(refused).toBeGreaterThan(100)
})

const mutations: fc.Arbitrary<(file: Bytes) => Bytes> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => (file: Bytes) => {
    const copy = file.slice()
    copy[at % copy.length] = byte
    return copy
  }),
  fc.nat().map(at => (file: Bytes) => file.slice(0, at % file.length)),
  fc.nat().map(at => (file: Bytes) => {
    const place = at % file.length
    return Uint8Array.of(...file.subarray(0, place), ...file.subarray(place + 1))
  }),
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => (file: Bytes) => {
    const place = at % file.length
    return Uint8Array.of(...file.subarray(0, place), byte, ...file.subarray(place))
  }),
)

function read(file: Bytes): Node | null {
  try {
    return parseProof(file)
  } catch {
    return null
  }
}

const pending: Attestation = { kind: "pending", uri: "https://calendar.example" }
const header = [...MAGIC, 1, SHA256_TAG, ...digest]

describe("refused", () => {
  test.each<[what: string, bytes: Bytes]>([
    ["nothing", new Uint8Array()],
    ["another magic", Uint8Array.of(1, ...proofBytes(chain(digest, [], pending)).subarray(1))],
    ["another version", Uint8Array.of(...MAGIC, 2, SHA256_TAG, ...digest, 0)],
    ["a proof over SHA-1", Uint8Array.of(...MAGIC, 1, 0x02, ...digest.subarray(0, 20), 0)],
    ["bytes after the end", Uint8Array.of(...proofBytes(chain(digest, [], pending)), 0)],
    ["no attestation", Uint8Array.of(...header)],
    ["Keccak, which nothing here follows", Uint8Array.of(...header, 0x67)],
    ["an empty argument", Uint8Array.of(...header, APPEND_TAG, 0)],
    ["an argument of 5000 bytes", Uint8Array.of(...header, APPEND_TAG, 0x88, 0x27, ...new Uint8Array(5000))],
    ["300 steps one in the other", Uint8Array.of(...header, ...new Uint8Array(300).fill(SHA256_TAG), 0)],
    ["a number without an end", Uint8Array.of(...header, APPEND_TAG, ...new Uint8Array(20).fill(0xff))],
    [
      "an address with a query",
      proofBytes(chain(digest, [], { kind: "pending", uri: "https://a.example/?x" })),
    ],
    [
      "a block whose root is no SHA-256",
      proofBytes(chain(digest, [{ tag: APPEND_TAG, argument: utf8("x") }], { kind: "bitcoin", height: 1 })),
    ],
    ["100 kB", Uint8Array.of(...header, ...new Uint8Array(100_000))],
  ])("%s", (_what, bytes) => {
    expect(() => parseProof(bytes)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  })

  test("an answer of 10,001 bytes", () => {
    expect(() => parseAnswer(new Uint8Array(10_001), digest)).toThrow(/too long/)
  })
})

test("an answer grows the proof at the message that was asked for, and nowhere else", () => {
  const steps = [{ tag: SHA256_TAG, argument: null }]
  const proof = chain(digest, steps, pending)
  const [promise] = [...attestationsOf(proof)]
  const message = promise?.message ?? expect.unreachable("a promise")
  const answer = parseAnswer(answerOf(chain(message, steps, { kind: "bitcoin", height: 800_000 })), message)
  const block = said(grown(proof, answer)).filter(line => line.startsWith("bitcoin"))
  expect(block).toHaveLength(1)
  expect(said(grown(proof, answer))).toContain(said(proof)[0])
  const elsewhere = parseAnswer(answerOf(chain(digest.toReversed(), steps, pending)), digest.toReversed())
  expect(grown(proof, elsewhere)).toEqual(proof)
})
