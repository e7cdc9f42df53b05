/** Time stamps over the device key: since when it exists at the latest. OpenSSL also says what it thinks of each. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { type Bytes, fromHex } from "../../../src/core/bytes.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { type Result } from "../../../src/core/verify/finding.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { en } from "../../../src/i18n/verdict/en.ts"
import { told } from "../../../src/i18n/verdict/told.ts"
import { zhCN } from "../../../src/i18n/verdict/zh-CN.ts"
import { makeAuthority } from "../stamp/authority.ts"
import {
  bundleFiles,
  check,
  codes,
  failing,
  type Files,
  type Key,
  key,
  newKey,
  resign,
  retag,
  sha256,
  zipOf,
} from "./example.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-key-time-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const authority = makeAuthority(folder)
const other = makeAuthority(folder)
const roots = parsePem(authority.rootPem)
const KEY = "device-key.pub.pem"
const REPLY = `${KEY}.tsa.example.tsr`
const QUERY = `${KEY}.tsa.example.tsq`

const pemOf = ({ publicKey }: Key) => Buffer.from(publicKey.export({ type: "spki", format: "pem" }))

function stampKey(files: Files, data: Buffer, by = authority): void {
  const query = stampQuery(fromHex(sha256(data)), positiveNonce(crypto.getRandomValues(new Uint8Array(16))))
  files.set(QUERY, Buffer.from(query))
  files.set(REPLY, by.stamp(query))
}

/** A bundle of `by` with a stamp over its key; changed, and then listed and signed anew by whoever holds that key. */
function stamped(change: (files: Files) => void = () => undefined, by = key): Files {
  const files = bundleFiles({
    key: by,
    tags: all => {
      stampKey(all, pemOf(by))
    },
  })
  change(files)
  retag(files)
  resign(files, by)
  return files
}

const judge = (files: Files, trusted: readonly Bytes[] = roots): Promise<Result> =>
  check(zipOf(files), FORMAT_LIMITS, null, trusted)

const layer = (result: Result) => result.layers.find(each => each.layer === "inner-time")

function opensslSays(files: Files): boolean {
  for (const path of [KEY, REPLY]) writeFileSync(join(folder, path), files.get(path) ?? Buffer.alloc(0))
  writeFileSync(join(folder, "root.pem"), authority.rootPem)
  const words = ["ts", "-verify", "-data", KEY, "-in", REPLY, "-CAfile", "root.pem"]
  return spawnSync("openssl", words, { cwd: folder }).status === 0
}

describe("a time stamp over the device key", () => {
  test("that holds tells since when the key exists at the latest, and seals nothing", async () => {
    const files = stamped()
    const result = await judge(files)
    expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
    expect(layer(result)).toMatchObject({
      outcome: "pass",
      detail: [{ code: "time/trusted", facts: { authority: "tsa.example", item: "device-key" } }],
    })
    expect(opensslSays(files)).toBe(true)
  })

  test("is told as the key's in both languages, never as a person's or the files'", async () => {
    const result = await judge(stamped())
    const said = [en, zhCN].map(words =>
      told(result, words)
        .layers.find(each => each.layer === "inner-time")
        ?.sentences.join(),
    )
    expect(said[0]).toMatch(
      /^the device's public key: the time stamp by tsa\.example: the key existed no later than \d{4}-/,
    )
    expect(said[1]).toMatch(/^设备签名公钥的时间戳（tsa\.example）：公钥不晚于 \d{4}-.* 已经存在/)
  })

  test("of an authority that the reader does not know is told so, and lowers nothing", async () => {
    const result = await judge(stamped(), [])
    expect(result.verdict).toBe("integrity-only")
    expect(layer(result)).toMatchObject({ outcome: "unknown", detail: [{ code: "time/unknown-root" }] })
  })

  test("that is not there lowers nothing, and nothing is claimed of the key's age", async () => {
    const result = await judge(bundleFiles())
    expect(result.verdict).toBe("integrity-only")
    expect(layer(result)).toMatchObject({ outcome: "none", detail: [{ code: "time/no-inner" }] })
  })

  test("given apart from the bundle is known as the key's, and does not seal the whole", async () => {
    const files = stamped()
    const bytes = Uint8Array.from(files.get(REPLY) ?? Buffer.alloc(0))
    const result = await check(zipOf(bundleFiles()), FORMAT_LIMITS, null, roots, [{ name: "a.tsr", bytes }])
    expect(result.verdict).toBe("integrity-only")
    expect(result.layers.find(each => each.layer === "beside-time")).toMatchObject({
      outcome: "pass",
      detail: [{ code: "time/trusted", facts: { item: "device-key" } }],
    })
  })
})

describe("with every list and the signature made true again by whoever holds the key, a stamp", () => {
  test.each<[string, (files: Files) => void, string, boolean]>([
    [
      "swapped for one over another file",
      files => {
        stampKey(files, Buffer.from("x"))
      },
      "time/invalid",
      true,
    ],
    [
      "of another key's birth",
      files => {
        stampKey(files, pemOf(newKey()))
      },
      "time/invalid",
      true,
    ],
    [
      "over the key in another form, the bare DER",
      files => {
        stampKey(files, Buffer.from(key.publicKey.export({ type: "spki", format: "der" })))
      },
      "time/invalid",
      true,
    ],
    [
      "cut short",
      files => {
        files.set(REPLY, (files.get(REPLY) ?? Buffer.alloc(0)).subarray(0, -40))
      },
      "time/invalid",
      true,
    ],
    [
      "changed in one byte of its signature",
      files => {
        const reply = Buffer.from(files.get(REPLY) ?? Buffer.alloc(0))
        reply.writeUInt8((reply.at(-20) ?? 0) ^ 1, reply.length - 20)
        files.set(REPLY, reply)
      },
      "time/invalid",
      true,
    ],
    [
      "with the request of another",
      files => {
        const reply = files.get(REPLY) ?? Buffer.alloc(0)
        stampKey(files, pemOf(key))
        files.set(REPLY, reply)
      },
      "time/invalid",
      false,
    ],
    [
      "without its request",
      files => {
        files.delete(QUERY)
      },
      "time/half",
      false,
    ],
  ])("%s is a fault", async (_name, change, code, opensslToo) => {
    const files = stamped(change)
    const result = await judge(files)
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["inner-time"])
    expect(codes(result)).toContain(code)
    expect(opensslSays(files)).toBe(!opensslToo)
  })

  test("of an older key cannot be put beside a key that was minted for a forgery", async () => {
    const old = stamped()
    const forged = stamped(files => {
      for (const path of [QUERY, REPLY]) files.set(path, old.get(path) ?? Buffer.alloc(0))
    }, newKey())
    const result = await judge(forged)
    expect(failing(result)).toEqual(["inner-time"])
    expect(opensslSays(forged)).toBe(false)
  })

  test("by an authority of the forger's own is told as one that the reader does not trust", async () => {
    const files = stamped(all => {
      stampKey(all, pemOf(key), other)
    })
    expect(layer(await judge(files))).toMatchObject({
      outcome: "unknown",
      detail: [{ code: "time/unknown-root" }],
    })
    expect(opensslSays(files)).toBe(false)
  })
})

test.each([
  "device-key.pub.pem.txt",
  "device-key.pub.pem.TSA.tsr",
  "device-key.pub.pem.tsr",
  "device-key.pub.pem..tsq",
])("%s, though listed, is a file that the format has no place for", async path => {
  const result = await judge(stamped(files => files.set(path, Buffer.from("added"))))
  expect(failing(result)).toEqual(["extra"])
})

test("a stamp over the key that no list names is a file too many", async () => {
  const files = bundleFiles()
  stampKey(files, pemOf(key))
  expect(failing(await judge(files))).toEqual(["extra"])
})
