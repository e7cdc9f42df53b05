import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { type AuthorityOptions, makeAuthority, openssl, opensslVerifies } from "./authority.ts"

const data = utf8("tagmanifest\n")
const digest = new Uint8Array(createHash("sha256").update(data).digest())
const query = stampQuery(
  digest,
  positiveNonce(Uint8Array.from(createHash("sha256").update("n").digest().subarray(0, 16))),
)
const bytes = (buffer: Uint8Array): Bytes => Uint8Array.from(buffer)

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-stamp-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const authorities: readonly (readonly [string, AuthorityOptions])[] = [
  ["P-256, ESSCertIDv2", {}],
  ["P-256, ESSCertID of SHA-1", { ess: "sha1" }],
  ["RSA, SHA-512", { key: "rsa", signerDigest: "sha512" }],
  ["RSA, ESSCertID of SHA-1, through a CA", { key: "rsa", ess: "sha1", intermediate: true }],
  ["P-384, ESSCertIDv2 of SHA-384", { key: "P-384", ess: "sha384", signerDigest: "sha384" }],
  ["P-521, through a CA, no fraction", { key: "P-521", intermediate: true, fractionDigits: 0 }],
  ["P-256, naming the whole chain", { intermediate: true, essChain: true }],
]

describe.each(authorities)("an authority with %s", (_name, options) => {
  const authority = makeAuthority(folder, options)
  const reply = bytes(authority.stamp(query))

  test("is believed by us as by OpenSSL", async () => {
    const roots = [bytes(authority.root.der)]
    const reading = await checkStamp({ reply, query, data, roots })
    expect(reading).toMatchObject({
      kind: "valid",
      accuracyMs: 1500,
      policy: "1.3.6.1.4.1.99999.1.1",
      signer: "Test TSA",
      issuer: authority.intermediate?.name ?? "Test TSA Root",
      signerSha256: createHash("sha256").update(authority.signer.der).digest("hex"),
      nonceCompared: true,
      trust: { kind: "trusted", root: "Test TSA Root" },
    })
    expect(opensslVerifies(folder, { reply, data, roots }).output).toContain("Verification: OK")
    expect(opensslVerifies(folder, { reply, data, query, roots }).ok).toBe(true)
  })

  test("gives the time and the number that OpenSSL prints", async () => {
    const file = path.join(folder, "printed.tsr")
    writeFileSync(file, reply)
    const text = openssl(["ts", "-reply", "-in", file, "-text"]).toString()
    const reading = await checkStamp({ reply, query, data, roots: [] })
    if (reading.kind !== "valid") throw new Error(JSON.stringify(reading))
    const printed = /^Time stamp: (\w+ +\d+ [\d:]+)(\.\d+)? (\d+) GMT$/m.exec(text)!
    const fraction = (printed[2] ?? ".").padEnd(4, "0")
    expect(reading.at).toBe(
      new Date(`${printed[1]!} ${printed[3]!} GMT`).toISOString().replace(".000", fraction),
    )
    expect(BigInt(`0x${reading.serial}`)).toBe(BigInt(/^Serial number: (0x\w+)$/m.exec(text)![1]!))
  })

  test("is unknown, and its stamp whole, to who trusts nobody", async () => {
    const reading = await checkStamp({ reply, query, data, roots: [] })
    const top = authority.intermediate === null ? "Test TSA Root" : "Test TSA CA"
    expect(reading).toMatchObject({ kind: "valid", trust: { kind: "unknown-root", top } })
  })

  test("can be believed as a bare token, whose bytes are those that OpenSSL cuts out", async () => {
    const [file, cut] = [path.join(folder, "whole.tsr"), path.join(folder, "token.tst")]
    writeFileSync(file, reply)
    openssl(["ts", "-reply", "-in", file, "-token_out", "-out", cut])
    const token = bytes(readFileSync(cut))
    expect(readReply(reply)).toEqual({ status: 0, text: [], failures: [], token })
    expect(readReply(token)).toEqual({ status: null, text: [], failures: [], token })
    const reading = await checkStamp({ reply: token, query: null, data, roots: [bytes(authority.root.der)] })
    expect(reading).toMatchObject({ kind: "valid", nonceCompared: false, trust: { kind: "trusted" } })
  })

  test("can be pinned below its root", async () => {
    const issuer = authority.intermediate ?? authority.root
    const reading = await checkStamp({ reply, query, data, roots: [bytes(issuer.der)] })
    const rootSha256 = createHash("sha256").update(issuer.der).digest("hex")
    expect(reading).toMatchObject({
      kind: "valid",
      trust: { kind: "trusted", root: issuer.name, rootSha256 },
    })
    const pinned = { reply, data, query, roots: [issuer.der], isPinned: true }
    expect(opensslVerifies(folder, pinned).ok).toBe(true)
  })

  test("is not believed for other data, or another's request", async () => {
    const other = stampQuery(digest, positiveNonce(new Uint8Array(8)))
    const roots = [bytes(authority.root.der)]
    expect(await checkStamp({ reply, query, data: utf8("x"), roots })).toMatchObject({ fault: "imprint" })
    expect(await checkStamp({ reply, query: other, data, roots })).toMatchObject({ fault: "nonce" })
    expect(opensslVerifies(folder, { reply, data: utf8("x"), roots }).ok).toBe(false)
    expect(opensslVerifies(folder, { reply, data, query: other, roots }).ok).toBe(false)
  })
})

test("another authority's root is not this one's", async () => {
  const [one, other] = [makeAuthority(folder), makeAuthority(folder)]
  const reply = bytes(one.stamp(query))
  const roots = [bytes(other.root.der)]
  // The names are equal, so only what the certificate says of its issuer's key tells them apart.
  const reading = await checkStamp({ reply, query, data, roots })
  expect(reading).toMatchObject({ kind: "valid", trust: { kind: "unknown-root" } })
  expect(opensslVerifies(folder, { reply, data, roots }).ok).toBe(false)
})

test("a refusal is read with its reasons", () => {
  const authority = makeAuthority(folder)
  const file = path.join(folder, "policy.tsq")
  const name = path.join(folder, "policy.data")
  writeFileSync(name, data)
  openssl(["ts", "-query", "-data", name, "-sha256", "-tspolicy", "1.2.3", "-out", file])
  const reply = readReply(bytes(authority.stamp(readFileSync(file))))
  expect(reply).toMatchObject({ status: 2, failures: ["unacceptedPolicy"], token: null })
  expect(reply.text).toEqual(["Requested policy is not supported."])
})

test("the roots of a PEM file are taken in order, and nothing else is", () => {
  const [one, other] = [makeAuthority(folder), makeAuthority(folder)]
  const both = `# a note\n${one.rootPem}\nand another\r\n${other.rootPem.replaceAll("\n", "\r\n")}`
  expect(parsePem(both)).toEqual([bytes(one.root.der), bytes(other.root.der)])
  const refused = [
    "",
    "no certificate",
    one.signer.key,
    one.rootPem + one.signer.key,
    one.rootPem.replace("-----END", "----END"),
    one.rootPem.replace(/^MII/m, "MI!"),
    one.rootPem.replace(/^MII/m, ""),
    one.rootPem + one.rootPem.slice(0, 60),
  ]
  for (const text of refused)
    expect(() => parsePem(text)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})
