/** What a file from elsewhere is taken for, and what it is attached to. Stamps are made with OpenSSL. */
import "fake-indexeddb/auto"
import { createHash } from "node:crypto"
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest"
import { importProof } from "../../../src/background/import-proof.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { type ProofTarget } from "../../../src/core/proof/proof.ts"
import { type Sha256, type Sm3 } from "../../../src/core/seal/hash.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { type ImportAnswer } from "../../../src/protocol.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { importsOf } from "../../../src/vault/read.ts"
import { type ImportRow } from "../../../src/vault/import-row.ts"
import { beginExport, endExport, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { type StampRow } from "../../../src/vault/schema.ts"
import { readProofs } from "../../../src/workshop/proofs-of-item.ts"
import { resetScene } from "../background/browser.ts"
import { portsWith, refuseCustody } from "../background/ports.ts"
import { algorithm, type Digest, forge } from "../stamp/forge.ts"
import { makeWorld } from "../stamp/world.ts"
import {
  at,
  chainFaults,
  custodyOf,
  exportDraft,
  fileOf,
  later,
  sealedCapture,
  sha256Of,
} from "../vault/rows.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))
beforeEach(resetScene)
const world = makeWorld()
afterAll(() => {
  world.end()
})

const RECORD = '{"id":"a"}'
const LIST = "the list of lists\n"
const zip = sha256Of("the ZIP")
const encrypted = sha256Of("the encrypted ZIP")
const stampedZip = sha256Of("the ZIP with its stamp")
const hashOf = (name: string, text: string) => createHash(name).update(text).digest("hex")

/** Two items and a bundle; `a` has the record above. */
async function scene(): Promise<Ports> {
  const ports = portsWith()
  const { vault } = ports
  for (const id of ["a", "b"]) {
    await sealedCapture(vault, id)
    const text = id === "a" ? RECORD : "{}"
    await storeBytes(vault, utf8(text), "application/json", at)
    await vault.artifacts.add({
      ...fileOf(id, "capture.json", text),
      sm3: hashOf("sm3", text) as Sm3,
      crc32: 0,
    })
    await vault.captures.update(id, { record: sha256Of(text) })
  }
  await beginExport(vault, exportDraft("x"))
  const digest = await storeBytes(vault, utf8(LIST), "text/plain", at)
  const done = { state: "done", fileName: "x.zip", zip, encrypted } as const
  const grown = { at, fileName: "x-stamped.zip", bytes: 1, zip: stampedZip, authorities: [] }
  const stamp: StampRow = {
    ...{
      id: "s",
      kind: "export",
      of: "x",
      authority: "tsa.example",
      digest,
      state: "waiting",
      query: utf8("q"),
    },
    ...{ reply: null, requestedAt: at, tries: 1, nextTryAt: at, receivedAt: null, token: null, time: null },
    ...{ signer: null, code: "time/offline" },
  }
  await endExport(
    vault,
    "x",
    at,
    { ...done, stamped: grown },
    { event: "exported", export: "x", zip },
    {
      stamps: [stamp],
      anchors: [],
      plan: null,
    },
  )
  return ports
}

const stampOver = (text: string, imprint: Digest = "sha256", different: object = {}): Bytes =>
  Uint8Array.from(forge({ signer: world.tsa, data: utf8(text), imprint, ...different }))
const tokenIn = (reply: Bytes): Bytes => (readReply(reply).token ?? expect.unreachable("no token")).slice()
const sm2 = {
  digest: "sm3",
  signatureAlgorithm: algorithm("1.2.156.10197.1.501"),
  sign: () => Buffer.alloc(70),
} as const

async function give(
  ports: Ports,
  bytes: Bytes,
  about: ProofTarget | null = null,
  name = "a.tsa",
): Promise<ImportAnswer & { readonly row?: ImportRow | undefined }> {
  const file = await storeBytes(ports.vault, bytes, "application/octet-stream", at)
  const answer = await importProof(ports, { file, name, about })
  return answer.outcome === "kept"
    ? { ...answer, row: await ports.vault.imports.get(answer.importId) }
    : answer
}

const capture = (id: string): ProofTarget => ({ kind: "capture", id })
const pdf = utf8("%PDF-1.7\n")

describe("a stamp finds what it is over by the hash in it, whatever the user said:", () => {
  test.each<[string, () => Bytes, Partial<ImportRow>]>([
    ["an item, by SHA-256", () => stampOver(RECORD), { form: "tsr", of: "a", over: "capture.json" }],
    [
      "an item, as a bare token",
      () => tokenIn(stampOver(RECORD)),
      { form: "tst", of: "a", over: "capture.json" },
    ],
    ["an item, by SHA-384", () => stampOver(RECORD, "sha384"), { of: "a", over: "capture.json" }],
    ["an item, by SHA-512", () => stampOver(RECORD, "sha512"), { of: "a", over: "capture.json" }],
    ["an item, by SM3", () => stampOver(RECORD, "sm3"), { of: "a", over: "capture.json" }],
    ["a bundle's ZIP", () => stampOver("the ZIP"), { kind: "export", of: "x", over: "zip" }],
    ["an encrypted bundle", () => stampOver("the encrypted ZIP"), { of: "x", over: "encrypted" }],
    ["a bundle made again", () => stampOver("the ZIP with its stamp"), { of: "x", over: "stamped" }],
    ["a list of lists", () => stampOver(LIST), { kind: "export", of: "x", over: "tagmanifest" }],
    ["a list of lists, by SM3", () => stampOver(LIST, "sm3"), { of: "x", over: "tagmanifest" }],
  ])("%s", async (_what, bytes, row) => {
    const ports = await scene()
    const kept = await give(ports, bytes(), capture("b"))
    expect(kept.row).toMatchObject({ matchedBy: "imprint", ...row })
    expect(kept.row?.reading).toMatchObject({ signer: "TSA", isUniTrust: false })
  })
})

test("one that is signed with SM2 is kept as it came, and said not to be verifiable", async () => {
  const ports = await scene()
  const bytes = stampOver(RECORD, "sm3", sm2)
  const { row } = await give(ports, bytes)
  expect(row).toMatchObject({ of: "a", matchedBy: "imprint", reading: { unverifiable: "sm2" } })
  expect((await ports.vault.blobs.get(row?.file ?? ("" as Sha256)))?.bytes.size).toBe(bytes.length)
})

test.each([
  ["联合信任时间戳服务中心", true],
  ["UniTrust", false],
  ["Test TSA", false],
])("a certificate of %s makes its stamp 可信时间戳: %s", async (name, isUniTrust) => {
  const ports = await scene()
  const signer = world.make({ name })
  const { row } = await give(ports, stampOver(RECORD, "sha256", { signer }))
  expect(row?.reading?.isUniTrust).toBe(isUniTrust)
})

describe("what does not say what it belongs to", () => {
  test.each<[string, () => Bytes, object]>([
    ["a stamp over something that is not here", () => stampOver("other"), { form: "tsr" }],
    ["a stamp by a hash too weak to count", () => stampOver(RECORD, "sha1"), { form: "tsr" }],
    ["a PDF", () => pdf, { form: "pdf", at: null }],
    ["a JPEG", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), { form: "jpg", at: null }],
    [
      "a PNG",
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      { form: "png", at: null },
    ],
    ["an OFD", () => utf8("PK\u0003\u0004…OFD.xml…"), { form: "ofd", at: null }],
  ])("is not kept until the user says: %s", async (_what, bytes, said) => {
    const ports = await scene()
    expect(await give(ports, bytes())).toMatchObject({ outcome: "whose", ...said })
    expect(await ports.vault.imports.count()).toBe(0)
    const { row } = await give(ports, bytes(), capture("b"))
    expect(row).toMatchObject({ of: "b", matchedBy: "user", over: null })
  })
})

describe("what is refused, and leaves nothing:", () => {
  const forged = (different: object) => () => stampOver(RECORD, "sha256", different)
  test.each<[string, () => Bytes, object]>([
    ["a stamp whose signature is wrong", forged({ sign: () => Buffer.alloc(70) }), { outcome: "invalid" }],
    ["one by a certificate that is none for stamps", forged({ signer: world.root }), { outcome: "invalid" }],
    ["one that lacks its certificates", forged({ certificates: () => [] }), { fault: "signer-missing" }],
    [
      "SM2, and the digest is wrong",
      forged({ ...sm2, infoBytes: (b: Buffer) => b, attributes: (p: Buffer[]) => p.slice(0, 1) }),
      { outcome: "invalid" },
    ],
    ["a cut stamp", () => stampOver(RECORD).slice(0, 300), { outcome: "no-proof" }],
    [
      "an answer without a stamp",
      () => Uint8Array.from([0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02]),
      { fault: "no-token" },
    ],
    ["a page of a web site", () => utf8("<!doctype html><script>alert(1)</script>"), { outcome: "no-proof" }],
    ["a ZIP that is no OFD", () => utf8("PK\u0003\u0004 word/document.xml"), { outcome: "no-proof" }],
    ["nothing", () => new Uint8Array(), { outcome: "no-proof" }],
    ["10 MB that begin like a stamp", () => new Uint8Array(10_000_000).fill(0x30), { outcome: "no-proof" }],
    [
      "a PDF of more than 20 MB",
      () => Uint8Array.from(Buffer.concat([pdf, Buffer.alloc(20_000_000)])),
      { outcome: "no-proof" },
    ],
  ])("%s", async (_what, bytes, answer) => {
    const ports = await scene()
    const before = await ports.vault.custody.count()
    expect(await give(ports, bytes(), capture("a"))).toMatchObject(answer)
    expect(await ports.vault.imports.count()).toBe(0)
    expect(await ports.vault.custody.count()).toBe(before)
  })
})

describe("what is kept", () => {
  test("has a line in custody with ids alone: no name, no hash of the file", async () => {
    const ports = await scene()
    const { row } = await give(ports, stampOver(RECORD), null, "../../张三.tsa")
    expect((await custodyOf(ports.vault)).at(-1)).toEqual({
      ...{ seq: row?.custodySeq, at: row?.at, event: "imported", import: row?.id, capture: "a" },
      prev: expect.any(String) as string,
    })
    const over = await give(ports, stampOver("the ZIP"))
    expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ import: over.row?.id, export: "x" })
    expect(row?.name).toBe("../../张三.tsa")
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test("is kept once, however often it is given", async () => {
    const ports = await scene()
    const bytes = stampOver(RECORD)
    const [first, second] = [await give(ports, bytes), await give(ports, bytes)]
    expect(second.row?.id).toBe(first.row?.id)
    expect((await custodyOf(ports.vault)).filter(({ event }) => event === "imported")).toHaveLength(1)
  })

  test("is not kept where its line in custody cannot be", async () => {
    const ports = await scene()
    refuseCustody(ports.vault, line => line.includes('"imported"'))
    await expect(give(ports, stampOver(RECORD))).rejects.toMatchObject({ code: "vault/full" })
    expect(await ports.vault.imports.count()).toBe(0)
  })

  test.each([capture("none"), { kind: "export", id: "none" } as const])(
    "is not attached to what there is not: %j",
    async about => {
      await expect(give(await scene(), pdf, about)).rejects.toMatchObject({ code: "vault/missing" })
    },
  )

  test("outlives the clean-up of bytes that nothing names, and goes with its item", async () => {
    const ports = await scene()
    const { row } = await give(ports, pdf, capture("a"))
    const file = row?.file ?? ("" as Sha256)
    await dropOrphanBytes(ports.vault, "2030-01-01T00:00:00.000Z")
    expect(await ports.vault.blobs.get(file)).toBeDefined()
    await setTrashed(ports.vault, "a", later, true)
    await deleteCapture(ports.vault, "a", "2030-01-01T00:00:00.000Z")
    expect(await importsOf(ports.vault, "a")).toEqual([])
    expect(await ports.vault.blobs.get(file)).toBeUndefined()
  })

  test("goes into a bundle whose log holds its line, and into none before", async () => {
    const ports = await scene()
    const { row } = await give(ports, pdf, capture("a"), "公文.pdf")
    const seq = row?.custodySeq ?? 0
    const record = sha256Of(RECORD)
    expect(await readProofs(ports.vault, "a", record, seq - 1)).toEqual({ files: [], proofs: [] })
    const { files, proofs } = await readProofs(ports.vault, "a", record, seq)
    expect(files.map(({ path }) => path)).toEqual(["import/0001.pdf", "import/imports.json"])
    expect(proofs).toMatchObject([
      { path: "import/0001.pdf", sm3: createHash("sm3").update(pdf).digest("hex"), givenName: "公文.pdf" },
    ])
  })

  test("is an error, not an omission, where its bytes are lost", async () => {
    const ports = await scene()
    const { row } = await give(ports, pdf, capture("a"))
    await ports.vault.blobs.delete(row?.file ?? ("" as Sha256))
    await expect(readProofs(ports.vault, "a", sha256Of(RECORD), 1000)).rejects.toMatchObject({
      code: "vault/missing",
    })
  })
})
