/** Proofs from elsewhere in a bundle: stamps by an authority made with OpenSSL, which is also asked what it thinks of them. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { type Bytes, fromHex } from "../../../src/core/bytes.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { type Outcome, type Result } from "../../../src/core/verify/finding.ts"
import { opensslVerifies } from "../stamp/authority.ts"
import { algorithm, forge } from "../stamp/forge.ts"
import { bytes, makeWorld } from "../stamp/world.ts"
import { makeAuthority } from "../stamp/authority.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { bundleFiles, check, type Draft, failing, type Files, json, sha256, sm3, zipOf } from "./example.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-imports-"))
const world = makeWorld()
afterAll(() => {
  rmSync(folder, { recursive: true })
  world.end()
})
const authority = makeAuthority(folder)
const roots = parsePem(authority.rootPem)

const RECORD = "data/e001/capture.json"
const recordOf = (files: Files): Buffer => files.get(RECORD) ?? expect.unreachable(RECORD)
const record = recordOf(bundleFiles())

const stampOver = (data: Buffer): Buffer =>
  authority.stamp(
    stampQuery(fromHex(sha256(data)), positiveNonce(crypto.getRandomValues(new Uint8Array(16)))),
  )
const tokenIn = (reply: Buffer): Buffer => Buffer.from(readReply(bytes(reply)).token ?? expect.unreachable())
const flipped = (data: Buffer): Buffer => {
  const changed = Buffer.from(data)
  changed.writeUInt8((changed.at(-20) ?? 0) ^ 1, changed.length - 20)
  return changed
}
const bySm2 = forge({
  ...{ signer: world.tsa, data: record, digest: "sm3", imprint: "sm3" },
  signatureAlgorithm: algorithm("1.2.156.10197.1.501"),
  sign: () => Buffer.alloc(70),
})

const reply = stampOver(record)
const token = tokenIn(reply)
const elsewhere = stampOver(Buffer.from("another file"))
const pdf = Buffer.from("%PDF-1.7 a certificate")

interface Given {
  readonly path: string
  readonly data: Buffer
  readonly matchedBy?: "imprint" | "user"
  /** Of its line in imports.json. */
  readonly line?: Draft
}

/** A bundle whose first item has these files in import/, with a list of them that may be told to lie. */
function withImports(given: readonly Given[], list: (draft: Draft) => unknown = draft => draft): Files {
  return bundleFiles({
    payload: files => {
      const entries = given.map(({ path, data, matchedBy = "imprint", line }) => ({
        ...{ path: `import/${path}`, sha256: sha256(data), sm3: sm3(data), bytes: data.length },
        kind: /ts[rt]$/.test(path) ? "stamp" : "certificate",
        ...{ givenName: "证书\u202e.tsa", at: "2026-11-22T16:00:00.000Z", matchedBy },
        ...line,
      }))
      for (const { path, data } of given) files.set(`data/e001/import/${path}`, data)
      const draft = list({ schema: 1, of: sha256(recordOf(files)), files: entries })
      if (draft !== null) files.set("data/e001/import/imports.json", json(draft))
    },
  })
}

const judge = (files: Files, trusted: readonly Bytes[] = roots): Promise<Result> =>
  check(zipOf(files), FORMAT_LIMITS, null, trusted)

const layer = (result: Result) => {
  const found = result.layers.find(each => each.layer === "imports")
  return { outcome: found?.outcome, codes: found?.detail.map(({ code }) => code) }
}

test("a bundle without any says so", async () => {
  expect(layer(await judge(bundleFiles()))).toEqual({ outcome: "none", codes: ["imports/none"] })
})

describe("what is attached and listed does no harm to the bundle, and is told as what it is:", () => {
  test.each<[string, Given, Outcome, string]>([
    ["a whole reply that holds", { path: "0001.tsr", data: reply }, "pass", "time/trusted"],
    ["a bare token that holds", { path: "0001.tst", data: token }, "pass", "time/trusted"],
    ["one signed with SM2", { path: "0001.tsr", data: bySm2 }, "unknown", "time/not-verifiable"],
    [
      "a paper, which nobody looks into",
      { path: "0001.pdf", data: pdf, matchedBy: "user" },
      "unknown",
      "imports/not-looked-into",
    ],
    [
      "a stamp over something else, on the user's word",
      { path: "0001.tsr", data: elsewhere, matchedBy: "user" },
      "warn",
      "imports/of-something-else",
    ],
    [
      "a broken stamp, on the user's word",
      { path: "0001.tsr", data: flipped(reply), matchedBy: "user" },
      "warn",
      "time/invalid",
    ],
    [
      "what is no stamp at all, on the user's word",
      { path: "0001.tst", data: pdf, matchedBy: "user" },
      "warn",
      "time/invalid",
    ],
    [
      "a stamp of 10 MB, on the user's word",
      { path: "0001.tst", data: Buffer.alloc(10_000_000), matchedBy: "user" },
      "warn",
      "time/unreadable",
    ],
    [
      "a stamp that holds though only the user said so",
      { path: "0001.tsr", data: reply, matchedBy: "user" },
      "pass",
      "time/trusted",
    ],
  ])("%s", async (_what, given, outcome, code) => {
    const result = await judge(withImports([given]))
    expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
    expect(layer(result)).toEqual({ outcome, codes: [code] })
  })

  test("a stamp of an authority that the reader does not know leaves the time open", async () => {
    const result = await judge(withImports([{ path: "0001.tst", data: token }]), [])
    expect(layer(result)).toEqual({ outcome: "unknown", codes: ["time/unknown-root"] })
  })

  test("each of several, and the worst of them names the layer", async () => {
    const result = await judge(
      withImports([
        { path: "0001.tsr", data: reply },
        { path: "0002.pdf", data: pdf, matchedBy: "user" },
      ]),
    )
    expect(layer(result)).toEqual({
      outcome: "unknown",
      codes: ["time/trusted", "imports/not-looked-into"],
    })
  })
})

describe("every list agrees and the key has signed, and still it is damaged where", () => {
  const stamp: Given = { path: "0001.tsr", data: reply }
  const paper: Given = { path: "0001.pdf", data: pdf, matchedBy: "user" }
  const files = (draft: Draft): Draft[] => draft.files as Draft[]

  test.each<[string, () => Files, string]>([
    [
      "a stamp that is said to be over the item is over something else",
      () => withImports([{ path: "0001.tsr", data: elsewhere }]),
      "time/invalid",
    ],
    [
      "a stamp does not hold",
      () => withImports([{ path: "0001.tsr", data: flipped(reply) }]),
      "time/invalid",
    ],
    [
      "a stamp is cut",
      () => withImports([{ path: "0001.tsr", data: reply.subarray(0, 400) }]),
      "time/invalid",
    ],
    [
      "a stamp is a page of a web site",
      () => withImports([{ path: "0001.tsr", data: Buffer.from("<!doctype html><script>x</script>") }]),
      "time/invalid",
    ],
    [
      "a stamp has 10 MB",
      () => withImports([{ path: "0001.tsr", data: Buffer.alloc(10_000_000) }]),
      "time/unreadable",
    ],
    ["a token is called a reply", () => withImports([{ path: "0001.tsr", data: token }]), "imports/ending"],
    ["a reply is called a token", () => withImports([{ path: "0001.tst", data: reply }]), "imports/ending"],
    ["there is no imports.json", () => withImports([stamp], () => null), "imports/no-list"],
    [
      "imports.json is about another record",
      () => withImports([stamp], draft => ({ ...draft, of: "0".repeat(64) })),
      "imports/of-another",
    ],
    [
      "imports.json does not name a file",
      () =>
        withImports([stamp, { ...paper, path: "0002.pdf" }], draft => ({
          ...draft,
          files: files(draft).slice(0, 1),
        })),
      "imports/unlisted",
    ],
    [
      "imports.json names a file that is not there",
      () =>
        withImports([stamp], draft => ({
          ...draft,
          files: [...files(draft), { ...files(draft)[0], path: "import/0002.tsr" }],
        })),
      "imports/missing",
    ],
    [
      "imports.json has another SHA-256",
      () => withImports([{ ...stamp, line: { sha256: "0".repeat(64) } }]),
      "imports/differs",
    ],
    [
      "imports.json has another SM3",
      () => withImports([{ ...stamp, line: { sm3: "0".repeat(64) } }]),
      "imports/differs",
    ],
    [
      "imports.json has another size",
      () => withImports([{ ...stamp, line: { bytes: 1 } }]),
      "imports/differs",
    ],
    [
      "imports.json names a file twice",
      () => withImports([stamp], draft => ({ ...draft, files: [...files(draft), ...files(draft)] })),
      "imports/malformed",
    ],
    [
      "imports.json is of a schema that is not known",
      () => withImports([stamp], draft => ({ ...draft, schema: 2 })),
      "imports/malformed",
    ],
    [
      "a stamp is listed as a paper, so as not to be judged",
      () => withImports([{ ...stamp, line: { kind: "certificate", matchedBy: "user" } }]),
      "imports/malformed",
    ],
    [
      "a paper is listed as matched by a hash",
      () => withImports([{ ...paper, matchedBy: "imprint" }]),
      "imports/malformed",
    ],
    [
      "a line leads out of the folder",
      () => withImports([{ ...stamp, line: { path: "import/../capture.json" } }]),
      "imports/malformed",
    ],
  ])("%s", async (_what, made, code) => {
    const result = await judge(made())
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["imports"])
    expect(layer(result).codes).toContain(code)
  })

  test.each(["0001.exe", "0001.html", "name.pdf", "0001.PDF", "sub/0001.pdf", "imports.json.bak"])(
    "import/ holds %s, for which the format has no place",
    async path => {
      const result = await judge(withImports([stamp, { path, data: pdf, matchedBy: "user" }]))
      expect(result.verdict).toBe("damaged")
      expect(failing(result)).toContain("extra")
    },
  )
})

test.each<[string, Buffer, boolean]>([
  ["a reply", reply, false],
  ["a token", token, true],
  ["a broken token", flipped(token), true],
  ["a token over something else", tokenIn(elsewhere), true],
])("OpenSSL and our verifier agree on %s", async (_what, data, isToken) => {
  const at = layer(await judge(withImports([{ path: isToken ? "0001.tst" : "0001.tsr", data }])))
  expect(opensslVerifies(folder, { reply: data, data: record, roots, isToken }).ok).toBe(
    at.outcome === "pass",
  )
})
