import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { fromHex } from "../../../src/core/bytes.ts"
import { APPEND_TAG, SHA256_TAG } from "../../../src/core/ots/operations.ts"
import { type Attestation, merged, proofBytes } from "../../../src/core/ots/proof.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { type Result } from "../../../src/core/verify/finding.ts"
import { told } from "../../../src/i18n/verdict/told.ts"
import { en } from "../../../src/i18n/verdict/en.ts"
import { zhCN } from "../../../src/i18n/verdict/zh-CN.ts"
import { chain } from "../ots/calendar.ts"
import { bundleFiles, check, type Files, newKey, relist, resign, retag, sha256, zipOf } from "./example.ts"
import { edit } from "./tamper.ts"

const TAGS = "tagmanifest-sha256.txt"
const OUTER = `proofs/${TAGS}.ots`
const RECORD = "data/e001/capture.json"
const INNER = `${RECORD}.ots`
const key = newKey()

const promise: Attestation = { kind: "pending", uri: "https://one.example" }
const block: Attestation = { kind: "bitcoin", height: 800_123 }
const steps = [
  { tag: APPEND_TAG, argument: utf8("nonce") },
  { tag: SHA256_TAG, argument: null },
]

/** A proof over these bytes. */
const proofOf = (data: Buffer, ...attestations: readonly Attestation[]): Buffer =>
  Buffer.from(
    proofBytes(
      attestations.map(attestation => chain(fromHex(sha256(data)), steps, attestation)).reduce(merged),
    ),
  )

/** A bundle that asked calendars, with a proof over the whole and one over its item, as `attestations` have it. */
function anchored(
  attestations: readonly Attestation[],
  change: (files: Files) => void = () => undefined,
): Files {
  const files = bundleFiles({ key })
  files.set(INNER, proofOf(files.get(RECORD) ?? Buffer.alloc(0), ...attestations))
  edit("bag-info.txt", /^(Time-Stamps-Requested): .*$/m, "$1: opentimestamps")(files)
  change(files)
  sealAgain(files)
  if (!files.has(OUTER)) files.set(OUTER, proofOf(files.get(TAGS) ?? Buffer.alloc(0), ...attestations))
  return files
}

/** Every list and the signature as they should be, by whoever holds the key. */
function sealAgain(files: Files): void {
  relist(files)
  const payload = [...files].filter(([path]) => path.startsWith("data/"))
  const oxum = `${String(payload.reduce((sum, [, data]) => sum + data.length, 0))}.${String(payload.length)}`
  edit("bag-info.txt", /^(Payload-Oxum): .*$/m, `$1: ${oxum}`)(files)
  retag(files)
  resign(files, key)
}

const judge = (files: Files): Promise<Result> => check(zipOf(files))

const layers = (result: Result) =>
  ["time", "inner-time"].map(name => result.layers.find(({ layer }) => layer === name))

describe("OpenTimestamps proofs", () => {
  test("a promise is no proof yet: the grade stays open, and both layers say so", async () => {
    const result = await judge(anchored([promise]))
    expect(result).toMatchObject({ verdict: "time-pending", exit: 0 })
    expect(layers(result)).toMatchObject([
      {
        outcome: "unknown",
        detail: [{ code: "ots/pending", facts: { item: "", calendars: "https://one.example" } }],
      },
      { outcome: "unknown", detail: [{ code: "ots/pending", facts: { item: "e001" } }] },
    ])
  })

  test("one that leads to a block seals nothing either: the root is named for whoever has the blocks", async () => {
    const result = await judge(anchored([block]))
    expect(result.verdict).toBe("time-pending")
    const root = expect.stringMatching(/^[0-9a-f]{64}$/) as string
    expect(layers(result)).toMatchObject([
      { outcome: "unknown", detail: [{ code: "ots/block", facts: { height: 800_123, merkleRoot: root } }] },
      { outcome: "unknown", detail: [{ code: "ots/block", facts: { item: "e001" } }] },
    ])
    const said = [en, zhCN].map(words => JSON.stringify(told(result, words)))
    expect(said[0]).toContain("this verifier has no blocks")
    expect(said[1]).toContain("本校验程序没有区块数据")
  })

  test("one that was asked for and is not there lowers the grade as a time stamp does", async () => {
    const files = anchored([promise])
    files.delete(OUTER)
    const result = await judge(files)
    expect(result.verdict).toBe("time-pending")
    expect(layers(result)[0]?.detail).toMatchObject([
      { code: "time/absent", facts: { authority: "opentimestamps" } },
    ])
  })

  test.each<[what: string, code: string, forge: (files: Files) => void, isInner: boolean]>([
    [
      "over another file",
      "ots/other-file",
      files => files.set(OUTER, proofOf(Buffer.from("x"), block)),
      false,
    ],
    [
      "cut off",
      "ots/invalid",
      files => files.set(OUTER, (files.get(OUTER) ?? Buffer.alloc(0)).subarray(0, 60)),
      false,
    ],
    ["that is a text", "ots/invalid", files => files.set(OUTER, Buffer.from("trust me")), false],
    [
      "over another record, listed and signed anew",
      "ots/other-file",
      files => files.set(INNER, proofOf(Buffer.from("x"), block)),
      true,
    ],
    [
      "of an item that is no proof, listed and signed anew",
      "ots/invalid",
      files => files.set(INNER, Buffer.from("x")),
      true,
    ],
  ])("one %s is damage", async (_what, code, forge, isInner) => {
    const files = isInner ? anchored([promise], forge) : anchored([promise])
    if (!isInner) forge(files)
    const result = await judge(files)
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(layers(result)[isInner ? 1 : 0]).toMatchObject({ outcome: "fail", detail: [{ code }] })
  })

  test("one that the reader has apart is held against the bundle, and says nothing against it", async () => {
    const files = anchored([promise])
    const late = proofOf(files.get(TAGS) ?? Buffer.alloc(0), block)
    const others = proofOf(Buffer.from("x"), block)
    const beside = [late, others].map((bytes, index) => ({
      name: `${String(index)}.ots`,
      bytes: new Uint8Array(bytes),
    }))
    const result = await check(zipOf(files), FORMAT_LIMITS, null, [], beside)
    expect(result.verdict).toBe("time-pending")
    expect(result.layers.find(({ layer }) => layer === "beside-time")).toMatchObject({
      detail: [{ code: "ots/block", facts: { height: 800_123 } }, { code: "ots/something-else" }],
    })
  })
})
