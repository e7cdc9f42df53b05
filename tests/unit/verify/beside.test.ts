/** Time stamps given beside a bundle: late ones, those from elsewhere, and what only claims to be one. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { type Bytes, fromHex } from "../../../src/core/bytes.ts"
import { type GivenStamp } from "../../../src/core/verify/beside.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { makeAuthority } from "../stamp/authority.ts"
import { bundleFiles, check, codes, sha256, zipOf } from "./example.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-beside-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const authority = makeAuthority(folder)
const roots = parsePem(authority.rootPem)
const late = { info: { "Time-Stamps-Requested": "tsa.example" } }
const files = bundleFiles(late)
const zip = zipOf(files)

function stampOver(data: Buffer): Bytes {
  const nonce = positiveNonce(crypto.getRandomValues(new Uint8Array(16)))
  return new Uint8Array(authority.stamp(stampQuery(fromHex(sha256(data)), nonce)))
}

const of = (path: string): Buffer => files.get(path) ?? expect.unreachable(path)
const tokenOf = (reply: Bytes): Bytes => (readReply(reply).token ?? expect.unreachable("no token")).slice()

const judge = (beside: readonly GivenStamp[], trusted: readonly Bytes[] = roots) =>
  check(zip, FORMAT_LIMITS, null, trusted, beside)

const overList = stampOver(of("tagmanifest-sha256.txt"))
const overItem = stampOver(of("data/e001/capture.json"))

describe("a stamp beside the bundle", () => {
  test.each<[string, Bytes, string, string]>([
    ["over the list of lists seals it", overList, "sealed-and-timestamped", "time/trusted"],
    ["over the ZIP itself seals it", stampOver(zip), "sealed-and-timestamped", "time/trusted"],
    ["as a bare token does the same", tokenOf(overList), "sealed-and-timestamped", "time/trusted"],
    ["over one item dates that item alone", overItem, "time-pending", "time/trusted"],
    [
      "over something else is said to be so",
      stampOver(Buffer.from("another file")),
      "time-pending",
      "time/of-something-else",
    ],
    ["that is a text is none", new Uint8Array(Buffer.from("a stamp")), "time-pending", "time/no-stamp"],
    ["that is empty is none", new Uint8Array(), "time-pending", "time/no-stamp"],
    ["of 10 MB is none", new Uint8Array(10_000_000), "time-pending", "time/no-stamp"],
  ])("%s", async (_name, bytes, verdict, code) => {
    const result = await judge([{ name: "late.tsr", bytes }])
    expect(result).toMatchObject({ verdict, exit: 0 })
    expect(codes(result)).toContain(code)
  })

  test("whose root the reader does not trust leaves the time open", async () => {
    const result = await judge([{ name: "late.tsr", bytes: overList }], [])
    expect(result.verdict).toBe("time-pending")
    expect(codes(result)).toContain("time/unknown-root")
  })

  test.each<[string, (bytes: Bytes) => number, string]>([
    [
      "in the fingerprint that it is over",
      bytes => Buffer.from(bytes).indexOf(fromHex(sha256(of("tagmanifest-sha256.txt")))),
      "time/of-something-else",
    ],
    ["in its signature", bytes => bytes.length - 1, "time/invalid"],
  ])("that was changed %s seals nothing, and says nothing against the bundle", async (_name, where, code) => {
    const bytes = overList.slice()
    const at = where(bytes)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const result = await judge([{ name: "late.tsr", bytes }])
    expect(result).toMatchObject({ verdict: "time-pending", exit: 0 })
    expect(codes(result)).toContain(code)
  })

  test("does not mend a bundle that is damaged", async () => {
    const changed = bundleFiles(late)
    changed.set("data/e001/text.txt", Buffer.from("other words"))
    const bytes = overList
    expect(
      await check(zipOf(changed), FORMAT_LIMITS, null, roots, [{ name: "late.tsr", bytes }]),
    ).toMatchObject({ verdict: "damaged", exit: 1 })
  })

  test("several: each is judged, one that holds over the whole is enough", async () => {
    const result = await judge([
      { name: "a.tsr", bytes: new Uint8Array([1]) },
      { name: "b.tsr", bytes: overItem },
      { name: "c.tsr", bytes: overList },
    ])
    expect(result.verdict).toBe("sealed-and-timestamped")
    expect(result.layers.find(({ layer }) => layer === "beside-time")?.detail).toHaveLength(3)
  })
})
